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
    .page = 政策包归档是只有一种写法的 ZIP 文件：不压缩，按文件名排列，时间固定，没有多余的内容。同样的文件只有一个校验值，也没有地方藏东西：同名文件、加密、压缩炸弹、附在后面的数据都在这里被挡住。用别的软件打包或者改过的文件不是归档。写法见「engine/package/ARCHIVE.md」。

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

cmd-package = 政策包：制作、查看、签名、核对、发布归档
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
