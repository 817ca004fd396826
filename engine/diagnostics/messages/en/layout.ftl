# The official layout: the papers written, and luoshi document check.

# PDF

paper-part-head = head
paper-part-title = title
paper-part-addressees = addressees
paper-part-body = body
paper-part-attachment = attachment
paper-part-signature = signature
paper-part-attendance = attendance
paper-part-imprint = imprint

font-missing = there is no font `{ $wanted }`, nor one that can stand in for it: no PDF is written
    .help = name the folder of the fonts with --font-dir. Windows has 仿宋, 黑体, 楷体 and 宋体; on Debian install fonts-noto-cjk, fonts-arphic-gbsn00lp and fonts-arphic-gkai00mp
    .page = A PDF holds the fonts that it uses, so that it looks the same on every machine. luoshi brings none along: it looks for the official fonts (仿宋_GB2312, 楷体_GB2312, 黑体, 方正小标宋简体, 宋体), then for those that can stand in. With none of them nothing is written, rather than pages full of boxes. A Word file needs no fonts.

character-missing = `{ $character }` ({ $point }) in the { $part } is in none of the fonts at hand; it stands in “{ $excerpt }”
    .help = see whether it is a slip of the pen; if not, install the font `{ $install }`, which has it, or name its folder with --font-dir
    .page = 仿宋_GB2312 has the six thousand common characters only; rare ones in names of people and places are often missing. luoshi goes on to look in fonts of the same kind and in 宋体. What none of them has is told here and never printed as a box. Emoji have no place in an official document.

font-substituted = there is no font `{ $wanted }`: `{ $used }` stands in for it, the look is a preview
    .help = before it is issued, name the folder of the fonts that the office may use with --font-dir, and write it again
    .page = Places, lines and characters are those of the standard; only the shapes of the characters differ. An issued document needs the fonts of the standard. The Word file names them, so it looks right on a machine that has them.

paper-too-long = this paper has { $parts } paragraphs and cells, of at most { $limit }
    .help = divide it, or save the large table as an Excel file
    .page = Printed, it would have some thousand pages: mostly a loop of the template is wrong, or a whole ledger was put into the body. Large tables are better sent as an Excel file.

typesetting-failed = the pages could not be set ({ $detail })
    .help = send the template of this paper and this message to the developers; use the Word file meanwhile
    .page = Nothing is wrong with the content; it is a mistake of the program. Word, HTML and text files of the same paper are not affected.

font-unreadable = `{ $path }` is no font or is damaged: it is not used
    .help = take it out of the folder of fonts if it is not needed, or install it again
    .page = Fonts are files that end in .ttf, .otf or .ttc. What cannot be read is passed over, the other fonts are used as ever.
