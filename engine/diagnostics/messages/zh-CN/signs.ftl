# 台账可信度的迹象：luoshi audit signs。

sign-limit-unknown = 没有「{ $name }」这个限值
    .label = 不认识
    .help = 可以设的有 { $known }
    .page = 各种迹象按限值提示，例如一人一天最多去几个地方。限值的名称、含义和默认值用「luoshi explain 疑点限值」查看；不设的用默认值。

sign-limit-value = 限值「{ $name }」不能是「{ $value }」
    .label = 不在范围内
    .help = 改成 { $least } 到 { $most } 的整数
    .page = 限值放得太宽，什么也查不出；收得太紧，如实的台账也会被提示。各限值的范围用「luoshi explain 疑点限值」查看。改了限值，误报率要重新测算。

sign-backfill-burst = 突击补录
sign-backfilled-share = 补录偏多
sign-one-sitting = 一次录完
sign-copied-records = 复制台账
sign-regular-figures = 数据异常
sign-uneven-shifts = 轮值不匀
sign-two-places = 一人两地
sign-too-many-places = 走访过密
sign-too-fast = 走访过快
sign-answered-early = 先答后问
sign-entered-early = 先录后办
sign-on-leave = 请假在岗
sign-outside-term = 任期以外
sign-attachment-missing = 附件缺失
sign-attachment-changed = 附件不符
sign-attachment-shared = 附件共用

sign-backfilled-share-duty = 「{ $name }」的 { $sheets } 次录入中有 { $late } 次是补录，占 { $share }%，全部台账占 { $overall }%；凑巧如此的可能不到 { $odds } 分之一。请问明为什么总是事后才录。
sign-backfilled-share-clerk = { $name } 的 { $sheets } 次录入中有 { $late } 次是补录，占 { $share }%，全部台账占 { $overall }%；凑巧如此的可能不到 { $odds } 分之一。请问明为什么总是事后才录，也可能是代别人录。
sign-one-sitting-day = 「{ $duty }」共 { $all } 条记录，其中 { $records } 条是 { $day } 一天录入的，说的是 { $first } 至 { $last } 的事。请对照当时的签到表、照片；纸质台账集中录入也会这样。
sign-two-places-clash = { $person } 有 { $times } 次同时在两个地方：例如 { $day } { $time } 在「{ $here }」、{ $later } 在「{ $there }」。其中 { $rounded } 次记的是整点或者半点，可能是时间记得粗。
sign-too-many-places-days = { $person } 有 { $days } 天一天去了超过 { $limit } 个地方，最多的是 { $day }，{ $places } 个。请问明是不是多人分头去、由一人记账。
sign-too-fast-days = { $person } 有 { $days } 天的走访前后挨得太近或者一天排不下，共 { $visits } 条，按每次至少 { $minutes } 分钟算。请问明是不是事后一起估的时间。
sign-answered-early-minutes = 有 { $records } 份记录、纪要的日期早于所记的会议。请核对两边的日期。
sign-answered-early-response = 有 { $records } 条处置、报告早于所处置的案（事）件。请核对两边的日期和时间。
sign-answered-early-rectification = 有 { $records } 条整改早于发现问题的检查、走访。请核对两边的日期。
sign-entered-early-days = 「{ $duty }」有 { $records } 条记录在事情发生以前就录入了，最早提前 { $ahead } 天。请核对日期；也可能是录入的电脑日期不对。
sign-on-leave-days = { $person } 有 { $days } 天值班请了假，同一天又有到岗、走访或者检查的记录，例如 { $day }。也可能只请了半天。
sign-outside-term-person = { $actor } 在 { $first } 至 { $last } 有 { $records } 条记录，当时还没有任职或者已经离任。请核对任职日期；也可能离任后仍在帮忙。
sign-outside-term-post = 以「{ $actor }」名义的 { $records } 条记录（{ $first } 至 { $last }），当时这个职务没有人任职。请问明是谁办的；也可能任职表没有更新。
sign-attachment-missing-missing = 记录里写明的附件有 { $files } 个找不到，例如「{ $example }」。请找回原件；也可能存在别处。
sign-attachment-changed-changed = 有 { $files } 个附件和记录时的不是同一个文件，例如「{ $example }」。请问明改了什么；重新扫描、转换格式也会这样。
sign-attachment-shared-shared = 有 { $files } 个附件用在了不同的事情上：日期、事项或者地点不同。请调阅附件，看它说明的是哪一件事。

signs-none = 没有发现台账可信度方面的迹象。没有迹象，不等于台账属实。
signs-found = 台账可信度迹象 { $count } 条。迹象只说明应当去问、去核对，不是结论，不影响状态和得分。
signs-heading-townships = { $sign }（误报：如实模拟的 { $years } 本年度台账中出现 { $alarms } 本，95% 的把握不超过 { $most }）
signs-heading-officers = { $sign }（误报：时间记得准的 { $years } 人一年的走访中出现 { $alarms } 人，95% 的把握不超过 { $most }）
signs-pointers = { $ask ->
        [none] 记录
       *[other] 问 { $ask }；记录
    } { $records }{ $more ->
        [none] {""}
       *[other] {" "}等，另有 { $more } 条
    }
signs-share-all = 补录：{ $records } 条有录入时间的记录中 { $late } 条，占 { $share }
signs-share-month = {"  "}{ $key }：{ $records } 条中 { $late } 条，占 { $share }
signs-share-duty = {"  "}事项 { $key }：{ $records } 条中 { $late } 条，占 { $share }
signs-share-clerk = {"  "}录入人 { $key }：{ $records } 条中 { $late } 条，占 { $share }
signs-no-files = 没有核对附件：用 --files 指明存放附件的文件夹

cmd-audit-signs = 查台账可信度的迹象：突击补录、照抄、一人两地等，不下结论
    .path = 乡镇方案的文件夹，默认当前文件夹
    .files = 存放附件的文件夹：核对有没有、是不是原来的
    .set = 改一个限值，如 places-per-day=10；见 explain 疑点限值
    .shares = 同时列出各月、各事项、各录入人的补录占比
    .output = 写到文件；默认写到屏幕
