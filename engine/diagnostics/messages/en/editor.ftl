# editor
layout-beyond = the file is written too unusually to be laid out
    .label = the file was left as it is
    .help = write what is unusual (such as `? key`, or a file of one value) as others do, and run it again
    .page = Only the layout changes, never what a file says. What was laid out is read again and compared with the original, value by value; if anything differs, nothing is written. The plan itself is not affected. If nothing in the file is unusual, please send it to us.

fmt-done = laid out: { $path }
fmt-encoding = laid out: { $path } (was { $encoding }, is UTF-8 now)
fmt-would = to be laid out: { $path }
fmt-would-encoding = to be laid out: { $path } (is { $encoding }, should be UTF-8)
fmt-summary = { $changed } of { $files } files laid out
fmt-summary-check = { $changed } of { $files } files to be laid out
fmt-clean = nothing to lay out in { $files } files
fmt-none = there is no YAML file in { $path }

# lsp
lsp-defined = { $space }, in section “{ $section }”, { $file } line { $line }
lsp-heading = Under the heading: { $heading }
lsp-carried-by = Carried out by: { $list }
lsp-carried-by-none = Nothing carries out this clause yet
lsp-value = In force: { $value } { $unit } ({ $by })
lsp-set-by-default = default of package { $package }
lsp-set-by-package = set by package { $package }
lsp-set-by-plan = set by this plan
lsp-set-by-nobody = Not set: every duty that uses it is “unset”
lsp-default = Value in the package: { $value }
lsp-reason = Reason: { $reason }
lsp-question = Open question: { $question }
lsp-rename-nothing = there is no identifier here that could be renamed
lsp-rename-package = “{ $name }” is defined by package { $package }: this plan can use it, not rename it
lsp-rename-identifier = “{ $name }” cannot be an identifier: letters, digits, Chinese characters, _ - . / and brackets, at most 64
lsp-rename-taken = “{ $name }” is already the identifier of a { $space } ({ $file } line { $line }); choose another
lsp-rename-recorded = Records in the ledger still say “{ $old }” and no longer count towards “{ $name }”. Check the ledger; undo the rename if need be.
lsp-fix-near = Change to “{ $near }”
lsp-fix-colon = Write the colon in half width
