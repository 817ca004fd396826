# Rhai 规则的提示，以及规则可用的词语。

script-syntax = 规则写法有误，读不下去
    .label = { $why }
    .help = 检查这一处附近的括号、引号和运算符是否成对、是否齐全
    .page = 规则用 Rhai 语言书写：「表达式」写一句，「脚本」写一页，最后一个值为 true 就是做到了。常见的错误有：括号或引号没有配对，用了全角的括号、引号、逗号，「等于」只写了一个等号（应写 ==），用了没有用 let 定义过的变量，嵌套太深。规则看到的是数，不是文件；要用到事项，写 duty("编号")。所有可用的词语见「luoshi rules vocabulary」。

script-too-long = 规则「{ $rule }」的脚本太长，最多 { $limit } 字节
    .label = 这条规则
    .help = 把脚本分成几条规则，每条只判断一件事
    .page = 一条规则判断一件事，写一句或者一页就够。脚本最长 65536 字节，超过的不读：故意写得很长的脚本会拖住考核。

too-many-findings = 这个方案要下的结论太多，估计 { $count } 条，最多 { $limit } 条
    .label = 到这一项就超过了
    .help = 减少对象，或者放宽频次，例如把按日改成按月；确实都要的，分成几个方案
    .page = 每个职责事项对每个对象、每个时段各有一条结论：500 个对象每天一次，一年就是 18 万条。合计超过 100 万条的方案，谁也看不过来，也会占满内存，所以不考核。

script-unknown-name = 规则里的「{ $name }」谁也不是
    .label = 没有这个名称
    .help = { $near ->
        [none] 查对写法；可用的词语见「luoshi rules vocabulary」，编号见方案
       *[other] 是否想写「{ $near }」？
    }
    .page = 规则里的每个名称都要指得到东西：函数和属性是「luoshi rules vocabulary」列出的那些，duty( ) 里是方案中事项的编号，incidents( ) 里是案件种类的编号，param( ) 里是参数的名称，「脚本」是 rules 文件夹里的文件。写错的名称若等到运行时才发现，这条规则每次都无法判定，所以在使用之前就全部指出。例如 duty("议事会") 而方案里的编号是「议事例会」，就会得到这条提示。

script-asks-later = 规则问「{ $name }」的检查结论，而它是{ $section ->
        [rules] 另一条规则
        [ladders] 督办
        [vetoes] 否决
       *[scorecards] 评分表
    }，规则得到的总是 0
    .label = 这时还没有结论
    .help = 改为问它所依据的事项、案件或者参数
    .page = 检查有先后：先判各个事项，再判插件规则和规则，然后才是豁免、督办、否决和评分。规则之间也不能互相问，免得结论随书写的先后变化。规则里问排在后面的，每次都是 0：条件若写「等于 0」，就总是满足，查不出问题。例如 duty("治安否决").violated == 0 永远成立，应改为 incidents("命案") == 0。

script-type = 规则「{ $rule }」要在「表达式」和「脚本」中写且只写一项
    .label = 这条规则
    .help = 一句话能说清的写「表达式」；长的放进 rules 文件夹的一个文件，用「脚本」写它的文件名
    .page = 规则的内容只能有一个出处：「表达式」直接写在方案里，「脚本」写在 rules 文件夹的 .rhai 文件里。两项都没有，规则什么也不说；两项都有，不知道以哪一项为准。

vocabulary-met = 这一事项已落实的结论数（逐个对象的规则只数本对象的，下同）
vocabulary-missed = 未落实的结论数
vocabulary-late = 逾期完成的结论数
vocabulary-violated = 违反的结论数
vocabulary-suspect = 疑点的结论数：只提示核实，不算不合要求
vocabulary-unknown = 无法判定的结论数
vocabulary-pending = 进行中和即将到期的结论数
vocabulary-failing = 不合要求的结论数：未落实、违反，以及不属轻微的逾期
vocabulary-failed = 是否有不合要求的结论
vocabulary-judged = 已有定论的结论数：已落实的加上不合要求的
vocabulary-figure = 各结论数量的合计，如所缺次数、逾期工作日、缺勤次数；疑点的数量不计在内
vocabulary-incidents = 方案期间这类案（事）件的起数；逐个对象的规则只数本对象的，含其下属的组、屯
vocabulary-param = 参数的数值，如「50元」为 50；没有定值或不是数的，规则无法判定
vocabulary-subject = 本对象的编号；不逐个对象的规则为空文字

# 插件没有给出可用结果的原因

plugin-cause-broken = 运行中断
plugin-cause-stack = 自身嵌套调用过深
plugin-cause-outside = 访问了自己内存或表以外的地方
plugin-cause-arithmetic = 运算没有结果，如除以零、数值过大
plugin-cause-call = 调用了不存在或类型不符的函数
plugin-cause-reentry = 各部分之间重复进入
plugin-cause-trap = 违反运行规则（{ $why }）
plugin-cause-fuel = 运算步数超过上限
plugin-cause-time = 运行时间过长
plugin-cause-memory = 所需内存超过上限
plugin-cause-parts = 组成部分过多
plugin-cause-refused = 插件说明无法判断（{ $why }）
plugin-cause-text = 给出的文字不是有效的 UTF-8
plugin-cause-shape = 给出的内容不成形
plugin-cause-flood = 给出的结果过多
plugin-cause-count = 应给出一项结论，实际给出 { $number } 项
plugin-cause-same = 第 { $number } 项和第 { $what } 项结论的对象和期间相同
plugin-cause-outcome = 第 { $number } 项结论是插件没有声明的“{ $what }”
plugin-cause-no-row = 第 { $number } 项结论没有指明对象
plugin-cause-township-row = 第 { $number } 项结论应针对全辖区，却指明了第 { $what } 行
plugin-cause-row = 第 { $number } 项结论所指的第 { $what } 行对象不存在
plugin-cause-record = 第 { $number } 项结论所依据的第 { $what } 条记录不存在
plugin-cause-period = 第 { $number } 项结论的起止日期有误
plugin-cause-message = 第 { $number } 项结论用了没有声明的说明“{ $what }”
plugin-cause-no-argument = 第 { $number } 项结论缺少说明中的“{ $what }”
plugin-cause-argument = 第 { $number } 项结论多了说明中没有的“{ $what }”
plugin-cause-day = 第 { $number } 项结论中“{ $what }”的日期有误
plugin-cause-too-long = 第 { $number } 项结论中“{ $what }”过长
plugin-cause-silent = 插件没有给出这个对象的结论
plugin-cause-absent = 没有载入
