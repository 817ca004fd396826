# 排班：luoshi roster。

planning-misplaced = { $why ->
        [bare] 政策包没有给「{ $name }」定排班规则，本地无从补充
       *[other] 「{ $name }」不是值班，谈不上排班规则
    }
    .label = 这里的排班规则用不上
    .help = { $why ->
        [bare] 删去这里的「planning」，或者请县里在政策包里给这项值班写上「planning」
       *[other] 删去这里的「planning」，或者改成值班的编号
    }
    .page = 「承接」里的「排班规则」是对政策包已有排班规则的补充：本镇的场期、哪些人减免、谁和谁搭班。所指的事项不是值班，或者政策包没有给它定排班规则，补充就没有着落。

planning-group = 搭班、避班的人员组至少要有两人
    .label = 这一组不足两人
    .help = 补上另一个人的工号，或者删去这一组
    .page = 搭班是几个人要么同班、要么都不在班；避班是组里任何两人不同班。只写一个人，规则就没有意义。某人整月不排班的，请写「减免」或者登记请假。

roster-impossible = { $clash ->
        [none] 在允许的搜索量内没有排出「{ $name }」，也没能断定排不出
       *[other] 「{ $name }」排不出来：下列规则凑在一起无法同时满足（可排 { $pool } 人）：{ $rules }
    }
    .help = { $clash ->
        [none] 缩短要排的日期，或者放宽间隔、相差等规则后再排
       *[other] 放宽其中任何一条（少排一班、减少每班人数、缩短间隔、调整请假、增加可排人员），再排一次
    }
    .page = 排班时每条规则都要满足。凑在一起无法满足的，这里列出其中最少的几条，写明数值、日期和人员：去掉任何一条，其余的就能满足。例如可排的三个人里，同一天有三个人请假，这一天就没有人能上班。看清是哪几条相互顶住以后，由定规则的人决定放宽哪一条。

roster-unplanned = { $why ->
        [days] 「{ $name }」没有写哪些日子要有班，也没有定频次
       *[rules] 「{ $name }」没有写排班规则
    }
    .help = { $why ->
        [days] 给它写上「cadence」（频次），或者在「planning」里写上「weekdays」「dates」「market」
       *[rules] 给它写上「planning」（排班规则）；政策包里的值班，由县里来写
    }
    .page = 排班要有依据：哪些日子有班、每班几人、两班至少隔几天、谁减免。这些写在值班的「排班规则」里，由县里或者乡镇定，不由程序替人作主。没有写的，先写上再排。

roster-outside = 「{ $name }」只在 { $from } 至 { $until } 有班，所排的日期不在其内
    .help = 改用这段时间里的日期，如 --month { $month }
    .page = 值班有自己的起止日期，没有写的就是方案的起止日期。在此之外排出的班，检查时不算数，因此不排。

leave-form = 「{ $value }」不是请假的写法
    .help = 写成 工号:起始日..截止日，如 PT007:2012-07-05..2012-07-10；只有一天的写 PT007:2012-07-05
    .page = 命令行里的请假写成「工号:起始日..截止日」，日期写成 2012-07-05，截止日当天也算请假，截止日不能早于起始日。请假多的，写在方案文件夹的 leave.yaml 里：leave: [{"{"} person: PT007, from: 2012-07-05, until: 2012-07-10 {"}"}]。

leave-outsider = 请假的「{ $person }」不在可排人员里，这条请假没有用到
    .label = 可排人员里没有这个工号
    .help = 核对工号；本来就不参加这项值班的，不用理会
    .page = 请假只影响参加这项值班的人。工号写错了，请假就等于没有登记，本人仍会被排上，所以每条没有用到的请假都会指出。

roster-published = 「{ $path }」里没有「{ $name }」在所排日期内的班次
    .help = 用排班时 --format csv 或 jsonl 写出的文件，并核对日期
    .page = 修复排班要先知道原来是怎么排的：排班时用「--format csv」或「--format jsonl」写出的文件，或者台账（ledger.db）。文件里没有这项值班在所排日期内的班次，就无从比较改动多少。

roster-there = 台账里已有「{ $name }」在 { $days } 的班次，共 { $count } 条，没有再登记
    .help = 要改已登记的班次，用 --repair 指定台账来修复；日期重复的，换一段日期
    .page = 同一段日期登记两次排班，一个人一晚就会有两条记录，缺勤和频次都会算错。已登记的排班要改的，用「luoshi roster 编号 --repair 台账」：只登记改动，原来的班次用更正记录取消，两次都留痕。

roster-not-proven = 「{ $name }」的排班满足全部规则，但不能断定相差已经最小
    .help = 要接着找的话，缩短日期或者换一个种子再排
    .page = 排班先满足全部规则，再让各人班次的相差尽量小。人多、规则多的时候，要证明没有更好的排法可能要试很久，所以搜索量有上限。到了上限仍给出找到的最好的一份，并在这里说明没有证到底。

roster-title = { $place }{ $name }排班表
roster-subtitle = { $days }，{ $shifts } 班，{ $taken } 人次，可排 { $persons } 人；种子 { $seed }
roster-changes = 与原排班不同之处
roster-change = { $day }：{ $off_any ->
        [none] 增加{ $on }
       *[other] { $on_any ->
            [none] 取消{ $off }
           *[other] { $off }换成{ $on }
        }
    }
roster-shifts = 班次
roster-led = 带 * 的是骨干单位人员
roster-persons = 各人班次
roster-fairness = 公平情况
roster-difference = { $of ->
        [none] 班次
       *[other] { $class }班次
    }最多相差 { $count }（含结转）
roster-shortest-rest = 同一人两班之间最少隔 { $count } 天
roster-proven = 没有比这更公平的排法
roster-proven-but-rest = 没有相差更小的排法；两班之间能否隔得更久，未证到底
roster-unproven = 能否相差更小，未证到底
roster-rules = 所依规则
roster-crew = 每班 { $count } 人{ $led ->
        [none] {""}
       *[other] ，其中骨干单位至少 { $leaders } 人
    }
roster-share = { $person } 按 { $share } 分担
roster-parameters = 这项值班用到的参数
roster-parameter = { $name }：{ $value }，{ $set_by }
roster-span = { $from } 至 { $to }
roster-weekend = 周末
roster-holiday = 节假日
roster-monday = 星期一
roster-tuesday = 星期二
roster-wednesday = 星期三
roster-thursday = 星期四
roster-friday = 星期五
roster-saturday = 星期六
roster-sunday = 星期日
roster-column-day = 日期
roster-column-weekday = 星期
roster-column-class = 说明
roster-column-person = 人员
roster-column-unit = 单位
roster-column-planned = 本次
roster-column-weekend = 周末
roster-column-holiday = 节假日
roster-column-carried = 结转
roster-column-sum = 合计
roster-rule-crew = { $days } 每班要有 { $count } 人
roster-rule-leaders = { $days } 每班骨干单位至少 { $count } 人
roster-rule-away = { $persons } 在 { $days } 请假
roster-rule-rest = 同一人两班之间至少隔 { $count } 天
roster-rule-week = 同一人每周最多 { $count } 班
roster-rule-month = 同一人每月最多 { $count } 班
roster-rule-together = { $persons } 要同班
roster-rule-apart = { $persons } 不能同班
roster-rule-spread = { $of ->
        [none] 班次
       *[other] { $class }班次
    }最多相差 { $count }（含结转）
roster-recorded = 登记班次 { $count } 条、更正 { $corrections } 条，台账现有 { $total } 条
roster-written = 写入 { $path }
roster-source = 排班
roster-repair-note = 排班调整
