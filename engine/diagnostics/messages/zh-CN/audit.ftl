# The audit of many townships: what each came to, side by side.
cmd-audit = 审计：一次检查许多乡镇，县区排名，可以分片合并
    .paths = 乡镇的文件夹，或者装着它们的上级文件夹（逐层查找）
    .plan = 按这个方案检查批量文件里的所有乡镇（路径写文件）
    .mapping = 批量文件的列对应关系（见 explain 批量对照表）
    .county_by = 归县区的办法：folder（默认）、prefix:N 或 none
    .counties = 名册：县区和应有的乡镇（counties.yaml）
    .shard = 只做第几片，例如 2/5；各片用 merge 合并
    .files = 附件与各乡镇里这个文件夹的文件核对
    .jobs = 同时检查几个乡镇；默认等于处理器个数
    .output = 把审计结果写进这个文件（JSON 行），供其他子命令使用
    .previous = 上期的审计结果文件，用来比较名次和得分
    .township = 只看这个代码的乡镇；可以写多次
    .duty = 只看这个事项；可以写多次
cmd-audit-run = 审计（`luoshi audit 路径` 就是它）
    .paths = { cmd-audit.paths }
    .plan = { cmd-audit.plan }
    .mapping = { cmd-audit.mapping }
    .county_by = { cmd-audit.county_by }
    .counties = { cmd-audit.counties }
    .shard = { cmd-audit.shard }
    .files = { cmd-audit.files }
    .jobs = { cmd-audit.jobs }
    .output = { cmd-audit.output }
    .previous = { cmd-audit.previous }
    .township = { cmd-audit.township }
    .duty = { cmd-audit.duty }
cmd-audit-merge = 把分片做的审计合并起来；一个文件也行，用来再看一遍
    .parts = 各片的审计结果文件
    .output = { cmd-audit.output }
    .previous = { cmd-audit.previous }
    .township = { cmd-audit.township }
    .duty = { cmd-audit.duty }
progress-townships = 检查乡镇

audit-defect = 检查这个乡镇时程序出了错：{ $what }
    .label = 程序的错
    .help = 这是程序的问题，不是乡镇的问题；请把方案和台账（可以删去内容）交给开发者
    .page = 一个乡镇的资料让程序中断时，其他乡镇照常检查，这一个记为“检查不了”，并写上程序停在哪里。这不说明乡镇的工作做得怎么样。例如：程序版本和政策包不配套。请升级程序后再查一次，仍然出错就报告给开发者。
township-twice = 代码「{ $code }」有 { $count } 个乡镇：{ $sources }
    .label = 代码相同
    .help = 请核对各方案 `jurisdiction` 里的 `code`；同一个乡镇有两份方案的，只留一份
    .page = 乡镇按代码识别：排名、和上期比较、名册核对都要靠它。两个文件夹的代码相同，要么是抄方案时忘了改代码，要么同一个乡镇放了两份（例如旧年度的备份）。两份都检查，都列出来，但是和上期比较时只在位置也相同的时候才对得上。
township-absent = 名册里有「{ $name }」（{ $code }），但是没有找到它的方案
    .label = 名册里有，没有找到
    .help = 请催交，或者核对路径和方案里的代码；确实撤并了的，从名册里删去
    .page = 名册（`--counties`）写明应当有哪些乡镇。名册里有、给出的路径下面却没有的，不能当作没有问题：它可能没有报送，也可能代码写错了。例如：名册里是 430124101，方案里写成 43012410，就会同时出现“名册里没有”和“没有找到”。
audit-loop = 「{ $path }」是一个链接，又回到了「{ $to }」
    .label = 绕回来了
    .help = 不影响检查；可以删去这个链接
    .page = 查找乡镇时会跟着文件夹的链接走。链接指向自己的上级时，跟下去没有尽头，所以在这里停住，已经找到的乡镇都检查。例如：`县/备份 -> ..`。
audit-no-township = 「{ $path }」里没有乡镇实施方案
    .label = 这里没有方案
    .help = 请给出含有 `plan.yaml` 的文件夹，或者它们的上级文件夹
    .page = `luoshi audit` 后面写乡镇的文件夹，或者装着它们的文件夹，逐层往下找；含有 `plan.yaml` 的文件夹就是一个乡镇。政策包和名字以点开头的文件夹跳过。一个也没有找到，多半是路径写错了：不能当作“全部合格”。
audit-unreadable = { $reason ->
        [head] 「{ $path }」不是审计结果文件
        [form] 「{ $path }」第 { $line } 行读不懂：{ $detail }
        [plan] 「{ $path }」第 { $line } 行的乡镇用的方案不在文件里
       *[order] 「{ $path }」第 { $line } 行的顺序不对，或者重复了
    }
    .label = 不是完好的审计结果
    .help = 请用 `luoshi audit ... --output 文件` 重新生成
    .page = 审计结果文件是 `luoshi audit --output` 写出来的：第一行说明日期和版本，然后是方案，最后是按代码排好的乡镇，一行一个。文件被截断、改动、拼接过，就可能漏掉乡镇，所以不读一半。合并各片请用 `luoshi audit merge`，不要自己拼接。
audit-parts = { $reason ->
        [heads] 两份审计的日期、版本或者详细程度不同：{ $one }；{ $other }
        [parts] 两份审计不是同一次分片：{ $one }；{ $other }
        [township] 乡镇「{ $one }」（{ $other }）在两份审计里结果不同
        [plan] 方案「{ $one }」在两份审计里不同
       *[none] 没有可合并的审计
    }
    .label = 合不起来
    .help = 各片要用同一个版本的程序、同一天（`--as-of`）、同样的路径和归县区的办法
    .page = 只有同一次审计的各片才能合并：程序版本相同，截止日期相同，看到的是同样的乡镇。分片记着它属于怎样的全体，所以不同机器上路径不同、少了文件夹，都会在这里发现。例如：一台机器忘了写 `--as-of`，用了当天的日期；请补上重做那一片。
audit-incomplete = 这不是全部：还缺第 { $missing } 片
    .label = 还缺
    .help = 用 `luoshi audit merge` 把缺的片合并进来；在这之前，排名和合计只算到的部分
    .page = 分片做的审计（`--shard`）各做一部分乡镇。缺了片，名次、比例和“没有找到的乡镇”都不能作数，所以每次都提醒。全部合并以后，结果和不分片做的一个字节也不差。
troubles-more = 还有 { $count } 处错误没有列出
    .label = 还有更多
    .help = 请用 `luoshi check` 单独检查这个乡镇，逐一改正
    .page = 一个乡镇的方案或者台账有许多错误时，审计只记前面一些，免得结果文件太大。全部错误请用 `luoshi check 文件夹` 看。
audit-unknown-name = { $what ->
        [township] 审计里没有代码是「{ $name }」的乡镇
       *[duty] 审计里没有事项「{ $name }」
    }
    .label = 没有这个
    .help = { $near ->
        [none] 请核对；全部代码见 `--format json`
       *[other] 是不是「{ $near }」？
    }
    .page = `--township` 写乡镇的代码（方案里 `jurisdiction` 的 `code`），`--duty` 写事项的标识。写错了什么也不会显示，容易误以为没有问题，所以按错误处理。
audit-other-period = 上期的截止日期（{ $previous }）不早于本期（{ $day }）
    .label = 前后颠倒
    .help = 请核对 `--previous` 后面的文件
    .page = 和上期比较时，变化是“本期减上期”。上期的日期不早于本期，升降就正好说反了。例如：把两个文件写颠倒了。
township-unregistered = 乡镇「{ $name }」（{ $code }）不在名册里
    .label = 名册里没有
    .help = 请把它补进名册，或者核对方案里的代码
    .page = 给了名册（`--counties`），县区就按名册归。名册里没有的乡镇照样检查，按 `--county-by` 归县区，但是要提醒：多半是代码写错了，或者名册没有更新。
space-county = 县区
space-township = 乡镇

audit-not-bulk = 「{ $path }」不是批量文件
    .label = 认不出格式
    .help = 给了 `--plan`，路径就要写 .parquet、.csv、.jsonl 文件
    .page = `luoshi audit 文件... --plan 方案文件夹` 检查批量文件：一个文件里有许多乡镇的记录，都按这一个方案检查。格式按文件名的结尾认：`.parquet`、`.csv`、`.jsonl`、`.ndjson`。各乡镇自己有方案的，不要写 `--plan`，直接写装着这些文件夹的路径。

audit-title = 审计：{ $townships } 个乡镇，{ $counties } 个县区，截至 { $as_of }（luoshi { $engine }）
audit-part = 这只是一部分：共 { $of } 片，还缺第 { $missing } 片；名次和合计只算到的部分。
audit-figures-only = 只有数字的审计：没有理由、记录和责任人。
audit-roll = 检查不了的 { $broken } 个，名册里有而没有找到的 { $absent } 个，代码相同的 { $twice } 组。
audit-carried = 落实率 { $share }（判得清的 { $judged } 项，落实 { $met } 项）；问题 { $failing } 项。
audit-signs = 疑点 { $suspects } 项（占全部结论 { $suspect }，不算问题）；记录 { $records } 条，补录 { $backfilled }，更正 { $corrected }。
audit-simulated = 其中 { $count } 个乡镇的台账是模拟的，不是真实情况。
audit-line = 截至 { $as_of }：{ $townships } 个乡镇，检查不了或没有找到 { $broken } 个，问题 { $failing } 项，落实率 { $share }
audit-more = 看一个乡镇：--township 代码；看一个事项：--duty 标识；追到条款和记录：luoshi explain 结论编号 文件夹；各项怎么算：luoshi explain 审计口径。
audit-no-county = （未归县区）
audit-left-out = ……还有 { $count } 行没有列出，全部见 --format json。
audit-broken = 检查不了的乡镇
audit-absent = 名册里有、没有找到的乡镇
audit-named = { $code } { $name }（{ $county }，{ $source }）
audit-check-alone = 还有别的错误，请单独检查：luoshi check { $folder }
audit-counties = 县区（按落实率排名）
audit-county = 县区
audit-code = 代码
audit-township = 乡镇
audit-townships = 乡镇数
audit-not-judged = 未检查
audit-rank = 名次
audit-in-county = 县内
audit-share = 落实率
audit-score = 得分
audit-grade = 等次
audit-failing = 问题
audit-judged = 应判
audit-failing-share = 问题率
audit-in-townships = 有问题的乡镇
audit-suspect = 疑点
audit-unknown = 无法判定
audit-backfilled = 补录
audit-before = 上期
audit-rose = 升降
audit-by-share = 乡镇按落实率排名
audit-by-score = 乡镇按「{ $name }」排名
audit-packages = 这些方案用的政策包有 { $count } 种，不完全可比。
audit-without-share = 另有 { $count } 个乡镇还没有判得清的事项，不排名。
audit-without-sheet = 另有 { $count } 个乡镇没有这张评分表，或者还没有判得清的事项，不排名。
audit-spread = 「{ $name }」的得分分布：{ $count } 个乡镇
audit-spread-subjects = 「{ $name }」的得分分布：{ $count } 个村（社区）等
audit-all = 全部
audit-grades = 等次
audit-no-grade = 无等次
audit-lowest = 最低
audit-lower = 下四分位
audit-median = 中位
audit-upper = 上四分位
audit-highest = 最高
audit-interval = 分数段
audit-bar = 分布
audit-from-below = { $from } 起，不到 { $below }
audit-vetoed = 其中 { $count } 份的得分由一票否决决定。
audit-duties-by-share = 最常不落实的事项（按问题率）
audit-duties-by-both = 最常不落实的事项（按问题率；按问题数也是这个次序）
audit-duties-by-count = 最常不落实的事项（按问题数）
audit-duty = 事项
audit-duty-name = 名称
audit-chains = 问题集中在哪里（按职务和责任链，不按人）
audit-chains-unknown = 只有数字的审计不知道问题由谁负责。
audit-role = 职务
audit-answers-first = 首先负责
audit-answers = 共负责
audit-chain = 责任链（从经办到负责人）
audit-of-county = 全县问题
audit-unanswered = 另有 { $count } 项问题没有责任人。
audit-signs-all = 台账可信度的迹象（不是结论，不计入落实率、得分和排名）
audit-signs-how = 有迹象的乡镇 { $townships } 个，占 { $share }。乡镇多了，如实的台账也会凑巧出现一些，所以迹象不用来排名，只提示去问、去核对。
audit-signs-no-files = 附件没有核对：用 --files 指明各乡镇里存放附件的文件夹。
audit-sign = 迹象
audit-with-sign = 有的乡镇
audit-indications = 条数
audit-false-alarms = 误报至多
audit-entered-late = 记录 { $records } 条，其中补录 { $backfilled } 条，占 { $share }。
audit-changes = 与上期（{ $previous }）比较：两期都有的 { $compared } 个乡镇
audit-new = 新增 { $count } 个：{ $names }
audit-gone = 减少 { $count } 个：{ $names }
audit-stopped = 上期能检查、本期检查不了的 { $count } 个：{ $names }
audit-resumed = 上期检查不了、本期能检查的 { $count } 个：{ $names }
audit-risen = { $by }，上升最多：{ $names }
audit-fallen = { $by }，下降最多：{ $names }
audit-stands = { $by }：{ $value }，全部第 { $rank }（共 { $of } 个），县内第 { $county }
audit-answerable = 责任链：{ $roles }
audit-rests-on = 依据记录：{ $records }
audit-trace = 追到条款和记录：luoshi explain { $id } { $folder } --as-of { $as_of }
audit-of-duty = { $id } { $name }：{ $townships } 个乡镇有这一事项，问题 { $failing } 项，应判 { $judged } 项，问题率 { $share }
