# what_if

what-if-package = 「{ $name }」是政策包，没有台账，换参数看不出结果；请在乡镇实施方案的文件夹里试。
what-if-title = { $place }：换几个参数，截至 { $as_of } 会怎样
what-if-parameters = 改动的参数
what-if-counts = 结论数的变化
what-if-worse = 新出现的问题
what-if-better = 不再成为问题的
what-if-other = 其他变化
what-if-proposals = 处理建议的变化（由决定机关决定，当事人可以申诉）
what-if-scores = 考核得分的变化
what-if-burden = 工作量的变化（折合一年）
what-if-before = 现在
what-if-after = 改后
what-if-difference = 增减
what-if-where = 何处何时
what-if-turn = 变化
what-if-new = 新增
what-if-gone = 取消
what-if-none = 没有这一项
what-if-open = 未定
what-if-rank = 第 { $rank } 名
what-if-nothing = 结论、处理建议和得分都没有变化。
