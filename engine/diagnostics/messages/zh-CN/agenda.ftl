# agenda

agenda-package = 「{ $name }」是政策包，没有台账，列不出待办事项；请在乡镇实施方案的文件夹里查。
agenda-title = { $place }待办事项：{ $from } 至 { $to }（检查日期 { $today }）
agenda-overdue = 一、已过期限、仍须办理（{ $count } 项）
agenda-due = 二、期内到期（{ $count } 项）
agenda-nothing = 没有
agenda-no-day = 即办
agenda-ahead = 尚未开始
agenda-done-count = 期内到期的事项中，已办 { $count } 项。
agenda-calendar = { $place }待办事项
agenda-event-overdue = 已过期：{ $duty }（{ $count } 处）
agenda-event-running = { $duty }（{ $count } 处）
agenda-event-ahead = { $duty }（{ $count } 处）
agenda-event-done = 已办：{ $duty }
agenda-event-line = { $about }：{ $state }；{ $who }
