# 公文版式：写出的文书和 luoshi document check。

# 检查的报告。

layout-form-official = 版式：文件格式
layout-form-letter = 版式：信函格式
layout-form-minutes = 版式：纪要格式
layout-form-none = 版式：没有发文机关标志、发文字号，认不出是哪种公文格式；只查页面、标题、正文和标点
layout-recognised = 认出的要素：{ $names }
layout-unrecognised = 没有认出的要素：{ $names }（认不出的不算错）
layout-group-required = 不合规定 { $count } 处，要改
layout-group-general = 不合一般要求 { $count } 处，没有特殊情况的改一改
layout-group-recommended = 和推荐做法不同 { $count } 处
layout-group-permitted = 和可以采用的做法不同 { $count } 处
layout-group-practice = 实务提醒 { $count } 处，标准没有规定
layout-group-own = 本单位版式规定，和标准不同 { $count } 处
layout-group-open = 还没有填 { $count } 处，填好再印发
layout-group-undecided = { $count } 条看不出来，请人工核对
layout-rule = { $text }（{ $clause }，{ $strength }，{ $rule }）
layout-deviation = { $place }：{ $found }
layout-deviation-own = { $place }：{ $found }（本单位版式规定如此）
layout-more = 还有 { $count } 处一样
layout-do = 改法：{ $text }
layout-undecided = { $why }：{ $rules }
layout-list-mark = ；
layout-summary = 合计：不合规定 { $required } 处，其他提示 { $hints } 处，没有填 { $open } 处，看不出来 { $undecided } 条，符合 { $kept } 条
layout-place-whole = 全文
layout-place-section = 第 { $number } 节
layout-place-text = { $start ->
        [none] 第 { $number } 段
       *[other] 第 { $number } 段「{ $start }」
    }
layout-place-footer = { $start ->
        [none] 页脚
       *[other] 页脚「{ $start }」
    }
layout-clause-standard = GB/T 9704—2012 第 { $clause } 条
layout-clause-regulations = 公文处理工作条例第 { $clause } 条
layout-clause-foreword = GB/T 9704—2012 前言
layout-strength-required = 规定
layout-strength-general = 一般
layout-strength-recommended = 推荐
layout-strength-permitted = 可以
layout-strength-practice = 实务
layout-why-paging = 排版分页以后才能看出
layout-why-placed = 排在文本框、表格、图形里，或者用制表符排，位置算不出来
layout-why-no-font = 文件里没有写明中文字体
layout-why-preprinted = 可能用的是预印红头纸
layout-why-landscape = 横排的页面
layout-why-close = 差得不多，要看字体，打印出来量一量
layout-why-apart = 附件不在这个文件里，可能另外装订
layout-why-letter-top = 信函首页的天头另有尺寸
layout-why-not-stated = 文件里没有写明，各种软件的缺省不一样
layout-why-open = 【待补】填好以后才能看出

# 要素。

layout-element-copy-number = 份号
layout-element-secrecy = 密级和保密期限
layout-element-urgency = 紧急程度
layout-element-masthead = 发文机关标志
layout-element-number = 发文字号
layout-element-signatory = 签发人
layout-element-red-rule = 红色分隔线
layout-element-title = 标题
layout-element-addressee = 主送机关
layout-element-body = 正文
layout-element-headings = 结构层次序数
layout-element-attachments-note = 附件说明
layout-element-signature = 发文机关署名
layout-element-date = 成文日期
layout-element-note = 附注
layout-element-attachments = 附件
layout-element-attendance = 出席人员名单
layout-element-imprint = 版记
layout-element-page-number = 页码

# 规则：要求、查到的、改法。

layout-page-size = 用A4纸：宽210毫米，高297毫米
    .found = 纸张宽 { $width } 毫米、高 { $height } 毫米
    .do = 在“布局”“纸张大小”里选A4

layout-margin-top = 天头（上白边）37毫米，上下不超过1毫米
    .found = 上边距 { $found } 毫米
    .do = 把上边距改为3.7厘米

layout-margin-left = 订口（左白边）28毫米，上下不超过1毫米
    .found = 左边距 { $found } 毫米（含装订线）
    .do = 把左边距改为2.8厘米，装订线改为0

layout-text-area = 版心宽156毫米，高225毫米
    .found = 版心宽 { $width } 毫米、高 { $height } 毫米
    .do = 边距改为上3.7、下3.5、左2.8、右2.6厘米

layout-lines-per-page = 每面排22行
    .found = 行距 { $pitch } 磅，每面排 { $lines } 行
    .do = 把正文行距改为固定值28.95磅；有意多排、少排的可以不改

layout-characters-per-line = 每行排28个字
    .found = 每行排得下 { $found } 个字
    .do = 正文用3号字，字符间距紧缩0.25磅

layout-text-colour = 文字用黑色；发文机关标志可以用红色
    .found = 文字颜色是 { $colour }
    .do = 把文字颜色改为“自动”

layout-copy-number = 份号用6位阿拉伯数字
    .found = 写的是“{ $text }”
    .do = 补足6位，如000001；不涉密的公文不标份号

layout-head-marks-font = 份号用3号字，密级和紧急程度用3号黑体
    .found = 用的是 { $font }
    .do = 改为3号，密级和紧急程度用黑体

layout-head-marks-flush = 份号、密级、紧急程度顶格排在版心左上角
    .found = 没有顶格
    .do = 改为左对齐，去掉缩进和前面的空格

layout-head-marks-order = 份号、密级、紧急程度自上而下分行排
    .found = 排的次序不对
    .do = 按份号、密级和保密期限、紧急程度的次序，一项一行

layout-urgency-word = 紧急程度标“特急”或者“加急”
    .found = 标的是“{ $text }”
    .do = 改为“特急”或者“加急”；不急的不标

layout-masthead-position = 发文机关标志上边缘距版心上边缘35毫米
    .found = 大约距版心上边缘 { $found } 毫米
    .do = 调整发文机关标志前面的空行或者段前间距

layout-order-masthead-position = 命令（令）的发文机关标志上边缘距版心上边缘20毫米
    .found = 大约距版心上边缘 { $found } 毫米
    .do = 调整发文机关标志前面的空行或者段前间距

layout-masthead-centred = 发文机关标志居中
    .found = 没有居中，或者左右缩进不一样
    .do = 改为居中，去掉左右缩进

layout-masthead-font = 发文机关标志推荐用小标宋体
    .found = 用的是{ $font }
    .do = 装了小标宋体的，改用小标宋体

layout-masthead-colour = 发文机关标志推荐用红色
    .found = 颜色是 { $colour }
    .do = 改为红色

layout-number-brackets = 发文字号的年份用六角括号“〔〕”
    .found = 写的是“{ $text }”
    .do = 把括号改为“〔〕”，不用中括号、圆括号

layout-number-year = 发文字号的年份写全称
    .found = 写的是“{ $text }”
    .do = 年份写四位数字，如〔2026〕，不加“年”字

layout-number-ordinal = 发文字号的顺序号前不加“第”字
    .found = 写的是“{ $text }”
    .do = 去掉“第”字

layout-number-leading-zero = 发文字号的顺序号不编虚位
    .found = 写的是“{ $text }”
    .do = 去掉前面的0，如把“001号”改为“1号”

layout-number-digits = 发文字号的年份和顺序号用阿拉伯数字
    .found = 写的是“{ $text }”
    .do = 改用阿拉伯数字

layout-number-end = 发文字号的顺序号后面加“号”字
    .found = 写的是“{ $text }”
    .do = 在顺序号后面加“号”字

layout-number-blank-lines = 发文字号在发文机关标志下空二行
    .found = 中间有 { $blanks } 个空行，空白约合 { $space } 行
    .do = 在发文机关标志和发文字号之间空二行

layout-number-place = 发文字号居中；上行文居左空一字，信函居右顶格
    .found = { $wanted ->
            [letter] 信函的发文字号没有居右顶格
            [up] 有签发人，发文字号没有居左空一字
           *[other] 发文字号没有居中
        }
    .do = 改对齐方式和缩进，不用空格凑

layout-signatory-missing = 上行文标注签发人
    .found = 这是上行文，没有认出签发人
    .do = 在发文字号那一行的右边标“签发人：”和姓名

layout-signatory-downward = 签发人用于上行文
    .found = 这不是请示、报告，标了签发人
    .do = 不是上行文的，去掉签发人

layout-signatory-font = “签发人”用3号仿宋体，姓名用3号楷体
    .found = { $which ->
            [name] 姓名
           *[other] “签发人”三字
        }用的是{ $font }
    .do = “签发人：”改为仿宋体，姓名改为楷体

layout-signatory-place = 最后一个签发人与发文字号同处一行
    .found = 签发人没有和发文字号排在同一行
    .do = 把签发人移到发文字号那一行，居右空一字

layout-red-rule-missing = 发文字号之下印一条红色分隔线
    .found = 没有找到分隔线
    .do = 在发文字号那一段加红色下边框，或者画一条与版心等宽的红线

layout-red-rule-width = 红色分隔线与版心等宽，156毫米
    .found = 宽 { $found } 毫米
    .do = 去掉这一段的左右缩进，或者把线改为15.6厘米长

layout-red-rule-distance = 红色分隔线在发文字号之下4毫米
    .found = 距文字大约 { $found } 毫米
    .do = 在边框选项里把距正文下边改为11磅

layout-red-rule-colour = 分隔线用红色
    .found = 颜色是 { $colour }
    .do = 把线改为红色

layout-title-font = 标题用小标宋体
    .found = 用的是{ $font }
    .do = 改为小标宋体

layout-title-size = 标题用2号字（22磅）
    .found = 用的是 { $found } 磅
    .do = 改为二号

layout-title-centred = 标题居中
    .found = 没有居中，或者左右缩进不一样
    .do = 改为居中，去掉缩进

layout-title-blank-lines = 标题在红色分隔线下空二行
    .found = 中间有 { $blanks } 个空行，空白约合 { $space } 行
    .do = 在红色分隔线和标题之间空二行

layout-title-shape = 标题分行排成梯形或者菱形
    .found = { $how ->
            [block] 几行一样长，排成了长方形
           *[other] 中间短、两头长，排成了沙漏形
        }
    .do = 在词意完整处换行，使各行有长有短，上长下短、上短下长或者中间长

layout-title-kind = 标题以法定的15个文种结尾
    .found = 标题是“{ $text }”
    .do = 方案、总结一类，用通知印发，作为附件

layout-title-issuer = 标题由发文机关名称、事由和文种组成
    .found = 标题是“{ $text }”，前面没有发文机关名称
    .do = 在“关于”前面加上发文机关名称

layout-body-font = 各要素和正文用仿宋体
    .found = 用的是{ $font }
    .do = 改为仿宋体；主题字体改不掉的，在“字体”里重新选中文字体

layout-body-size = 正文用3号字（16磅）
    .found = 用的是 { $found } 磅
    .do = 改为三号

layout-addressee-flush = 主送机关居左顶格
    .found = 缩进了 { $indent } 字，或者没有左对齐
    .do = 改为左对齐，去掉缩进和前面的空格

layout-addressee-colon = 主送机关后标全角冒号
    .found = 最后一个字符是“{ $last }”
    .do = 在最后一个机关名称后面标“：”

layout-addressee-blank-line = 主送机关在标题下空一行
    .found = 中间有 { $blanks } 个空行，空白约合 { $space } 行
    .do = 在标题和主送机关之间空一行

layout-addressee-one = 上行文原则上主送一个上级机关
    .found = 主送机关写的是“{ $text }”
    .do = 只主送一个上级机关，其他的用抄送

layout-body-indent = 正文每个自然段左空二字
    .found = 第一行空了 { $found } 字
    .do = 把首行缩进设为2字符

layout-body-flush = 正文回行顶格
    .found = 左边缩进 { $left } 字，右边缩进 { $right } 字
    .do = 把左、右缩进改为0，只留首行缩进

layout-body-first-page = 公文首页显示正文
    .found = 正文从第二页才开始
    .do = 主送机关太多的，移到版记；缩短标题或者少空行

layout-body-bold = 正文不加粗
    .found = “{ $text }”加粗了
    .do = 去掉加粗；标准没有要求加粗

layout-heading-mark = 层次序数写作“一、”“（一）”“1.”“（1）”
    .found = 写的是“{ $text }”
    .do = 照“一、”“（一）”“1.”“（1）”写；括号用全角，括号后面不加顿号

layout-heading-order = 层次序数依次用
    .found = “{ $text }”前面缺上一层
    .do = 从“一、”开始依次用；层次少的，可以跳过“（一）”直接用“1.”

layout-heading-font = 第一层用黑体，第二层用楷体，第三、四层用仿宋体
    .found = 第 { $level } 层用的是{ $font }
    .do = 照各层的字体改

layout-heading-bold = 层次标题不加粗
    .found = 标题加粗了
    .do = 去掉加粗；标准没有要求加粗

layout-attachments-note-indent = 附件说明左空二字
    .found = 没有空二字
    .do = 把首行缩进设为2字符

layout-attachments-note-blank-line = 附件说明在正文下空一行
    .found = 中间有 { $blanks } 个空行，空白约合 { $space } 行
    .do = 在正文和附件说明之间空一行

layout-attachments-note-colon = 附件说明写“附件”，后标全角冒号
    .found = 没有写成“附件：”
    .do = 改为“附件：”

layout-attachments-note-numbers = 附件有几个的用“1.”“2.”标顺序号，一个的不标
    .found = { $how ->
            [several] 有几个附件，没有都标“1.”“2.”
           *[other] 只有一个附件，标了顺序号
        }
    .do = 几个附件的标“1.”“2.”；一个的去掉顺序号

layout-attachments-note-punctuation = 附件名称后不加标点
    .found = 写的是“{ $text }”
    .do = 去掉名称后面的标点

layout-attachments-match = 附件的顺序号和标题与附件说明一致
    .found = { $how ->
            [unlisted] 有附件，正文后面没有附件说明
            [count] 附件说明列的和后面附的个数不一样（{ $text }）
           *[other] 附件标题是“{ $text }”，和附件说明不一样
        }
    .do = 逐个核对附件说明和附件标题

layout-attachment-page = 附件另面编排
    .found = 没有另起一页
    .do = 在“附件”二字前插入分页符

layout-attachment-head = “附件”二字及顺序号用3号黑体，顶格
    .found = { $how ->
            [indent] 没有顶格
            [size] 不是3号
            [colon] 后面多了冒号
           *[other] 不是黑体
        }
    .do = 改为3号黑体，左对齐，不缩进，不加冒号

layout-attachment-title = 附件标题居中排在第三行
    .found = “附件”和标题之间有 { $blanks } 个空行，空白约合 { $space } 行
    .do = “附件”在第一行，空一行，标题在第三行

layout-signature-place = 署名和成文日期的位置：盖章的，日期右空四字、署名居中；不盖章的，署名右空二字、日期比署名右移二字
    .found = 署名右边空 { $name } 字，日期右边空 { $date } 字
    .do = 盖章的，日期右空四字，署名以日期为准居中；不盖章的，署名右空二字，日期首字比署名首字右移二字

layout-signature-blank-line = 署名在正文或者附件说明之下空一行
    .found = 上面没有空行
    .do = 在署名上面空一行；盖章的按印章大小多空几行

layout-date-numerals = 成文日期用阿拉伯数字
    .found = 写的是“{ $text }”
    .do = 改用阿拉伯数字，如2026年3月5日；用汉字数字是2012年以前的老规矩

layout-date-form = 成文日期标全年、月、日
    .found = 写的是“{ $text }”
    .do = 写成2026年3月5日的样子

layout-date-year = 成文日期的年份标全称
    .found = 写的是“{ $text }”
    .do = 年份写四位数字

layout-date-leading-zero = 成文日期的月、日不编虚位
    .found = 写的是“{ $text }”
    .do = 1不写成01

layout-seal-drawn = 印章盖上去，不用图片
    .found = 署名旁边有浮动的图片
    .do = 去掉印章图片，用印时再盖；电子公文用电子印章系统

layout-note-brackets = 附注加圆括号
    .found = 写的是“{ $text }”
    .do = 用全角圆括号括起来，如（此件公开发布）

layout-note-place = 附注在成文日期下一行，居左空二字
    .found = { $how ->
            [line] 没有排在成文日期的下一行
           *[other] 没有居左空二字
        }
    .do = 紧接成文日期另起一行，首行缩进2字符

layout-imprint-lines = 版记首条和末条有分隔线
    .found = { $how ->
            [top] 上面没有分隔线
           *[other] 下面没有分隔线
        }
    .do = 在版记上、下各加一条与版心等宽的线

layout-imprint-line-width = 版记分隔线与版心等宽，156毫米
    .found = 宽 { $found } 毫米
    .do = 把表格宽度改为15.6厘米，或者去掉段落缩进

layout-imprint-line-weight = 版记首、末条用粗线（0.35毫米，约1磅），中间用细线（0.25毫米，约0.75磅）
    .found = 线宽 { $found } 磅
    .do = 首、末条改为1磅，中间改为0.75磅

layout-imprint-at-bottom = 版记末条分隔线与最后一面的版心下边缘重合
    .found = 版记浮动定位，没有落在版心底部
    .do = 把表格的垂直位置改为相对于页边距、底端

layout-imprint-font = 版记用4号仿宋体
    .found = 用的是 { $found }
    .do = 改为4号仿宋体

layout-imprint-indent = 抄送机关左右各空一字
    .found = 左边空了 { $found } 字
    .do = 把左、右缩进各设为1字符

layout-imprint-copies-colon = “抄送”二字后标全角冒号
    .found = 写的是“{ $text }”
    .do = 改为“抄送：”

layout-imprint-copies-stop = 最后一个抄送机关后标句号
    .found = 后面没有句号
    .do = 在最后一个抄送机关后面标“。”

layout-imprint-printed = 印发日期用阿拉伯数字，标全年、月、日，后加“印发”
    .found = { $how ->
            [end] 后面没有“印发”二字
            [day] 没有写全年、月、日
            [digits] 没有用阿拉伯数字
           *[other] 月、日前面多了0
        }：{ $text }
    .do = 写成“2026年3月6日印发”的样子

layout-subject-words = 不再标主题词
    .found = 标了主题词
    .do = 去掉主题词：2012年起的标准没有这一项

layout-page-number-missing = 标页码
    .found = 页脚里没有页码
    .do = 在页脚插入页码

layout-page-number-font = 页码用4号半角宋体阿拉伯数字
    .found = 用的是 { $found }
    .do = 改为4号宋体

layout-page-number-dashes = 页码左右各放一条一字线
    .found = 写的是“{ $text }”
    .do = 写成“— 1 —”，不用减号

layout-page-number-side = 单页码居右空一字，双页码居左空一字
    .found = { $how ->
            [odd] 单页码没有居右空一字
            [even] 双页码没有居左空一字
           *[other] 单页、双页用了同一个页脚
        }
    .do = 在页眉页脚选项里选“奇偶页不同”，单页居右、双页居左，各缩进1字符

layout-page-number-distance = 一字线距版心下边缘7毫米
    .found = 大约距版心下边缘 { $found } 毫米
    .do = 调整页脚距边界的数值，一般在2.1到2.5厘米

layout-letter-masthead-position = 信函的发文机关标志上边缘距纸张上边缘30毫米
    .found = 大约距纸张上边缘 { $found } 毫米
    .do = 调整发文机关标志的位置

layout-letter-masthead-word = 信函的发文机关标志只写发文机关名称
    .found = 写的是“{ $text }”
    .do = 去掉名称后面的“函”字

layout-letter-lines = 信函首页有两条红色双线：上面一条上粗下细，下面一条上细下粗
    .found = { $how ->
            [order] 粗细的次序不对
           *[other] 没有找到上、下两条双线
        }
    .do = 发文机关标志下用上粗下细的双线，页面底部用上细下粗的双线

layout-letter-line-width = 信函的双线长170毫米
    .found = 长 { $found } 毫米
    .do = 把线长改为17厘米

layout-letter-line-colour = 信函的双线推荐用红色
    .found = 颜色是 { $colour }
    .do = 改为红色

layout-letter-first-page-number = 信函首页不显示页码
    .found = 首页有页码
    .do = 选“首页不同”，首页页脚留空

layout-letter-imprint = 信函的版记不加印发机关、印发日期和分隔线
    .found = { $how ->
            [printed] 写了印发机关或者印发日期
           *[other] 加了分隔线
        }
    .do = 只留抄送机关

layout-minutes-attendance-indent = 出席、请假、列席人员名单左空二字
    .found = 没有空二字
    .do = 把首行缩进设为2字符

layout-minutes-attendance-font = “出席”“请假”“列席”用3号黑体
    .found = 用的是{ $font }
    .do = 把“出席：”一类的字改为黑体

layout-minutes-absent-word = 没有到会的写“请假”
    .found = 写的是“缺席”
    .do = 改为“请假”

layout-straight-quotes = 引号用全角的“”‘’
    .found = 写的是 { $text }
    .do = 改为全角引号

layout-half-width-punctuation = 汉字之间的标点用全角
    .found = 写的是 { $text }
    .do = 改为全角标点

layout-request-in-report = 报告里不夹带请示事项
    .found = 写了“{ $text }”
    .do = 另写请示；报告里去掉这一句

layout-closing-request = 请示用“妥否，请批示”一类的话结尾
    .found = 结尾没有请求批示、批复的话
    .do = 在正文最后写“妥否，请批示。”

layout-closing-report = 报告用“特此报告”一类的话结尾
    .found = 结尾没有“特此报告”一类的话
    .do = 在正文最后写“特此报告。”

layout-no-text-page = 不用“此页无正文”
    .found = 写了“此页无正文”
    .do = 调整行距、字距，让成文日期和正文在同一页

# 读不了的文件。

docx-not = 「{ $path }」不是 .docx 文件
    .help = 用 Word 或者 WPS 打开，另存为 .docx 再查
    .page = 检查只看 .docx 文件：它是一个压缩包，里面有 word/document.xml。扩展名是 .docx、内容却是 PDF、WPS 表格、图片或者网页的，都读不了。例：把扫描件改名为“通知.docx”，程序会给出这条提示。在 Word 或者 WPS 里打开原来的文件，另存为“Word 文档（.docx）”，再查一次。

docx-old-doc = 「{ $path }」是旧格式的 .doc 文件
    .help = 用 Word 或者 WPS 打开，另存为 .docx 再查
    .page = .doc 是 Word 97 到 2003 的格式，旧版 WPS 也用；.wps 和它是一类。这种格式不公开到可以逐项核对的程度，所以不查。在 Word 或者 WPS 里打开，选“另存为”，类型选“Word 文档（.docx）”，文字和版式都会保留。另存以后再查一次。

docx-encrypted = 「{ $path }」加了密码
    .help = 打开文件，去掉打开密码，另存为 .docx 再查
    .page = 加了打开密码的 .docx 外面又包了一层，不知道密码就看不到里面的内容；程序也不问密码。在 Word 里选“文件”“信息”“保护文档”“用密码进行加密”，把密码清空后保存，再查一次。查完要加密的，重新设上即可。

docx-too-large = 「{ $path }」超过 { $most } MiB
    .help = 去掉图片或者压缩图片，另存以后再查
    .page = 公文一般只有几十 KiB，带照片的也不过几十 MiB。文件再大，多半是贴了没有压缩的照片，或者误选了别的文件。在 Word 里选“图片格式”“压缩图片”，另存以后再查一次；附件里的照片可以另外存放。

docx-bomb = 「{ $path }」解开以后大得不正常，没有往下读
    .help = 问清楚文件从哪里来；自己写的，在 Word 里另存一次再查
    .page = .docx 是压缩包。正常的公文解开以后大十几倍；解开以后大几百倍，或者里面有上万个部件的，不是坏了，就是有意做来拖垮程序的。程序读到上限就停下，不会占满内存。来路不明的不要打开；自己写的，在 Word 里打开另存一次。

docx-damaged = 「{ $path }」不完整或者已经损坏：{ $detail }
    .help = 重新复制或者下载；打得开的，在 Word 里另存一次再查
    .page = .docx 压缩包的目录在文件末尾，复制、下载没有完成，或者存储介质有坏块，就读不出来。例：从即时通信软件转存时中断，文件只有一半。重新取一份；Word 提示可以修复的，修复以后另存，再查一次。

docx-part-missing = 「{ $path }」里缺少 { $part }
    .help = 在 Word 或者 WPS 里打开，另存一次再查
    .page = .docx 里各个部件互相引用，其中一个指到的部件不在包里，内容就不全。这种文件多半是别的程序拼出来的，或者解包以后少打了文件。在 Word 或者 WPS 里打开，核对内容，另存一次，再查。

docx-part-broken = 「{ $path }」里的 { $part } 读不了：{ $detail }
    .help = 在 Word 或者 WPS 里打开，另存一次再查
    .page = .docx 里的每个部件是一个 XML 文件，要写得完整、编码正确。标签没有闭合、编码错误、用了没有定义的实体，都读不了。这种文件多半是用程序生成或者手工改过的。在 Word 或者 WPS 里打开，另存一次，再查；自己写程序生成的，照提示的位置改。

docx-part-too-much = 「{ $path }」里的 { $part } 嵌套太深或者内容太多
    .help = 把文件拆开，或者在 Word 里另存一次再查
    .page = 公文的结构一般不超过几十层，几百页的文件也只有几十万个元素和属性。嵌套二百层以上、元素和属性一百五十万个以上的，程序不读，免得占满内存。表格里反复套表格的，拆开重做；几千页的汇编，分成几个文件再查。

docx-document-type = 「{ $path }」里的 { $part } 声明了文档类型，没有读
    .help = 问清楚文件从哪里来；自己写的，在 Word 里另存一次再查
    .page = Word 和 WPS 写的文件从来不声明文档类型。声明里可以定义实体，用来读本机的文件，或者一层套一层把内存撑满，是常见的攻击办法，所以一律不读。来路不明的不要打开；确实要用的，在 Word 里打开另存一次。
# PDF

paper-part-head = 版头
paper-part-title = 标题
paper-part-addressees = 主送机关
paper-part-body = 正文
paper-part-attachment = 附件
paper-part-signature = 落款
paper-part-attendance = 出席人员
paper-part-imprint = 版记

font-missing = 没有字体「{ $wanted }」，也没有可以代替它的字体，写不了 PDF
    .help = 用 --font-dir 指明放字体的文件夹。Windows 系统自带仿宋、黑体、楷体、宋体；Debian、统信、麒麟可以安装 fonts-noto-cjk、fonts-arphic-gbsn00lp、fonts-arphic-gkai00mp
    .page = PDF 要把用到的字体放进文件里，别的电脑打开才是同一个样子。luoshi 不自带字体，先找公文要用的字体（仿宋_GB2312、楷体_GB2312、黑体、方正小标宋简体、宋体），没有的依次找可以代替的字体。一种都找不到就不写，免得写出满页方框。只要 Word 文件的，不需要字体。

character-missing = { $part }中的「{ $character }」（{ $point }）在现有字体里都没有，位置在“{ $excerpt }”
    .help = 核对是不是打错的字；没有错的，安装有这个字的字体「{ $install }」，或者用 --font-dir 指明它所在的文件夹
    .page = 仿宋_GB2312 只有常用的六千多个汉字，人名、地名中的生僻字常常没有。luoshi 会在同类字体和宋体里接着找，都没有的就在这里指出来，不会印成方框。表情符号等不属于公文用字，删去即可。

font-substituted = 没有字体「{ $wanted }」，用「{ $used }」代替，版面仅供预览
    .help = 正式印发前，用 --font-dir 指明本单位有使用权的字体所在的文件夹，重新生成
    .page = 版面的位置、行数、字数都照标准，只有字形不同。正式文件要用标准规定的字体。Word 文件里写的是规定的字体名称，在装有这些字体的电脑上打开就是正确的样子。

paper-too-long = 这份文书有 { $parts } 段和格，最多 { $limit }
    .help = 分成几份，或者把大表另存为 Excel 文件
    .page = 这么长的文书印出来有几千页，多半是模板里的循环写错了，或者把整个台账放进了正文。大表适合用 Excel 文件报送。

typesetting-failed = 排版没有成功（{ $detail }）
    .help = 把这份文书的模板和这句话一起反馈给开发者；先用 Word 文件
    .page = 内容没有问题，是程序自己的错误。同一份文书的 Word、网页和文本文件不受影响。

font-unreadable = 「{ $path }」不是字体文件，或者已经损坏，没有使用
    .help = 不需要它的，从字体文件夹里移走；需要的，重新安装
    .page = 能用的是 .ttf、.otf、.ttc 字体文件。读不了的文件跳过，其余字体照常使用。
