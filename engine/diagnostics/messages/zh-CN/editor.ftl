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

# lsp
lsp-defined = { $space }，写在「{ $section }」部分，{ $file } 第 { $line } 行
lsp-heading = 所属标题：{ $heading }
lsp-carried-by = 落实本条款的事项：{ $list }
lsp-carried-by-none = 还没有事项落实本条款
lsp-value = 现行取值：{ $value } { $unit }（{ $by }）
lsp-set-by-default = 政策包 { $package } 的缺省值
lsp-set-by-package = 由政策包 { $package } 设定
lsp-set-by-plan = 由本方案设定
lsp-set-by-nobody = 尚未取值，用到它的事项都是「方案未定」
lsp-default = 政策包原来的取值：{ $value }
lsp-reason = 理由：{ $reason }
lsp-question = 待定问题：{ $question }
lsp-rename-nothing = 这里没有可以改名的编号
lsp-rename-package = 「{ $name }」是政策包 { $package } 定义的，本方案只能引用，不能改名
lsp-rename-identifier = 「{ $name }」不能作编号：只能用汉字、字母、数字和 _ - . / 以及括号，不超过 64 个字
lsp-rename-taken = 「{ $name }」已经用作{ $space }的编号（{ $file } 第 { $line } 行），请换一个
lsp-rename-recorded = 台账里已有的记录仍然写着旧编号「{ $old }」，改名后不再计入「{ $name }」。请先核对台账，需要时撤销改名。
lsp-fix-near = 改为「{ $near }」
lsp-fix-colon = 把全角冒号改为半角冒号
