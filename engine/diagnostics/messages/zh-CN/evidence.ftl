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

record-personal = { $reason ->
        [id_card] 「{ $field }」中有身份证号码，不得录入台账
       *[mobile] 「{ $field }」中有手机号码，不得录入台账
    }
    .label = 个人信息
    .help = 删去号码；干部只写工号，群众不写姓名和号码

record-duplicate = 编号「{ $id }」重复
    .label = 又出现一次
    .help = 同一件事只留一条；不是同一件事就换一个编号；要改内容请另写一条更正记录
record-duplicate-first = 第一次出现在这里

correction-target = 更正记录「{ $id }」所指的「{ $target }」不存在
    .label = 这条更正
    .help = 核对「ref」是否写成了原记录的编号

file-unreadable = 无法读取「{ $path }」：{ $detail }
    .help = 检查文件是否存在、是否有权限、磁盘是否已满

not-utf8 = { $kind ->
        [sheet] 「{ $path }」是电子表格文件，不是文本
       *[other] 「{ $path }」的文字编码无法识别
    }
    .help = 在表格软件中选择“另存为”，类型选“CSV UTF-8（逗号分隔）”，再导入

ledger-damaged = 台账「{ $path }」已损坏，读不下去（{ $detail }）
    .help = 不要再写入；用最近的备份或导出文件恢复，再运行 luoshi ledger verify

ledger-broken = { $why ->
        [edited] 台账第 { $number } 条「{ $id }」写入后被改动
        [removed] 台账第 { $number } 条「{ $id }」被删除
        [inserted] 台账第 { $number } 条「{ $id }」是后来插入的
        [reordered] 台账第 { $number } 条「{ $id }」被挪动了位置
        [unlinked] 台账第 { $number } 条「{ $id }」与前一条接不上：前一条被改写或删除
       *[damaged] 台账从第 { $number } 条「{ $id }」起读不出来：文件已损坏
    }
    .help = 保留「{ $path }」的现状作为凭据，用备份核对这一条及之后的记录

ledger-busy = 台账「{ $path }」正被另一个程序写入
    .help = 等另一个程序结束后再试

ledger-foreign = { $reason ->
        [newer] 「{ $path }」由更新的版本建立（格式 { $version }），本程序读不了
       *[foreign] 「{ $path }」不是落实台账
    }
    .help = 核对路径；若是新版本建立的台账，请升级 luoshi

ledger-missing = 没有台账文件「{ $path }」
    .help = 用 luoshi import 导入第一批记录，台账会自动建立

ledger-two = 文件夹「{ $path }」里同时有 evidence.jsonl 和 ledger.db
    .help = 只留一个：先把 evidence.jsonl 导入台账，再移走它

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

heading-unknown = 不认识表头「{ $heading }」，这一列没有导入
    .help = 不需要就不用管；需要就在对照文件的 columns 中写明它是哪个字段

heading-missing = 表中没有「{ $name }」（{ $field }）这一列
    .help = 给这一列写上表头「{ $name }」，或在对照文件中写明

record-irrelevant = 记录「{ $id }」的职责事项「{ $duty }」不在方案里，不会用到
    .help = 核对职责事项的写法
