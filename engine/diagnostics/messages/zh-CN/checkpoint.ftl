# Proof that a ledger only grew: a Merkle tree over its records, signed checkpoints, consistency proofs, bundles.
checkpoint-form = { $why ->
        [note] 「{ $path }」不是存证单：没有签名文本的样子
       *[text] 「{ $path }」不是存证单：签名的内容不是台账标识、条数、总校验值
    }
    .help = 用 luoshi ledger checkpoint 写出的原文件，不要用编辑器改动
    .page = 存证单是一段签了名的文本：台账标识、条数、总校验值、日期，空一行，每个签名一行。格式是公开的（C2SP tlog-checkpoint），别的程序也能读。多一个字、少一个换行都不收，免得一份文件有两种读法。例如用记事本另存时改了换行，就读不懂了。

proof-form = 「{ $path }」不是证明
    .help = 用 luoshi ledger prove 写出的原文件
    .page = 证明有两种：「old 条数」开头的证明台账只增不改，「c2sp.org/tlog-proof@v1」开头的证明某一条记录在台账里。格式是公开的（C2SP tlog-witness、tlog-proof）。读不懂的证明什么也不说明，请出证明的人重新写一份。

proof-wrong = 「{ $path }」什么也没有证明：{ $why ->
        [outside] 它说的位置在台账末尾以后
        [length] 校验值的个数不对
        [old] 算不出以前存证单的总校验值
        [shrunk] 后来的条数反而少
        [forked] 条数相同，总校验值不同
       *[root] 算不出存证单的总校验值
    }
    .help = 请对方用这两份存证单重新出证明；拿不出来的，到台账所在地用 luoshi ledger verify --since 查
    .page = 证明里的校验值应当能一步步算出存证单上的总校验值，算不出来就不是证明。可能是拿错了文件，也可能是台账改过，出不了证明。单凭这一点不能说台账改过：要看台账本身，或者限期让对方拿出证明。例如把去年的证明配上今年的存证单，就算不出来。

ledger-shrunk = 台账「{ $path }」少了：{ $known ->
        [yes] { $day } 存证时有 { $old } 条
       *[no] 存证时有 { $old } 条
    }，现在只有 { $now } 条
    .help = 保留台账现状和存证单，要求说明；有记录校验值清单的，加 --records 指出从哪一条起不同
    .page = 台账只能增加，不能减少：写错的用更正记录改，原记录照样留着。比存证时少，就是有记录被删掉了，或者换成了旧的备份。存证单上有签名，条数赖不掉。例如年中存证时 1200 条，年底只剩 1150 条。

ledger-rewritten = 台账「{ $path }」改写过：开头的 { $old } 条不是{ $known ->
        [yes] {" "}{ $day } 存证时
       *[no] 存证时
    }的那些
    .help = 保留台账现状和存证单，要求说明；有记录校验值清单的，加 --records 指出从哪一条起不同
    .page = 存证单上的总校验值由当时的每一条记录按顺序算出，改一个字、换一次位置、插一条、删一条，都算不出同一个值。现在算不出，说明当时的记录里至少有一条变了。总校验值本身不说是哪一条：存证时用 --records 留下清单的审计人，能指出第一条。例如有人把「缺席」改成「到会」，并重算了整条校验链，校验链看不出，存证单看得出。

checkpoint-other-ledger = 存证单是台账「{ $checkpoint }」的，不是「{ $ledger }」的
    .help = 找这份台账的存证单；确实是同一份台账改了名称的，用 --origin 写明原来的标识
    .page = 每份存证单都写明是哪一份台账，免得拿甲镇的顶替乙镇的。标识由方案的辖区代码和编号组成；方案改了编号，标识也跟着变，这时用 --origin 写明存证单上的标识，程序照样逐条核对。例如新一年的方案接着用同一份台账。

record-list-wrong = { $why ->
        [form] 「{ $path }」不是记录校验值清单
       *[other] 「{ $path }」不是这份存证单的记录校验值清单
    }
    .help = 用开存证单时 --records 写出的那一份；不用清单也能查，只是指不出是哪一条
    .page = 清单每行一条记录：校验值、两个空格、记录编号。清单的总校验值必须和存证单一致，否则谁都可以另造一份清单，冤枉好人。清单由审计人自己保管，不要留在被审计单位。例如清单是六月的，存证单是九月的，两者对不上。

record-not-there = { $why ->
        [later] 记录「{ $id }」在这份存证单之后才进台账
       *[none] 台账里没有记录「{ $id }」
    }
    .help = { $why ->
        [later] 用后来的存证单，或者用 --key 另开一份
       *[none] 用 luoshi ledger log 查记录编号
    }
    .page = 要证明一条记录在台账里，它得先在台账里，而且在存证单开出以前就进了台账。编号要一字不差。例如记录是 v01-0510，写成了 v1-0510；又如十月补录的记录，九月的存证单证明不了。

origin-missing = 「{ $path }」没有方案，不知道是哪一份台账
    .help = 指明方案所在的文件夹，或者用 --origin 写明台账标识
    .page = 存证单要写明是哪一份台账，一般取方案的辖区代码和编号。只有台账、没有方案的，要用 --origin 写明，例如 --origin luoshi/ledger/PT/pingtang-2012。以后核对的时候写同一个标识。

record-differs = { $what ->
        [edited] 第一处不同在第 { $number } 条：记录「{ $was }」的内容改过{ $is ->
            [none] {""}
           *[other] ，这个位置现在是「{ $is }」
        }
        [removed] 第一处不同在第 { $number } 条：记录「{ $was }」不在了{ $is ->
            [none] {""}
           *[other] ，这个位置现在是「{ $is }」
        }
        [inserted] 第一处不同在第 { $number } 条：「{ $was }」前面插进了记录「{ $is }」
        [moved] 第一处不同在第 { $number } 条：原是「{ $was }」，现在是从后面挪来的「{ $is }」
       *[replaced] 第一处不同在第 { $number } 条：记录「{ $was }」不在了，换成了「{ $is }」
    }；{ $any ->
        [none] 当时的记录都还在
       *[other] 当时的记录里共有 { $gone } 条已不是原样
    }
    .help = 拿清单里这一条的校验值，与台账和备份里的记录逐一核对
    .page = 清单上每条记录都有校验值，从头比下去，第一个对不上的就是它。编号只用来称呼，校验值才是凭据：同一个编号换了内容，校验值就变。后面还有几条不是原样，也数出来了。例如第 57 条原是某村三月的走访，现在没有了，后面的都往前挪了一位。

bundle-form = 审计包「{ $path }」从第 { $line } 行起读不懂
    .help = 用 luoshi audit bundle 写出的原文件
    .page = 审计包是一份文本：第一行写引擎版本、检查日、语言、乡镇数，以后每个乡镇一行。它只有一种写法，读进来再写出去必须逐字节相同，所以里面藏不了别的东西。用编辑器排过版、断了一截、后面多了几行的，都不收。

bundle-altered = 审计包「{ $path }」签名以后改过：签名的校验值是 { $signed }，现在是 { $real }
    .help = 向签名的人另要一份；现在这一份不能作为依据，留着备查
    .page = 签名管的是整个审计包的校验值，改一个字节就对不上。可能是有人改了里面的结论或数字，也可能只是传坏了，或者签名文件是别的审计包的。不管哪一种，这一份都不是当时签的那一份。

input-changed = { $township }：文件「{ $path }」与审计时不同{ $records ->
        [file] {""}
        [same] ，但记录一条未变，只是排版不同
        [grown] ：审计时的记录原样在先，之后新增 { $added } 条
        [shrunk] ：记录比审计时少
       *[rewritten] ：审计时的记录改过
    }
    .help = { $records ->
        [grown] 只要新增的记录在检查日以后，结论不会变；补录的会变
        [same] 结论不会因此改变
       *[other] 取回审计时的文件再复核；取不回的，要求说明改了什么
    }
    .page = 审计包里有每个输入文件的校验值。不同的文件算出来的结论不能相比，所以先说是哪个文件。台账另有条数和总校验值，因此能分清是新增、减少还是改写。例如审计以后又录了十二月的走访，台账是新增；有人改了三月的一条，就是改写。

input-missing = { $township }：审计时的文件「{ $path }」不在了
    .help = 从备份里取回再复核
    .page = 少一个文件，方案的要求或台账的记录就不全，结论不能相比。例如复核时只拷了方案，没有拷台账；又如有人删掉了一个规则文件，那条要求就没有了。

input-added = { $township }：文件「{ $path }」审计时没有
    .help = 问清是谁、什么时候、为什么加的；移开以后再复核
    .page = 方案文件夹里的每个 YAML、规则、模板、日历、插件都是方案的一部分，多一个就可能多一条要求或者改掉一条要求。不属于方案的文件，例如说明和照片，不算。例如审计以后加了一个文件，把某项职责停用了。

bundle-package-changed = { $township }：政策包「{ $package }」{ $change ->
        [missing] 没有用到，审计时用的是 { $bundle }
        [added] 审计时没有用到，现在用的是 { $here }
       *[changed] 不是审计时的：当时 { $bundle }，现在 { $here }{ $any ->
            [none] {""}
           *[other] ，不同的文件有 { $files }
        }
    }
    .help = 用 --packages 指明审计时的政策包，或者用 luoshi package install 装回那一版
    .page = 乡镇方案建立在县里的政策包上，政策包变了，要求就变了。版本号相同、内容不同的也算，因为比的是校验值。例如复核时旁边放的是新一版政策包，其中放宽了一个期限。

bundle-other-engine = 审计用的是 luoshi { $bundle }，这里是 { $here }
    .help = 用 luoshi { $bundle } 复核；版本不同，结论不同不能说明有人改动
    .page = 同样的输入、同一版程序，算出来总是逐字节相同。版本不同，判定或者措辞可能有改进，所以先说明版本，再说结论有哪些不同。要作为依据，就用审计时的版本再算一遍。

bundle-other-day = 审计的检查日是 { $bundle }，不是 { $asked }
    .help = 去掉 --as-of，按审计包的检查日复核；要查 { $asked }，另做一份审计包
    .page = 每次审计都截至某一天，那天以后的记录不算。换一天，进行中的事项会变成未落实，结论自然不同，这不说明有人改动。审计包里写着检查日，复核不用再说。

findings-differ = { $township }：{ $any ->
        [none] 检查结论相同，报告的其他部分不同（{ $parts }）
       *[other] { $count } 项检查结论不同：{ $ids }
    }{ $why ->
        [explained] ，由上面的不同引起
       *[altered] ，而输入和程序都相同：审计包里的结论改过
    }
    .help = { $why ->
        [explained] 先恢复审计时的输入和程序，再看结论
       *[altered] 以复核的结论为准，查明审计包由谁经手
    }
    .page = 同样的输入、同一天、同一版程序，结论总是逐字节相同。如果输入和版本都对得上，结论还不同，就不是计算的问题：有人改了审计包里的结论，或者审计时用的程序被改过。输入或版本不同的，结论不同是自然的，要先恢复到审计时的样子。例如把一项「未落实」改成「已落实」，复核时就会点出这一项。

bundle-township-missing = 审计包里的「{ $township }」不在这里
    .help = 指明它所在的文件夹，或者有它记录的批量文件；名称要和审计时相同
    .page = 复核要用到每个乡镇的方案和台账。名称是它相对于审计时所给文件夹的位置，例如给的是 policies，名称就是 pingtang-2012。没有找到的乡镇什么也没有复核，不能算一致。

checkpoint-made = 已开出存证单 { $path }
    台账：{ $origin }，{ $count } 条，{ $day }
    总校验值：{ $root }
    签名：{ $keys }
checkpoint-records = 记录校验值清单：{ $path }，请审计人自己保管
growth-proof-made = 已写出证明 { $path }：从 { $old } 条到 { $new } 条只增不改
record-proof-made = 已写出证明 { $path }：记录「{ $id }」是 { $count } 条中的第 { $number } 条
ledger-grown = 台账 { $path } 只增不改：存证时的 { $old } 条一字未改、次序未变，之后新增 { $added } 条，现有 { $now } 条
ledger-grown-offline = 台账 { $path } 只增不改：先前的 { $old } 条一字未改、次序未变，之后新增 { $added } 条，到 { $now } 条（凭证明核对，没有用台账）
record-proven = 记录「{ $id }」是台账 { $origin } 的第 { $number } 条，存证时共 { $count } 条，内容如下：
checkpoint-attested = { $which ->
        [old] 先前的存证单
        [new] 后来的存证单
       *[one] 存证单
    }：{ $count } 条，{ $day }，{ $auditor }签名，已按信任文件核对（{ $key }）
checkpoint-unchecked = { $which ->
        [old] 先前的存证单
        [new] 后来的存证单
       *[one] 存证单
    }：{ $count } 条，{ $day }，署名 { $keys }，签名没有核对；核对要用 --trust 指明信任文件
day-unknown = 没有写日期
note-bundle = 它签的不是审计包
signatures-passed-over = 另有 { $count } 个签名不算：

bundle-made = 已写出审计包 { $path }：{ $count } 个乡镇，检查日 { $day }，luoshi { $engine }
    { $digest }
bundle-stopped = 其中 { $count } 个乡镇没有检查成，原因在包里：{ $names }
bundle-signed = 签名：{ $keys }（{ $path }）
bundle-same = 审计包 { $path } 复核一致：{ $count } 个乡镇，检查日 { $day }，luoshi { $engine }；输入相同，结论逐字节相同
bundle-differs = 审计包 { $path } 复核不一致，共 { $count } 处：
bundle-extra = 这里还有 { $count } 个乡镇不在审计包里，没有复核：{ $names }
bundle-attested = 签名：{ $auditor }，{ $day }，已按信任文件核对（{ $key }）
bundle-unchecked = 署名：{ $keys }，{ $day }，签名没有核对；核对要用 --trust 指明信任文件
bundle-all = 全部乡镇
space-bulk-file = 批量文件
bundle-unsigned = 没有签名：复核只说明包里的结论算得出来，不说明包是谁做的

cmd-ledger-checkpoint = 给台账开一份签名的存证单，下次来查时作依据
    .path = 方案所在的文件夹或台账；不写是当前文件夹
    .key = 签名的密钥文件
    .output = 写进这个文件；不写则显示出来
    .origin = 台账标识；不写则由方案的辖区代码和编号组成
    .records = 另把每条记录的校验值写进这个文件，由审计人保管
cmd-ledger-prove = 写出证明：台账从某次存证以来只增不改，或某条记录在台账里
    .path = 方案所在的文件夹或台账；不写是当前文件夹
    .from = 先前的存证单
    .record = 要证明的记录编号
    .to = 证明到这份存证单为止；不写则到现在
    .key = 用这个密钥另开一份现在的存证单，放进证明
    .origin = 台账标识；不写则由方案的辖区代码和编号组成
    .output = 写进这个文件；不写则显示出来
cmd-audit-bundle = 做一份审计包：输入的校验值、检查日、程序版本和全部结论
    .paths = 乡镇的方案文件夹或其上一级；或者批量文件
    .plan = 批量文件：全部乡镇共用的方案
    .mapping = 批量文件：哪一列是哪一项（见批量对照表）
    .output = 写进这个文件
    .key = 用这个密钥签名，写在旁边的 .sig 文件里
cmd-audit-verify = 按审计包重新检查一遍，说明是否逐字节相同，哪里不同
    .bundle = 审计包
    .paths = 乡镇的方案文件夹或其上一级（不写是当前文件夹）；或者批量文件
    .plan = 批量文件：全部乡镇共用的方案
    .mapping = 批量文件：哪一列是哪一项（见批量对照表）
    .trust = 信任文件，用来核对签名
