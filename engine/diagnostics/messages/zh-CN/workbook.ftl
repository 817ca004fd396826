# workbook

# import

cell-place = { $file }「{ $sheet }」{ $cell }

workbook-unreadable = { $reason ->
        [password] 「{ $path }」设有打开密码，读不了
        [no_sheet] 「{ $path }」里没有工作表
       *[damaged] 「{ $path }」不是完整的 Excel 文件，读不了（{ $detail }）
    }
    .help = { $reason ->
        [password] 在表格软件中取消打开密码，另存后再导入
        [no_sheet] 核对是不是这个文件
       *[damaged] 用表格软件打开，另存为 .xlsx 再导入；打不开的，找原来的文件
    }
    .page = 能读的是 .xlsx 和 .xls 两种 Excel 文件，看的是文件内容，不看文件名的结尾。读不了的常见原因：设了打开密码，U 盘或微信传输时没有传完整，或者是别的文件改了名字。WPS 的 .et 文件和 .ods 文件，请另存为 .xlsx 再导入。设了「保护工作表」而没有打开密码的，照样能读。

workbook-too-large = 「{ $path }」大得不像台账：{ $what }超过 { $limit }
    .help = 核对是不是这个文件；台账确实这么大的，按工作表或者年份分成几个文件导入
    .page = 一个 Excel 文件里最多能有这么多，防止故意做出来的文件占满内存：1 万个组成部分；展开后 1024 兆字节；.xls 每张表从第一个单元格到最后一个，连空的在内，合计 400 万个；一张表里合并的单元格 400 万个。表格以外很远的地方误留了内容的，例如最后一行有一个空格，清除后再导入。

workbook-parts = 组成部分
workbook-unpacked = 展开后的兆字节数
workbook-cells = 单元格
workbook-merged = 合并的单元格

sheet-skipped = { $reason ->
        [empty] 工作表「{ $sheet }」是空的，没有导入
        [told] 按对照文件，工作表「{ $sheet }」没有导入
        [no_rows] 工作表「{ $sheet }」只有表头，没有内容，没有导入
        [chart] 「{ $sheet }」不是工作表，没有导入
       *[no_table] 工作表「{ $sheet }」里没有认出表格，没有导入
    }
    .help = { $reason ->
        [no_table] 是封面、说明的不用管；有记录的，在对照文件的 sheets 中写明表头在第几行、各列是什么
       *[other] 核对是不是本来就没有内容；不需要处理的不用管
    }
    .page = 一个文件里每张工作表单独看。认不出表头的工作表，例如「封面」「填表说明」，整张跳过，但都会在这里写明，不会悄悄丢掉。表头要在前 10 个有内容的行之内，至少认得其中两列，例如「日期」「村名」。表头叫法特殊的，先用「luoshi import 文件 --dry-run --save-mapping」存一份对照，改好后再导入。

cell-unclear = { $reason ->
        [no_year] 「{ $value }」没有写年份，标题和表名里也没有
        [no_month] 「{ $value }」没有写月份，标题和表名里也没有
        [short_year] 「{ $value }」的年份只有两位，不能确定是哪一年
        [which_day] 「{ $value }」在表格里是数字，分不清是几号
        [no_day] 「{ $value }」没有写明是几号，不能成为记录
        [other_month] 「{ $value }」不在这一列的月份里
        [mark] 「{ $value }」的含义不能确定
        [not_done] 「{ $value }」是说没有做，没有做的事不能登记
        [ditto] 「{ $value }」上面没有可以照抄的内容
        [shared] 「{ $field }」的「{ $value }」是几行合并成一格的，不知道各行是多少
        [broken] 这一格的公式算错了，显示为「{ $value }」
       *[other] 「{ $value }」看不明白
    }
    .label = 这一格
    .help = { $reason ->
        [no_year] 把日期写完整，如 2012-05-10；或者在标题里写上年份，如「2012年…」
        [no_month] 在标题或表名里写上年月，如「2012年5月…」；或者在对照文件里写 month
        [short_year] 年份写四位，如 2012-05-10
        [which_day] 「5.1」可能是 5月1日，也可能是 5月10日：写成「5月1日」或 2012-05-01
        [no_day] 写明日子，如「5日、20日」；只有次数的，不能当作记录
        [other_month] 核对日期；跨月的写到对应月份的列里
        [mark] 写成 出勤、缺勤、请假；或者在对照文件的 values 中写明它是什么意思
        [not_done] 确实没有做的，删去这一行；做了的，改成实际情况
        [ditto] 写上实际内容
        [shared] 把合并的格拆开，各行写各行的数
        [broken] 改正公式，或直接填写结果
       *[other] 改成明确的写法
    }
    .page = 看不明白的格子不猜。猜错了，没有做的会算成做了，或者把张三的缺勤记到李四头上。例如「△」有的地方表示迟到，有的地方表示请假；「5.1」存成数字以后，「5月1日」和「5月10日」就没有区别；村里某月打一个「√」，不知道是哪一天。请把格子改明确，或者在对照文件里写明，例如「values: {"{"} status: {"{"} △: excused {"}"} {"}"}」。可用的考勤状态：attended 出勤、absent 缺勤、excused 请假、cancelled 取消。写成空文字 "" 的，表示这样的格子不算记录。

heading-unit = 不认识「{ $heading }」里的单位「{ $unit }」
    .help = 金额的单位用 元、百元、千元、万元
    .page = 金额照表头上的单位换算成元，分毫不差：「罚款金额（万元）」下面的 0.5 就是 5000 元。单位不认识就不能换算，当成元会差几个数量级，所以整张表不导入。例如「金额（美元）」要先折算成人民币再导入。

names-dropped = 「{ $heading }」一列是姓名，没有导入；人员以工号为准
    .help = 不用处理：台账只记工号，不记姓名
    .page = 台账会层层上报、长期保存，登记进去的内容不能删掉，所以干部只记工号，姓名一律不进台账。表里同时有「工号」和「姓名」两列的，只用「工号」，「姓名」留在原来的表里。

staff-missing = 工作表「{ $sheet }」只有姓名（「{ $heading }」），没有工号
    .help = 加一列「工号」，姓名列可以留着，不会导入
    .page = 台账只记工号，不记姓名：同名的人分不清，姓名也不应当层层上报。请在表里加一列「工号」，写每个人的工号，例如 PT012。工号要在方案的「persons」里登记过。

row-repeated = 这一行和「{ $sheet }」第 { $row } 行是同一条记录（编号「{ $id }」）
    .label = 又出现一次
    .help = 同一件事只留一行；不是同一件事的，加一列「编号」，各写一个编号
    .page = 两行的日期、对象、人员和内容全都一样，不知道是一件事写了两遍，还是两件事，只有登记的人知道。常见的是月表和年度汇总表放在同一个文件里：汇总表可以在对照文件里写「skip: true」，不再导入。导入过的文件再导入一遍不要紧，内容相同的记录不会重复进入台账；行的先后、所在的工作表变了也一样。

duty-unclear = 看不出工作表「{ $sheet }」记的是哪个职责事项
    .help = { $near ->
        [yes] 加上「--duty 名称」，或在表中加「职责事项」一列；这类记录可用于：{ $suggestion }
       *[no] 加上「--duty 名称」，或在表中加「职责事项」一列
    }
    .page = 没有写职责事项的记录，检查时算不到任何事项名下，等于白记；进了台账又只能逐条更正，所以不导入。工作表的名称或标题里有方案中职责事项的全名，就会自动对上，例如标题「2012年集镇夜间巡逻登记表」对上「集镇夜间巡逻」。对不上的，用「--duty」写明，或者在对照文件里给这张表写 duty。

import-sheet = 工作表「{ $sheet }」
import-sheet-range = 表格 { $range }（{ $layout ->
        [days] 横向是日期
        [months] 横向是月份
       *[list] 每行一条
    }，表头在第 { $heading } 行）
import-sheet-kind = 类型 { $kind }{ $from ->
        [column] {""}（按列）
        [title] {""}（按标题）
       *[told] {""}
    }，职责事项 { $duty }
import-sheet-unset = 未定
import-sheet-by-column = 按列
import-sheet-year = 年份 { $year }
import-sheet-year-month = 年份 { $year }，月份 { $month }
import-sheet-mapping = 使用保存的对照 { $path }
import-saved = 工作表「{ $sheet }」使用保存的对照 { $path }
import-sheet-records = 可导入 { $records } 条，{ $rejected } 处不合要求
import-column = { $column } 列「{ $heading }」→ { $field }
import-column-idle = { $column } 列「{ $heading }」不导入
import-column-name = { $column } 列「{ $heading }」是姓名，不导入
import-column-second = { $column } 列「{ $heading }」也是 { $field }，前面已有一列，没有导入
import-column-unknown = { $column } 列「{ $heading }」不认识，没有导入
import-column-near = { $column } 列「{ $heading }」不认识，没有导入；是不是 { $near }？
import-aside = 第 { $rows } 行不是记录：{ $why ->
        [total] 合计行
        [note] 表下说明
        [heading] 重复的表头
        [numbered] 只有序号
       *[blank] 空行
    }{ $text }
import-aside-text = {""}（{ $text }）
import-mapping-saved = 对照已存入 { $path }；下次导入同样的表会自动使用，可以直接修改
import-mapping-head =
    这是表格与台账字段的对照，由 luoshi import --save-mapping 写成，可以直接修改。
    下次导入工作表名称和表头相同的文件时自动使用（名称里的数字不同也算相同）。
    columns：左边是表头，右边是字段。values：左边是格子里的写法，右边是它的意思。
    不想导入的工作表写 skip: true；标题里没有年份的写 year: 2012。
import-mapping-heading = 表头在第几行（从 1 数起）；改动表头位置后要跟着改
import-mapping-year = 年份取自标题或表名：{ $year }
import-mapping-second = 前面已有一列是这个字段，没有导入；要导入就改成别的字段
import-mapping-unknown = 不认识，没有导入；要导入就去掉前面的 # 并写上字段

# template

template-title = { $place }{ $kind }台账（{ $days }）
template-title-duty = { $place }{ $kind }台账：{ $duty }（{ $days }）
template-days = { $from }至{ $to }
template-day = { $year }年{ $month_number }月{ $day_number }日
template-day-same-year = { $month_number }月{ $day_number }日
template-remark = 标 * 的栏目必填。每行记一件事。鼠标停在表头上，可以看到怎样填写；可选的名称见「{ $options }」表。
template-sheet-ledger = { $kind }台账
template-sheet-options = 选项
template-options-remark = 台账中下拉选项的全部名称，供查对。名称取自实施方案，要增减请改方案。
template-options-of = 可选
template-sheet-guide = 填写说明
template-guide-title = { $kind }台账填写说明
template-guide-column = 栏目
template-guide-hint = 怎样填写
template-guide-example = 例子
template-guide-required = 是否必填
template-required = 必填
template-optional = 可不填
template-example = 例：
template-refused = 填写有误
template-footer = 第 &P 页，共 &N 页
template-repeated = { $heading }（{ $number }）
template-file = 台账-{ $kind }.xlsx
template-done = 已生成 { $path }，可填 { $rows } 行；填好后运行 luoshi import { $path }{ $to }

template-rule-people = 不得填写：群众、举报人、报案人、被帮教人员、未成年人的姓名；任何人的身份证号码和手机号码。干部一律写工号。带有身份证号码或手机号码的行不能导入。
template-rule-names = 职责事项、对象、单位和职务、状态、标记一律用下拉选项中的名称，不用简称。从别处粘贴时选“只粘贴数值”，以免冲掉下拉选项。
template-rule-rows = 一行一件事，行与行之间不留合计、小计。已备好 { $rows } 行，填不下的另用一份空白台账。
template-rule-import = 填好后保存，运行“luoshi import 文件名”导入。已经导入过的行再导入一次也不会重复。有一行不合要求，全部不导入；加上“--marked 文件名”，可得到一份标出错处的副本。

template-heading-id = 编号
template-heading-date = { $kind ->
        [task] 日期（办结期限）
        [waiver] 日期（起）
       *[other] 日期
    }
template-heading-time = 时间
template-heading-duty = 职责事项
template-heading-subject = 对象
template-heading-actor = { $kind ->
        [shift] 人员（工号）
        [decision] 人员（决定机关）
        [waiver] 人员（批准）
       *[other] 人员（单位或职务）
    }
template-heading-status = { $kind ->
        [shift] 状态（出勤）
        [incident] 状态（案件种类）
        [decision] 状态（决定内容）
       *[other] 状态
    }
template-heading-quantity = { $kind ->
        [meeting] 数量（到会人数）
        [training] 数量（参加人数）
       *[other] 数量
    }
template-heading-amount = 金额（元）
template-heading-marks = 标记
template-heading-ref = { $kind ->
        [response] 关联编号（案件）
        [reward] 关联编号（案件）
        [correction] 关联编号（原记录）
       *[other] 关联编号
    }
template-heading-until = 截止日期
template-heading-note = 备注
template-heading-set = 更正内容

template-hint-id = { $kind ->
        [incident] 这起案（事）件的编号，自己编，不重复。处置、奖励等记录靠它对应到这一起。
       *[other] 别的记录要对应到这一条时才编号，不重复；不编号的由系统自动编。
    }
template-hint-date = { $kind ->
        [task] 应当办结的最后一天，年月日写全。
        [waiver] 从哪一天起豁免，年月日写全。
        [correction] 更正的日期，年月日写全。
        [shift] 值班开始的那一天，年月日写全；过夜的写开始的一天。
       *[other] 事情发生的日期，年月日写全。
    }
template-hint-time = { $kind ->
        [incident] 发生的时间，24 小时制。处置时限按小时算的，要填。
        [response] 处置的时间，24 小时制。处置时限按小时算的，要填。
       *[other] 开始的时间，24 小时制。
    }
template-hint-duty = 这件事落实的是哪一项职责，从下拉选项中选。
template-hint-subject = { $kind ->
        [shift] 在哪个村、哪个点，从下拉选项中选；全镇的不填。
        [incident] 发生在哪里，从下拉选项中选。
       *[other] 是哪个村、单位或场所的，从下拉选项中选；全镇的不填。
    }
template-hint-actor = { $kind ->
        [shift] 值班人员的工号，从下拉选项中选，不写姓名。一人一行。
        [decision] 作出决定的机关，从下拉选项中选。
        [waiver] 批准豁免的单位或职务，从下拉选项中选。
        [meeting] 召集会议的单位或职务，从下拉选项中选，不写姓名。几家联合的用顿号隔开。
       *[other] 承办的单位或职务，从下拉选项中选，不写姓名。几家联合的用顿号隔开。
    }
template-hint-status = { $kind ->
        [shift] 出勤情况，从下拉选项中选；还没有点名的先空着。
        [incident] 是哪一种案（事）件，从下拉选项中选。
        [decision] 作出了什么决定，从下拉选项中选；决定没有区分的空着。
        [rectification] 申请解除督办的选「{ $first }」，其他整改空着。
        [correction] 作废原记录的选「{ $first }」；只改内容的空着，填“更正内容”。
       *[other] 有变化的从下拉选项中选；情况正常的空着。
    }
template-hint-quantity = { $kind ->
        [meeting] 实际到会的人数，只填数字。
        [training] 实际参加的人数，只填数字。
        [metric] 指标的数值，只填数字；百分比 92.3% 填 92.3。
       *[other] 事项要求的数量，如人数、次数、户数，只填数字。
    }
template-hint-amount = 实际发放的金额，单位是元，只填数字，最多两位小数。
template-hint-marks = { $kind ->
        [reward] 奖励的依据，从下拉选项中选；不止一个的，分填几栏或用顿号隔开。
       *[other] 记录具备的内容或材料，从下拉选项中选，没有的不选；不止一个的，分填几栏或用顿号隔开。
    }
template-hint-ref = { $kind ->
        [response] 所处置的案（事）件在台账中的编号。
        [reward] 所奖励的案件的编号；同一案件几个人领奖，编号相同。
        [correction] 被更正的那条记录的编号，可用“luoshi ledger log”查。
        [decision] 决定针对某一条记录的，填那条记录的编号。
       *[other] 与哪一条记录对应，就填那条记录的编号；没有的不填。
    }
template-hint-until = 豁免到哪一天为止，这一天包括在内。
template-hint-note = 需要说明的情况。不写群众姓名，不写身份证号码和手机号码。
template-hint-set = 要改的栏目和新内容，照例子写，引号用半角。作废的不填。

template-sample-id = { $kind ->
        [incident] AJ-2012-001
       *[other] JL-2012-001
    }
template-sample-time = 09:30
template-sample-quantity = { $kind ->
        [metric] 92.3
       *[other] 12
    }
template-sample-amount = 300
template-sample-ref = AJ-2012-001
template-sample-note = { $kind ->
        [meeting] 研究七月值守安排
        [waiver] 汛期道路中断，暂缓下村
        [correction] 重复登记
       *[other] 材料存综治办
    }
template-sample-set = {"{"}"quantity":"12"{"}"}

template-refusal-date = 请填日期，如 { $first }；应在 { $from } 至 { $to } 之间。
template-refusal-until = 请填日期，如 { $first }；不早于 { $from }。
template-refusal-time = 请填时间，如 09:30。
template-refusal-quantity = 请只填数字，不带单位。
template-refusal-amount = 请只填数字，单位是元，不能是负数。
template-refusal-id = 这个编号已经用过，请换一个。
template-refusal-text = 内容太长，请缩短。
template-refusal-list = 请从下拉选项中选择。选项中没有的，先核对名称，或请县里修改方案。
template-refusal-lists = 这一项不在下拉选项中。填了几个并用顿号隔开的，可以继续；写错了的，请重新选择。

template-status-confirmed = 确认
template-status-rejected = 否定
template-status-lifted = 解除
template-status-caused = 认定有因果关系
template-status-accepted = 验收合格
template-status-applied = 申请解除
template-status-void = 作废
import-mapping-marks = 含义不能确定的写法：写上 attended、absent、excused 或 ""（不算记录），再去掉前面的 #

# marked

marked-sheet = 待改之处
marked-remark = 共 { $count } 处需要改正。点「单元格」一栏可以跳到那一格；改好后保存，再导入这个文件。
marked-of-sheet = 工作表
marked-cell = 单元格
marked-reason = 问题
marked-advice = 怎么办
marked-done = 已生成标红的副本 { $path }，共 { $count } 处；改好后导入这个副本就行
