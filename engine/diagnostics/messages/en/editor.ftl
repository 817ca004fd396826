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
