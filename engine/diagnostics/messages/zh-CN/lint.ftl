# lint

allow-unknown-code = 没有「{ $code }」这个编号，不知道要允许什么
    .label = { $near ->
        [none] 没有这个编号
       *[other] 是不是「{ $near }」
    }
    .help = 写成「# luoshi: 允许 LS0706 理由」，编号照检查输出里的抄
    .page = 「允许」后面要写提示的编号（如 LS0706）或者名称，写错了就什么也没有允许。有几个编号时用顿号或逗号隔开，后面写理由。

allow-without-reason = 写了「允许」，没有写理由
    .label = 在编号后面写上理由
    .help = 在编号后面空一格，写明为什么不改
    .page = 一条提示可以不改，但要让后来的人看得懂为什么。没有理由的「允许」照样起作用，同时会提示补上理由。

allow-unused = 这里没有「{ $code }」可以允许
    .label = 用不上了
    .help = 问题已经改好的，删去这条注释；位置不对的，移到出提示的那一行或者上一行
    .page = 「允许」写在行末，只管这一行；单独成行，管下面一行以及从那一行开始的整个列表项。问题改好以后，这条注释就没有用了，留着会让人误以为问题还在。

unknown-limit = 没有叫「{ $name }」的限值
    .label = { $near ->
        [none] 没有规则用到它
       *[other] 是不是「{ $near }」
    }
    .help = 编号照 luoshi explain 显示的「限值编号」写
    .page = 限值文件里每一项的编号，要与规则所用的一致。编号写错了，这一项就不起作用，还会让人以为已经生效。

duty-without-responsible = 「{ $name }」没有写由谁负责
    .label = 没有责任职务
    .help = 加上「责任职务」；会议写明「召集人」也可以
    .page = 一件事没有人负责，没做到的时候就倒查不到人。每件事写明一个责任职务；会议可以由召集人负责；要求几个单位分别完成的，由各单位负责人负责，单位要写明「负责人」。

role-without-holder = { $how ->
    [nobody] 方案没有写任何职务由谁担任
    [whole] 「{ $role }」没有人担任
    [part] 「{ $role }」有一段时间没有人担任：{ $list }
   *[subjects] 「{ $role }」有 { $count } 处空缺：{ $list }
}
    .label = { $how ->
        [nobody] 这样的职务有 { $count } 个
        [whole] 没有人担任
       *[other] 有空缺
    }
    .help = 在「任职」里写上工号和起止日期；暂时由人代理的写「代理: 是」
    .page = 责任落在职务上，职务要有人担任，否则落实不了、也倒查不到人。检查整个方案期间：每天、每个对象都应有人，代理也算。责任链写了「允许空缺工作日」的，不超过的不提示；交接前后隔着周末和节假日的也不提示。

role-inspects-itself = { $how ->
    [inspection] 「{ $what }」由被检查的「{ $who }」自己检查
    [points] 「{ $what }」由负责这项工作的「{ $who }」自己打分
   *[decision] 「{ $what }」由负责这项工作的「{ $who }」自己决定
}
    .label = 自己查自己
    .help = 换一个单位或职务来查，或者改为交叉检查
    .page = 干活的人自己检查、自己打分、自己决定处理，结果没有人会信。四种情形会提示：检查的单位也在被检查的对象里；每条记录都要检查，而两边由同一职务、同一个人负责；主观评分的项目，打分的就是负责的；失职的处理，由负责这件事的职务或者单位决定。

leader-overloaded = 「{ $person }」担任「{ $role }」，负责 { $count } 个对象，超过 { $most } 个
    .label = 一个人负责的太多
    .help = 分一部分给别人；确有必要的，用「# luoshi: 允许」写明理由
    .page = 一名领导包的村、联系的户太多，就跑不过来，台账容易变成应付。上限由县里在限值文件里定，编号是 subjects_per_leader。责任链的环节写了「每人最多对象数」的，按责任链检查，这里不重复提示。

role-overloaded = 「{ $role }」一个职务负责 { $count } 件事（全部 { $total } 件），超过 { $most } 件
    .label = 事情集中在一个职务上
    .help = 把一部分交给直接做这件事的职务负责
    .page = 什么事都由一个职务负责，等于没有分工：失职时总是同一个人被倒查，真正办事的人反而没有责任。上限由县里在限值文件里定，编号是 duties_per_role。

task-before-prerequisite = 「{ $task }」要在 { $due } 前完成，可它必须等「{ $first }」，后者到 { $earlier } 才到期
    .label = 前置任务到期更晚
    .help = 把前置任务的期限提前，或者把这项任务的期限推后
    .page = 前置任务没有完成，后面的任务就不能算完成。前置任务的期限比后面的还晚，按部就班做也要逾期，等于任务一下达就完不成。按工作日、按月推算的期限都算在内。

task-waits-in-vain = { $how ->
    [off] 「{ $task }」的期限从「{ $first }」算起，而后者在本方案里已经停用
   *[open] 「{ $task }」要等「{ $first }」，而后者没有定期限
}
    .label = { $how ->
        [off] 已经停用
       *[open] 没有定期限
    }
    .help = { $how ->
        [off] 改从别的日子算起，或者直接写日期
       *[open] 给前置任务定一个期限
    }
    .page = 一项任务要等另一项先完成。如果另一项没有期限或者停用了，这项任务什么时候能开始就说不清，到期没有完成也不知道该找谁。

duty-without-clause = 「{ $name }」没有写落实哪一条
    .label = 文件里没有要求
    .help = { $how ->
        [own] 在「条款」里写上它落实的条款；文件没有要求的，想一想是不是非做不可
       *[other] 政策包里的事项：在「承接」里写上它落实本方案哪一条；本方案没有要求的，可以停用
    }
    .page = 方案里的每件事，都应当是文件哪一条要求的。没有条款的事，要么是漏写了条款，要么是自己加上去的，会给基层增加负担。确实需要自己加的，用「# luoshi: 允许」写明理由。

same-record-twice = { $how ->
    [reports] 「{ $name }」和「{ $other }」由同一职务按同样的周期报送
   *[rounds] 「{ $name }」和「{ $other }」由同样的单位按同样的次数到同样的对象去做
}
    .label = 可以合并
    .help = { $how ->
        [reports] 能一并报的，合成一份，两处的条款都写上
       *[rounds] 能一趟办的，合并成一件事，两处的条款都写上
    }
    .page = 责任人、对象和次数都一样的两份报告、两项走访检查，往往一次就能办完，分开写就要多报一次、多跑一趟、多记一笔。能合并的合成一件，把两处的条款都写上。会议能不能合开，另有提示。内容确实不同、不能合并的，用「# luoshi: 允许」写明理由。

veto-not-countable = 一票否决「{ $name }」只看规则「{ $rule }」，没有可以数清的条件
    .label = 数不清
    .help = 写明案件种类、失职事项和次数，或者此前失责的天数和标准
    .page = 一票否决后果重，条件要数得清：发生了哪种案件、几次，哪件事没有做到、几次，此前多少天低于什么标准。只写一条规则，被否决的单位看不出差在哪里，也不好申诉。

veto-without-end = 一票否决「{ $name }」没有写到什么时候为止
    .label = 没有写「存续」
    .help = 加上「存续」，例如「存续: 12个月」
    .page = 一票否决要有期限，到期自动解除。没有写「存续」的，程序按到方案期满处理，年底才决定的，没几天就失效，而年初决定的，要管一年。请按依据的文件写明期限。

role-unused = 「{ $role }」没有出现在任何一件事、责任链或者单位里
    .label = 没有用到
    .help = 写上它负责什么，或者删去
    .page = 写了职务却没有任何事由它负责、由它参加，也不在责任链上，可能是漏写了责任职务，也可能是换了名称以后忘了删。

set-unused = 「{ $set }」没有用到，这些对象没有任何事要做
    .label = 没有用到
    .help = 在有关事项的「每个对象」里写上它，或者删去
    .page = 对象列出来了，却没有一件事要对它们做，台账里记了它们也不会被检查。可能是漏写了「每个对象」，也可能用不着列。

parameter-unused = 参数「{ $name }」没有用到，改它的值不起作用
    .label = 没有用到
    .help = 在该用它的地方写上「$」加花括号和编号，或者删去
    .page = 参数是留给县里或者乡镇来定的数。没有任何地方用到的参数，定了也不起作用，定的人却以为已经生效。

deadline-before-issue = { $how ->
    [term] 方案从 { $date } 起执行，早于印发日 { $issued }
   *[deadline] 「{ $name }」的期限 { $date } 早于方案印发日 { $issued }
}
    .label = 比印发日早
    .help = { $how ->
        [term] 把期间的第一天改到印发以后，或者写明理由
       *[deadline] 把期限改到印发以后；早已做完的，删去这项任务
    }
    .page = 方案还没有印发，谁也不知道有这件事，期限却已经过了，一下达就是逾期。方案期间从印发以前算起的，这段时间里要求每周、每月做的事都会被算作没有落实。

lint-errors = 必须改（{ $count }）
lint-warnings = 应当改（{ $count }）
lint-hints = 可以考虑（{ $count }）
lint-allowed = 已说明理由不改（{ $count }）
lint-reason = 理由：{ $reason }
lint-summary = { $plan }（按 { $rules_of } 的规定）：错误 { $errors }、提醒 { $warnings }、建议 { $hints }，已说明理由不改 { $allowed }
lint-strength-mandatory = 规定
lint-strength-general = 一般
lint-strength-advice = 建议
label-same-record = 与这一项相同
label-question = 待定的问题
label-clauses = 它落实的条款

# burden

burden-title = 减负一致性评估表
burden-plan = { $title }（{ $issuer }，{ $issued } 印发）
burden-span = 方案期间 { $from } 至 { $to }，{ $days } 天，其中工作日 { $workdays } 天；对照 { $rules_of } 有效的规定
burden-line = { $plan }：一年会议 { $meetings } 次，报表材料 { $reports } 份，台账记录 { $records } 条，留痕用时 { $hours } 小时；{ $over ->
    [none] 没有超过限值的
   *[other] 超过限值的 { $over } 项
}
burden-totals = 一、要求基层做的事
burden-held = 二、与规定对照
burden-meetings-heading = 三、会议
burden-roles = 四、各职务留痕用时（方案期间内）
burden-top = 五、留痕用时最多的五项（方案期间内）
burden-months = 六、每月到期事项
burden-named = 七、责任状、否决、考核和其他
burden-remarks = 八、口径
burden-column-what = 项目
burden-column-period = 方案期间
burden-column-year = 折合一年
burden-column-here = 本方案
burden-column-limit = 限值
burden-column-kept = 结论
burden-column-basis = 依据
burden-column-meeting = 会议
burden-column-convenor = 召集人
burden-column-attends = 参加人（每一职务）
burden-column-role = 职务
burden-column-posts = 岗位
burden-column-holders = 任职人数
burden-column-records = 记录
burden-column-hours = 小时
burden-column-heaviest = 最重一岗
burden-column-share = 占工时
burden-column-clause = 条款
burden-column-duty = 事项
burden-column-minutes = 分钟/条
burden-kept = 未超
burden-over = 超过
burden-none = 没有
burden-some = 宜减
burden-no-limit = 当日无规定
burden-nobody = （没有写责任职务）
burden-basis = { $basis }（{ $strength }{ $from ->
    [none] { "" }
   *[other] {" "}{ $from }
}）
burden-named-list = { $what }：{ $list }
burden-remarks-text =
    1. 按方案自己的日历数，不看台账。折合一年按 365 天、52 周、12 个月算；只做一次的和自带期间的不放大。
    2. 会议、查访、值班等按方案要求的最少次数数；「兼作」顶替的会不重复数。
    3. 留痕用时只算填写、整理、报送，不算工作本身。每条记录的分钟数是估算值，可在 limits.yaml 中按实测修改（minutes_…）。
    4. 占工时 = 留痕用时 ÷（方案期间工作日 × 8 小时 × 任职人数）；有几个岗位的，取平均与最重一岗中较大的。
    5. 案（事）件处置、督办、奖励等事发才有的，次数无法预先知道，只列名称；方案没有定下来的也只列名称。
burden-meetings = 会议（次）
burden-attendances = 参会（人次）
burden-reports = 报表材料（份）
burden-papers = 文书（份）
burden-states = 组织、名册、方案等（份）
burden-tasks = 任务（项次）
burden-visits = 查访（次）
burden-inspections = 检查（次）
burden-trainings = 培训宣传（次）
burden-shifts = 值班（人次）
burden-metrics = 指标数据（个）
burden-others = 其他记录（条）
burden-records = 台账记录合计（条）
burden-marks = 记录中另外要求的内容（项）
burden-process-marks = 其中只证明过程的（项）
burden-attachments = 附件（份）
burden-minutes = 留痕用时（小时）
burden-deadlines = 到期日（个）
burden-letters = 责任状、责任书（份）
burden-vetoes = 一票否决（项）
burden-indicators = 指标（项）
burden-score-items = 考核项目（项）
burden-points = 考核总分（分）
burden-trace-points = 其中按会议、材料给的分
burden-uncapped = 扣分不封顶的项目
burden-personal = 个人信息栏目
burden-on-event = 事发才有的事项
burden-open = 方案未定的事项
burden-held-meetings = 一个职务一年参会
burden-held-evidence = 留痕占工作时间
burden-held-deadlines = 一个职务一天到期
burden-held-process-marks = 只证明过程的凭证
burden-held-letters = 责任状、责任书
burden-held-personal = 个人信息栏目
burden-held-points = 考核总分
burden-held-items = 考核项目
burden-held-trace-points = 按会议、材料给分
burden-held-uncapped = 扣分不封顶的项目
burden-change-title =
    减负比较（折合一年）
    原方案：{ $before }（{ $before_issued } 印发）
    现方案：{ $after }（{ $after_issued } 印发）
burden-change-none = 两个方案对基层的要求没有差别。
burden-change-step = { $before } → { $after }（{ $share }）
burden-change-new = 原来没有
burden-change-more = 另有 { $count } 项
burden-about = （{ $about }）

too-many-meetings = 「{ $role }」一年要参加 { $count } 次会，超过 { $limit } 次
    .label = 这个会次数最多
    .help = 减少次数，或者与别的会合开：{ $list }
    .page = 按方案规定的频次折算成一年，把一个职务要召集和参加的会都数进去；用「兼作」写明可以顶替的会不重复数。上级文件要求精简会议，没有规定每个职务的次数；限值 meetings_per_post 是建议值，县里可以在 limits.yaml 中另定。

comprehensive-meetings = 综合性会议一年共 { $count } 次，「{ $name }」是其中之一，原则上一年不超过 { $limit } 次
    .label = 次数在这里
    .help = 合并成一次，其余的改为小范围研究或者发文部署
    .page = 按名称认综合性会议（工作会议、动员会、总结大会、推进会等），只数全辖区的会，不数各村自己的会。若干规定要求一个领域的综合性会议原则上一年不超过一次。

mergeable-meetings = 「{ $name }」和「{ $other }」的参加人员有 { $share }% 相同，可以合开
    .label = 参加人员大致相同
    .help = 在其中一个会上写「兼作」另一个，或者并成一个会
    .page = 两个会的召集人和参加人员放在一起比，相同的不少于 meeting_overlap（缺省 70%）就提示。已经写明「兼作」的不提示；参加人员只写了一个的不比。

leader-required = 「{ $name }」由「{ $convenor }」召集，却要「{ $leader }」参加
    .label = 上级负责人
    .help = 由分管同志召集的会，去掉主要负责人；确需主要负责人到场的，由他召集
    .page = 若干规定的精神是不层层陪会：副职召集的会，不要求下级主要负责同志参加。这里按方案写明的上下级关系判断：参加人员中有人是召集人的上级。

frequent-report = 「{ $name }」要求每天、每周报送，或者没有情况也要报
    .label = 报得太勤
    .help = 改为按月按季，或者有情况才报；能从台账里取的数，不再要求报
    .page = 日报、周报和“零报告”占用基层时间最多，也最容易变成抄数。凡是能从台账里汇总出来的，luoshi 可以直接出表，不必再报一遍。处置案（事）件的报告不在此列。

column-asked-twice = 「{ $name }」要填「{ $column }」，别处已经要填：{ $others }
    .label = 同一项内容
    .help = 只在一处填写，其余由台账汇总；写明以哪一处为准
    .page = 同样的对象、同样的内容，在两种记录里各填一遍。若干规定的要求是同一材料只报一次。会议的「应形成材料」是会议的成果，不算。

evidence-hours = 「{ $post }」为留痕要用 { $hours } 小时，占工作时间的 { $share }%，超过 { $limit }%
    .label = 这一项用时最多
    .help = 先减用时最多的几项：{ $list }
    .page = 用时 = 次数 × 对象数 × 每条记录的分钟数，只算填写整理，不算工作本身；工作时间 = 方案期内的工作日 × 8 小时，按任职的人数算。每种记录的分钟数是估算值，在 limits.yaml 的 minutes_… 各项中，可以按实测改。限值 evidence_share 缺省为 10%，是建议值。明细见 luoshi burden。

process-mark = 「{ $name }」只要求 { $list }，看不出结果
    .label = 只能证明做过
    .help = 加上能说明结果的一项（办结情况、数量、处理结果），或者去掉这些凭证
    .page = 签到、拍照、截图、打卡、工作日志只能证明走过过程。统筹通知指出，不能简单以留痕作为评价工作好坏的主要依据。要求里另有结果（其他标记、数量、状态）的不提示。

veto-punishes-reporting = 「{ $name }」只要报了案件就一票否决，等于鼓励瞒报
    .label = 只数案件
    .help = 加上查实的标记、此前失责或者因果认定，只追究失职
    .page = 否决条件只看案件数、案件由同一批人上报时，如实报告的吃亏，瞒报的过关。条件里至少要有一项：案件标记（如已查实）、此前失责、认定。

responsibility-letter = 「{ $name }」要签{ $copies ->
        [none] { "" }
       *[other] {" "}{ $copies } 份
    }{ $term }（方案里共 { $layers } 种），宜改为任务清单
    .label = 要签的{ $term }
    .help = 改成一张任务清单：谁、做什么、何时、凭什么算完成；法律法规规定要签的，写明依据
    .page = 减负通知要求不能动辄签责任状，变相向基层推卸责任。方案已经写明责任职务和时限，责任就落实了，不必另签；luoshi 的责任链和台账就是任务清单。法律规定要签的（如单位内部治安保卫），可以用「允许」写明依据。

score-above-hundred = 「{ $name }」总分 { $total } 分，超过百分制
    .label = 总分
    .help = 改为百分制（{ $limit } 分），只留看结果的项目
    .page = 千分制把分数越分越细，基层只好逐项备材料。各地通报中已经把千分制、双千分制作为问题点名。

too-many-score-items = 「{ $name }」有 { $count } 个考核项目，超过 { $limit } 个
    .label = 项目太多
    .help = 合并同类项目，过程性的删去
    .page = 项目越多，每项的分越小，备查材料越多。限值 score_items 是建议值。加分项目不计。方案的评分表只有部分和项目两级，写不出三级指标。

score-decimals = 「{ $name }」的分值 { $points } 带小数
    .label = 小数
    .help = 改为整数分，或者并入别的项目
    .page = 分值细到小数点以后，往往是项目分得太碎。

frequent-ranking = 「{ $name }」每月或者每季考核排名，太频繁
    .label = 考核周期
    .help = 改为半年或者一年一次，平时靠台账看进度
    .page = 统筹通知针对的就是督查检查考核名目多、频率高。平时的进度从台账里看得到，不必按月按季排名。

points-for-traces = 「{ $name }」给开会、材料的分共 { $points } 分（满分 { $total } 分），超过 { $limit }%
    .label = 按留痕给分
    .help = 降低这些项目的分值，把分给结果：{ $list }
    .page = 只看会议、文书、报告的项目，以及名称里写明台账、资料、照片的项目，算按留痕给分。限值 trace_points 缺省为 10%。

deduction-without-cap = 「{ $name }」按次扣分，没有封顶
    .label = 每次扣分
    .help = 写上「满分」，作为这一项最多扣多少
    .page = 按件、按缺项扣分而不封顶，一件事就可以把整个部分的分扣光，别的工作做得再好也看不出来。

punished-twice = 「{ $fact }」一件事罚两次：「{ $name }」和「{ $other }」
    .label = 第二次
    .help = 留一处；确要从重的，写成一处的分档
    .page = 同一个事实在一张评分表里被两个项目扣分，或者既扣分又降等、否决，或者有两项处理。否决另有失责、认定等条件的不算，因为针对的是失职而不是这件事本身。

punished-twice-other = 第一次

mergeable-meetings-other = 另一个会

bonus-above-cap = 「{ $name }」加分项目合计 { $sum } 分，封顶只有 { $cap } 分
    .label = 加分项目
    .help = 把加分项目的满分减到封顶以内，或者提高封顶
    .page = 加分项目加起来比封顶还多，做满了也拿不到，等于没有说清能加多少。

plan-too-long = 方案条款共 { $clauses } 条 { $count } 字，超过 { $limit } 字
    .label = 最后一条
    .help = 压缩背景和意义，删去照抄上级文件的内容
    .page = 若干规定要求一般文件不超过 5000 字，部署专项工作、具体任务的不超过 4000 字。YAML 里的条款是摘要，不是原文，所以这里数的是摘要的字数：摘要已经超过，原文一定超过；摘要没有超过，不等于原文没有超过。

village-must-plan = 「{ $name }」要求各村再定{ $term }
    .label = 要村里再写一份
    .help = 能由乡镇统一定的，不让村里再定；村里确有不同的，只要一张表
    .page = 一份方案下来，村村再定一份，内容多半照抄。若干规定要求一般不要求下级制定配套文件。

much-background = { $share }% 的条款文字没有可检查的要求，超过 { $limit }%
    .label = 从这一条起
    .help = 减去背景、意义和口号，留下谁、做什么、何时
    .page = 按条款摘要的字数算，状态为「仅作指导」的占多少。若干规定要求部署具体任务的文件不写背景和意义。条款是摘要，比例只供参考。

commanding-issuer = 方案由「{ $issuer }」制发，不得以{ $term }的名义向下发指令性文件
    .label = 制发单位
    .help = 改由党委、政府制发；议事协调机构和部门只能提供意见或者通知商洽事项
    .page = 若干规定第一条：议事协调机构、部门不得向下级党委、政府发布指令性文件，也不得在公文中向下级提出指令性要求。

deadline-too-short = 「{ $name }」的时限不到 { $limit } 个工作日
    .label = 时限
    .help = 至少留 { $limit } 个工作日；突发案（事）件的处置写在「案件」的「处置」里
    .page = “上午发、下午要”，基层只能应付。突发案（事）件的处置时限不在此列，可以按小时计。

deadline-on-rest-day = 「{ $name }」的期限 { $day } { $holiday ->
        [none] 是休息日
       *[other] 是{ $holiday }
    }
    .label = 这天不上班
    .help = 改到下一个工作日 { $next }
    .page = 写死的日期落在双休日、节假日，要么提前赶，要么假期加班。按方案的工作日历判断；月末和方案最后一天不提示。

assessed-too-soon = 「{ $name }」在印发后 { $days } 天就要考核，不足 { $limit } 天
    .label = 考核时间
    .help = 推后，给落实留出时间
    .page = 不能刚部署就考核。按印发日期到考核期限的天数算。

deadlines-on-one-day = 「{ $role }」{ $day } 这一天要交 { $count } 样东西，超过 { $limit } 样
    .label = 其中一样
    .help = 错开时间，或者并成一份：{ $list }
    .page = 同一个职务同一天到期的文书、报告、任务。只提示最多的一天。限值 deadlines_per_day 是建议值。

new-body = 「{ $name }」出现了「{ $term }」，不要为一项工作另设机构、另挂牌子
    .label = 另设机构或者挂牌
    .help = 由现有的机构和职务承担；确经批准设立的，用「允许」写明批准文件
    .page = 除专门规定的文件外，不得对机构编制等提出要求；村里挂牌、制度上墙也在清理之列。“挂牌督办”不算。

app-or-chat-group = 「{ $name }」要用「{ $term }」
    .label = 应用或者工作群
    .help = 用现有的平台；临时建的群写明何时解散
    .page = 防止“指尖上的形式主义”：不另建应用和群，不强制下载、关注。

forced-check-in = 「{ $name }」要求「{ $term }」
    .label = 强制使用
    .help = 去掉；安全生产、应急值守确需的，用「允许」写明
    .page = 打卡、积分排名、下载率、转发点赞，考核的是用没用软件，不是工作做没做。安全和应急确需的除外。

empty-phrase = 「{ $text }」只有「{ $term }」，没有说做什么
    .label = 没有内容
    .help = 写明谁、做什么、何时、凭什么算完成；只表态度的，状态改为「仅作指导」
    .page = 名称或者可检查的条款里除了套话没有别的内容，台账里就无从记录，也无从检查。

task-without-proof = 「{ $name }」没有写凭什么算完成
    .label = 缺少成果和记录要求
    .help = 加上「成果」，或者在「记录要求」里写明
    .page = 一项任务要说清谁、做什么、何时、凭什么算完成。没有成果，办结就是一句话。

personal-column = 「{ $name }」要登记个人信息（{ $term }）
    .label = 个人信息
    .help = 改为编号、村和数量；确有法定职责的，用「允许」写明法律依据和保存期限
    .page = 个人信息保护法第六条：收集个人信息应当限于实现处理目的的最小范围。luoshi 的台账只记单位、职务、编号和数量，录入时也会拒收身份证号和手机号。
lint-basis = { $title }{ $article ->
        [none] {""}
       *[other] { $article }
    }（{ $strength }{ $from ->
        [none] {""}
       *[other] ，{ $from }起
    }{ $to ->
        [none] {""}
       *[other] ，至{ $to }
    }）{ $value }，限值编号 { $id }
lint-basis-value = ：{ $value } { $unit }
lint-page-basis = 依据
lint-book-head = 由登记表和消息目录生成，不要手改：LUOSHI_BLESS=1 cargo test -p luoshi-lint --test book
lint-book-title = 方案检查的规则
