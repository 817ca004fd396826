# coverage

coverage-state-failing = 未落实
coverage-state-unknown = 无法判定
coverage-state-unset = 方案未定
coverage-state-pending = 进行中
coverage-state-carried_out = 已落实
coverage-state-suspect = 疑点待核
coverage-state-waived = 豁免
coverage-state-not_applicable = 不适用
coverage-state-not_judged = 不作判定
coverage-state-off = 不执行
coverage-state-guidance = 仅作指导
coverage-state-unmapped = 未对应

coverage-title = { $title }逐条落实情况（{ $place }）
coverage-clauses = {"条款      "}
coverage-note = {"说明      "}
coverage-rule = 一条由几项事项承接的，有一项未落实，这一条就算未落实；没有未落实的，再看有无无法判定、方案未定、进行中的；都没有，才算已落实。未落实的各项，可用 luoshi explain 加编号查看详情。
coverage-rule-suspect = 疑点只提示核实，不改变这一条的结论；除疑点外没有其他结论的，列为疑点待核。
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
coverage-failing = 未落实的：{ $ids }
coverage-failing-more = 未落实的：{ $ids }等 { $count } 项
coverage-line = { $plan } { $as_of } 逐条：{ $counts }{ $label }
coverage-package = 「{ $name }」是政策包，没有台账，不能判断落实情况；请在乡镇实施方案的文件夹里查。
