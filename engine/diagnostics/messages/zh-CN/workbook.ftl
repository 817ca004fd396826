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
        [short_year] 「{ $value }」的年份只有两位，不能确定是哪一年
        [which_day] 「{ $value }」在表格里是数字，分不清是几号
        [no_day] 「{ $value }」没有写明是几号，不能成为记录
        [other_month] 「{ $value }」不在这一列的月份里
        [mark] 「{ $value }」的含义不能确定
        [ditto] 「{ $value }」上面没有可以照抄的内容
        [shared] 「{ $field }」的「{ $value }」是几行合并成一格的，不知道各行是多少
        [broken] 这一格的公式算错了，显示为「{ $value }」
       *[other] 「{ $value }」看不明白
    }
    .label = 这一格
    .help = { $reason ->
        [no_year] 把日期写完整，如 2012-05-10；或者在标题里写上年份，如「2012年…」
        [short_year] 年份写四位，如 2012-05-10
        [which_day] 「5.1」可能是 5月1日，也可能是 5月10日：写成「5月1日」或 2012-05-01
        [no_day] 写明日子，如「5日、20日」；只有次数的，不能当作记录
        [other_month] 核对日期；跨月的写到对应月份的列里
        [mark] 写成 出勤、缺勤、请假；或者在对照文件的 values 中写明它是什么意思
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

duty-unclear = 看不出工作表「{ $sheet }」对应哪个职责事项，其中的记录没有写职责事项
    .help = { $near ->
        [yes] 加上「--duty 名称」，或在对照文件中写 duty；名称相近的有：{ $suggestion }
       *[no] 加上「--duty 名称」，或在对照文件中写 duty
    }
    .page = 没有写职责事项的记录能进台账，但检查时算不到哪个职责事项名下，等于白记。工作表的名称或标题里有方案中职责事项的全名，就会自动对上，例如标题「2012年集镇夜间巡逻登记表」对上「集镇夜间巡逻」。对不上的，用「--duty」写明，或者在对照文件里给这张表写 duty。

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
import-sheet-records = 可导入 { $records } 条，{ $rejected } 处不合要求
import-column = { $column } 列「{ $heading }」→ { $field }
import-column-idle = { $column } 列「{ $heading }」不导入
import-column-name = { $column } 列「{ $heading }」是姓名，不导入
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
import-mapping-unknown = 不认识，没有导入；要导入就去掉前面的 # 并写上字段
