# html

html-sign-violated = 违
html-sign-missed = 未
html-sign-late = 逾
html-sign-suspect = 疑
html-sign-unknown = ？
html-sign-unset = 定
html-sign-due_soon = 将
html-sign-pending = 进
html-sign-waived = 免
html-sign-not_applicable = －
html-sign-met = √
html-sign-not-judged = ·
html-sign-off = 停
html-sign-guidance = 导
html-sign-unmapped = 缺

html-running = { $place } { $plan } 检查日期 { $as_of }
html-skip = 跳到正文
html-contents = 目录
html-top = 回到开头
html-share = 落实率
html-repeat = 重新生成
html-versions = 版本
html-folder = 方案文件夹

html-worst = { $duties } 项职责事项有 { $count } 处没有落实，最多的是：
html-waiting = { $count } 项处理建议等待决定：
html-next = 接下来到期：
html-untold = { $unknown } 项无法判定，{ $unset } 项方案未定，
html-suspects-more = 查看疑点
html-untold-more = 查看缺少什么

html-heat = 落实情况分布
html-heat-how = 每格显示其中最严重的结论；数字是这种结论的项数，只有一项的不写。空格表示没有应做的事项。
html-heat-duty-month = 事项与月份
html-heat-subject-month = 对象与月份
html-heat-duty-subject = 事项与对象
html-heat-only-bad = 只看有问题的行
html-heat-whole = 全辖区和个人
html-heat-always = 不计日期

html-findings = 逐项结论
html-findings-how = 没有落实的排在前面。点开一项，可以看到结论的理由、依据的记录和责任人。
html-others = 其他事项
html-asks = 条款、参数与责任人
html-responsible = 主责
html-rest-of = 其余 { $count } 项
html-all-of = 全部 { $count } 项
html-none = 没有符合条件的结论。
html-filter = 筛选
html-clause = 条款
html-month = 月份
html-text = 文字
html-any = 全部
html-shown = 显示 # 项，共 ## 项
html-clear = 清除筛选
html-unfold = 全部展开
html-fold = 全部收起

html-status-meaning = { $status }：{ $meaning }
html-in-all = 等 { $count } 项
html-parameters-how = 方案没有确定的排在最前，政策包定的收在下面；本方案改动的见“对政策包的调整”。
html-excused = 豁免和不执行的事项
html-by-parameter = 由参数关闭
html-proposals-only = 以下是系统按方案提出的建议，不是决定。决定权在所列机关；未经决定，不产生任何后果。当事人可以申诉，申诉期间中止执行。
html-target = 目标
html-no-figures = 还没有数据：{ $names }
html-coverage = 逐条落实情况
html-section-points = { $name }（{ $points }／{ $max } 分）
html-not-scored = 没有评分记录，或没有写明理由，不扣不加
html-chain = 责任链
html-chain-how = 自上而下：谁负责、向谁负责、检查日期由谁任职。空缺的用红框标出。
html-chain-text = 责任链（文字）
