# 规则分析的文字。

analysis-rule-unknown = 没有编号是「{ $name }」的规则、一票否决、处理或督办阶梯
    .label = 没有这个编号
    .help = { $near ->
        [none] 先用「luoshi analyze 文件夹」看有哪些规则
       *[other] 是否想写「{ $near }」？
    }
    .page = 「luoshi analyze」比较的是「规则」「一票否决」「处理」「督办阶梯」里的条目，按编号指定。插件规则是程序，不在此列。两个版本比较时，两边都要有这个编号。

analysis-no-common-subject = 「{ $first }」和「{ $second }」管的不是同样的对象，没有哪个对象两条规则都要判
    .label = 没有共同的对象
    .help = 换一对「每个对象」有重合的规则；不逐个对象的规则和任何规则都能比较
    .page = 一条规则逐村判断、另一条逐校判断，对同一个村不会有两个结论，谈不上相同、更严或相互矛盾。「每个对象」列的集合是空的，也没有对象可判。

analysis-named = { $name }（{ $id }，{ $section }）
analysis-section-rule = 规则
analysis-section-veto = 一票否决
analysis-section-penalty = 处理
analysis-section-ladder = 督办阶梯
analysis-alone = { $rule }
analysis-first = 甲：{ $rule }
analysis-second = 乙：{ $rule }
analysis-relation = 关系：{ $relation }
analysis-relation-equal = 相同：事实相同，结论总相同
analysis-relation-hold_alike = 成立与否总相同；不成立时，有的一个是违反，另一个是无法判定
analysis-relation-first_stricter = 甲更严：甲成立时乙都成立，乙成立时甲不一定成立
analysis-relation-second_stricter = 乙更严：乙成立时甲都成立，甲成立时乙不一定成立
analysis-relation-contradict = 相互矛盾：没有哪种事实能让两条都成立
analysis-relation-differ = 不同：有的事实只合甲，有的只合乙，有的两条都合
analysis-not-proved = { $text }（只就试过的情形而言，没有证明）
analysis-rule-line = { $rule }：{ $habit }
analysis-habit-sound = 有时成立，有时违反
analysis-habit-never_violated = 从不违反，不管事实怎样
analysis-habit-never_holds = 从不成立，不管事实怎样
analysis-habit-always_unknown = 从来得不出结论，不管事实怎样
analysis-reach-all = 依据：逐条走法求解。试算 { $runs } 次，每次代表作答相同的所有事实；各项数目从 0 到 { $most } 的情形全部覆盖，没有遗漏
analysis-reach-some = 依据：逐条走法求解。试算 { $runs } 次后额度用完；各项数目从 0 到 { $most } 的情形没有全部覆盖，没找到的不等于没有
analysis-pinned = 其中 { $pinned } 次只代表一组数值：规则对数目做了加减比较以外的运算
analysis-table = 可能的结论：
analysis-table-line = 甲{ $first }、乙{ $second }：{ $can }
analysis-can = 有
analysis-cannot = 没有
analysis-not-found = 没找到
analysis-outcome-holds = 成立
analysis-outcome-violated = 违反
analysis-outcome-unknown = 无法判定
analysis-end = { $rule } { $outcome }
analysis-example = 例 { $number }：{ $ends }
analysis-subject = 对象：{ $subject }
analysis-any-subject = 任一对象（example）
analysis-called = { $name }（{ $id }）
analysis-facts = 事实：{ $facts }
analysis-no-facts = 事实：各项都是 0
analysis-fact = { $of }{ $place }{ $what } { $value }
analysis-place-here = { "" }
analysis-place-inside = 在所辖对象
analysis-place-elsewhere = 在其他对象或全镇
analysis-count-met = 已落实
analysis-count-missed = 未落实
analysis-count-late = 逾期完成
analysis-count-violated = 违反
analysis-count-suspect = 疑点
analysis-count-unknown = 无法判定
analysis-count-pending = 进行中
analysis-count-figure = 数量合计
analysis-count-incidents = 起数
analysis-count-parameter = 取值
analysis-further-telling = 合其余条件的案（事）件
analysis-further-unsure = 不能确定是否合条件的案（事）件
analysis-further-rule = 所引规则（0 成立，1 违反，2 无法判定）
analysis-further-rule_failing = 不合要求的结论
analysis-further-rule_unknown = 无法判定的结论
analysis-further-window = 同一时限内的事件
analysis-further-severe = 情节严重的案（事）件
analysis-fragment = { $has-duties ->
    [0] 方案片段：这两条规则
   *[other] 方案片段：规则和 { $duties }
}{ $has-subjects ->
    [0] { "" }
   *[other] ；对象 { $subjects }
}
analysis-ledger = { $records ->
    [0] 台账：截至 { $as-of }，一条记录也没有
   *[other] 台账：截至 { $as-of }，{ $records } 条记录
}
analysis-whole = 在整个方案里核对过，结论相同
analysis-not-whole = 只在这个片段里成立；放进整个方案，其他对象也要有记录
analysis-no-ledger = 只有事实，没有台账：{ $why }
analysis-no-ledger-parameter = 要改的参数还管着别的事项，换了取值，事项本身也变了
analysis-no-ledger-not_made = 涉及插件疑点或所辖对象的结论，这里不造这样的记录
analysis-no-ledger-not_found = 试过的台账都得不到这样的事实
analysis-bounds = 说明：
analysis-bound-counts = 事实是规则看到的结论数和起数；豁免、决定、申诉不计在内
analysis-bound-package = 政策包里没有列出的对象，用一个对象代表任意一个；各项数目没有上限
analysis-bound-parameters = 参数按现在的取值；加 --all-parameters 则试遍规定的范围
analysis-bound-range = 整数、小数、金额、百分比的参数试遍规定范围内的整数；其他参数按现在的取值
analysis-bound-subject = 规则会问是哪个对象，所以列出的每个对象都试过；其他对象不在内
analysis-bound-figure = 数量合计当作任意数，没有和结论数对应，所以有的例子台账造不出来
analysis-bound-further = 一票否决和督办阶梯里结论数定不了的条件（标记、此前失责、认定、时限）当作任意数
analysis-bound-proof = 额度可用 --runs 加大，逐值试算的上限可用 --most 改
analysis-survey = 规则、一票否决、处理、督办阶梯共 { $rules } 条：
analysis-for-nobody = { $rule }：没有对象可判
analysis-pairs = { $pairs ->
    [0] 没有两条说到同样的事实
   *[other] 说到同样事实的 { $pairs } 对：
}
analysis-pair-line = 甲 { $first }，乙 { $second }：{ $relation }
analysis-first-alone = 只在前一版本：{ $rule }
analysis-second-alone = 只在后一版本：{ $rule }
analysis-apart = 两个版本管的不是同样的对象：{ $rule }
analysis-version-same = 两个版本结论总相同：{ $rule }

cmd-analyze = 规则分析：两条规则或两个版本会不会不同、相互矛盾
    .what = 规则编号（一个或两个），再写文件夹；都可省略
    .against = 和这个文件夹里的另一版本比较，它是乙
    .all_parameters = 参数试遍规定的范围，不只是现在的取值
    .runs = 最多试算多少次（默认 5000）
    .most = 要逐值试算时，每项数目试到多少（默认 12）
    .output = 把第一个例子的台账写到这个文件（JSONL）
