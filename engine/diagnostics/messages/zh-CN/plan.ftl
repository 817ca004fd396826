# YAML 文字、实施方案和工作日历的提示。

yaml-syntax = 这里的 YAML 写法有误，读不下去
    .label = 读到这里无法继续（{ $why }）
    .help = { $hint }
    .page = 方案按 YAML 的写法书写：一行一项，「键」后面是半角冒号和空格，下级内容用空格缩进。最常见的错误是用了制表符、全角冒号「：」，或者在花括号里没有给参数加引号。一个文件只要有一处读不下去，后面的内容就都看不到，所以这一处改好之后可能还会出现别的提示。例如「会议：」应写成「会议:」。

yaml-alias = 不支持 YAML 的锚点（&）和引用（*）
    .label = 这里用了锚点或引用
    .help = 把所指的内容原样写在这里；文字本身以 & 或 * 开头的，加上引号
    .page = 锚点和引用让人看不出一个值写在哪里，还能用很短的文件撑出极大的内容，所以方案里不能用。多处要用同一个数，请设一个参数，用「{"${"}名称{"}"}」来写。只是文字以 & 或 * 开头的，用引号括起来即可。

yaml-too-deep = 列表和映射嵌套超过 { $limit } 层
    .label = 从这里起太深
    .help = 检查这里的缩进或括号，去掉多余的层次
    .page = 方案里没有任何内容需要嵌套这么多层。嵌套过深多半是括号没有配对，或者复制时缩进越来越深。请从所指的位置往上检查。

yaml-too-large = 文件超过 { $limit } MB，不予读取
    .label = 文件从这里开始
    .help = 按章节拆成几个文件，放在同一个文件夹里
    .page = 一个方案的文字通常不到 1 MB。文件过大，多半是把台账当成了方案。记录请用「luoshi ledger import」导入；方案确实很长的，拆成几个 .yaml 文件，同一文件夹里的都会读取。

duplicate-key = 「{ $key }」写了两次
    .label = 又写了一次
    .help = 两处合并成一处，或者删去其中一处
    .page = 同一个键写两次，读的人不知道以哪一次为准。例如一个会议里写了两个「频次」。请只保留一处；要写多项内容的，在同一个键下面写成列表。

unknown-key = 这里没有「{ $key }」这个键
    .label = 不认识的键
    .help = { $near ->
        [none] 删去它，或者查对这一节可以写哪些键
       *[other] 是否想写「{ $near }」？
    }
    .page = 写错的键如果被悄悄忽略，这一项要求就等于没有写，所以每个不认识的键都会指出。键可以用中文，也可以用英文，例如「会议」或「meetings」。写成「会仪」会得到这条提示，改成「会议」即可。

missing-key = 缺少「{ $key }」
    .label = 这一项里要有「{ $key }」
    .help = 在这一项里加上「{ $key }」
    .page = 少了这个键，这一项就说不清是什么、由谁负责或者怎样检查。例如每个会议都要有「编号」和「名称」：台账里的记录靠编号找到它，报告里用名称称呼它。

wrong-type = 这里应填{ $wanted }，现在是{ $found }
    .label = 应填{ $wanted }
    .help = 改成{ $wanted }
    .page = 每个键后面该写一个值、一个列表还是下一级的键，都是定好的。例如「频次」后面要写下一级的「每」和「至少」，只写一个「每月」读不懂。请照所说的形式改写。

unknown-value = 「{ $value }」不是这里可以选用的词
    .label = 不在可选范围内
    .help = { $near ->
        [none] 从这些词中选一个：{ $list }
       *[other] 是否想写「{ $near }」？可选：{ $list }
    }
    .page = 有些键只能从几个固定的词里选，中文英文都可以。例如「每」可以写日、周、月、季、半年、年。提示里列出了全部可选的词。

bad-value = 「{ $value }」不能当作{ $wanted }
    .label = 应填{ $wanted }
    .help = 改写成{ $wanted }
    .page = 值的写法要能准确读懂。日期写成 2012-05-10，时限写成 3个工作日、2小时，百分比写成 95%，金额写成 50元。请照提示中的样子改写。

both-languages = 「{ $key }」和「{ $other }」是同一个键，写了两次
    .label = 与「{ $other }」相同
    .help = 只留一个
    .page = 每个键有中文和英文两个名字，意思完全一样。同一项里两个都写，就不知道以哪个为准。请合并成一个。

empty-file = 文件是空的
    .label = 这里没有内容
    .help = 写上内容，或者删去这个文件
    .page = 空文件多半是没有保存成功，或者内容全成了注释。文件第一行应是「luoshi: 1」。用不着的文件请删去。

wrong-version = 格式版本「{ $value }」不能识别
    .label = 本程序只认识版本 1
    .help = 改成 1；若方案确是为更新的版本写的，请升级 luoshi
    .page = 「luoshi: 1」说明文件按第 1 版格式书写。写成别的数，程序无法保证读得对，所以不猜。

yaml-tag = 不支持 YAML 的类型标记（!）
    .label = 这里用了类型标记
    .help = 去掉感叹号开头的标记；文字本身以 ! 开头的，加上引号
    .page = 一个值是什么类型，由它的键决定，不用标记说明。标记在别的程序里还可能执行代码，所以一律不认。

many-documents = 一个文件里写了不止一份文档
    .label = 第二份从这里开始
    .help = 删去「---」，或者把后一份另存为一个文件
    .page = 「---」把一个 YAML 文件分成几份文档，后面的几份很容易被漏读。请一个文件只写一份；同一文件夹里的文件都会读取。

hidden-character = 这里有看不见的字符（{ $character }）
    .label = 在这段文字里
    .help = 删去它；从网页、聊天软件里粘贴来的，重新输入一遍
    .page = 看不见的字符会改变人看到的内容：有的能移动终端的光标、盖住一条结论，有的能把文字倒过来显示，有的让两个名称看上去一样其实不一样。所以方案和政策包的文字里一律不准有，换行和制表符除外。多半是从网页粘贴时带进来的，删去重新输入就行。

unknown-name = 没有叫「{ $name }」的{ $space }
    .label = 没有这个{ $space }
    .help = { $near ->
        [none] 查对写法，或者先定义它
       *[other] 是否想写「{ $near }」？
    }
    .page = 方案里用到的每个单位、职务、对象集合、职责事项，都要在方案或它依据的政策包里定义过。编号要一字不差。例如「每个对象: vilages」找不到，因为定义的是「villages」。

duplicate-id = { $space }「{ $name }」定义了两次
    .label = 又定义了一次
    .help = 给其中一个换一个编号，或者删去重复的一个
    .page = 编号是台账记录和检查结论找到一件事的依据，同一类里不能重复。单位、职务和对象集合可以在方案里对政策包中的同名项作补充，其他的不行：要在政策包的职责事项上增加条款，用「承接」。

span-reversed = 起止颠倒：从 { $from } 到 { $to }
    .label = 比起始的 { $from } 还早或还小
    .help = 改正其中一个，使起始在前
    .page = 结束早于开始的期间一天也没有，写在里面的要求永远不会检查。最常见的是年份没有改，例如 2012-05-10 至 2011-12-31。金额范围最小值大于最大值，也是同样的错误。

impossible-cadence = { $why ->
        [both] 「{ $first }」和「{ $second }」不能同时写
        [neither] 频次没有写几次
        [never] 0 次等于没有要求
        [too-often] 次数多得不可能做到
       *[grace] 「{ $first }」和「{ $second }」不能同时写
    }
    .label = { $why ->
        [neither] 要有「{ $first }」或「{ $second }」
       *[other] 问题在这里
    }
    .help = { $why ->
        [both] 留下「{ $first }」或「{ $second }」中的一个
        [neither] 加上「{ $first }」或「{ $second }」
        [never] 写上次数；不再要求的，把「生效」设为否
        [too-often] 查对次数
       *[grace] 期后补记仍算按时的用「{ $second }」，算逾期的用「{ $first }」，留一个
    }
    .page = 频次要让人一看就知道每个周期该做几次，例如「频次: 每月、至少 1 次」。「至少」和「恰好」只能写一个：多开一次会，按「至少」是好事，按「恰好」是违反。「报送工作日」和「宽限工作日」都管期后的记录，一个算按时，一个算逾期，也只能写一个。

task-cycle = 任务互相等待：{ $cycle }
    .label = 绕回来的一环
    .help = 去掉其中一个先后关系
    .page = 甲要等乙办完、乙又要等甲办完，两件都永远开不了头，期限也算不出来。「前置任务」和期限的「起算」都算先后关系。请看清圈里的每一环，去掉不该有的那个。

chain-cycle = { $what }绕成了圈：{ $cycle }
    .label = 绕回来的一环
    .help = 去掉圈中的一环
    .page = 责任要能一级一级倒查到最上面的人，绕成圈就没有最上面的人了。责任链的「责任环节」和职务的「上级职务」合起来不能有圈；对象的「所属对象」、集合的「合并」也一样。

unknown-parameter = 没有叫「{ $name }」的参数
    .label = 没有这个参数
    .help = { $near ->
        [none] 查对写法，或者先在「参数」中定义它
       *[other] 是否想写「{ $near }」？
    }
    .page = 「{"${"}名称{"}"}」用的是参数的值，「参数取值」给参数定值，参数要由方案或它依据的政策包在「参数」中定义过。政策包改版后参数改名，也会出现这条提示。

out-of-bounds = 参数「{ $name }」的值 { $value } { $side ->
        [min] 小于下限 { $limit }
       *[max] 大于上限 { $limit }
    }
    .label = { $side ->
        [min] 最小 { $limit }
       *[max] 最大 { $limit }
    }
    .help = 改成界限以内的值
    .page = 政策包给参数定了上下限，乡镇只能在界限以内取值。例如奖励金额定为 200 至 2000 元，写 100 元就越界了。确有必要的，请发布政策包的单位调整界限。

looser-than-package = 参数「{ $name }」只能从严，{ $value } 比原定的 { $default } 宽
    .label = 比原定的 { $default } 宽
    .help = 改成 { $default } 或更严的值
    .page = 政策包把这个参数定为「只可从严」：乡镇可以要求得更严，不能放宽。例如县里要求每月至少 1 次，乡镇可以定 2 次，不能改成每季 1 次。

not-adjustable = 参数「{ $name }」不可调整，应为 { $default }，不能改成 { $value }
    .label = 应为 { $default }
    .help = 删去这一项，按政策包的值执行
    .page = 政策包把这个参数定为「不可调整」，各乡镇必须一致，否则县里无法比较。确需改动的，请发布政策包的单位修改。

parameter-type = 参数「{ $name }」应填{ $wanted }，「{ $value }」读不懂
    .label = 应填{ $wanted }
    .help = 改写成{ $wanted }
    .page = 每个参数都有类型，值要按类型书写：整数写 3，金额写 50元，时限写 3个工作日，日期写 2012-06-30。类型写在政策包「参数」一节的「类型」里。

missing-reason = 参数「{ $name }」由 { $default } 改为 { $value }，没有写理由
    .label = 要写明理由
    .help = 写成「取值: { $value }」和「理由: ……」两项
    .page = 改动「只可从严」的参数，要让上级和审计看得到为什么。理由会和取值一起印在检查报告里。例如「取值: 2，理由: 与上年一致」。

unknown-package = 找不到政策包「{ $name }」
    .label = 没有这个政策包
    .help = { $near ->
        [none] 查对名称，或者先用 luoshi package install 安装这个政策包
       *[other] 是否想写「{ $near }」？
    }
    .page = 方案依据的政策包要放在程序找得到的地方，名称与它的「package.yaml」里写的完全一致。找不到时，方案中用到的许多名称都无从核对，所以这一次不再逐个指出。

extends-cycle = 政策包互相依据：{ $cycle }
    .label = 绕回来的一环
    .help = 去掉其中一个「依据政策包」
    .page = 政策包一层一层往上依据，最上面是最一般的。甲依据乙、乙又依据甲，就分不出谁在谁之上，参数以谁的为准也说不清。

package-version = 政策包「{ $name }」需要版本 { $wanted }，现有的是 { $found }
    .label = 现有 { $found }
    .help = 取得所需的版本，或者核对内容后改写这里的版本
    .page = 「^1.2」表示 1.2 以上、2.0 以下：小改动可以直接用，大版本变了，要求可能不同，要先看清改了什么再改这里的版本。

clause-unknown = 没有编号为「{ $name }」的条款
    .label = 没有这个条款
    .help = { $near ->
        [none] 查对条款编号，或者在 clauses.yaml 中加上它
       *[other] 是否想写「{ $near }」？
    }
    .page = 每件职责事项都要说明它落实的是哪一条，条款列在方案或政策包的 clauses.yaml 里。检查结论会引用条款，编号错了就查无出处。

clause-unmapped = 条款「{ $clause }」标为可检查，但没有事项落实它
    .label = 没有事项落实它
    .help = 让一件职责事项的「条款」写上它，或者把状态改为「未对应」并写明理由
    .page = 文件里可以检查的每一条，都应有职责事项去落实，否则这一条等于没有部署。落实它的事项因停用而不在的，也会出现这条提示。暂时不落实的，把状态改为「未对应」，并如实写明理由。

clause-reason-missing = 条款「{ $clause }」不作检查，没有写理由
    .label = 为什么不检查
    .help = 加上「理由」
    .page = 把一条标为「仅作指导」或「未对应」，就是决定不检查它。审计要看到这个决定的理由，例如「属指导思想，无可检查的行为」。

clause-guidance-carried = 条款「{ $clause }」标为仅作指导，却由「{ $by }」落实
    .label = 有事项在落实它
    .help = 把状态改为「可检查」，或者从「{ $by }」中去掉这个条款
    .page = 「仅作指导」是说这一条没有可检查的行为。既然有职责事项在落实它，就是可以检查的，两处说法要一致。没有目标值的指标只是展示趋势，不算落实。

quorum-above-one = 比例 { $value } 超过全部人数
    .label = 大于 1
    .help = 把分子改成不大于分母
    .page = 到会人数不可能超过应到人数，这样的会永远不合要求。三分之二写成 2/3，常见的错误是写成 3/2。

veto-below-county = 「{ $name }」由「{ $body }」决定，低于县级
    .label = 一票否决由县级以上决定
    .help = 把决定机关改为县级或以上；乡镇只能提出建议
    .page = 一票否决影响评先评优和任用，由县级以上机关决定，乡镇只能提出。写成由乡镇决定的，其决定不作数，程序会在检查结论里说明。

holders-overlap = 职务「{ $role }」同时由「{ $other }」和「{ $person }」担任
    .label = 与前任的任期重叠
    .help = 写上前任的最后一天，或者把其中一人写成代理
    .page = 同一职务同一天有两个人，倒查时就说不清该找谁。换人时给前任写上「到」，给后任写上「从」；临时顶替的写「代理: 是」。

duty-unset = 「{ $title }」（{ $name }）没有定下「{ $key }」，暂时无法检查
    .label = { $parameter ->
        [none] 没有写「{ $key }」
       *[other] 参数「{ $parameter }」还没有值
    }
    .help = { $parameter ->
        [none] 写上「{ $key }」
       *[other] 在「参数取值」中给「{ $parameter }」定一个值
    }
    .page = 文件要求做的事，有许多没有说多久一次、什么时候办完。没有定下来以前，这一项的结论是「方案未定」，既不算落实，也不算没有落实。由方案定下来之后才能检查。

nothing-to-disable = 政策包里没有可停用的「{ $name }」
    .label = 不是政策包的职责事项
    .help = { $near ->
        [none] 删去这一项；方案自己的事项直接删去即可
       *[other] 是否想写「{ $near }」？
    }
    .page = 「停用」是说政策包里的某件可选事项本乡镇不做。方案自己写的事项不想做，直接删去就行，不必停用。

not-optional = 「{ $name }」不可停用
    .label = 政策包没有允许停用
    .help = { $near ->
        [none] 删去这一项，按政策包执行
       *[other] 删去这一项，或者停用「{ $near }」
    }
    .page = 只有政策包标为「可停用: 是」的事项，乡镇才可以不做。其他的是必须做的；确有困难的，请有权的机关批准豁免，把批准作为豁免记录录入台账。

score-sum = 各部分满分之和是 { $sum }，不等于总分 { $total }
    .label = 各部分合计 { $sum }
    .help = 改总分，或者改某一部分的满分
    .page = 各部分的满分加起来要等于总分，否则满分的乡镇也得不到总分，或者得分会超过总分。例如总分 100，三部分是 40、30、30。加分另算，不计在内。

amount-negative = 金额 { $value } 是负数
    .label = 不能小于 0
    .help = 去掉负号
    .page = 扣款和奖励都写正数：「扣款: 50元」就是扣 50 元。写成负数，扣款会变成发钱。

deadline-outside-plan = { $date } 不在方案期间（{ $from } 至 { $to }）之内
    .label = 在方案期间之外
    .help = 查对年份，或者调整方案期间
    .page = 方案期间以外的期限，本方案不会检查到。最常见的是沿用旧方案时年份没有改。确实跨年的，可以保留。

wrong-kind-of-name = 「{ $name }」是{ $found }，这里要写{ $space }
    .label = 这里要写{ $space }
    .help = { $near ->
        [none] 改成{ $space }的编号
       *[other] 是否想写「{ $near }」？
    }
    .page = 名称是有的，但不是这一类。例如「责任职务」要写职务的编号，写成了单位的编号。单位、职务、对象各有各的编号，不能混用。

setting-undecided = 参数「{ $parameter }」还没有值，这里必须有值
    .label = 参数还没有值
    .help = 在「参数取值」中给「{ $parameter }」定一个值
    .page = 有的地方可以先空着，检查结论是「方案未定」；有的地方空着就无法计算，例如奖励金额的上下限。这里属于后一种，要先定值。

forbidden-subject = 这里像是{ $what }，方案中不能出现
    .label = 像是{ $what }
    .help = 人员改用工号，对象改用自编的编号
    .page = 方案和台账会层层上报，群众和干部的身份证号、手机号不应写在里面。人员用单位内部的工号，对象用自编的编号，例如 v01。

one-of-two = { $why ->
        [both] 「{ $first }」和「{ $second }」只能写一个
       *[neither] 「{ $first }」和「{ $second }」要写一个
    }
    .label = { $why ->
        [both] 已经写了「{ $first }」
       *[neither] 两个都没有写
    }
    .help = { $why ->
        [both] 删去「{ $first }」或「{ $second }」
       *[neither] 加上「{ $first }」或「{ $second }」
    }
    .page = 这两个键是同一件事的两种说法：期限要么是一个「日期」，要么是一个「时限」；规则要么写「表达式」，要么写「脚本」。两个都写就不知道以哪个为准，都不写就等于没有说。

empty-condition = 「{ $name }」没有写任何条件
    .label = 这里没有条件
    .help = 至少写一个条件
    .page = 条件都不写，一票否决就会对所有对象成立，督办阶梯则永远不会启动。请写明案事件、失职事项、此前失责或规则中的至少一个。

veto-without-basis = 一票否决「{ $name }」没有写依据
    .label = 没有写「依据」
    .help = 加上「依据」，写明文件名称和条款
    .page = 一票否决后果严重，要有法律或政策依据，被否决的单位才好申诉、审计才好核对。请写明依据的文件和条款。

too-many = 这里列了 { $count } 项，最多 { $limit } 项
    .label = 项数太多
    .help = 分成几个职责事项来写
    .page = 一个职责事项的标记和单位最多各列 64 项，再多就分辨不清，漏掉哪一项都可能冤枉人，所以不接受。项目多的，按内容分成几个职责事项，例如把「检查内容」按类别分开。

plan-too-large = { $what }写了 { $count }，最多 { $limit }
    .label = 太多
    .help = 先核对有没有写错，例如年份写错；确实这么多的，分成几个方案
    .page = 一个方案的期限最长 36600 天，对象最多分 500 类、合计 10000 个，一个套一个最多 16 层。超过这个数的，多半是年份写错，或者把户籍名册整个抄了进来，谁也看不过来。对象按整体考核的单位列，例如村、网格、单位。

plan-days = 期限的天数
plan-sets = 对象的类别
plan-subjects = 对象
plan-levels = 对象的层数

calendar-year-unknown = 没有 { $years } 年的放假安排，按周一至周五计算工作日
    .label = 期间涉及没有数据的年份
    .help = 在 calendar 文件夹放入这一年的放假安排，或者升级 luoshi
    .page = 期限按工作日计算，要知道每年的放假和调休安排。没有数据的年份只能按周一至周五算，长假前后的期限可能差几天。国务院办公厅公布安排后，把它存成 calendar/年份.csv，三列是 date、kind、name。

calendar-data = 放假安排中的「{ $value }」有误：{ $why }
    .label = { $why }
    .help = 改正这一行
    .page = 放假安排是 CSV 文件，第一行是 date,kind,name，以后每行一天。例如「2027-01-01,holiday,元旦」是放假，「2027-02-20,makeup_workday,春节」是调休上班。周末放假不必写，周一至周五上班也不必写。

plugin-file-missing = plugins 文件夹里没有「{ $name }」
    .label = 没有这个文件
    .help = { $near ->
        [none] 把这个文件放进 plugins 文件夹，或者改正文件名
       *[other] 是否想写「{ $near }」？
    }
    .page = 插件规则的「文件」，写 plugins 文件夹里一个 .wasm 文件的文件名。规则写在方案里，就用方案的 plugins 文件夹；写在政策包里，就用政策包的。例如写「文件: backfill.wasm」，就要有 plugins/backfill.wasm。文件放在别处、只在 plugins 里留一个链接的不算：方案交给别人时，文件不会跟着走。

plugin-file-path = 「文件」只写文件名，不写路径：「{ $name }」
    .label = 这里写了路径
    .help = { $inside ->
        [none] 写上 .wasm 文件的文件名
       *[other] 改成「{ $inside }」，文件放在 plugins 文件夹里
    }
    .page = 插件一律放在方案或政策包的 plugins 文件夹里，所以「文件」只写文件名，例如「文件: backfill.wasm」。写路径就可能用到文件夹以外的文件，换一台电脑就找不到，审查时也看不到。

plugin-too-large = 插件「{ $name }」超过 { $limit } MB，不予运行
    .label = 这个文件太大
    .help = 向发布单位要一个小一些的版本，或者查对是不是放错了文件
    .page = 插件通常不到 1 MB，用 Python 一类语言写的也只有二十来 MB。超过上限的，多半是放错了文件。文件的上限是固定的，不能调整，免得读取方案时占满电脑的内存。

plugin-digest-form = 校验值「{ $value }」的写法不对
    .label = 应为 sha256: 加 64 位十六进制数字
    .help = { $real ->
        [none] 抄录发布单位公布的校验值
       *[other] 先核实这个文件可靠，再写成 { $real }
    }
    .page = 校验值写成 sha256: 加上文件的 SHA-256，共 64 位，由数字和字母 a 至 f 组成。抄漏一位、多一个空格都不行。发布单位公布插件时一并公布校验值，照抄即可，最好从另一个途径核对一遍。

plugin-digest-differs = 插件「{ $name }」与方案写明的校验值不符
    .label = 文件的校验值不是这个
    .help = 向发布单位核实；确认这个文件可靠，再改成 { $real }
    .page = 校验值由文件的内容算出，内容改动一点，校验值就完全不同。方案写明校验值，保证运行的正是当初审查过的那个程序。两者不符，说明写进方案以后文件换过了：可能是发布单位出了新版，可能是传送时损坏，也可能有人改动过。没有核实以前不会运行它。请向发布单位核实，确认是新版的，看清它要看哪些内容，再把新的校验值写进方案；不要为了能运行而直接照改。

# 可能的原因

hint-tab = 把行首的制表符（Tab）换成空格
hint-parameter = 花括号和方括号里的参数要加引号，写成「"${"{"}名称{"}"}"」
hint-colon = 把这一行或上面一行的全角冒号「：」改成半角冒号和空格
hint-quote = 用引号把这个值括起来
hint-open = 补上另一半引号
hint-none = 检查这一行和上一行的缩进、冒号和括号

# 值的类型

type-key = 键
type-nothing = 空白
type-scalar = 单个的值
type-list = 列表
type-map = 下一级的键
type-undecided = 没有值的参数
type-text = 文字
type-integer = 整数（如 3）
type-decimal = 数（最多两位小数，如 92.5）
type-money = 金额（如 50元）
type-points = 磅数（如 28磅，20 到 40 之间）
type-millimetres = 毫米数（如 37mm，10 到 60 之间）
type-percent = 百分比（如 95%）
type-ratio = 比例（如 2/3）
type-limit = 时限（如 3个工作日、2小时、10天、2个月）
type-version = 版本（如 1.2.0）
type-version-range = 版本范围（如 ^1.0、~1.2、=1.2.3 或 >=1.2, <2）
type-word = 固定的词
type-name = 名称
type-identifier = 编号（最多 64 个字，不含空格）
type-bool = 是或否
type-count = 次数（如 3）
type-date = 日期（如 2012-05-10）

# 名称的种类

space-unit = 单位
space-role = 职务
space-person = 人员
space-set = 对象集合
space-subject = 对象
space-duty = 职责事项
space-clause = 条款
space-parameter = 参数
space-incident = 案事件种类
space-chain = 责任链
space-issuer = 发文机关
space-meeting = 会议
space-task = 任务
space-rule = 规则
space-plugin = 插件规则
space-veto = 一票否决
space-indicator = 指标
space-script = 脚本
space-step = 督办步骤

circle-answers = 上下级关系
circle-lies-in = 所属关系
circle-including = 集合的合并

personal-mobile = 手机号
personal-identity = 身份证号

calendar-no-header = 第一行应是 date,kind,name
calendar-no-days = 下面没有任何一天
calendar-columns = 应有三列
calendar-not-a-day = 不是 2027-01-01 这样的日期
calendar-kind = 只能是 holiday 或 makeup_workday
calendar-no-name = 没有写名称
calendar-workday-already = 周一至周五本来就上班
calendar-repeated = 这一天前面写过

# 标注

label-first = 先写在这里
