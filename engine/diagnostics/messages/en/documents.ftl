# Documents: templates, issuing, numbers.

template-head = the template does not begin with a head
    .help = write `---` in the first line, then name, kind, occasion and title, then a second line `---`; the body begins below it
    .label = `---` is expected here
    .page = A document template has two parts. The first says its name, kind, occasion, title and addressees, between two lines of `---`; the second is the body.
        When the first line is not `---`, or there is no second such line, nobody can tell where the body begins, so the template cannot be used.
