# cli

level-error = 错误
level-warning = 提醒
level-hint = 建议
level-help = 怎么办
notes-more = 另有 { $count } 处没有列出

path-missing = 没有「{ $path }」这个文件或文件夹
    .help = 核对路径；当前文件夹写作“.”
    .page = 程序只读写明的地方，不到别处去找，以免用错了文件。路径从当前文件夹算起，名称一个字也不能差；名称里有空格的用引号括起来，例如「luoshi check "2012 年方案"」。已经在方案文件夹里的，只写「luoshi check」就行。
bad-argument = { $reason ->
        [unknown_argument] 没有「{ $argument }」这个选项
        [unknown_command] 没有「{ $argument }」这个命令
        [missing_command] 没有写明命令
        [missing_argument] 缺少「{ $argument }」
        [no_value] 「{ $argument }」后面没有写内容
        [bad_value] 「{ $argument }」不能是「{ $value }」
        [twice] 「{ $argument }」不能重复写
        [together] 「{ $argument }」和「{ $valid }」不能一起写
       *[other] 命令行有误
    }
    .help = { $help ->
        [near] 是不是「{ $suggestion }」？
        [valid] 应为：{ $valid }
       *[none] 运行 luoshi --help 或“luoshi 命令 --help”查看用法
    }
    .page = 写错的选项如果被忽略，得到的就不是想要的结果，所以一律指出，什么也不运行。例如「--as-of 2012/12/31」应写成「--as-of 2012-12-31」。内容里有空格的用引号括起来，如「--note "研究 7 月值守"」。每个命令可以用哪些选项，见「luoshi check --help」这样的帮助。
finding-unknown = 没有编号为「{ $id }」的检查结论或提示代码
    .help = { $near ->
        [yes] 是不是「{ $suggestion }」？
       *[no] 编号见 luoshi check 的报告；提示代码形如 LS0106
    }
    .page = 检查结论的编号由事项、对象和时间组成，例如「council/2012-07」是议事例会 2012 年 7 月的结论，「monthly_visit/v03/2012-08」是对 v03 村 8 月查访的结论。编号要一字不差，从检查报告里抄最稳妥。方案不在当前文件夹的，后面要写上方案的文件夹。检查时写了「--as-of」的，这里也写同一天，因为有的结论到那一天才有。
write-failed = 无法写入「{ $path }」：{ $detail }
    .help = 检查文件夹是否存在；磁盘、U 盘有没有故障；换一个位置再运行一次
    .page = 文件没有写成，原来的文件没有动：程序先把新文件完整写到旁边，再换上去，不会留下半个文件。台账里已经登记的记录不受影响，不必重新登记。例如要写的文件夹还没有建立，先建立它再运行一次。「Input/output error」是磁盘读写出错，先把数据拷到别的磁盘。
disk-full = 磁盘已满，「{ $path }」没有写成
    .help = 腾出空间，或换一个磁盘，再运行一次同样的命令
    .page = 文件没有写成，原来的文件没有动，台账里已经登记的记录也都在。例如 U 盘满了，删去不用的文件，再运行一次同样的命令就行：已经登记过的记录不会重复登记。如果磁盘没有满，可能是管理员给您的账户定了限额。
write-refused = 没有写入的权限：「{ $path }」
    .help = 换一个可以写入的文件夹，或请管理员开放权限；光盘和写保护的 U 盘要先拷贝到本机
    .page = 什么也没有改动。只读的文件夹里，方案和台账照样可以检查、查看和导出到别处，只是不能登记，也不能把结果写在里面。例如台账在写保护的 U 盘上，先把整个文件夹拷贝到本机。文件属性是“只读”的，也会这样。
file-busy = 另一个 luoshi 正在写「{ $path }」
    .help = 等它结束再运行一次
    .page = 两个程序同时写同一个文件，只能一个一个来。程序已经等了几秒，另一个还没有写完；什么也没有改动。例如定时任务正在往同一个网页文件里写报告，等它结束，或者换一个文件名。
issued-unwritten = 文书已经编号登记，但文件没有写成
    .help = 排除上面的问题后，再运行一次同样的命令：文号不变，文件照登记时的内容写出
    .page = 发文字号和登记已在台账里，不会丢，也不会再编一个新号。文书随时可以按登记时的台账重新写出来，内容一字不差。例如写到 U 盘时满了，换一个文件夹用「-o」写明，再运行一次就行。
already-exists = 「{ $path }」已经存在，没有改动
    .help = 换一个名称或文件夹，或先把它移走
    .page = 程序不覆盖已有的文件，以免把改好的方案、真实的记录冲掉。例如在已有 plan.yaml 的文件夹里又运行了一次「luoshi init」，请换一个新的文件夹。模拟记录要写到新的文件，只有原来全是模拟记录（编号以 sim- 开头）的文件才可以重写。「luoshi import」随记录一起保存的文件（--save-mapping、--marked），已有内容完全相同的不算冲突；保存的对照如果改过，去掉这个选项再运行，程序会自动使用它。
evidence-file = 证据在文本文件「{ $path }」中，不能直接登记
    .help = 先运行 luoshi import { $path } --to { $folder } 把它转成台账，再把它移走
    .page = 文本文件谁都能改，改过也看不出来，所以新的记录只登记到台账里，台账的每一条都有校验值。请在方案文件夹里运行「luoshi import evidence.jsonl」，把已有的记录转成台账 ledger.db，再把 evidence.jsonl 移到别处。以后就可以用「luoshi record」登记了。
simulation-file = 模拟设置「{ $path }」读不下去：{ $detail }
    .help = 按提示的行列改正
    .page = 模拟设置有两个文件：profile.yaml 说这一年有多忙，planted.yaml 说预先安排哪些失职，键都用英文。写错的键如果被忽略，生成的台账就与设置不符，所以不认识的键和值都会指出。例如「status: lost」不是检查结论的状态，应写 missed、late、violated 等。没有 profile.yaml 也可以，各项都有缺省的数。
not-planted = 没有安排上「{ $finding }」：{ $why ->
        [unknown_finding] 方案中没有这样的检查结论
        [open] 方案还有内容未定，无从判断
        [plan_data] 它由方案本身决定，不由记录决定
        [follows] 它随其他结论而来，应列在 consequences 中
        [not_due] 到检查日期时期限还没有过
        [no_room] 没有合适的日期或记录可用
        [mismatch] 这样的结论不会以这种方式成为这个状态
       *[nothing_lacking] 方案没有要求可以缺少的内容
    }
    .help = 修改 planted.yaml 中的这一项
    .page = 这一项失职没有放进模拟台账，别的照常。拿这份台账去试检查，不会查出这一项，不要因此以为检查有漏洞。例如安排 12 月的会没有开，检查日期却定在 11 月底，期限还没有过，就显不出来。可以改检查日期，改这一项的编号、状态或做法，也可以删去它；随别的失职带出来的结论，写在「consequences」里。

exit-0 = 没有未落实的事项
exit-1 = 有未落实、违反或逾期的事项
exit-2 = 方案、证据或命令行有误，没有得出结论
exit-3 = 文件不能读写或正被占用，没有运行
exit-70 = 程序自身的错误，请报告

bug = 程序内部错误（luoshi { $version }，{ $place }）。这不是您的问题。请把所用的命令和这一行报告给维护者。

progress-plan = 正在读取方案……
progress-evidence = 正在读取台账……
progress-judge = 正在检查……

watch-waiting = 正在等待方案或台账改动；按 Ctrl-C 结束
check-package = 政策包 { $name } 没有错误
record-source = 命令行
record-done = 已登记 { $id }，台账现有 { $count } 条
record-there-already = 台账中已有内容相同的 { $id }，没有重复登记
import-done = 已导入 { $added } 条，已有的 { $skipped } 条没有重复导入，不合要求的 { $rejected } 行没有导入
import-dry-run = 试运行：{ $records } 条可以导入，{ $rejected } 行不合要求；没有写入台账
import-move-text = 台账 { $ledger } 已建立；请把 { $path } 移到别处，两份不能并存
ledger-whole = 台账 { $path } 完整：{ $count } 条，末条校验值 { $head }
simulate-done = 已生成 { $count } 条模拟记录（种子 { $seed }，到 { $as_of }）：{ $path }
init-done = 已在 { $dir } 建立方案：修改 plan.yaml，然后运行 luoshi check { $dir }

help-usage = 用法：
help-options = 选项
help-arguments = 参数
help-command = 命令
help-commands = 命令
help-exit = 退出码：
help-help = 显示帮助
help-version = 显示版本

cmd-luoshi = 落实：依据台账检查实施方案是否得到落实
    .as_of = 检查日期，如 2012-12-31；缺省为今天（北京时间）
    .lang = 语言：zh-CN 或 en；缺省按系统语言
    .format = 输出格式：text、json 等，随命令而定
    .packages = 到这个文件夹中查找政策包，可写多次
    .ledger = 使用这个台账文件，不用方案文件夹中的
    .quiet = 只输出一行概况
    .verbose = 显示运行过程；写两次更详细
    .color = 提示是否用颜色：auto、always、never
cmd-check = 检查方案的落实情况
    .path = 方案所在的文件夹；缺省为当前文件夹
    .watch = 方案或台账一改动就重新检查
    .output = 写到这个文件；缺省为屏幕
cmd-explain = 说明一项检查结论、一条记录的来龙去脉，或一个提示代码
    .what = 结论、记录、代码（如 LS0106），或审计口径、疑点限值、批量对照表
    .path = 方案所在的文件夹；缺省为当前文件夹
cmd-record = 登记一条台账记录
    .kind = 记录类型，如 会议 或 meeting
    .path = 方案所在的文件夹；缺省为当前文件夹
    .date = 发生日期；缺省为今天
    .time = 时间，如 09:30
    .duty = 职责事项的名称或编号
    .subject = 对象的名称或编号
    .actor = 单位、职务或工号；多个用逗号隔开
    .status = 状态，如 attended
    .quantity = 数量
    .amount = 金额（元）
    .marks = 标记，如 minutes；多个用逗号隔开
    .refers = 关联记录的编号
    .until = 豁免的最后一天
    .note = 备注
    .set = 更正的字段和新值，可写多次
    .id = 记录编号；缺省时自动产生
    .by = 登记人的工号
    .clock_checked = 时钟已核对无误（上次登记时快了）
cmd-import = 导入表格（Excel、CSV）或 JSONL；有一行不合要求就都不导入
    .files = 要导入的文件
    .to = 方案所在的文件夹；缺省为当前文件夹
    .kind = 表中没有写类型时，全部记录的类型
    .duty = 表中没有写事项时，全部记录的职责事项
    .mapping = 对照文件：表中各列对应哪些字段
    .save_mapping = 把各列的对照存入方案的 import 文件夹，下次照用
    .marked = 另存一份 Excel 副本，不合要求的格子标红并注明原因
    .keep_valid = 只导入合格的行，不合格的列出来
    .dry_run = 只检查，不写入
    .by = 登记人的工号
    .clock_checked = 时钟已核对无误（上次登记时快了）
cmd-export = 导出台账：jsonl、csv，供大批检查用 parquet
    .path = 方案所在的文件夹；缺省为当前文件夹
    .output = 写到这个文件；缺省为屏幕
cmd-ledger = 核验台账，查看登记情况
cmd-ledger-verify = 核验台账有没有被改动、删除、插入或调换
    .path = 方案文件夹或台账文件；缺省为当前文件夹
    .since = 存证单：查台账此后是不是只增不改；改过的退出码为 1
    .trust = 信任文件，用来核对存证单的签名
    .records = 开存证单时留下的记录校验值清单，用来指出哪一条不同
    .proof = 只凭证明查，不用台账
    .to = 后来的存证单，证明里没有时用
    .origin = 台账标识；不写则由方案的辖区代码和编号组成
cmd-ledger-log = 列出最近登记的记录，新的在前
    .path = 方案文件夹或台账文件；缺省为当前文件夹
    .kind = 只列这种记录
    .duty = 只列这个事项（编号）
    .subject = 只列这个对象（编号）
    .from = 从这一天起
    .to = 到这一天止
    .limit = 最多列几条；缺省 20
cmd-document = 文书
cmd-document-check = 对照公文格式国家标准检查 .docx；有不合规定的退出 1
    .files = 要检查的 .docx 文件，可写多个
    .plan = 方案文件夹：它写明的本单位版式，在偏离处注明
cmd-plugin = 插件：查看、试运行、测试、封装、新建
cmd-plugin-inspect = 查看插件是什么、要看什么，并给出可以贴进方案的内容
    .file = 插件文件（.wasm）
cmd-plugin-run = 用台账试运行插件；查出疑点也退出 0，查出违反才退出 1
    .file = 插件文件（.wasm）
    .path = 方案所在的文件夹；不写就只看台账，要写明 --ledger
    .set = 插件参数，如 days=10，可写多次；缺省为插件的缺省值
    .kinds = 只给它看这些记录种类，用逗号隔开；缺省为全部
    .of = 只给它看这些事项的记录，可写多次
cmd-plugin-test = 运行一个文件夹里的案例；有不符的退出 1
    .file = 插件文件（.wasm）
    .cases = 案例（.yaml）所在的文件夹
cmd-plugin-pack = 把编译出的 WebAssembly 模块封装成插件
    .core = 编译出的模块（.wasm）
    .output = 写到这个文件
    .force = 已有的文件也覆盖
cmd-plugin-new = 新建一个用 Rust 编写的插件，带案例和开发包
    .name = 插件编号：小写字母、数字和“-”，3 至 40 个字符
    .dir = 建在这个文件夹；缺省与编号同名
cmd-rules = 查看自定规则可用的词
cmd-rules-vocabulary = 列出自定规则可以询问的事实
cmd-schema = 输出方案或检查报告的 JSON Schema
    .of = plan（方案，缺省）或 assessment（检查报告）
cmd-simulate = 生成模拟台账：照方案做事的一年，加上预先安排的失职
    .path = 方案所在的文件夹；缺省为当前文件夹
    .seed = 种子；相同的种子生成相同的记录
    .profile = 模拟设置；缺省为方案文件夹中的 profile.yaml
    .planted = 预先安排的失职；缺省为方案文件夹中的 planted.yaml
    .output = 写到这个文件；缺省为屏幕
cmd-roster = 排班：按规则公平地排出谁在哪天值班，也可修复已公布的排班
    .id = 值班的名称或编号
    .path = 方案所在的文件夹；缺省为当前文件夹
    .month = 排这个月的班，如 2012-07
    .from = 从这一天起排
    .until = 排到这一天止
    .seed = 种子；缺省为 1，相同的种子排出相同的班
    .leave = 请假，如 PT007:2012-07-05..2012-07-10；另读 leave.yaml
    .repair = 修复已公布的排班（csv、jsonl 或 ledger.db），改动最少
    .from_day = 从这一天起可以改动；缺省为今天
    .cancel = 这一天不排班，可写多次；频次要求的晚数另补
    .output = 写到这个文件；缺省为屏幕，xlsx 缺省为编号和日期
    .record = 登入台账，作为还没有记考勤的班次
    .by = 登记人的工号
    .clock_checked = 时钟已核对无误（上次登记时快了）
cmd-completions = 输出命令补全脚本
    .shell = bash、zsh、fish、powershell 或 elvish
cmd-lint = 不看台账，只看方案本身有没有毛病，给基层添了多少负担
    .path = 方案所在的文件夹；缺省为当前文件夹
    .rules_of = 按这一天有效的规定检查；缺省为方案印发之日
    .limits = 另加一份限额文件（limits.yaml）
cmd-burden = 填出减负一致性评估表，也可比较方案的两个版本
    .path = 方案所在的文件夹；缺省为当前文件夹
    .against = 与这个文件夹中的旧方案比较
    .rules_of = 按这一天有效的规定评估；缺省为方案印发之日
    .limits = 另加一份限额文件（limits.yaml）
cmd-template = 给出一种记录的空白台账
    .kind = 记录类型，如 会议 或 meeting
    .path = 方案所在的文件夹；缺省为当前文件夹
    .duty = 只供这一个事项填写（名称或编号）
    .xlsx = 生成 Excel 工作簿，带下拉选项；缺省为 CSV 表头
    .output = 写到这个文件；Excel 缺省为“台账-类型.xlsx”
cmd-generate = 生成方案要求的文书：没有写明哪一份的，生成到期该制发的
    .path = 方案所在的文件夹；缺省为当前文件夹
    .list = 只列出全部文书：条款、应制发日期和状态
    .vars = 列出这一事由或模板可用的变量和现在的值
    .paper = 只要这个模板或这一份（名称或编号），可以写多个
    .due = 只要到期该制发的
    .all = 全部可以制发的
    .write = docx、pdf、html、txt、xlsx、ics；缺省 docx
    .font_dir = 写 PDF 时先在这个文件夹里找字体，可以写多个
    .issue = 编发文字号并登记到台账；不写就是没有字号的稿本
    .by = 登记人的工号
    .clock_checked = 时钟已核对无误（上次登记时快了）
    .fill = 补全【待补】的内容，写成 名称=内容，可以写多个
    .with_open = 还有【待补】也编号登记，留待手工补全
    .output = 写到这个文件夹；缺省为方案文件夹里的 papers
cmd-agenda = 列出近期要做的事：过期的在前
    .path = 方案所在的文件夹；缺省为当前文件夹
    .days = 从检查日期起多少天；缺省 14
    .from = 从这一天起；缺省为检查日期
    .to = 到这一天止
    .role = 只列这个职务要管的（名称或编号）
    .subject = 只列这个村或对象的（名称或编号）
    .output = 写到这个文件；缺省为屏幕
cmd-chain = 谁对什么负责：责任链和其中的缺口
    .path = 方案所在的文件夹；缺省为当前文件夹
    .up = 从这个村、对象或职务往上查
    .down = 从这个职务往下查
    .output = 写到这个文件；缺省为屏幕
cmd-coverage = 逐条说明文件条款落实到了哪里
    .path = 方案所在的文件夹；缺省为当前文件夹
    .output = 写到这个文件；缺省为屏幕
cmd-fmt = 整理方案文件的格式，注释和空行照留
    .paths = 文件或文件夹；缺省为当前文件夹
    .check = 只检查，不改写
    .keys = 键名改成 zh（中文）或 en（英文）；缺省不改
cmd-lsp = 供编辑器使用的语言服务
cmd-what-if = 换几个参数，同一年会怎样
    .path = 方案所在的文件夹；缺省为当前文件夹
    .set = 参数编号和取值，可写多次
