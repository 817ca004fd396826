# evidence

record-syntax = { $reason ->
        [not_object] 这一行不是一条记录：记录应以「{"{"}」开头
        [unfinished] 这一行不完整：记录还没有写完
        [bad_text] 引号内的文字有误：可能少了引号，或有不能识别的转义
        [trailing] 记录写完之后还有多余的内容
       *[bad_sign] 这里的符号有误，记录无法读下去
    }
    .label = 从这里读不下去
    .help = 每行写一条记录，形如 {"{"}"id":"m1","kind":"meeting","date":"2012-05-10"{"}"}
    .page = 一条记录读不下去，就不知道它记的是什么；略过它，做过的事会算成没有做，所以要先改好。JSONL 文件每行写一条记录，引号、冒号和逗号都用半角，最常见的错误是用了全角的引号或冒号，或者复制时丢了半行。CSV 表格里少了一半引号，也会得到这条提示。记录一般不必手写：零星的用「luoshi record」登记，成批的从表格导入。

record-field = { $reason ->
        [unknown] 记录没有「{ $field }」这个字段
        [twice] 字段「{ $field }」写了两次
        [missing] 记录缺少必填的「{ $field }」
        [want_text] 「{ $field }」应填文字
        [want_list] 「{ $field }」应填文字或列表
        [want_object] 「{ $field }」应填「名称: 内容」形式的对象
        [kind] 没有「{ $value }」这种记录
        [date] 「{ $value }」不是有效日期
        [time] 「{ $value }」不是有效时间
        [moment] 「{ $value }」不是有效的录入时间
        [number] 「{ $value }」不是数字
        [precise] 「{ $value }」的小数超过两位
        [large] 「{ $value }」过大，不像真实数据
        [long] 「{ $field }」超过 { $limit } 个字
        [many] 「{ $field }」超过 { $limit } 项
        [control] 「{ $field }」中有换行或不可见字符
        [separator] 「{ $field }」列表中的一项含有顿号、逗号或分号
        [hash] 附件缺少文件名或有效的 SHA-256 校验值
        [fixed] 更正不能改动「{ $field }」
        [set_outside] 只有更正记录才能填「set」
        [nothing_set] 更正记录没有写明更正什么
        [set_and_void] 更正记录不能既修改又作废
        [circle] 更正记录「{ $value }」互相更正，形成循环
        [name] 方案中没有「{ $value }」
       *[other] 「{ $field }」的内容「{ $value }」无法识别
    }
    .help = { $near ->
        [yes] 是不是「{ $suggestion }」？
       *[no] { $reason ->
            [unknown] 删去这个字段，或改用规定的字段名
            [twice] 只保留一个
            [missing] 补上「{ $field }」
            [want_text] 用双引号括起来的文字
            [want_list] 例如 "a" 或 ["a","b"]
            [want_object] 例如 {"{"}"quantity":"3"{"}"}
            [kind] 可用：meeting 会议、visit 查访、shift 值班、inspection 检查、incident 案(事)件、response 处置、task 交办、task_done 办结、document 文书、training 培训、reward 奖励、metric 指标、report 报告、rectification 整改、decision 决定、appeal 申诉、waiver 豁免、correction 更正
            [date] 写成 2012-05-10 这样的日期，并核对当月有没有这一天
            [time] 写成 09:30 这样的时间
            [moment] 写成 2012-05-10T09:30:00
            [number] 只填数字，单位写在备注里
            [precise] 四舍五入到两位小数
            [large] 核对数字和单位
            [long] 缩短内容，详情放入附件
            [many] 拆成几条记录
            [control] 删去换行和不可见字符
            [separator] 把这一项拆成几项
            [hash] 附件写成 {"{"}"name":"记录.pdf","sha256":"64 位小写十六进制"{"}"}
            [fixed] 先作废原记录，再补一条正确的
            [set_outside] 把类型改为 correction，并用「ref」写明更正哪一条
            [nothing_set] 在「set」中写新内容；要作废原记录则把 status 写成 void
            [set_and_void] 分成两条更正记录
            [circle] 让每条更正都指向最初的记录
            [name] 核对名称，或先把它加入方案
           *[other] 按字段要求改正
        }
    }
    .page = 每个字段该写什么是定好的，写错的值如果照收，次数和期限就会算错。例如「2012-02-30」没有这一天；「5月10日」没有写年份，表格里写成 2012-05-10、2012/5/10 或 2012年5月10日才读得懂。职责事项、对象和人员要写方案里有的名称或编号。有一行不合要求就都不导入；要先导入合格的行，加上「--keep-valid」。

record-personal = { $reason ->
        [id_card] 「{ $field }」中有身份证号码，不得录入台账
       *[mobile] 「{ $field }」中有手机号码，不得录入台账
    }
    .label = 个人信息
    .help = 删去号码；干部只写工号，群众不写姓名和号码
    .page = 台账会层层上报、长期保存，登记进去的内容又不能删掉，所以身份证号和手机号一律不收。干部写工号；群众、举报人、被帮教的人不写姓名，只记日期和次数。例如备注写「走访张某，电话……」，应改成「走访一户」。身份证号要出生日期和校验位都对才算，工号和案件编号一般不会误认。

record-duplicate = 编号「{ $id }」重复
    .label = 又出现一次
    .help = 同一件事只留一条；不是同一件事就换一个编号；要改内容请另写一条更正记录
    .page = 检查结论和更正都靠编号找到一条记录，所以两条不同的记录不能用同一个编号。同一个文件里有两行内容完全一样、又没有写编号，也会得到这条提示：是一件事写了两遍，还是两件事，只有登记的人知道。是一件事就删去一行，是两件事就各写一个编号。导入过的文件再导入一遍不要紧，内容相同的记录不会重复进入台账。
record-duplicate-first = 第一次出现在这里

correction-target = 更正记录「{ $id }」所指的「{ $target }」不存在
    .label = 这条更正
    .help = 核对「ref」是否写成了原记录的编号
    .page = 更正要写明改的是哪一条。找不到那一条，更正就不起作用，而登记进台账的记录又不能删掉，所以不收。例如原记录的编号是「v01-0510」，更正的「ref」写成了「v1-0510」。编号用「luoshi ledger log」查；原记录和更正在同一个文件里的，先后不限。

file-unreadable = 无法读取「{ $path }」：{ $detail }
    .help = 检查文件是否存在、是否有权限、磁盘是否已满
    .page = 读不到的文件里可能正有要用的内容，略过它，结论就靠不住，所以这一次不下结论。常见的原因有：没有读取的权限，U 盘或共享文件夹断开了，台账所在的磁盘满了，文件正被别的程序独占。例如方案放在共享文件夹里，先看能不能在文件管理器里打开它，能打开了再运行一次。

not-utf8 = { $kind ->
        [sheet] 「{ $path }」是电子表格文件，不是文本
       *[other] 「{ $path }」的文字编码无法识别
    }
    .help = 在表格软件中选择“另存为”，类型选“CSV UTF-8（逗号分隔）”，再导入
    .page = 程序读的是文字。UTF-8、GBK（GB18030）和带标记的 UTF-16 都认得，表格软件存成的 CSV 一般可以直接读；Excel 的 .xlsx、.xls 也可以直接导入，不必另存。别的文件，例如 WPS 的 .et、图片、压缩包，只把文件名的结尾改成 .csv 没有用，要在原来的软件里另存为 .xlsx 或「CSV UTF-8」，再导入存出来的文件。

ledger-damaged = 台账「{ $path }」已损坏，读不下去（{ $detail }）
    .help = 不要再写入；用最近的备份或导出文件恢复，再运行 luoshi ledger verify
    .page = 台账有一处读不出来，记录就不完整，照它检查，做过的事会算成没有做，所以不下结论。多半是磁盘出了故障，或者拷贝、同步时文件没有传完整。平时用「luoshi export -o 备份.jsonl」留一份导出文件；要恢复时，把坏的台账移到别处保存，再把导出文件导入新的台账，各条记录原来的录入时间不变。

ledger-broken = { $why ->
        [edited] 台账第 { $number } 条「{ $id }」写入后被改动
        [removed] 台账第 { $number } 条「{ $id }」被删除
        [inserted] 台账第 { $number } 条「{ $id }」是后来插入的
        [reordered] 台账第 { $number } 条「{ $id }」被挪动了位置
        [unlinked] 台账第 { $number } 条「{ $id }」与前一条接不上：前一条被改写或删除
       *[damaged] 台账从第 { $number } 条「{ $id }」起读不出来：文件已损坏
    }
    .help = 保留「{ $path }」的现状作为凭据，用备份核对这一条及之后的记录
    .page = 每条记录的校验值都把前一条的校验值算在里面，登记以后改动、删去、插入或调换任何一条，从那里起就对不上。台账只能往后增加：记错了另登记一条更正，原来的一条仍然留着。例如有人用数据库工具把「absent」改成「attended」，核验时就会指出这一条。每次核验印出的条数和末条校验值，可以抄下来交上级留存，日后对照。

ledger-busy = 台账「{ $path }」正被另一个程序写入
    .help = 等另一个程序结束后再试
    .page = 同一时间只能有一个程序写台账，否则两边的记录会互相打乱。程序已经等了几秒，另一个还没有写完。例如另一个窗口正在导入一张大表，等它结束再运行一次就行。台账旁边的 ledger.db-wal 和 ledger.db-shm 也是台账的一部分，不要删。

ledger-foreign = { $reason ->
        [newer] 「{ $path }」由更新的版本建立（格式 { $version }），本程序读不了
       *[foreign] 「{ $path }」不是落实台账
    }
    .help = 核对路径；若是新版本建立的台账，请升级 luoshi
    .page = 程序只使用自己建立的台账，以免弄坏别的文件。最常见的是「--ledger」后面写成了表格，例如「--ledger 值班表.csv」：表格要先用「luoshi import」导入台账。由更新的版本建立的台账，本程序不认识其中的内容，不去猜，请升级后再用。

ledger-missing = 没有台账文件「{ $path }」
    .help = 用 luoshi import 导入第一批记录，台账会自动建立
    .page = 没有台账就没有依据，程序不会把「找不到台账」当成「什么也没有做」。台账应在方案文件夹里，叫 ledger.db，或者是文本文件 evidence.jsonl。最常见的是换了文件夹运行，例如应写「luoshi check 方案文件夹」。还没有台账的，导入或登记第一批记录时会自动建立；用「luoshi init」建立的方案已带有空台账。

ledger-two = 文件夹「{ $path }」里同时有 evidence.jsonl 和 ledger.db
    .help = 只留一个：先把 evidence.jsonl 导入台账，再移走它
    .page = 一个方案只能有一份台账，两份并存就不知道以哪一份为准，登记时也可能记到另一份里去。多半是导入 evidence.jsonl 以后没有把它移走。例如先运行「luoshi import evidence.jsonl」，已有的记录不会重复导入，再把 evidence.jsonl 移到别的文件夹。只想用其中一份检查一次的，用「--ledger」写明是哪个文件。

export-no-township = 看不出「{ $path }」的台账是哪个乡镇的
    .help = 在方案里写上「jurisdiction」的「code」，再导出
    .page = Parquet 文件是给大批检查用的，一个文件可以装许多乡镇，所以每一行都要写明乡镇代码。代码取自方案「jurisdiction」的「code」；方案没有写，就不知道是谁的记录，所以不写文件。例如只有 ledger.db、没有 plan.yaml 的文件夹。导出 JSONL 或者 CSV 不需要乡镇代码。

clock-behind = 电脑时钟是 { $now }，比台账最后一次登记的时间 { $last } 还早，没有登记
    .help = 校准日期、时间和时区后再登记；如果上一次登记时时钟快了、现在是对的，加上 --clock-checked
    .page = 登记时间写进台账就不能再改，它决定一条记录算不算补录，所以时钟不对时不登记。多半是电脑没电后日期回到了几年前，或者时区选错了，校准后再运行一次同样的命令。相差不到一小时的不算。上一次登记时时钟快了的，核对现在的时间无误，再加「--clock-checked」；台账里登记的先后和时间对不上，核查时看得出来，请留下说明。

ledger-unfinished = 台账「{ $path }」旁边有没有收尾的「{ $path }-wal」，而文件夹只读，不能收尾
    .help = 把整个文件夹拷贝到可以写入的地方，在那里运行
    .page = 上一次登记的程序没有正常结束，或者正在登记，最后的记录还在台账旁边的 -wal 文件里。只读台账本身，就会少算这些记录，把做过的事当成没有做，所以不读。例如从机关电脑拷到光盘上的文件夹里有 ledger.db-wal，请把 ledger.db、ledger.db-wal 一起拷贝到本机，在本机检查，最后的记录就会并入台账。

mapping-column = { $reason ->
        [syntax] 对照文件读不下去：{ $value }
        [field] 对照文件把列对到「{ $value }」，但记录没有这个字段
        [kind] 对照文件中的「{ $value }」不是一种记录
       *[value] 对照文件给「{ $field }」的内容「{ $value }」不合要求
    }
    .help = { $near ->
        [yes] 是不是「{ $suggestion }」？
       *[no] 可用的字段：日期 date、时间 time、职责事项 duty、对象 subject、人员 actor、状态 status、数量 quantity、金额 amount、标记 marks、备注 note、编号 id、关联编号 ref、截止日期 until
    }
    .page = 对照文件说明表格的哪一列是哪个字段，写错了，整列就会丢掉或者导入到别的字段。例如「columns: {"{"} 巡逻日期: date, 队员: actor {"}"}」，冒号左边是表头，右边是记录的字段，字段名用中文、英文都可以。文件里可以写的键有 kind、duty、columns、values、defaults。「defaults」里的值也要合字段的要求，例如日期写成 2012-05-10。

heading-unknown = 不认识表头「{ $heading }」，这一列没有导入
    .help = 不需要就不用管；需要就在对照文件的 columns 中写明它是哪个字段
    .page = 不认识的列没有导入，其他的列照常。像「天气」这样检查用不到的列，不用管；「序号」「星期」「签名」和没有表头的列不会提示。列里有要用的内容的，把表头改成常用的写法，如「日期」「村名」「出勤情况」，或者在对照文件里写明。除了人员和标记，两列对应同一个字段时只导入前一列，后一列也会得到这条提示。

heading-missing = 表中没有「{ $name }」（{ $field }）这一列
    .help = 给这一列写上表头「{ $name }」，或在对照文件中写明
    .page = 不知道日期和类型，就不知道一行记的是哪一天的什么事，所以表里要有「日期」和「类型」两列。整张表是同一种记录的，不必加「类型」列，导入时写明就行，例如「luoshi import 值班表.csv --kind 值班」。表头要在前 10 行之内，上面可以有标题。已经有这一列却仍然提示的，多半是表头的叫法不常用，在对照文件里写明它是哪个字段。

