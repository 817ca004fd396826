# 政策包：文件、归档、构建。
package-file-left-out = 「{ $path }」不属于政策包，没有收入
    .help = 不需要就不用管；要收入的，按规定放进 rules、templates、plugins、calendar、tests 或 source
    .page = 政策包里有哪些文件是定死的：根目录的 YAML、「rules」里的脚本、「templates」里的文书模板、「plugins」里的插件、「calendar」里的日历、「tests」里的测试、「source」里的原文，以及许可和说明。别的文件不收，免得把台账、草稿一起发出去。例如「plugins/BUILT」只在制作插件时有用，不收。

package-path = 「{ $path }」不能作政策包里的文件名：{ $why }
    .help = 换一个普通的文件名；收到的归档有这样的名字，不要使用，请发布单位重做
    .page = 政策包要能在任何系统上展开成同样的文件，而且只能写在自己的文件夹里。绝对路径、带「..」的路径会写到别处；「CON」「a:b」这样的名字在 Windows 上另有含义；看不见的字符会骗过眼睛。这样的归档一律不打开，里面的文件一个也不写出。

package-paths-alike = 「{ $path }」和「{ $other }」在有的系统上是同一个文件
    .help = 改掉其中一个的名字
    .page = Windows 和苹果系统不分大小写，有的系统也不分全角半角。两个这样的名字在一台机器上是两个文件，在另一台上后一个盖掉前一个，检查的结果就不一样。同一个名字出现两次也是这样。例如「A.yaml」和「a.yaml」。

package-link = 「{ $path }」是链接或者特殊文件，不能收入政策包
    .help = 换成文件本身
    .page = 链接指向的内容可能在文件夹之外，也可能明天就变。政策包要求同样的文件做出同样的归档，所以只收普通文件。请把链接指向的文件复制进来。

package-too-large = { $what ->
        [package-files] 文件太多，最多 { $limit } 个
        [package-file] 「{ $path }」太大，最多 { $limit } MB
       *[package-bytes] 政策包太大，最多 { $limit } MB
    }
    .help = 去掉不需要的文件；收到的归档这样大，向发布单位核实
    .page = 政策包是文字和小程序，通常不到 1 MB。超过限度的不读，免得一个做坏的归档占满内存和磁盘。归档里不压缩，文件有多大就是多大，不会展开成别的大小。

package-head = 政策包的「package.yaml」不能用：{ $why }
    .help = 在「package」下写明名称、版本、发布单位、引擎版本和许可，用「luoshi check」检查
    .page = 归档的第一个文件是清单，清单里的名称、版本、发布单位、引擎版本、许可都从「package.yaml」来。名称由小写字母、汉字、数字、连字符组成，可以用斜线分级，如「county/security-prevention」，因为它也是存放的文件夹。

package-text-not-utf8 = 「{ $path }」不是 UTF-8 文本
    .help = 用编辑器另存为 UTF-8
    .page = 在自己的文件夹里，GBK 的文件也能读。发布出去的政策包只用 UTF-8，这样谁读都是同样的文字，不用猜。例如在记事本里选“另存为”，编码选 UTF-8。

archive-damaged = 「{ $path }」不是完整的政策包归档：{ $why }
    .help = 重新下载或者重新拷贝，再核对校验值
    .page = 文件在下载或者拷贝时断了，或者根本不是归档。读不全的归档不用，里面的内容一个也不取。例如 U 盘没有拷完就拔了：再拷一次，用「luoshi package inspect」看校验值是否和发布的一致。

archive-form = 「{ $path }」不是本程序做的归档：{ $why }
    .help = 由发布单位用「luoshi package build」重做
    .page = 政策包归档是只有一种写法的 ZIP 文件：不压缩，按文件名排列，时间固定，没有多余的内容。同样的文件只有一个校验值，也没有地方藏东西：同名文件、加密、压缩炸弹、附在后面的数据都在这里被挡住。用别的软件打包或者改过的文件不是归档。

archive-newer = 「{ $path }」是更新版本的 luoshi 做的归档
    .help = 先更新 luoshi
    .page = 归档的写法有版本号，这个程序只认得自己和以前的写法。认不得的不去猜。更新程序以后再打开。

engine-unfit = 政策包「{ $package }」需要 luoshi { $wanted }，这里是 { $found }
    .help = 更新 luoshi，或者改用适合的政策包版本
    .page = 政策包用到的写法可能是新版才有的，旧版读了会漏掉要求，所以不读。「引擎版本」写的是政策包试过的版本范围，如「>=0.1, <2」。例如这里是 0.1.0 而政策包要 >=0.3，就先更新程序。

package-clause-open = 条款「{ $clause }」没有落实的事项，也没有说明
    .label = 没有下文
    .help = 写一件落实它的事项，或者写明它的「状态」和「理由」
    .page = 发布出去的政策包，每一条都要有下文：要么有事项落实它，要么写明是导向、由上级办、不适用，并说明理由。乡镇照着做的人会问这一条在哪里。写的时候「luoshi check」只提醒，制作归档时不能再空着。

package-built = 已制作 { $path }：{ $name } { $version }
    { $digest }
package-inspect = { $name } { $version }，{ $publisher }
    引擎版本：{ $engine }
    许可：{ $licence }
    依据政策包：{ $has ->
        [none] 无
       *[other] { $extends }
    }
    校验值：{ $digest }
package-inspect-files = 文件 { $count } 个：

cmd-package = 政策包：制作、比较、签名、核对、发布、安装、锁定
cmd-package-build = 检查政策包并做成一个归档文件；有错误不做
    .dir = 政策包的文件夹，默认当前文件夹
    .output = 写到哪个文件，默认用名称和版本命名
    .force = 覆盖已有的文件
cmd-package-inspect = 查看归档的清单、校验值和文件
    .file = 归档文件

path-long = 太长
path-backslash = 有反斜线
path-absolute = 是绝对路径
path-leaves = 有「.」「..」或者空的一段
path-unseen = 有看不见的字符
path-windows = Windows 上不能用这个名字
path-composed = 字符的组合写法不规范（不是 NFC）
path-foreign = 政策包里没有这种文件
head-missing = 没有这个文件
head-unreadable = 「package」缺少或者写错
head-name = 名称不合规定
head-engine = 没有写引擎版本
head-licence = 没有写许可
zip-none = 不是 ZIP 文件
zip-truncated = 不完整
zip-compressed = 压缩过
zip-encrypted = 加密过
zip-name = 文件名不是 UTF-8
zip-manifest = 第一个文件不是清单
zip-other = 和规定的写法不是逐字节一致

# 锁定和安装。
packages-conflict = 没有一个版本的「{ $name }」能同时满足：{ $asks }
    .label = 由此引出
    .help = { $any ->
        [none] 这里没有「{ $name }」的任何版本：先用「luoshi package install」安装
       *[other] 这里有 { $there }：改其中一处的版本范围，或者安装合适的版本
    }
    .page = 一个方案里，每个政策包只能用一个版本，不然同一条规定就有两种说法。这里列出是谁、经过哪个政策包、要求什么范围。例如本级方案要县包 1.2，县包要上级包 2，而另一个包要上级包 1：请其中一家发布新版，或者先不用其中一个。

packages-tangled = 政策包之间的版本要求太复杂，没有算出结果
    .help = 在方案里把版本写得更准，例如「=1.2.0」
    .page = 版本组合的数目随政策包增加得很快，程序只试一定的次数，免得一个做坏的发布库让机器停不下来。正常的方案试的次数和政策包的个数一样多。把主要的版本写死，就不用再试了。

lock-unreadable = 「{ $path }」读不出来：{ $detail }
    .help = 从备份或者版本库里取回；没有的，删掉它，再运行「luoshi package lock」
    .page = 这个文件记着方案用的是哪些政策包、哪个版本、校验值是多少，由程序写，不用手改。读不出来的时候不猜：换一个版本，检查的结果就可能不一样。例如合并文件时留下了冲突标记，就会这样。

lock-stale = 「luoshi.lock」和方案的「依据政策包」对不上：{ $asks }
    .label = 锁定的版本不符合
    .help = 要用新的版本，运行「luoshi package lock」；要照旧，把「依据政策包」改回去
    .page = 有了「luoshi.lock」，方案就只用里面锁定的版本，哪怕有更新的。方案后来又加了政策包，或者改了版本范围，锁定的就不够用了。程序不会自己去换，因为换版本会改变检查的结果：看过变化以后，再用命令更新。

package-altered = 政策包「{ $name }」{ $version } 和锁定的内容不一样
    .label = 锁定为 { $known }，这里是 { $digest }
    .help = 用「luoshi package install」重装；是你自己在改的政策包，运行「luoshi package lock」
    .page = 「luoshi.lock」记着每个政策包的校验值。文件夹里有文件被改过、删掉或者加进来，校验值就不一样，检查也就不再是按发布的规定作的。安装的政策包不要直接改：要调整的，写在方案里。例如有人把「packages」里的标准改低了，这里会发现。

locked-missing = 锁定的政策包「{ $name }」{ $version } 不在这里
    .label = 锁定的是 { $version }
    .help = 用「luoshi package install」装上；要改用这里的版本，运行「luoshi package lock」
    .page = 「luoshi.lock」里写的版本没有找到，别的版本不会拿来顶替。多半是方案换了机器，而「packages」文件夹没有一起带来。没有网络也可以从 U 盘安装。

package-not-offered = 没有可安装的「{ $name }」{ $wanted ->
        [any] {""}
       *[other] {" "}{ $wanted }
    }
    .help = { $there ->
        [none] 核对名称，用「--from」指定发布库，或者直接给出归档文件
       *[other] 这里有 { $there }
    }
    .page = 安装只从你指定的发布库和文件里找；没有指定网址，就不上网。名称或者版本范围写错了，或者发布库里没有这个版本，就找不到。用「luoshi package list」看有哪些版本。

package-downgrade = 「{ $name }」现在用的是 { $from }，不能退回到 { $version }
    .help = 确实要退回的，加上「--allow-downgrade 理由」，理由会记在「luoshi.lock」里
    .page = 旧版本可能有已经改正的错误，拿旧版本当新的来装，也是一种常见的作弊。所以默认不退。上级要求退回的，写明理由，以后看得到是谁为什么退的。

package-other-bytes = 「{ $name }」{ $version } 和原来的同一版本内容不一样：原来 { $known }，这里 { $digest }
    .help = 不要使用；请发布单位另编一个版本号
    .page = 发布过的版本不再改动，改了内容就要换版本号，这样两个人说的 1.2.0 才是同一个东西。同一版本出现两种内容，不是发布单位弄错了，就是有人换了文件。例如在 U 盘上改了一个数字再打包，版本号照旧。

store-busy = 另一个安装正在使用「{ $path }」{ $holder ->
        [unknown] {""}
       *[other] （进程 { $holder }）
    }
    .help = 等它结束以后再运行一次
    .page = 同一个方案一次只能有一个安装，免得两个各写一半。程序等了几秒，前一个还没有结束。它要是已经没有了，系统会自动放开，不用删文件。

registries-unreadable = 「{ $path }」读不出来：{ $detail }
    .help = 从备份里取回；没有的，向发布单位核实最新的目录编号以后再删掉它
    .page = 这个文件记着每个发布库最近一次的目录编号，比它旧的目录不用，这样别人拿旧目录来冒充就会被发现。读不出来的时候当作没见过，就挡不住了，所以先停下。

package-not-extended = 「{ $name }」装好了，但是方案的「依据政策包」里没有用到它
    .help = 在「plan.yaml」的「依据政策包」下写上「政策包: { $name }」
    .page = 安装只是把政策包放到方案旁边。方案用哪些政策包，以「依据政策包」为准；没有写的不起作用，也不进「luoshi.lock」。

registry-address = 发布库的网址「{ $address }」不能用：{ $why ->
        [https] 只支持 http
        [scheme] 网址要以「http://」开头
       *[form] 网址里只写主机、端口和路径
    }
    .help = { $why ->
        [https] 换成同一发布库的 http 网址，或者先下载到文件夹，再用「--from 文件夹」安装
       *[other] 写成「http://主机:端口/路径/」，或者写文件夹的路径
    }
    .page = 发布库可以是文件夹，也可以是普通网站上的一个目录，用 http 读取。目录和归档都有签名和校验值，网上被人改过就装不上，所以不需要 https；要保密的内容不要放进政策包。只有 https 的网站，用浏览器或者别的工具把整个目录下载下来，当作文件夹用。

registry-fetch = 从「{ $address }」取不到文件：{ $why ->
        [status] 服务器答复 { $detail }
        [redirect] 服务器要转到「{ $detail }」，这里不跟着转
        [long] 超过 { $detail } 个字节
        [short] 没有传完就断了
        [slow] 等得太久
       *[other] { $detail }
    }
    .help = { $why ->
        [redirect] 核对网址；转到的地方可信的，把「--from」改成那个网址
        [long] 不要用这份文件；告诉发布单位
        [status] 核对网址，问管理这个网站的人
       *[other] 过一会儿再试；还不行就从 U 盘安装
    }
    .page = 政策包没有装，方案用的还是原来的版本。归档的长度写在有签名的目录里：长了、短了都不是那一份。服务器一直不传完，或者传个没完，到时间就停下。每次安装只读你指定的网址，不跟着跳转，也不用代理。

package-installed = 安装了 { $count } 个政策包
package-installed-none = 需要的都在，没有安装新的
lock-written = 「luoshi.lock」已更新，共 { $count } 个政策包
lock-same = 「luoshi.lock」没有变化，共 { $count } 个政策包
lock-due = 「luoshi.lock」需要更新：运行「luoshi package lock」
lock-change-added = 新增 { $name } { $version }
lock-change-removed = 去掉 { $name } { $version }
lock-change-raised = { $name } { $from } → { $version }
lock-change-lowered = { $name } { $from } → { $version }（退回：{ $reason }）
lock-change-other = { $name } { $version } 内容有变化
package-list-none = 没有政策包
package-list-locked = 已锁定
package-list-installed = 已安装
package-list-beside = 在「{ $path }」
package-list-offered = 发布库有
package-list-missing = 不在这里
package-list-altered = 内容和锁定的不一样
package-list-signed = 签名 { $key }
package-list-lowered = 从 { $from } 退回：{ $reason }

cmd-package-install = 安装政策包和它依据的包，核对签名，更新锁定；要么全装，要么不装
    .what = 名称、名称@范围或归档；不写的按方案补齐
    .to = 方案的文件夹，默认当前文件夹
    .from = 发布库的文件夹或者 http 网址，U 盘也可以
    .trust = 信任文件，默认方案的 trust.yaml
    .allow_downgrade = 允许退回旧版本，写明理由
cmd-package-lock = 把方案用的版本和校验值写进 luoshi.lock
    .path = 方案的文件夹，默认当前文件夹
    .check = 不写，只看要不要更新；要更新的退出 1
    .highest = 都换成这里最高的版本；默认锁定的能不换就不换
    .allow_downgrade = 允许退回旧版本，写明理由
cmd-package-list = 列出锁定的、装好的和可以用的政策包
    .path = 方案的文件夹，默认当前文件夹
    .from = 发布库的文件夹或者 http 网址
    .trust = 信任文件，默认方案的 trust.yaml
