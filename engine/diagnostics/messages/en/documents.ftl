# Documents: templates, issuing, numbers.

template-head = the template does not begin with a head
    .help = write `---` in the first line, then name, kind, occasion and title, then a second line `---`; the body begins below it
    .label = `---` is expected here
    .page = A document template has two parts. The first says its name, kind, occasion, title and addressees, between two lines of `---`; the second is the body.
        When the first line is not `---`, or there is no second such line, nobody can tell where the body begins, so the template cannot be used.

template-name = `{ $name }`, used in the head of the template, is not in the plan
    .help = use an id that the plan has, or add it to the plan first
    .label = not in the plan
    .page = The head of a template may name an issuing body, the role of a signatory and clauses, each by its id in the plan.
        With a wrong id nobody can tell who issues the paper or which clause asks for it, so the template cannot be used.

unknown-template = there is no document template `{ $name }`
    .help = { $near ->
        [none] make `{ $name }.md` in the folder templates, or use one that ships; luoshi generate --list names all
       *[other] did you mean `{ $near }`? luoshi generate --list names all
    }
    .label = no such template
    .page = A document duty may say which template its paper is generated from: `NAME.md` in the folder templates of the plan or of a package, or one that ships with luoshi.
        With a wrong name the paper cannot be generated.

template-bounds = the template holds what is not allowed: { $why }{ $what ->
    [none] {""}
   *[other] {" "}`{ $what }`
}{ $instead ->
    [none] {""}
   *[other] {" "}({ $instead })
}
    .help = leave it out; a body needs nothing but names, conditions, loops and the helpers
    .label = not allowed
    .page = A template turns what is there into a paper. It reads no file, and can neither run nor grow without end.
        Taking in other templates, or joining texts over and over, would put length or time out of control, so it is refused before use.

template-syntax = the template cannot be read: { template-slip }
    .help = see whether braces, quotes and closing tags come in pairs, and whether helpers and their arguments are spelt right
    .label = not understood from here on
    .page = Templates are written in Tera: two braces for a value, a brace and a per cent sign for conditions and loops.
        A template with a mistake cannot be used at all; luoshi generate --vars names what can be used.

template-unknown-name = there is no name `{ $name }`
    .help = { $near ->
        [none] luoshi generate --vars prints the names with their values
       *[other] did you mean `{ $near }`? luoshi generate --vars prints the names
    }
    .label = no such name
    .page = The names that a template may use are fixed and stay as they are. A misspelt one never becomes an empty space: it is told here.
        luoshi generate --vars OCCASION prints the names of one sort of paper with their values.

template-unknown-field = { $of ->
        [none] no element has a `{ $name }`
       *[other] there is no `{ $name }` in `{ $of }`
    }
    .help = { $near ->
        [none] luoshi generate --vars prints the names with their values
       *[other] did you mean `{ $near }`? luoshi generate --vars prints the names
    }
    .label = not in it
    .page = What is in a name is fixed as well. A misspelt field is told when a package is built or a template is checked, and not first when some paper is written. Of a list, take an element first: `d.name` inside a loop over `duties`, not `duties.name`.

template-unusable = the template `{ $name }` has mistakes and cannot be used
    .help = mend the template as told above
    .page = A template with a single mistake is not used at all, so that no paper lacks a paragraph or a figure. Its mistakes are told above, one by one; other templates are not affected.

template-value = there is no value here: { template-slip }
    .help = see luoshi generate --vars for the names of this occasion; for what may be nothing use or_open, or ask with if
    .label = no value
    .page = Every value of a paper must come from somewhere. A name that has no value on this occasion, or one of the wrong type, is told here and never printed as an empty space.

template-event = the event of the template `{ $template }`, `{ $value }`, is no day or time
    .help = write the day as 2012-06-05 and the time as 09:30; leave empty what is not known yet
    .page = The event goes into a calendar file. Days are year-month-day, times hour:minute; what is not settled yet is left empty, and then no calendar file is written.

document-markdown = line { $line } of the body: { $why }
    .help = change the template; lines are counted in the body as filled in
    .label = the body begins here
    .page = A body is Markdown, with nothing but what official documents have: headings, paragraphs, numbering, tables, emphasis and attachments.
        Pictures, links, code and the like cannot stand in a paper.

document-closing = the last paragraph of this `{ $kind }` lacks its closing phrase `{ $phrase }`
    .help = add it at the end of the body, such as `{ $phrase }。`
    .label = this template
    .page = A request asks for a decision, a report says that it ends here. Without the phrase whoever receives it cannot tell one from the other.

document-phrase = `{ $phrase }` must not stand in a `{ $kind }`
    .help = a report asks for nothing: write a request of its own; a letter does not command
    .label = this template
    .page = A request inside a report may go unanswered (Regulations on official documents, article 15). A letter goes to bodies that the sender cannot command.

document-addressees = a `{ $kind }` goes to one body, this one to { $count }
    .help = name one higher body as the addressee; others who need to know get a copy
    .label = this template
    .page = A document to a higher level goes to one body, and others get a copy (Regulations on official documents, article 15). Where several receive one request, nobody knows who is to decide.

paper-unknown = there is no paper `{ $name }`
    .help = luoshi generate --list names all papers; give a template, the id of a paper, or the beginning of one
    .page = The id of a paper is its template and its occasion, such as meeting_notice/council/2012-06. A template alone stands for all its papers, the beginning of an id for all that begin so.

paper-changed = `{ $paper }` was issued on { $date }; what is generated now differs from what was recorded
    .help = use the one on file; the plan, a template or the program has changed since. What must be corrected is issued anew
    .page = The checksums of an issued paper are on record. Generated again, it is made from the ledger as it was then; where it differs, the plan, a template or the program has changed.
        A paper that was issued is never replaced silently.

issue-no-symbol = `{ $issuer }` has no symbol, so that no issuing number can be given
    .help = give its symbol under `issuers` in the plan, such as 坪政发
    .page = An issuing number is the symbol of the body, the year and a serial number (GB/T 9704-2012, 7.2.5). Without a symbol there are drafts without a number, and nothing can be issued.

paper-open = `{ $paper }` still has to be filled in: { $fields }
    .help = give --fill NAME=VALUE; add --with-open to complete it by hand once it is printed
    .page = A paper that has its number and is on record should be complete. What is known only in the real process, such as time and place of a meeting, is given with --fill when it is issued, and is recorded with it, so that it comes out the same again.
        Who signs it out does so by hand, and is not counted here.

format-not-built = this program was built without `{ $format }`
    .help = build it with cargo build --release --features { $format }, or use docx
    .page = PDF needs a large library for typesetting, which takes long to compile, so it is optional. Nothing else needs it.

## luoshi generate

generate-package = `{ $name }` is a package without a ledger, so no paper can be made of it; give the folder of a plan
generate-done = { $papers } papers: { $files } files written, { $unchanged } were there already; folder: { $path }
generate-issued = { $count } of them numbered and entered in the ledger
generate-open = { $count } hold 【待补】, which must be filled in before they go out
generate-none = no paper fits
generate-template = { $name } ({ $template }, { $kind }): { $count }
generate-no-occasion = nothing in the plan calls for it now, so there are names without values
generate-vars = Names for `{ $template }` ({ $about })
generate-helpers = Helpers (example and result)
paper-issued = issued
paper-recorded = recorded
paper-overdue = overdue
paper-due = due
paper-ready = ready
paper-over = over

bounds-unclosed = a tag, a condition, a loop or a quote that does not end
bounds-brace = a single or a wide brace, which would be printed as it stands; values take two plain braces
bounds-tag = a tag that is not used here
bounds-filter = a filter that is not used here
bounds-name = a name with two leading underscores, which are the program's own
bounds-capturing-set = a set without a value
bounds-two-names = a for with two names
bounds-loop-in-expression = a loop inside an expression
bounds-spread = three dots that spread a list
bounds-too-deep = conditions and loops within one another too deeply
bounds-growth = a value joined over and over, which could grow without end
bounds-too-long = a template that is too long

markdown-image = no pictures in an official paper; bind them in as an attachment
markdown-link = no links in an official paper; write the words themselves (brackets as 〔〕)
markdown-code = written like this it becomes code; drop the blanks before the line and the backticks, the layout indents by itself
markdown-html = no HTML; only <br> in a table breaks a line, and an empty line begins a paragraph
markdown-footnote = official papers have no footnotes; write it into the text
markdown-emphasis = official papers have no italics; set off with **…**, and write a star as \*
markdown-underline-strong = set off with **…**, and write an underscore as \_
markdown-strike = nothing is struck out in an official paper; leave the words out
markdown-heading-level = headings have four levels at most, # to ####
markdown-skipped-level = a level of headings was left out; use #, ##, ###, #### one after the other
markdown-empty-heading = the heading says nothing
markdown-underlined-heading = this line becomes a heading; begin headings with #, and leave an empty line before and after --- for a new page
markdown-unclosed-strong = ** has no counterpart; write a star as \*
markdown-unclosed-open = 【待补： does not end, 】 is missing
markdown-rule = write --- for a new page, and \_\_\_\_ for a line to write on
markdown-inside = headings, tables and new pages cannot stand in a list or quote; drop the blanks or the > before the line
markdown-deep-list = numbering has two levels at most: 1. and （1）
markdown-lonely-caption = a paragraph that begins with 表： is a caption, and the table must follow it
markdown-extra-cells = this row has more cells than the head; write | within a cell with cell, or as \|
markdown-untitled-attachment = the attachment has no title; write # 附件：title
