# editor
layout-beyond = 这个文件的写法太特殊，没有整理
    .label = 文件原样未动
    .help = 把不常见的写法（如“? 键”、只有一个值的文件）改成常见的，再运行一次
    .page = 整理只改排版，不改内容。整理完都要重读一遍，与原文逐项核对；有一处对不上，就一个字也不写回。遇到这种情况，方案本身不受影响。如果文件里没有不常见的写法，请把它发给我们。

fmt-done = 已整理：{ $path }
fmt-encoding = 已整理：{ $path }（原为 { $encoding }，改存为 UTF-8）
fmt-would = 需要整理：{ $path }
fmt-would-encoding = 需要整理：{ $path }（原为 { $encoding }，应存为 UTF-8）
fmt-summary = 共 { $files } 个文件，整理 { $changed } 个
fmt-summary-check = 共 { $files } 个文件，需要整理 { $changed } 个
fmt-clean = 共 { $files } 个文件，没有需要整理的
fmt-none = 这里没有 YAML 文件：{ $path }
