# chain

chain-title = { $name }：责任链（{ $place }，{ $day }）
chain-up-title = 「{ $name }」由谁负责：逐级往上（{ $place }，{ $day }）
chain-down-title = 「{ $name }」及以下的职务和事项（{ $place }，{ $day }）
chain-name = { $name }（{ $id }）
chain-name-clauses = { $name }（{ $id }）：条款 { $clauses }
chain-relations = 其他上下级关系
chain-role-each = { $role }（每个{ $set }一人）
chain-again = （见上）
chain-again-box = 见上
chain-semicolon = ；
chain-no-subjects = 当天没有对象
chain-duties = ，负责 { $count } 项
chain-duties-box = 负责 { $count } 项
chain-duties-named = 负责 { $count } 项：{ $duties }
chain-step = { $role }：{ $posts }
chain-over = 对「{ $role }」的工作负责
chain-over-by = 对「{ $role }」的工作负责（{ $chains }）
chain-up-nobody = 方案没有为它设任何职务，往上查不到负责人。
chain-no-gaps = 责任链没有缺口（允许时限内的空缺不算）。
chain-gaps = 缺口 { $count } 处：
chain-package = 「{ $name }」是政策包，没有任职人员；请在乡镇实施方案的文件夹里查。

gap-no-holders = { $role }：方案里没有写由谁担任
gap-vacant = { $role }：空缺，由其负责的事项没有人管
gap-vacant-since = { $role }：自 { $since } 起空缺
gap-unheld = { $role }：{ $subjects }没有人担任
gap-unheld-since = { $role }：{ $subjects }自 { $since } 起没有人担任
gap-load = { $role }：{ $staff } 一人担任 { $count } 个（{ $subjects }），最多 { $allowed } 个
gap-no-way-up = { $role }：没有写明向谁负责，{ $count } 项往上查不到主要领导（{ $duties }）
gap-in-chain = { $gap }（{ $chain }）
