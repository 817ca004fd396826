# 抽样核实：luoshi audit sample。

sample-empty = 没有可抽的台账记录
    .label = 没有记录
    .help = 放宽 --kind、--duty、--from、--to，或者换一个 --as-of
    .page = 抽样的总体是截至这一天算数的台账记录，按命令行里的条件挑选。一条也没有，就没有什么可抽，也推断不出什么。

sample-terms = { $reason ->
        [confidence] 置信度「{ $value }」不在 50% 到 99.99% 之间
        [tolerable] 可容忍率「{ $value }」不在 0.01% 到 99.99% 之间
        [expected] 预计偏差率「{ $value }」不低于可容忍率「{ $tolerable }」
       *[seed] 种子「{ $value }」不能用
    }
    .label = 这样抽不出结论
    .help = { $reason ->
        [confidence] 常用 --confidence 95% 或者 90%
        [tolerable] 常用 --tolerable 5% 或者 10%
        [expected] 把 --expected 改得比 --tolerable 低
       *[seed] 用字母、数字、「-」「_」「.」，最多 64 个，如 --seed 2012-A
    }
    .page = 抽样要先定三件事：多大把握（置信度），偏差到多少就不能相信台账（可容忍率），预计会查出多少偏差。预计的不低于可容忍的，抽多少都得不出「低于可容忍率」的结论。种子决定抽到哪些记录，写在清单上，别人用同一个种子能抽出同一份样本。

sample-unreadable = { $reason ->
        [head] 「{ $path }」不是抽样清单：没有以 luoshi-sample 开头的一格
        [headings] 「{ $path }」里没有抽样清单的表头
       *[other] 「{ $path }」读不出来：{ $detail }
    }
    .label = 读不出来
    .help = 用「luoshi audit sample」写出的 CSV 或者 xlsx 填写，不要删去前几行和表头
    .page = 清单的前几行写明抽样时的总体、置信度和种子，推断时要用。表头可以是中文或者英文，顺序可以变，但不能少「记录编号」「核实结果」「层」「层内总数」「层内抽取」「乡镇」「校验」。

sample-answer = 第 { $row } 行「{ $record }」的核实结果「{ $value }」不认识
    .label = 不认识
    .help = 改成 属实、不属实、查无、未查 之一
    .page = 核实结果只有四种：属实；不属实；查无（没有人、没有东西能证明）；未查。空着的算未查。

sample-foreign-row = 第 { $row } 行「{ $record }」不是这份样本里的，或者被改过
    .label = 对不上
    .help = 恢复这一行原来的乡镇、层、总数、编号和校验；自己加的行删去
    .page = 每一行的校验码由清单首行、层、总数、乡镇和记录编号算出。对不上，说明这一行不是抽出来的，或者被改动过。样本换了记录，推断就不成立，因此不收。

sample-contradicted = 第 { $row } 行「{ $record }」和第 { $first } 行的核实结果不一致
    .label = 前后矛盾
    .help = 核对以后只留一行
    .page = 同一条记录在清单里有两种核实结果，程序不替人挑选，也不取平均。请去现场的人核对以后只留一行，再读一次。

sample-repeated = 第 { $row } 行「{ $record }」和第 { $first } 行重复，只算一次
    .label = 重复
    .help = 删去其中一行
    .page = 同一条记录在清单里填了两次，结果相同，只算一次，不影响推断。往往是复制粘贴时多了一行，删去即可。

sample-rows-missing = 清单里少了 { $count } 行，按未查处理
    .label = 少了
    .help = 找回这些行；确实没查的，不用理会
    .page = 抽出来的记录没有交回的，和没查一样：算上限时当作不属实，算下限时当作属实。不然只交回好看的，结论就偏了。

sample-ledger-changed = 台账和抽样时不一样了：推断说的是抽样时的台账
    .label = 变了
    .help = 看看补录、更正了什么（luoshi ledger log）；改动多的，重新抽样
    .page = 抽样时把全部记录的校验值写在清单上。现在同样一天、同样条件的记录校验值不同，说明抽样以后有补录、更正或者改动。结论只对抽样时的台账成立。

sample-form-title = 台账抽样核实清单（截至 { $day }，共 { $drawn } 条）
sample-sheet = 核实清单
sample-refused = 不能这样填
sample-refusal = 请从下拉中选：属实、不属实、查无、未查
sample-column-number = 序号
sample-column-township = 乡镇
sample-column-stratum = 层
sample-column-all = 层内总数
sample-column-drawn = 层内抽取
sample-column-date = 日期
sample-column-kind = 类别
sample-column-duty = 职责事项
sample-column-subject = 对象
sample-column-actor = 经办
sample-column-record = 记录编号
sample-column-result = 核实结果
sample-column-note = 说明
sample-column-check = 校验
sample-answer-confirmed = 属实
sample-answer-refuted = 不属实
sample-answer-not_found = 查无
sample-answer-unchecked = 未查
sample-stratum-whole = 全部
sample-stratum-none = （空）
sample-stratum-lost = （整层没有交回）

sample-drawn = 从截至 { $day } 的 { $records } 条记录中抽 { $drawn } 条（种子 { $seed }）
sample-terms-text = 置信度 { $confidence }，可容忍率 { $tolerable }，预计偏差 { $expected }；{ $allowed ->
        [none] 样本太小，查不出偏差也不能断定低于可容忍率
       *[other] 查出的偏差不超过 { $allowed } 条，就能断定偏差率低于可容忍率
    }
sample-compared = 不分层时的样本量：超几何（本总体，准确）{ $hypergeometric }，二项 { $binomial }，泊松 { $poisson }
sample-population = 总体校验值 { $digest }
sample-strata = 分 { $count } 层：
sample-stratum = {"  "}{ $label }：{ $all } 条抽 { $drawn } 条

sample-result = 共 { $all } 条抽 { $drawn } 条：属实 { $confirmed }，不属实 { $refuted }，查无 { $not_found }，未查 { $unchecked }
sample-result-unchecked = 未查的 { $count } 条按最坏处理：算上限时当作不属实，算下限时当作属实
sample-bounds = 偏差率：{ $rate ->
        [none] 没有查完，估不出
       *[other] 估计 { $rate }
    }；以 { $confidence } 的把握，不高于 { $most }；以 { $confidence } 的把握，不低于 { $least }；{ $confidence } 区间 { $low }–{ $high }
sample-method-exact = 算法：超几何分布，对本总体准确
sample-method-strata = 算法：分层合并，把没查到的偏差按最不利的分布算，偏保守；各层的界限各自成立，不是同时成立
sample-method-open = 算法：二项分布（Clopper–Pearson），把这些记录看作一贯做法的一部分
sample-verdict-below = 结论：上限 { $most } 低于可容忍率 { $tolerable }，以 { $confidence } 的把握，偏差在可容忍之内
sample-verdict-not_below = 结论：下限 { $least } 不低于可容忍率 { $tolerable }，以 { $confidence } 的把握，偏差超出可容忍的程度
sample-verdict-open = 结论：不能得出结论。上限 { $most } 不低于可容忍率 { $tolerable }，下限 { $least } 低于它；再多抽一些
sample-each = 各层：
sample-each-stratum = {"  "}{ $label }：{ $all } 条抽 { $drawn } 条，属实 { $confirmed }，不属实 { $refuted }，查无 { $not_found }，未查 { $unchecked }；{ $rate ->
        [none] 估不出
       *[other] 估计 { $rate }
    }，不高于 { $most }，不低于 { $least }，{ $confidence } 区间 { $low }–{ $high }
sample-written = 清单写在「{ $path }」，共 { $drawn } 条。填好后：luoshi audit sample evaluate { $path }

cmd-audit-sample = 抽取台账记录到现场核实；样本量按把握和可容忍率准确算出
    .paths = 乡镇方案的文件夹，可以多个，默认当前文件夹
    .confidence = 把握，默认 95%
    .tolerable = 可容忍率：偏差到这么多就不能信，默认 5%
    .expected = 预计偏差率，如 1%；或者条数，如 2，默认 0
    .by = 分层：township、kind、duty、village、month、none
    .seed = 种子：决定抽到哪些，默认 luoshi
    .size = 不按把握算，就抽这么多条
    .kind = 只抽这些类别的记录，可以多个
    .duty = 只抽这些职责事项的记录，可以多个
    .from = 只抽这一天起的
    .to = 只抽到这一天的
    .output = 写到文件；--format 有 text、json、csv、xlsx
cmd-audit-sample-evaluate = 读取填好的清单，推断全部记录的偏差率和区间
    .results = 填好的清单，CSV 或者 xlsx
    .open = 把这些记录看作一贯做法的一部分，不限于本总体
    .plan = 抽样的乡镇文件夹：核对台账抽样以后变了没有
