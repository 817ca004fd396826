# 文书：模板、制发、编号。

template-head = 模板开头没有基本信息
    .help = 第一行写「---」，接着写名称、文种、事由、标题，再用一行「---」结束，正文从下一行开始
    .label = 这里应当是「---」
    .page = 文书模板分两部分。前一部分写这份文书的名称、文种、事由、标题、主送等，夹在两行「---」中间；后一部分是正文。
        第一行不是「---」，或者找不到结束的「---」，就分不清哪里是正文，因此不能使用这个模板。

template-name = 模板开头用到的「{ $name }」在方案里没有
    .help = 改成方案里已有的编号，或者先在方案里补上
    .label = 方案里没有
    .page = 模板开头可以写制发单位、签发人职务和条款，写的是它们在方案里的编号。
        编号写错，文书就不知道由谁制发、对应哪一条，因此不能使用这个模板。

unknown-template = 没有名为「{ $name }」的文书模板
    .help = { $near ->
        [none] 在 templates 文件夹里建「{ $name }.md」，或者改用随附的模板；luoshi generate --list 列出全部模板
       *[other] 是不是「{ $near }」？luoshi generate --list 列出全部模板
    }
    .label = 没有这个模板
    .page = 应备文书可以写明由哪个模板生成。模板是方案或政策包 templates 文件夹里的「名称.md」，也可以是随软件提供的。
        名称写错时，这份文书无法生成。

template-bounds = 模板里有不允许的写法：{ $why }{ $what ->
    [none] {""}
   *[other] 「{ $what }」
}{ $instead ->
    [none] {""}
   *[other] （{ $instead }）
}
    .help = 去掉这种写法；正文只用变量、判断、循环和随附的帮手
    .label = 不允许
    .page = 模板只负责把已有的内容写成文书，不读文件，也不能无限循环或者无限变长。
        引用其他模板、在循环外反复拼接文字等写法会使文书长度或用时失控，因此在使用前就拒绝。

template-syntax = 模板写法有误：{ template-slip }
    .help = 检查花括号、引号和结束标记是否成对，帮手的名称和参数是否写对
    .label = 从这里起看不懂
    .page = 模板用 Tera 的写法：两层花括号取一个值，花括号加百分号写判断和循环。
        写法有误时，整个模板不能使用；luoshi generate --vars 列出可用的变量和帮手。

template-unknown-name = 没有名为「{ $name }」的变量
    .help = { $near ->
        [none] luoshi generate --vars 列出可用的变量和它们现在的值
       *[other] 是不是「{ $near }」？luoshi generate --vars 列出可用的变量
    }
    .label = 没有这个变量
    .page = 模板能用的变量是固定的，名称不会变。写错的变量不会变成空白，而是在这里指出来。
        luoshi generate --vars 事由 列出某一类文书的全部变量和它们现在的值。

template-unknown-field = { $of ->
        [none] 每一项里没有「{ $name }」
       *[other] 「{ $of }」里没有「{ $name }」
    }
    .help = { $near ->
        [none] luoshi generate --vars 列出可用的变量和它们现在的值
       *[other] 是不是「{ $near }」？luoshi generate --vars 列出可用的变量
    }
    .label = 没有这一项
    .page = 变量里有哪几项也是固定的。写错的在做政策包、检查模板的时候就指出来，不用等到写哪一份文书才发现。列表里的一项要先取出来，例如在 duties 的循环里写「d.name」，不能写「duties.name」。

template-unusable = 模板「{ $name }」有误，不能用来生成文书
    .help = 先按前面的提示改好模板
    .page = 一个模板只要有一处错误就不能使用，免得生成的文书缺一段、少一个数。错误在前面逐条列出，改好以后再生成；其他模板不受影响。

template-value = 这里取不到值：{ template-slip }
    .help = 用 luoshi generate --vars 看这一事由有哪些变量；可能为空的，用 or_open 写明待补，或者先用 if 判断
    .label = 取不到值
    .page = 文书里的每一个值都要有来处。变量在这一事由下没有值、是空的或类型不对，都在这里指出来，不会印成空白。

template-event = 模板「{ $template }」的日程「{ $value }」不是日期或时间
    .help = 日期写成 2012-06-05，时间写成 09:30；还不知道的留空
    .page = 模板开头的日程会写进日历文件，供手机和电脑导入。日期要写成年-月-日，时间要写成时:分；还没有定的留空，文书照样生成，只是不写日历。

document-markdown = 正文第 { $line } 行：{ $why }
    .help = 按提示改模板正文；行数按填好内容以后的正文算
    .label = 正文从这里开始
    .page = 正文用 Markdown 书写，但只用公文里有的：标题、段落、编号、表格、加重和附件。
        图片、链接、代码等公文里没有的内容，不能写进文书。

document-closing = 「{ $kind }」的最后一段没有结束语「{ $phrase }」
    .help = 在模板正文最后加上结束语，例如「{ $phrase }。」
    .label = 这个模板
    .page = 请示要请上级批示，报告要写明到此为止。少了结束语，收文单位分不清这是请示还是报告，该批的不批，不该批的来问。

document-phrase = 「{ $kind }」里不应当出现「{ $phrase }」
    .help = 报告不夹带请示事项，另写请示；函不使用命令的口气
    .label = 这个模板
    .page = 报告中夹带请示，上级可能不予处理（《党政机关公文处理工作条例》第十五条）。函是写给没有隶属关系的单位的，不能命令对方。

document-addressees = 「{ $kind }」应当只有一个主送机关，这里有 { $count } 个
    .help = 模板开头的「主送」只写一个上级机关；其他需要知道的写进「抄送」
    .label = 这个模板
    .page = 向上级行文，原则上只主送一个上级机关，需要让其他机关知道的用抄送（《党政机关公文处理工作条例》第十五条）。几个机关同时收到同一份请示，谁来批就说不清了。

paper-unknown = 没有名为「{ $name }」的文书
    .help = luoshi generate --list 列出全部文书和它们的编号；可以写模板名、文书编号，或者编号开头的一段
    .page = 文书的编号由模板名和事由组成，例如 meeting_notice/council/2012-06。只写模板名，就是这个模板的全部文书；只写编号开头的一段，就是以它开头的各份。

paper-changed = 「{ $paper }」已于 { $date } 制发，现在生成的内容与当时登记的不同
    .help = 用存档的那一份；方案、模板或程序在制发以后改过。确需更正的，按更正的程序另行制发
    .page = 制发的文书登记了文件的校验值。再次生成时按制发当时的台账重做；结果不同，说明方案、模板或程序后来改过。
        已经制发的文书不会被悄悄换掉。

issue-no-symbol = 「{ $issuer }」没有机关代字，编不了发文字号
    .help = 在方案的「发文机关」里写明它的「机关代字」，例如 坪政发
    .page = 发文字号由机关代字、年份和顺序号组成（GB/T 9704-2012，7.2.5）。方案没有写机关代字时，只能生成没有字号的稿本，不能登记制发。

paper-open = 「{ $paper }」还有没补全的内容：{ $fields }
    .help = 用 --fill 名称=内容 补上；要留着印出来以后手工补全的，加上 --with-open
    .page = 编了号、登记到台账的文书应当是写完的。会议时间、地点等只有实际办理后才知道的内容，制发时用 --fill 补上，一并登记；以后再生成，内容一样。
        签发人由签发的人自己签，不在此列。

format-not-built = 这个程序没有带上写「{ $format }」的功能
    .help = 用 cargo build --release --features { $format } 重新编译，或者改用 docx
    .page = 写 PDF 要用一个较大的排版库，编译时间长，因此是可选功能，需要时在编译时带上。docx、网页和纯文本不需要它。

## luoshi generate

generate-package = 「{ $name }」是政策包，没有台账，生成不了文书；请写乡镇方案所在的文件夹
generate-done = 共 { $papers } 份文书，写了 { $files } 个文件，{ $unchanged } 个与已有的相同；文件夹：{ $path }
generate-issued = 其中 { $count } 份已编号并登记到台账
generate-open = { $count } 份里有【待补】，补全以后才能印发
generate-none = 没有符合条件的文书
generate-template = { $name }（{ $template }，{ $kind }）：{ $count } 份
generate-no-occasion = 方案里现在没有这样的事由，下面只有名称，没有值
generate-vars = 「{ $template }」可用的变量（{ $about }）
generate-helpers = 可用的帮手（例子和结果）
paper-issued = 已制发
paper-recorded = 已登记
paper-overdue = 逾期未制发
paper-due = 待制发
paper-ready = 可制发
paper-over = 已过

bounds-unclosed = 标记、判断、循环或引号没有结束
bounds-brace = 单独的或全角的花括号会照样印出来；取值写两个半角花括号
bounds-tag = 不能用的标记
bounds-filter = 不能用的帮手
bounds-name = 名称以两条下划线开头，是程序自用的
bounds-capturing-set = set 后面没有写值
bounds-two-names = for 里写了两个名称
bounds-loop-in-expression = 在取值的括号里写循环
bounds-spread = 用省略号展开列表
bounds-too-deep = 判断和循环套得太深
bounds-growth = 反复拼接，内容可能无限变长
bounds-too-long = 模板太长

markdown-image = 公文里不能放图片；请作为附件另行装订
markdown-link = 公文里不能有链接；请直接写出文字（方括号可写成〔〕）
markdown-code = 这样写会成为代码；去掉行首的空格和反引号，首行缩进由版式决定
markdown-html = 公文里不能有 HTML；只有表格里可以用 <br> 换行，另起一段请空一行
markdown-footnote = 公文没有脚注；请写进正文
markdown-emphasis = 公文没有斜体；加粗写成 **…**，星号本身写成 \*
markdown-underline-strong = 加粗请写成 **…**，下划线本身写成 \_
markdown-strike = 公文没有删除线；请删去这些文字
markdown-heading-level = 标题最多四层，用 # 到 ####
markdown-skipped-level = 标题跳过了一层；请逐层使用 #、##、###、####
markdown-empty-heading = 标题没有文字
markdown-underlined-heading = 这一行会成为标题；标题写成 # 开头，分页的 --- 前后各空一行
markdown-unclosed-strong = ** 没有成对；星号本身写成 \*
markdown-unclosed-open = 【待补：没有写完，缺少 】
markdown-rule = 分页请写成 ---；填写用的横线请写成 \_\_\_\_
markdown-inside = 标题、表格和分页不能放在列表或引用里；请去掉行首的空格或 >
markdown-deep-list = 编号最多两层：1. 和（1）
markdown-lonely-caption = “表：”开头的一段是表题，下面要紧接表格
markdown-extra-cells = 这一行的格数多于表头；内容里的 | 请用 cell 或写成 \|
markdown-untitled-attachment = 附件没有标题；写成 # 附件：标题
