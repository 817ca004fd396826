# 方案对政策包的调整、新建方案的文字。

looser-waivers = 豁免规定只能从严：「{ $key }」写的是 { $given }，所依据的政策包是 { $below }
    .label = 比政策包宽
    .help = 只列 { $below } 以内的，或删去这一项
    .page = 谁可以批准豁免、最长多久、要不要写理由，以所依据的政策包为准。县可以在中央的基础上收紧，乡镇可以在县的基础上收紧；增加批准机关、延长期限、免写理由都不行。

limits-not-comparable = 参数「{ $name }」的 { $value } 和 { $other } 单位不同，哪个长要看日历
    .label = 与 { $other } 比不出长短
    .help = 写成与 { $other } 相同的单位
    .page = 工作日、日历日、小时和月换算不出固定的长短：长假里五天可能一个工作日也没有。无论从哪天起算都能分出长短的可以写（例如 2 个月在 5 天到 180 天之内），分不出的不猜，请用政策包的单位。

adjustable-loosened = 参数「{ $name }」的调整权限不能这样改{ $why ->
        [freer] ：比下层政策包定的宽
       *[no-direction] ：没有「从严方向」，谈不上只可从严
    }
    .label = { $why ->
        [freer] 只能收紧
       *[no-direction] 参数没有从严方向
    }
    .help = { $why ->
        [freer] 删去「可否调整」，或改得更严
       *[no-direction] 写「不可调整」，或删去「可否调整」
    }
    .page = 政策包给参数取值时可以同时收紧上面各层的调整权限：可调整、只可从严、不可调整，一层比一层严，不能放宽。例如县里定了 30 天，写上「可否调整: 只可从严」，乡镇就只能定得更短。

bounds-reversed = 参数「{ $name }」的最小值 { $min } 大于最大值 { $max }
    .label = 小于最小值 { $min }
    .help = 把两个数对调，或改正其中一个
    .page = 最小值大于最大值，就没有一个值能用了，乡镇怎么定都是错。多半是两个数写反，或者漏了一位；改正后再发布政策包。

section-deviations = 对政策包的调整
column-package = 政策包
column-plan = 本方案
column-change = 性质
column-grounds = 理由
column-waiver = 状态和理由
change-decided = 定下
change-stricter = 从严
change-looser = 放宽
change-other = 其他改动
change-none = 未改
no-reason = 没有写理由
deviations-parameters = 参数 { $count } 项：原来未定的 { $decided } 项，从严 { $stricter } 项，放宽 { $looser } 项，其他改动 { $other } 项。
deviations-packages = 所依据的政策包：
deviations-package = { $package }，{ $digest ->
    [none] 没有校验值（这个文件夹还不能打包）
   *[other] 校验值 { $digest }
}
deviations-none = 本方案对政策包没有改动。
deviations-disabled = 停用的职责事项 { $count } 项：
deviations-added = 本方案增加：
deviations-redefined = 政策包里已有、本方案另行定义：
deviations-planning = 补充了排班规则的值班 { $count } 项：
deviations-settings = 通用设置：
deviations-templates = 换用了本方案文书模板的 { $count } 种：
deviations-section = { $section } { $count } 项：{ $names }
deviations-nothing = 无
deviations-again = { $kind }「{ $id }」：{ $differences }
deviations-difference = { $key }由“{ $from }”改为“{ $to }”
explain-ineffective = 豁免记录 { $record } { $state }
waiver-ineffective = 无效
waiver-state = { $state }：{ $why }
waiver-no-such-duty = 方案中没有这个事项
waiver-not-waivable = 该事项不得豁免
waiver-not-by-body = 应由{ $bodies }批准
waiver-no-reason = 没有写理由
waiver-no-end = 没有写截止日期
waiver-ends-before = 截止日期早于起始日期
waiver-too-long = 最长只能到 { $day }
html-deviation = 类别
html-deviation-what = 内容

tailor-title = 《{ $title }》对政策包的调整：改了什么，还可以改什么
tailor-package = 依据 《{ $title }》（{ $name } { $version }）
tailor-no-packages = 本方案不依据政策包，全部内容由自己定。
tailor-unchanged = 没有改动。
tailor-clauses = 另有本方案的条款 { $clauses } 条，由政策包的 { $duties } 个事项承接。
tailor-open = 没有人定的问题
tailor-parameters = 参数和范围
tailor-free = 可在范围内调整的 { $count } 个：
tailor-stricter = 只可从严的 { $count } 个：
tailor-fixed = 不可调整的 { $count } 个：
tailor-optional = 可停用的事项
tailor-in-force = 执行
tailor-disabled = 已停用
tailor-rosters = 可补充排班规则的值班
tailor-planning-added = 已补充
tailor-planning-open = 未补充
tailor-waivers-nobody = 没有指明批准机关，任何单位都可以批准
tailor-waivers-by = 由{ $bodies }批准
tailor-waivers-most = 一次最长 { $limit }
tailor-waivers-reason = 必须写明理由
tailor-not-waivable = 不得豁免：{ $names }
tailor-waived-by = { $name }：由{ $bodies }批准
tailor-body = { $name }（{ $level }级）
column-range = 可取的值
column-question = 问题
range-between = { $min } 到 { $max }
range-from = 不少于 { $min }
range-to = 不超过 { $max }
range-more = 越大越严
range-less = 越小越严
range-reason = 改动须写理由
parameter-type-integer = 整数
parameter-type-decimal = 小数
parameter-type-money = 金额
parameter-type-percent = 百分比
parameter-type-limit = 时限
parameter-type-date = 日期
parameter-type-boolean = 是否
parameter-type-choice = 选项

cmd-tailor = 列出方案可以调整什么、范围多大，改了什么、为什么
    .path = 方案或政策包所在的文件夹；缺省为当前文件夹
    .changed = 只列改动
    .output = 写到这个文件；缺省为屏幕

init-stopped = 问题没有答完，什么也没有写
    .label = 没有答完
    .help = 重新运行；已经知道的用参数给出，例如 --name、--code、--set
    .page = luoshi init 一问一答地建立方案。输入中断（按了 Ctrl-D，或者脚本里的答案不够）时不猜，也不写半份方案。全部答完、检查无误之后才写文件。
init-needs-package = 没有说依据哪个政策包
    .label = 要指明政策包
    .help = 加上 --package 名称；加 --ask 可以从找到的政策包里选
    .page = 给了乡镇名称、参数等内容，就是要从政策包开始建立方案，所以要指明是哪一个。政策包放在新方案的旁边，或用 --packages 指明在哪里。
init-from-package = 已建立方案：{ $dir }/plan.yaml
    接着：luoshi check { $dir } 看落实情况，luoshi tailor { $dir } 看还可以调整什么
init-ask-package = 依据哪个政策包（1–{ $count } 或名称）：
init-ask-name = 乡镇名称 [{ $now }]：
init-ask-code = 乡镇代码，也写在台账里 [{ $now }]：
init-ask-title = 方案标题 [{ $now }]：
init-ask-issuer = 制发单位 [{ $now }]：
init-ask-from = 方案从哪天起 [{ $now }]：
init-ask-to = 到哪天止 [{ $now }]：
init-ask-issued = 印发日期 [{ $now }]：
init-ask-village = 第 { $number } 个村（名称，或 编号=名称；直接回车结束）：
init-about = { $name }（{ $id }）：{ $range }
init-ask-value = 取值 [{ $now }]：
init-ask-reason = 理由（可不写）：
init-ask-reason-needed = 理由：
init-ask-settled = 另有 { $count } 个参数政策包已有取值，要逐个看吗？[否]
init-ask-duty = 执行“{ $name }”吗？[是]
init-yaml-head = 依据《{ $title }》的实施方案。以“#”开头的是说明，可以删去；改完后运行：luoshi check
init-yaml-set = 参数取值。政策包定的不用重写；要改的去掉行首的“#”，写上取值和理由，例如 { "{" } 取值: 2, 理由: 加密 { "}" }。
init-yaml-open = 还没有人定的，定之前相应事项为“方案未定”：
init-yaml-settled = 政策包已定的：
init-yaml-about = { $name }：{ $range }{ $question ->
        [none] {""}
       *[other] 。{ $question }
    }
init-yaml-disable = 停用的事项，只有政策包允许的才能停用。
init-yaml-why = 写明理由
init-yaml-subjects = 对象：工作落实到哪些村、哪些场所。没有的不用写。
init-yaml-left = 政策包用到、由本方案定的，名称请改成本镇的。
init-yaml-holders = 谁任什么职；只写工号，不写姓名。填了才能逐级倒查。

cmd-init = 建立一份带说明的方案和空台账；可以从政策包开始，一问一答或用参数
    .dir = 新方案的文件夹
    .package = 依据的政策包名称
    .ask = 不在终端上也一问一答
    .name = 乡镇名称
    .code = 乡镇代码
    .title = 方案标题
    .issuer = 制发单位
    .issued = 印发日期
    .from = 方案从哪天起
    .to = 方案到哪天止
    .set = 参数取值，可以给多个
    .reason = 参数取值的理由
    .without = 停用的事项和理由
    .village = 一个村的编号和名称
    .keys = 键用哪种语言写；缺省与说明相同
