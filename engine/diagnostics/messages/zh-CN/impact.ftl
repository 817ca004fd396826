# 新版本影响的文字。

cmd-impact = 政策包换成新版本，往年的结论会有什么不同
    .paths = 乡镇方案的文件夹，或者装着它们的文件夹
    .package = 新版本所在的文件夹
    .output = 写到这个文件，不写到屏幕

impact-no-package = 「{ $path }」里没有政策包
    .label = 这里没有政策包
    .help = 请给出新版本 `package.yaml` 所在的文件夹
    .page = `luoshi impact --package` 后面写新版本政策包的文件夹，程序按“当时就执行新版本”把往年重新算一遍。例如：`luoshi impact --package county-security-1.1 townships`。文件夹里要有 `package.yaml`，写明包名和版本；没有它，就不知道要替换哪个包。
impact-no-township = 「{ $path }」里没有乡镇实施方案
    .label = 这里没有方案
    .help = 请给出方案的文件夹，或者直接装着这些文件夹的上一级
    .page = `luoshi impact` 后面写乡镇方案的文件夹，或者装着它们的上一级文件夹；其中的政策包自动跳过。例如：`luoshi impact --package 新版本 policies` 会算 `policies` 里的每个方案。更深的文件夹不找，请写到它们的上一级。
impact-not-extended = 没有一个方案使用政策包「{ $name }」
    .label = 没有方案使用这个包
    .help = { $near ->
        [none] 请核对 `package.yaml` 里的包名；这些方案使用的是：{ $names }
       *[other] 是不是「{ $near }」？这些方案使用的是：{ $names }
    }
    .page = 新版本替换的是同名的政策包。如果没有方案直接或间接使用这个名字的包，结果当然毫无变化，容易让人误以为新版本没有影响，所以按错误处理。例如：包名本来是 `county/security-prevention`，新版本误改了名字，改回来就行。方案使用哪些包，看 `plan.yaml` 的“继承”。

impact-title = 政策包 { $name } { $version }：如果当时就按它执行，会有什么不同
impact-townships = 共 { $townships } 个乡镇：比较了 { $compared } 个（其中 { $same } 个毫无变化），不使用这个包的 { $other } 个，算不出来的 { $stopped } 个
impact-supposed = 这是用当时的台账对往年作的推算，不是对任何人的评价。
impact-nothing = 结论、处理建议、得分和工作量都没有变化。
impact-kept = 原来就有的要求（结论数）
impact-kept-remark = 括号里是其中成为问题的。
impact-worse = 变差
impact-better = 变好
impact-other = 其他
impact-new = 新增
impact-gone = 消失
impact-in-townships = 乡镇
impact-of-which = { $all }（{ $failing }）
impact-unasked = 新增的要求（当时还没有这项要求，没有人能够知道）
impact-unasked-remark = 不计入上表。台账里没有记录不算没做：当时还没有这项要求。
impact-findings = 结论
impact-met = 恰好做到
impact-recorded = 有记录
impact-unrecorded = 无记录
impact-dropped = 取消的要求
impact-failed = 原来的问题
impact-proposals = 处理建议的变化（由决定机关决定，当事人可以申诉）
impact-kind = 类别
impact-veto = 一票否决
impact-measure = 其他
impact-proposed = 新增
impact-proposed-unasked = 因新要求
impact-withdrawn = 取消
impact-scores = 全部评分表的得分
impact-scores-remark = 得分里也算进了当时还没有的要求。
impact-side = 时点
impact-grades = 等次
impact-sheets = 份数
impact-lowest = 最低
impact-middle = 中位
impact-highest = 最高
impact-ranks = 使用同一评分表的乡镇名次
impact-township = 乡镇
impact-score-before = 现在
impact-rank-before = 名次
impact-score-after = 改后
impact-rank-after = 名次
impact-burden = 全部乡镇一年的工作量
impact-figure = 项目
impact-compared = { $name }（{ $folder }），截至 { $as_of }
impact-unconcerned = { $name }（{ $folder }）：不使用这个包
impact-stopped = { $name }（{ $folder }）：方案现在就算不出来
impact-stopped-by-new = { $name }（{ $folder }）：换成新版本后方案不成立
impact-versions = { $name } { $before } → { $after }
impact-outside = 「{ $asks }」写的是 { $range }，{ $version } 不符合，要换就得改。
impact-same = 毫无变化。
impact-turn-worse = 原来就有的要求：会成为问题，原来不是
impact-turn-better = 原来就有的要求：不再成为问题
impact-turn-other = 原来就有的要求：其他变化
impact-unasked-proposals = 因新增要求提出的处理建议（当时还没有这项要求）
