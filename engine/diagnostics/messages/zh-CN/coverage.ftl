# coverage

clause-failing = 未落实
clause-unknown = 无法判定
clause-unset = 方案未定
clause-pending = 进行中
clause-carried_out = 已落实
clause-waived = 豁免
clause-not_applicable = 不适用
clause-not_judged = 不作判定
clause-off = 不执行
clause-guidance = 仅作指导
clause-unmapped = 未对应

coverage-title = { $title }逐条落实情况（{ $place }）
coverage-clauses = {"条款      "}
coverage-note = {"说明      "}
coverage-rule = 一条由几项事项承接的，有一项未落实，这一条就算未落实；没有未落实的，再看有无无法判定、方案未定、进行中的；都没有，才算已落实。
coverage-counted = 共 { $total } 条：{ $counts }
coverage-document = 《{ $title }》
coverage-document-numbered = 《{ $title }》（条款编号 { $prefix }/…）
coverage-section = { $heading }：{ $counts }
coverage-reason = 理由：{ $reason }
coverage-carrier = { $name }（{ $id }）：{ $standing }
coverage-off = 本方案停用，{ $reason }
coverage-off-parameter = 由参数关闭
coverage-penalty = 处理规定，随有关事项的结论提出建议
coverage-score = 计入考核评分
coverage-figure = 只列数据
coverage-incident = 只登记案件
coverage-no-finding = 没有可作结论的情形
coverage-failing = 未落实的：{ $ids }；详情：luoshi explain { $first }
coverage-failing-more = 未落实的：{ $ids }等 { $count } 项；详情：luoshi explain { $first }
coverage-line = { $plan } { $as_of } 逐条：{ $counts }{ $label }
