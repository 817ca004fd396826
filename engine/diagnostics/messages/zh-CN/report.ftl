# report

report-comma = ，
report-whole = 全辖区
report-from-to = { $from } 至 { $to }
report-open-end = 未定
report-not-stated = 未写明
report-simulated = 模拟数据（{ $origin }）：不是真实台账，不得作为考核依据


period-day = { $year }年
period-week = { $year }年第{ $number }周
period-month = { $year }年{ $number }月
period-quarter = { $year }年第{ $number }季度
period-half-year = { $year }年{ $half }
period-year = { $year }年
half-first = 上半年
half-second = 下半年

record-kind-meeting = 会议
record-kind-visit = 查访
record-kind-shift = 值班
record-kind-inspection = 检查
record-kind-incident = 案(事)件
record-kind-response = 处置
record-kind-task = 交办
record-kind-task_done = 办结
record-kind-document = 文书
record-kind-training = 培训
record-kind-reward = 奖励
record-kind-metric = 指标
record-kind-report = 报告
record-kind-rectification = 整改
record-kind-decision = 决定
record-kind-appeal = 申诉
record-kind-waiver = 豁免
record-kind-correction = 更正

unit-times = 次
unit-days = 天
bound-at-least = 至少
bound-exactly = 恰好

reason-unset-parameter = 参数「{ $parameter }」尚未确定
reason-unset = 方案没有写明频次、期限或其他必需内容
reason-no-records = 台账中没有任何“{ $kind }”记录
reason-no-subjects = 没有适用对象
reason-nothing-happened = 没有发生需要处理的情况
reason-counted = 应{ $bound } { $need } { $unit }，按时 { $served } { $unit }{ $more }
counted-late = 逾期补做 { $late }
counted-defective = 另有 { $defective } 条记录{ $lack }
reason-defective = 记录{ $lack }
reason-done-in-time = 已于 { $done } 完成，期限 { $due }
reason-done-late = 期限 { $due }，{ $done } 才完成，逾期 { $workdays } 个工作日
reason-overdue = 期限 { $due }，至今未完成，已超 { $workdays } 个工作日
reason-due = 期限 { $due }，尚未完成
reason-answered-in-time = 已于 { $done } 办理，期限 { $due }
reason-answered-late = 应于 { $due } 前办理，{ $done } 才办理，逾期 { $workdays } 个工作日
reason-unanswered = 应于 { $due } 前办理，没有对应记录，已超 { $workdays } 个工作日
reason-answer-due = 应于 { $due } 前办理，尚无对应记录
reason-waits-for = 「{ $task }」完成后才开始计算期限
reason-too-early = { $done } 完成，早于前置事项「{ $first }」（{ $first_done }）
reason-first-not-done = { $done } 完成，但前置事项「{ $first }」还没有完成
reason-state-has = 自 { $since } 起符合要求
reason-state-none = 没有记录
reason-state-ended = { $latest } 的最近记录表明已终止
reason-state-old = 最近记录是 { $latest }，已过有效时限
reason-state-headcount = 应有 { $needed } 人，{ $latest } 的记录为 { $stated }
reason-state-lack = { $latest } 的最近记录{ $lack }
reason-share = { $total } 个对象中 { $covered } 个符合要求，目标 { $target }
reason-attendance = 排班 { $shifts }，到岗 { $attended }，缺勤 { $absent }，请假 { $excused }，未标记 { $unmarked }{ $deduct }
attendance-deduct = ；建议扣款 { $deduct } 元
reason-run = 连续缺勤 { $length } 次（{ $days }），达到 { $threshold } 次的界限{ $more }
run-excused = ；其间 { $days } 请假，不中断也不计入
run-unmarked = ；其间 { $days } 没有考勤标记，不中断也不计入
reason-refused = 拒绝抽调人员 { $number } 次（{ $days }）
reason-informed = { $incident } 发生的案(事)件应通知 { $needed } 个，按时通知 { $reached } 个
reason-responded-minutes = { $incident } 发生，{ $response } 处置，相隔 { $minutes } 分钟
reason-responded = { $incident } 发生，{ $response } 处置
reason-no-response = { $incident } 发生，没有处置记录
reason-reward-amount = 奖励 { $amount } 元，超出 { $min } 元至 { $max } 元的范围
reason-reward-no-amount = 记录没有写明金额
reason-reward-grounds-all = 缺少必备条件：{ $grounds }
reason-reward-grounds-any = 以下条件一项也没有：{ $grounds }
reason-reward-cap = 同一案件合计 { $sum } 元，超过上限 { $cap } 元
reason-rewards-right = { $number } 笔奖励均符合规定
reason-target = 当前 { $value }，目标 { $target }
reason-target-no-value = 没有数据，目标 { $target }
reason-vacant = 职务空缺：{ $gaps }
reason-held = 每天都有人任职
reason-load = 一人同时承担 { $held } 个，最多 { $allowed } 个
reason-rule-says = { $message }
reason-rule = 不符合规则
reason-rule-failed = 规则运行出错：{ $error }
reason-veto = { $parts }
reason-veto-nothing = 未出现规定的情形
veto-incidents = 有关案(事)件 { $happened } 起，其中符合条件 { $holding } 起
veto-lapse = 此前 { $days } 天内的工作量低于 { $below } 即为失责
veto-failed = 失职 { $failed } 项
veto-decision = 现处{ $decision }状态（记录 { $record }）
veto-not-competent = 「{ $actor }」的决定不算：一票否决须由县级以上决定
reason-ladder = { $parts }
ladder-events = 触发事项 { $events } 件，界限 { $needed } 件
ladder-in-force = { $step }自 { $from } 起执行，至 { $until }
ladder-proposed = 建议{ $step }
ladder-applied = { $day } 申请解除，尚未决定
ladder-released = { $day } 已验收解除
reason-waived = 已豁免（记录 { $waiver }）；否则：{ $because }

lack-mark = 缺少规定的标记
lack-marks = 缺少规定的标记（{ $marks }）
lack-attachments = 附件不足
lack-quantity = 没有写明数量，或数量不足
lack-quorum = 到会 { $present } 人，不足 { $needed } 人
lack-no-attendance = 没有写明到会人数
lack-actor = 没有写齐应共同参加的单位
lack-convenor = 不是由规定的召集人主持
lack-status = 的状态不符合要求
lack-crew = 当天到岗人数不足
lack-lead = 骨干单位人员没有达到规定比例
lack-unknown = 不符合要求

decision-proposed = 建议
decision-confirmed = 已决定
decision-rejected = 已否定
decision-lifted = 已解除
decision-ended = 已到期
decision-suspended = 申诉中止

ordinal-1 = 一、
ordinal-2 = 二、
ordinal-3 = 三、
ordinal-4 = 四、
ordinal-5 = 五、
ordinal-6 = 六、
ordinal-7 = 七、
ordinal-8 = 八、
ordinal-9 = 九、
ordinal-10 = 十、
ordinal-11 = 十一、
ordinal-12 = 十二、

section-summary = 总体情况
section-failures = 未落实的职责事项
section-needed = 无法判定和方案未定的事项
section-due = 即将到期和进行中的事项
section-decisions = 一票否决与督办
section-proposals = 处理建议
section-indicators = 指标
section-scores = 考核评分
section-waivers = 豁免
section-evidence = 台账质量
section-parameters = 参数由谁确定
section-inactive = 本方案不执行的事项

header-title = { $title }落实情况检查报告（{ $place }）
header-issuer = {"制发单位  "}
header-span = {"方案期间  "}
header-as-of = {"检查日期  "}
header-package = {"依据      "}
header-evidence = {"台账      "}
header-no-records = 没有记录
header-records = { $records } 条记录：{ $kinds }

status-violated =
    违反
    .meaning = 做法不符合规定，或符合建议处理的条件
status-missed =
    未落实
    .meaning = 期限已过，没有应有的记录
status-late =
    逾期完成
    .meaning = 做了，但超过期限
status-unknown =
    无法判定
    .meaning = 台账缺少判断所需的记录
status-unset =
    方案未定
    .meaning = 方案没有写明判断所需的内容
status-due_soon =
    即将到期
    .meaning = 期限将至，尚未完成
status-pending =
    进行中
    .meaning = 期限未到
status-waived =
    豁免
    .meaning = 经批准免于追究
status-not_applicable =
    不适用
    .meaning = 没有适用对象，或没有发生
status-met =
    已落实
    .meaning = 有记录证明

summary-share = 落实率 { $percent }：应落实 { $judged } 项，已落实 { $met } 项（未到期、无法判定、未定、豁免、不适用的不计，责任链和一票否决、督办另列）
summary-share-none = 落实率不适用：没有到期应落实的事项
summary-line = { $plan } { $as_of }：{ $counts }；落实率 { $share }{ $label }
summary-simulated = 【模拟数据】
inactive-reason = { $name }：{ $reason }
inactive-by-parameter = 由参数关闭：{ $names }

column-status = 结论
column-count = 数量
column-meaning = 含义
column-about = 对象
column-when = 期间
column-why = 情况
column-who = 责任人
column-duty = 事项
column-needed = 需要
column-last-day = 最后日期
column-state = 现状
column-falls-on = 对象
column-measure = 建议
column-by = 根据
column-decides = 决定机关
column-decision = 状态
column-indicator = 指标
column-current = 累计
column-baseline = 基数
column-trend = 趋势
column-values = 各期
column-scorecard = 评分表
column-score = 得分
column-grade = 等次
column-rank = 名次
column-veto = 一票否决
column-section = 部分
column-item = 项目
column-points = 分值
column-span = 起止
column-granted = 批准
column-covers = 涉及
column-parameter = 参数
column-value = 取值
column-set-by = 由谁定
column-reason = 说明

report-and-more = { $first }等 { $count } 个
report-findings = { $count } 项
report-more = 还有 { $count } 项，见 luoshi check --format json

failures-duty = ● { $name }（{ $id }）：{ $counts }
failures-clauses = 条款：{ $clauses }
failures-upwards = 倒查：→ { $chain }
failures-advice = 下一步：{ $advice }
failures-explain = 详情：luoshi explain { $id }
failures-backfilled = 其中补录 { $count } 条
answers = { $role } { $holder }
answers-for = { $role }（{ $subject }）{ $holder }
answers-acting = { $staff }（代理）
answers-vacant = 空缺

proposals-only = 以下只是建议，须经决定机关决定才能生效；当事人可以申诉。
proposals-nobody = 方案未写明
measure-deduct = 扣款 { $amount } 元
measure-grade = 年度考核定为“{ $grade }”
measure-ineligible = 取消资格：{ $what }
measure-head = 负责人：{ $what }
measure-score = 得分定为 { $score }
measure-step = 采取“{ $step }”

indicators-only = 指标只反映走势，不作落实与否的结论。
trend-better = 好转
trend-same = 持平
trend-worse = 变差

scores-only = 得分按方案的评分表计算，须经考核机关审定。
scores-sheet = { $scorecard }（{ $about }）：否决前 { $sum } 分，其中加分 { $bonus } 分
scores-unknown = 没有评分记录，或没有写明理由，不扣不加
scores-counted = 计 { $count }：{ $findings }

waiver-active = 有效
waiver-expired = 已过期

evidence-backfilled = 补录 { $backfilled } 条，占 { $records } 条的 { $percent }
evidence-corrected = 更正过的 { $superseded } 条，作废的 { $withdrawn } 条，原记录均保留
evidence-unseen = 检查日期以后的 { $unseen } 条没有计入
evidence-irrelevant = 方案没有要求的 { $count } 条没有使用：
irrelevant-duty = { $id }：方案没有这类记录对应的职责事项
irrelevant-subject = { $id }：该事项不针对这个对象
irrelevant-actor = { $id }：该事项不由这个单位或人员承担
irrelevant-day = { $id }：不在该事项的期间内

set-by-package = 由《{ $package }》定
set-by-extending = 由《{ $package }》调整
set-by-plan = 由本方案定
set-by-nobody = 未定
value-true = 是
value-false = 否
parameter-default = 原定 { $default }

advice-set-parameter = 在方案的 set 中确定「{ $parameter }」，并写明理由
advice-complete-plan = 在方案中写明频次、期限等内容
advice-enter-records = 登记或导入“{ $kind }”记录
advice-enter-missing = 补齐缺少的记录或标记
advice-enter-figures = 登记指标数据
advice-nothing = 无须处理
advice-too-many = 核对是否重复登记；重复的用更正记录作废
advice-late = 说明逾期原因并存档，今后按期完成
advice-complete-record = 有材料的，补齐后用更正记录登记；没有材料的，说明原因
advice-still-time = 在最后日期前完成并登记
advice-period-over = 期间已过，不能补办；查明原因并存档，有客观原因的按程序申请豁免
advice-do-it = 尽快完成并登记；完成后记为逾期
advice-first-task = 先完成前置事项
advice-order = 核对两项完成日期；登记有误的用更正记录改正，无误的说明原因
advice-state = 按要求配齐或更新，并登记最新情况
advice-share = 逐个补齐尚不符合要求的对象
advice-mark-shifts = 由值班负责人补齐考勤标记
advice-attendance = 核对考勤；登记有误的用更正记录改正；扣款、考核等次须经决定，当事人可以申诉
advice-refusal = 由决定机关核实后处理，被处理单位可以申诉
advice-respond = 立即处置并登记
advice-answer = 尽快办理，登记时注明对应的原记录编号
advice-reward = 核对凭证；登记有误的用更正记录改正，发放有误的报决定机关处理
advice-target = 分析原因，提出改进措施
advice-vacant = 尽快任命，或指定代理，并在方案的任职中写明
advice-load = 调整分工，或在方案中说明
advice-rule = 对照规则核对事实，按要求改正
advice-rule-failed = 请规则编写人检查规则
advice-veto = 报决定机关认定；认定前不产生后果，当事人可以申诉
advice-veto-unknown = 补齐判断所需的记录
advice-ladder = 报决定机关决定；整改后登记整改记录并申请解除
advice-waived = 豁免期内无须处理

explain-title = { $duty }：{ $about }，{ $when }，{ $status }
explain-asks = 方案的要求
explain-shows = 台账的记载
explain-judged = 判断
explain-settled = 有关参数
explain-answers = 责任人（自下而上倒查）
explain-next = 可以怎么办
explain-no-summary = （没有摘要）
explain-clause = 条款 { $clause }：{ $summary }
explain-reason = { $status }：{ $reason }。
explain-meaning = “{ $status }”的含义：{ $meaning }。
explain-backfilled = 其中 { $count } 条是补录的，计入但予注明。
explain-decision = 决定状态：{ $decision }。
explain-no-records = 没有可以证明的记录。
explain-rests-on = 依据以下 { $count } 条记录：
explain-record-gone = 记录 { $id }（台账中查不到原文）
explain-run = 本人排班中，{ $days } 连续 { $length } 班标记为缺勤。
explain-run-excused = { $days } 为请假，不中断连续计算。
explain-run-unmarked = { $days } 没有标记，不中断也不计入。
explain-parameter = { $name }：{ $value }，{ $set_by }
explain-parameter-reason = { $name }：{ $value }，{ $set_by }，理由：{ $reason }
explain-correct = 更正：登记有误的，用更正记录改正：luoshi record correction --ref 原记录编号 --set 字段=新值
explain-waive = 豁免：有客观原因的，由有权机关批准后登记：luoshi record waiver --duty { $duty } --until 日期
explain-appeal = 申诉：对结论或处理有异议的，登记申诉：luoshi record appeal --duty { $duty }
record-quantity = 数量 { $quantity }
record-amount = { $amount } 元
record-marks = 标记 { $marks }
record-entered = { $day } 录入
shift-attended = 到岗
shift-absent = 缺勤
shift-excused = 请假
shift-cancelled = 取消
shift-refused = 拒绝
page-message = 提示内容
page-help = 怎么办
page-more = 说明
