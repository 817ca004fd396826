# lint

allow-unknown-code = there is no code `{ $code }`, so nothing is allowed
    .label = { $near ->
        [none] no such code
       *[other] did you mean `{ $near }`?
    }
    .help = write `# luoshi: allow LS0706 reason`, with the code as it was printed
    .page = After `allow` stands the code of a note (such as LS0706) or its name; with a slip in it nothing is allowed. Several codes are separated by commas, and the reason comes last.

allow-without-reason = something is allowed without a reason
    .label = add the reason after the code
    .help = after the code, say why it is left as it is
    .page = A note may be left as it is, but whoever comes later must understand why. Without a reason the comment still works, and this note asks for one.

allow-unused = there is no `{ $code }` here to allow
    .label = no longer needed
    .help = delete the comment if the matter is settled, or move it to the line of the note or the one above
    .page = At the end of a line the comment covers that line; alone on a line it covers the next one, and the whole list item that begins there. Once the matter is settled the comment only misleads.

unknown-limit = there is no limit `{ $name }`
    .label = { $near ->
        [none] no rule asks for it
       *[other] did you mean `{ $near }`?
    }
    .help = use an id listed in engine/lint/RULES.md
    .page = An entry of a file of limits works only if its id is one that a rule asks for. With a slip in it the entry does nothing, and everyone believes that it does.

duty-without-responsible = nobody answers for `{ $name }`
    .label = no responsible role
    .help = add `responsible`; for a meeting the `convenor` will do
    .page = Where nobody answers for a duty, a failure leads to nobody. Name one responsible role for each; the convenor answers for a meeting; where several units must each do their part, the heads of the units answer, and each unit must name its `head`.
