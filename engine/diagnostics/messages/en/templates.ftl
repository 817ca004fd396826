# Texts of templates: values that cannot be filled in, what is not used.

template-slip = { $kind ->
    [output] the text is longer than one paper may be
    [steps] more loops than one paper may have
    [tera] { $words }
    [undefined] there is no such name
    [empty] there is nothing in it; write or_open(what="…") or default(value="…")
    [not-printable] { $got ->
        [list] a list cannot be shown as it is; join it with list, or go through it with for
        [mapping] a set of data cannot be shown as it is; name one of its parts, such as meeting.place
        [truth] true or false cannot be shown as it is; write words with if
       *[number] a fraction that does not end cannot be shown as it is; try percent
    }
    [not-a-list] { $got ->
        [mapping] only a list can be gone through, and this is a set of data
        [text] only a list can be gone through, and this is text
        [nothing] only a list can be gone through, and this is empty
       *[other] only a list can be gone through
    }
    [value] { $helper } takes { $wants ->
        [date] a date such as 2012-03-05
        [day] a day that the calendar has
        [period] a period such as 2012, 2012-H1, 2012-Q2 or 2012-06
        [time] a time such as 09:30
        [count] a whole number that is not negative
        [number] a number with at most six decimal places
        [amount] an amount in yuan with at most two decimal places
        [list] a list
        [sortable] a list of nothing but text or nothing but numbers
       *[text] text or a number
    }, not { $got ->
        [list] a list
        [mapping] a set of data
        [nothing] nothing
       *[other] `{ $got }`
    }
    [missing] { $helper } lacks { $argument }=
    [argument] { $argument }= of { $helper } takes { $wants ->
        [number] a number
        [not-zero] a number other than zero
        [joint] up to eight Chinese signs or words
        [between] a whole number from { $low } to { $high }
        [one-of] one of { $words }
       *[text] text
    }
    [unknown-argument] { $helper } has no { $argument }=
    [field] { $helper }: element { $element } has no `{ $field }`
   *[empty-list] { $helper }: the list is empty; write default="…"
}

instead-safe = what data say is never markup
instead-escaped = everything is escaped already; leave it out
instead-cell = use cell in tables
instead-words = write the words themselves
instead-layout = the layout indents; leave it out
instead-first-chars = use first_chars(n=…)
instead-list = use list(sep="…")
instead-data = use a list that the data have
instead-by = use by(attribute="…")
instead-subscript = write name["key"]
instead-count = use count
instead-exact = nothing is rounded to binary fractions; use percent or yuan
instead-drop = leave it out
instead-unknown = there is no such helper; luoshi generate --vars names them all
