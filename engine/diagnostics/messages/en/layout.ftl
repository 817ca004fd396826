# The official layout: the papers written, and luoshi document check.

# The report of the check.

layout-form-official = form: official paper
layout-form-letter = form: letter
layout-form-minutes = form: minutes
layout-form-none = form: none was recognised, without masthead or issuing number; page, title, body and punctuation are checked
layout-recognised = recognised: { $names }
layout-unrecognised = not recognised: { $names } (which is no fault)
layout-group-required = { $count } against what the standard demands, to be put right
layout-group-general = { $count } against what is general, to be put right unless there is a reason
layout-group-recommended = { $count } other than recommended
layout-group-permitted = { $count } other than what may be done
layout-group-practice = { $count } about practice, where the standard says nothing
layout-group-own = { $count } other than the standard, as the own layout states
layout-group-open = { $count } still open, to be filled before issue
layout-group-undecided = { $count } rules could not be told; somebody should look
layout-rule = { $text } ({ $clause }, { $strength }, { $rule })
layout-deviation = { $place }: { $found }
layout-deviation-own = { $place }: { $found } (as the own layout states)
layout-more = { $count } more of the same
layout-do = to do: { $text }
layout-undecided = { $why }: { $rules }
layout-list-mark = { "; " }
layout-summary = in all: { $required } against what the standard demands, { $hints } hints, { $open } still open, { $undecided } could not be told, { $kept } rules hold
layout-place-whole = the whole paper
layout-place-section = section { $number }
layout-place-text = { $start ->
        [none] paragraph { $number }
       *[other] paragraph { $number } “{ $start }”
    }
layout-place-footer = { $start ->
        [none] the footer
       *[other] the footer “{ $start }”
    }
layout-clause-standard = GB/T 9704-2012, { $clause }
layout-clause-regulations = Regulations on official documents, { $clause }
layout-clause-foreword = GB/T 9704-2012, foreword
layout-strength-required = required
layout-strength-general = general
layout-strength-recommended = recommended
layout-strength-permitted = permitted
layout-strength-practice = practice
layout-why-paging = it shows when pages are laid out
layout-why-placed = it is set in a text box, a table, a drawing or by tabs, and its place cannot be worked out
layout-why-no-font = the file names no Chinese font
layout-why-preprinted = the paper may have the red head printed on it
layout-why-landscape = the pages lie on their side
layout-why-close = it is close, and fonts decide; measure a print
layout-why-apart = the attachments are not in this file and may be bound apart
layout-why-letter-top = the first page of a letter has figures of its own
layout-why-not-stated = the file does not state it, and programs differ
layout-why-open = it shows when the open field is filled

# The elements.

layout-element-copy-number = copy number
layout-element-secrecy = secrecy
layout-element-urgency = urgency
layout-element-masthead = masthead
layout-element-number = issuing number
layout-element-signatory = signatory
layout-element-red-rule = red rule
layout-element-title = title
layout-element-addressee = addressee
layout-element-body = body
layout-element-headings = headings
layout-element-attachments-note = list of attachments
layout-element-signature = signature
layout-element-date = date
layout-element-note = note
layout-element-attachments = attachments
layout-element-attendance = attendance
layout-element-imprint = imprint
layout-element-page-number = page number

# The rules: what they demand, what was found, what to do.

layout-page-size = the paper is A4: 210 mm by 297 mm
    .found = the paper is { $width } mm wide and { $height } mm high
    .do = choose A4 under Layout, Size

layout-margin-top = the upper margin is 37 mm, give or take 1 mm
    .found = the upper margin is { $found } mm
    .do = set the upper margin to 3.7 cm

layout-margin-left = the binding margin is 28 mm, give or take 1 mm
    .found = the left margin is { $found } mm, gutter included
    .do = set the left margin to 2.8 cm and the gutter to 0

layout-text-area = the text is 156 mm wide and 225 mm high
    .found = the text is { $width } mm wide and { $height } mm high
    .do = set the margins to 3.7 cm above, 3.5 below, 2.8 left and 2.6 right

layout-lines-per-page = a page has 22 lines
    .found = lines are { $pitch } pt apart, which makes { $lines } lines
    .do = set the line spacing to exactly 28.95 pt, unless this was meant

layout-characters-per-line = a line has 28 characters
    .found = a line takes { $found } characters
    .do = use 16 pt and condense the characters by 0.25 pt

layout-text-colour = text is black; the masthead may be red
    .found = the text has the colour { $colour }
    .do = set the colour of the text to automatic

layout-copy-number = the copy number has 6 Arabic digits
    .found = it says “{ $text }”
    .do = fill it up to 6 digits, such as 000001; only classified papers have one

layout-head-marks-font = the copy number is 16 pt, secrecy and urgency are 16 pt in Heiti
    .found = it is set in { $font }
    .do = set it to 16 pt, secrecy and urgency in Heiti

layout-head-marks-flush = copy number, secrecy and urgency stand flush at the upper left
    .found = it is not flush left
    .do = align it left, without indent or spaces

layout-head-marks-order = copy number, secrecy and urgency stand below one another in this order
    .found = the order is another
    .do = put copy number, secrecy and urgency in this order, each on a line

layout-urgency-word = urgency is 特急 or 加急
    .found = it says “{ $text }”
    .do = write 特急 or 加急, or leave it out

layout-masthead-position = the upper edge of the masthead is 35 mm below the upper edge of the text
    .found = it is about { $found } mm below it
    .do = change the empty lines or the space above the masthead

layout-order-masthead-position = the upper edge of the masthead of an order is 20 mm below the upper edge of the text
    .found = it is about { $found } mm below it
    .do = change the empty lines or the space above the masthead

layout-masthead-centred = the masthead is centred
    .found = it is not centred, or its indents differ
    .do = centre it, without indents

layout-masthead-font = the masthead is in Xiaobiaosong
    .found = it is set in { $font }
    .do = use Xiaobiaosong if it is installed

layout-masthead-colour = the masthead is red
    .found = its colour is { $colour }
    .do = make it red

layout-number-brackets = the year in the issuing number stands in tortoise-shell brackets 〔〕
    .found = it says “{ $text }”
    .do = use 〔〕, neither square nor round brackets

layout-number-year = the issuing number has the full year
    .found = it says “{ $text }”
    .do = write four digits and nothing else, such as 〔2026〕

layout-number-ordinal = the serial number has no 第 before it
    .found = it says “{ $text }”
    .do = take out 第

layout-number-leading-zero = the serial number has no leading zeros
    .found = it says “{ $text }”
    .do = take out the zeros: 1号, not 001号

layout-number-digits = year and serial number are Arabic digits
    .found = it says “{ $text }”
    .do = use Arabic digits

layout-number-end = the serial number is followed by 号
    .found = it says “{ $text }”
    .do = add 号 behind the serial number

layout-number-blank-lines = the issuing number stands two empty lines below the masthead
    .found = there are { $blanks } empty lines between them, or space for { $space }
    .do = put two empty lines between masthead and number

layout-number-place = the issuing number is centred; in a paper to a higher body left, one character in; in a letter flush right
    .found = { $wanted ->
            [letter] the number of a letter is not flush right
            [up] with a signatory, the number is not one character in from the left
           *[other] the number is not centred
        }
    .do = set alignment and indent instead of using spaces

layout-signatory-missing = a paper to a higher body names its signatory
    .found = this goes to a higher body, and no signatory was recognised
    .do = put 签发人： and the name to the right of the issuing number

layout-signatory-downward = signatories are named in papers to a higher body
    .found = this is no request or report, and names a signatory
    .do = take out the signatory unless the paper goes to a higher body

layout-signatory-font = 签发人 is in Fangsong, the name in Kaiti
    .found = { $which ->
            [name] the name
           *[other] the label
        } is set in { $font }
    .do = set 签发人： in Fangsong and the name in Kaiti

layout-signatory-place = the last signatory stands on the line of the issuing number
    .found = the signatory is not on the line of the number
    .do = move the signatory to the line of the number, at the right, one character in

layout-red-rule-missing = a red rule stands below the issuing number
    .found = no rule was found
    .do = give the number a red lower border, or draw a red line as wide as the text

layout-red-rule-width = the red rule is as wide as the text, 156 mm
    .found = it is { $found } mm wide
    .do = take out the indents of its paragraph, or make the line 15.6 cm long

layout-red-rule-distance = the red rule is 4 mm below the issuing number
    .found = it is about { $found } mm below it
    .do = set the distance of the lower border from the text to 11 pt

layout-red-rule-colour = the rule is red
    .found = its colour is { $colour }
    .do = make the line red

layout-title-font = the title is in Xiaobiaosong
    .found = it is set in { $font }
    .do = use Xiaobiaosong

layout-title-size = the title is 22 pt
    .found = it is { $found } pt
    .do = set it to 22 pt

layout-title-centred = the title is centred
    .found = it is not centred, or its indents differ
    .do = centre it, without indents

layout-title-blank-lines = the title stands two empty lines below the red rule
    .found = there are { $blanks } empty lines between them, or space for { $space }
    .do = put two empty lines between rule and title

layout-title-shape = the lines of a title make a trapezoid or a rhombus
    .found = { $how ->
            [block] the lines are of one length
           *[other] a line in the middle is shorter than its neighbours
        }
    .do = break where the sense allows it, so that lines grow or shrink

layout-title-kind = the title ends with one of the fifteen kinds of official document
    .found = the title is “{ $text }”
    .do = issue plans, summaries and the like by a notice, as its attachment

layout-title-issuer = the title names the issuing body, the matter and the kind
    .found = the title is “{ $text }”, without the body
    .do = put the name of the issuing body before 关于

layout-body-font = the body and what has no font of its own is in Fangsong
    .found = it is set in { $font }
    .do = use Fangsong; where a theme font stays, choose the Chinese font anew

layout-body-size = the body is 16 pt
    .found = it is { $found } pt
    .do = set it to 16 pt

layout-addressee-flush = the addressee stands flush left
    .found = it is { $indent } characters in, or not aligned left
    .do = align it left, without indent or spaces

layout-addressee-colon = the addressee ends with a full-width colon
    .found = the last sign is “{ $last }”
    .do = end it with ：

layout-addressee-blank-line = the addressee stands one empty line below the title
    .found = there are { $blanks } empty lines between them, or space for { $space }
    .do = put one empty line between title and addressee

layout-addressee-one = a paper to a higher body goes to one body
    .found = it goes to “{ $text }”
    .do = address one body, and send copies to the others

layout-body-indent = each paragraph of the body begins two characters in
    .found = the first line is { $found } characters in
    .do = set the first line indent to 2 characters

layout-body-flush = the later lines of a paragraph are flush
    .found = it is { $left } characters in from the left and { $right } from the right
    .do = set the left and right indents to 0 and keep that of the first line

layout-body-first-page = the first page shows text of the body
    .found = the body begins on a later page
    .do = move a long list of addressees to the imprint, or shorten the head

layout-body-bold = the body is not bold
    .found = “{ $text }” is bold
    .do = take out the bold face, which the standard does not ask for

layout-heading-mark = headings are numbered 一、 （一） 1. （1）
    .found = it says “{ $text }”
    .do = write 一、 （一） 1. （1） with full-width brackets and nothing behind them

layout-heading-order = the levels of headings follow one another
    .found = the level above “{ $text }” is missing
    .do = begin with 一、; a short paper may go on with 1.

layout-heading-font = headings are in Heiti, then Kaiti, then Fangsong
    .found = level { $level } is set in { $font }
    .do = use the font of the level

layout-heading-bold = headings are not bold
    .found = the heading is bold
    .do = take out the bold face, which the standard does not ask for

layout-attachments-note-indent = the list of attachments begins two characters in
    .found = it does not
    .do = set the indent to 2 characters

layout-attachments-note-blank-line = the list of attachments stands one empty line below the body
    .found = there are { $blanks } empty lines between them, or space for { $space }
    .do = put one empty line between body and list

layout-attachments-note-colon = the list of attachments begins with 附件：
    .found = it does not
    .do = write 附件：

layout-attachments-note-numbers = several attachments are numbered 1. 2., a single one is not
    .found = { $how ->
            [several] there are several, and not all are numbered
           *[other] there is one, and it is numbered
        }
    .do = number several with 1. 2., and a single one not at all

layout-attachments-note-punctuation = no punctuation follows the name of an attachment
    .found = it says “{ $text }”
    .do = take out the sign behind the name

layout-attachments-match = number and titles of the attachments are those of the list
    .found = { $how ->
            [unlisted] there are attachments and no list of them
            [count] the list has another number of them ({ $text })
           *[other] the title “{ $text }” is not that of the list
        }
    .do = compare list and attachments one by one

layout-attachment-page = an attachment begins on a new page
    .found = it does not
    .do = put a page break before it

layout-attachment-head = 附件 and its number are 16 pt in Heiti, flush left
    .found = { $how ->
            [indent] it is not flush left
            [size] it is not 16 pt
            [colon] a colon follows it
           *[other] it is not in Heiti
        }
    .do = set it to 16 pt in Heiti, flush left, without a colon

layout-attachment-title = the title of an attachment is centred on the third line
    .found = there are { $blanks } empty lines above it, or space for { $space }
    .do = leave one empty line between 附件 and the title

layout-signature-place = signature and date stand as with a seal (date 4 characters in, signature centred over it) or as without (signature 2 in, date beginning 2 further right)
    .found = the signature is { $name } characters in from the right, the date { $date }
    .do = with a seal, put the date 4 characters in and centre the signature over it; without, put the signature 2 in and begin the date 2 characters further right

layout-signature-blank-line = the signature stands one empty line below the text
    .found = there is no empty line above it
    .do = put an empty line above it, with a seal as many as the seal needs

layout-date-numerals = the date has Arabic digits
    .found = it says “{ $text }”
    .do = use Arabic digits, such as 2026年3月5日; Chinese numerals are the rule before 2012

layout-date-form = the date is written with 年, 月 and 日
    .found = it says “{ $text }”
    .do = write it as 2026年3月5日

layout-date-year = the date has the full year
    .found = it says “{ $text }”
    .do = write the year with four digits

layout-date-leading-zero = month and day have no leading zeros
    .found = it says “{ $text }”
    .do = write 1, not 01

layout-seal-drawn = a seal is stamped, not drawn
    .found = a floating picture stands beside the signature
    .do = take out the picture; the seal is stamped on issue

layout-note-brackets = the note stands in round brackets
    .found = it says “{ $text }”
    .do = put it in full-width brackets, such as （此件公开发布）

layout-note-place = the note stands on the line below the date, two characters in
    .found = { $how ->
            [line] it is not on the next line
           *[other] it is not two characters in
        }
    .do = put it on the next line, with an indent of 2 characters

layout-imprint-lines = a line stands above the imprint and one below it
    .found = { $how ->
            [top] there is none above
           *[other] there is none below
        }
    .do = put a line as wide as the text above and below

layout-imprint-line-width = the lines of the imprint are as wide as the text, 156 mm
    .found = they are { $found } mm wide
    .do = make the table 15.6 cm wide, or take out the indents

layout-imprint-line-weight = the outer lines of the imprint are 0.35 mm (1 pt), the inner ones 0.25 mm (0.75 pt)
    .found = a line is { $found } pt
    .do = set the outer lines to 1 pt and the inner ones to 0.75 pt

layout-imprint-at-bottom = the last line of the imprint lies on the lower edge of the text of the last page
    .found = it floats elsewhere
    .do = place the table at the bottom, relative to the margin

layout-imprint-font = the imprint is 14 pt in Fangsong
    .found = it is set in { $found }
    .do = set it to 14 pt in Fangsong

layout-imprint-indent = the copies stand one character in from both sides
    .found = they are { $found } characters in
    .do = set both indents to 1 character

layout-imprint-copies-colon = the copies begin with 抄送：
    .found = it says “{ $text }”
    .do = write 抄送：

layout-imprint-copies-stop = a full stop follows the last body that gets a copy
    .found = there is none
    .do = end the list with 。

layout-imprint-printed = the day of printing has Arabic digits and is followed by 印发
    .found = { $how ->
            [end] 印发 is missing
            [day] year, month and day are not all there
            [digits] it has no Arabic digits
           *[other] month or day has a leading zero
        }: { $text }
    .do = write it as 2026年3月6日印发

layout-subject-words = there are no subject words any more
    .found = there are subject words
    .do = take them out: the standard of 2012 has none

layout-page-number-missing = pages are numbered
    .found = the footer has no page number
    .do = put the page number into the footer

layout-page-number-font = the page number is 14 pt in Songti
    .found = it is set in { $found }
    .do = set it to 14 pt in Songti

layout-page-number-dashes = a one-character dash stands at each side of the page number
    .found = it says “{ $text }”
    .do = write — 1 —, not hyphens

layout-page-number-side = odd numbers stand at the right and even ones at the left, one character in
    .found = { $how ->
            [odd] odd numbers do not
            [even] even numbers do not
           *[other] odd and even pages have one footer
        }
    .do = choose different odd and even pages; align odd right and even left, with an indent of 1 character

layout-page-number-distance = the page number is 7 mm below the text
    .found = it is about { $found } mm below it
    .do = change the distance of the footer from the edge, mostly to between 2.1 and 2.5 cm

layout-letter-masthead-position = the masthead of a letter is 30 mm below the edge of the paper
    .found = it is about { $found } mm below it
    .do = move the masthead

layout-letter-masthead-word = the masthead of a letter is the name of the body alone
    .found = it says “{ $text }”
    .do = take out 函

layout-letter-lines = the first page of a letter has two red double lines: thick over thin above, thin over thick below
    .found = { $how ->
            [order] thick and thin are the other way round
           *[other] the two lines were not found
        }
    .do = put thick over thin below the masthead, and thin over thick at the foot

layout-letter-line-width = the double lines of a letter are 170 mm long
    .found = one is { $found } mm long
    .do = make it 17 cm long

layout-letter-line-colour = the double lines of a letter are red
    .found = one has the colour { $colour }
    .do = make it red

layout-letter-first-page-number = the first page of a letter has no number
    .found = it has one
    .do = choose a different first page, and leave its footer empty

layout-letter-imprint = the imprint of a letter has neither printing body, day of printing nor lines
    .found = { $how ->
            [printed] it has a printing body or day
           *[other] it has lines
        }
    .do = keep the copies alone

layout-minutes-attendance-indent = the attendance begins two characters in
    .found = it does not
    .do = set the indent to 2 characters

layout-minutes-attendance-font = the labels of the attendance are in Heiti
    .found = one is set in { $font }
    .do = set the labels in Heiti

layout-minutes-absent-word = those who did not come stand under 请假
    .found = it says 缺席
    .do = write 请假

layout-straight-quotes = quotation marks beside Chinese are full-width
    .found = it says { $text }
    .do = use “ ” or ‘ ’

layout-half-width-punctuation = punctuation between Chinese characters is full-width
    .found = it says { $text }
    .do = use full-width punctuation

layout-request-in-report = a report holds no request
    .found = it says “{ $text }”
    .do = write a request of its own, and take the sentence out

layout-closing-request = a request closes with words such as 妥否，请批示
    .found = it does not
    .do = close the body with 妥否，请批示。

layout-closing-report = a report closes with words such as 特此报告
    .found = it does not
    .do = close the body with 特此报告。

layout-no-text-page = no page says 此页无正文
    .found = one does
    .do = change the spacing so that the date stands on a page with text

# Files that cannot be read.

docx-not = `{ $path }` is no .docx file
    .help = open it in Word or WPS, save it as .docx, and check again
    .page = The check reads .docx files alone: a packed folder that holds word/document.xml. A PDF, a workbook, a picture or a web page with the name of a .docx cannot be read. Open the paper in Word or WPS, save it as a Word document (.docx), and check again.

docx-old-doc = `{ $path }` is an old .doc file
    .help = open it in Word or WPS, save it as .docx, and check again
    .page = .doc is the format of Word 97 to 2003 and of old WPS. It cannot be checked item by item, so it is not. Open the file in Word or WPS, choose to save it as a Word document (.docx), which keeps text and layout, and check again.

docx-encrypted = `{ $path }` is locked with a password
    .help = open it, remove the password, save it as .docx, and check again
    .page = A .docx with a password to open it is wrapped once more, and nothing in it can be seen without the password, for which the program does not ask. Remove the password in Word under File, Info, Protect Document, save, and check again.

docx-too-large = `{ $path }` is larger than { $most } MiB
    .help = remove or compress its pictures, save it, and check again
    .page = A paper takes some dozens of KiB, and with photographs some dozens of MiB. A larger file mostly holds pictures that were not compressed, or is another file. Compress the pictures in Word, save the paper, and check again.

docx-bomb = `{ $path }` unpacks to far more than it should, and was not read further
    .help = find out where it comes from; if it is your own, save it anew in Word and check again
    .page = A .docx is packed. A paper unpacks to ten or thirty times its size; one that unpacks to hundreds of times, or has thousands of parts, is broken or made to do harm. The program stops at a limit. Do not open a file whose origin you do not know; save your own anew in Word.

docx-damaged = `{ $path }` is cut off or damaged: { $detail }
    .help = copy or download it again, or save it anew in Word, and check again
    .page = The list of what a .docx holds stands at its end, so a copy or download that was broken off cannot be read. Fetch the file again. If Word offers to repair it, let it do so, save the result, and check again.

docx-part-missing = `{ $path }` lacks { $part }
    .help = open it in Word or WPS, save it anew, and check again
    .page = The parts of a .docx refer to one another, and one of them is not in the package. Such a file was mostly put together by another program. Open it in Word or WPS, see whether it is whole, save it anew, and check again.

docx-part-broken = { $part } of `{ $path }` cannot be read: { $detail }
    .help = open it in Word or WPS, save it anew, and check again
    .page = Each part of a .docx is an XML file, which must be whole and well encoded. A tag that is not closed, a wrong encoding or an entity that is not defined keeps it from being read. Save the file anew in Word or WPS and check again.

docx-part-too-much = { $part } of `{ $path }` nests too deep or holds too much
    .help = split the file, or save it anew in Word, and check again
    .page = A paper nests some dozens of levels, and one of several hundred pages has some hundred thousand elements and attributes. The program does not read what nests deeper than two hundred levels or has more than one and a half million. Split tables within tables, and collections of thousands of pages.

docx-document-type = { $part } of `{ $path }` declares a document type and was not read
    .help = find out where it comes from; if it is your own, save it anew in Word and check again
    .page = Word and WPS never declare a document type. Such a declaration can define entities that read files of the machine or fill its memory, a known way of attack, so it is refused. Do not open a file whose origin you do not know.
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
