# 规则测试

test-unknown-duty = 预期里的「{ $id }」：所测的政策包没有职责事项「{ $name }」
    .label = 没有这个事项
    .help = { $near ->
        [none] 检查编号；结论编号以职责事项的编号开头
       *[other] 是不是「{ $near }」？
    }
    .page = 测试里的结论编号以职责事项、规则、一票否决或督办阶梯的编号开头，如 `council/2026-03`。政策包里没有这个事项，这一行永远等不到结果，所以是测试写错了，不算测试没通过。事项改名或删掉以后，测试要跟着改。
test-expects-nothing = 这个用例什么也没有预期
    .label = 没有预期
    .help = 加上 `expect`（预期），至少写一个结论编号和它的状态
    .page = 没有预期的用例总能通过，等于没有测。至少写 `expect`（预期）、`proposals`（处理建议）、`scores`（得分表）、`waivers`（豁免记录）中的一项；只写 `about`（所测事项）表示这些事项不应有任何结论。
test-name-twice = 这个文件里有两个用例都叫「{ $name }」
    .label = 又用了一次
    .help = 改一个名称
    .page = 没通过的用例按名称去找，同一个文件里的名称不能重复。没有写 `name`（名称）的，以 `why`（缘由）为名称。
test-days = { $why ->
        [many] 一个用例的记录太多
       *[ends] 起止日期写得不对
    }
    .label = { $why ->
        [many] 从这里起超过两万条
       *[ends] 应写成 2026-01-05..2026-01-20
    }
    .help = { $why ->
        [many] 把用例的时间缩短
       *[ends] 写成「起..止」，两头都是日期，先早后晚
    }
    .page = 测试里一条记录的日期可以写几天：`date: [2026-01-05, 2026-01-12]` 是两条记录，`date: 2026-01-05..2026-01-20` 是每天一条。年份写错会变成几千年的记录，所以起止写反、超过两万条的不执行。
test-filter = 没有哪个用例或测试文件的名称里有「{ $filter }」
    .help = { $near ->
        [none] 去掉 `--filter` 就能看到全部用例
       *[other] 是不是「{ $near }」？
    }
    .page = `--filter` 只执行名称里有这段文字的用例。一个也没有，就什么都没测，多半是打错了字，所以不当作通过。
test-unknown-item = 所测的政策包没有评分表或评分项目「{ $name }」
    .label = 没有这一项
    .help = { $near ->
        [none] 检查编号；得分表写成 `评分表` 或 `评分表/对象`
       *[other] 是不是「{ $near }」？
    }
    .page = `scores`（得分表）下面写评分表的编号，分对象的再加对象，如 `village_scorecard/v01`；`items`（项目）下面写评分项目的编号和所扣的分。编号写错的，这一行永远对不上，所以是测试写错了，不算测试没通过。

cmd-test = 测试政策包里的事项和规则（tests/*.yaml），看哪些还没有测到
    .path = 政策包或方案所在的文件夹；缺省为当前文件夹
    .filter = 只执行名称里有这段文字的用例或文件
    .mutate = 逐个改动数字、日期、状态，列出哪些改动没有用例察觉

test-failed = 未通过：{ $name }（{ $at }）
test-passed = 通过：{ $name }（{ $at }）
test-differs = 第 { $line } 行 { $of }：{ $aspect }应为 { $expected }，实为 { $found }
test-absent = 第 { $line } 行 { $of }：{ $aspect }应为 { $expected }，实际没有
test-unexpected = { $of }：{ $aspect }为 { $found }，用例没有写
test-of-status = 状态
test-of-figure = 数字
test-of-day = 判定日
test-of-decision = 决定
test-of-evidence = 所依记录
test-of-backfilled = 补录条数
test-of-accountable = 责任人
test-of-proposal = 处理建议
test-of-score = 得分
test-of-grade = 等次
test-of-rank = 名次
test-of-item = 项目分值
test-of-waiver = 豁免
test-all-hold = 用例 { $cases } 个，全部通过。
test-summary = 用例 { $cases } 个，{ $failing } 个未通过。
test-none = 没有测试：tests 文件夹里没有用例。事项和规则 { $of } 项，测到 0 项。
test-coverage = 事项和规则 { $of } 项，测到 { $exercised } 项。
test-untouched = 没有用例测到的 { $count } 项：
test-seen = 测到的各项出现过的状态：
test-mutation = 改动 { $of } 处，用例察觉 { $noticed } 处；另有 { $refused } 处改动方案检查就不放行。
test-left-out = 改动太多，还有 { $count } 处没有试。
test-survivors = 没有用例察觉的 { $count } 处：
test-survivor = { $at } { $owner }  { $key }：{ $from } → { $to }{ $touched ->
        [no] （没有用例测到）
       *[other] {""}
    }
test-refused = 方案检查不放行的 { $count } 处：
test-not-mutated = 有用例未通过，没有逐个改动；先让用例都通过。

package-test-fails = 测试「{ $case }」不成立：「{ $of }」应为 { $expected }，实为 { $found }
    .label = 这一条不成立
    .help = 先运行「luoshi test」看清理由，再改规则或改测试
    .page = 政策包自己的测试全部成立才能打包：测试说的是规则应当怎样判，有一条不成立，不是规则错了，就是测试错了，两样都不该发给乡镇。「luoshi test」会列出每条不成立的用例、所下的结论和理由。
