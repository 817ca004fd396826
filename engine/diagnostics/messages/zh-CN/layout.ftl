# 公文版式：写出的文书和 luoshi document check。

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
