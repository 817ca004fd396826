# 签名、信任和发布库。
key-form = { $what ->
        [name] 「{ $value }」不能作密钥的名称
        [exists] 密钥文件「{ $value }」已有，没有改动
       *[file] 「{ $value }」不是密钥文件
    }
    .help = { $what ->
        [name] 用不带空格和加号的名称，如 county-office
        [exists] 换一个名称或者文件夹
       *[file] 用「luoshi key new」做的密钥文件；公钥不能用来签名
    }
    .page = 密钥文件只有一行，以「PRIVATE+KEY+」开头，只给签名的人。公钥写成「名称+短码+数据」，可以公开。名称里不能有空格和加号，因为签名里靠它们分段。密钥文件不覆盖：丢了旧密钥，用它签过的就再也换不了签名。

signature-form = 签名文件读不懂：{ $why }
    .help = 重新下载签名文件；还不行就请发布单位重签
    .page = 签名文件是一段文字：名称、版本、校验值，空一行，每个签名一行。这是公开的写法（C2SP signed note），Go 的 note 包也能读。多一个字、少一个换行都不认，免得同一份文件有两种读法。

signature-wrong = 密钥「{ $key }」的签名不对：内容改过，或者不是它签的
    .help = 不要用；从签名的人那里另行取得，并告诉他们
    .page = 公钥是可信的，签名却对不上：有人改了签名的内容，例如名称、版本、校验值，或者冒名签名。这样的文件整个不用，里面别的签名也不看。例如把版本 1.0.0 改成 9.9.9，签名就对不上了。

signature-missing = 「{ $package }」没有签名
    .help = 把同名的 .sig 文件和它放在一起
    .page = 没有签名就不知道是谁发布的，也不知道有没有人改过，所以不安装。审计包没有签名，就不知道是谁做的。签名文件和原文件同名，后面加「.sig」。从 U 盘拷贝的时候两个文件都要拷。

signature-other-digest = 签名不是这份归档的：政策包「{ $package }」的校验值是 { $real }，签名写的是 { $signed }
    .help = 归档或者签名文件拿错了，或者归档改过；从发布单位重新取得
    .page = 签名签的是归档的校验值。归档有一个字节不同，校验值就不同。归档改过，或者两个文件不是一起发布的，都会这样。用「sha256sum」可以自己算。

signature-unknown-key = 不认识密钥「{ $key }」
    .help = 向发布单位当面核对公钥以后写进信任文件
    .page = 只有信任文件里列出的密钥才算数。谁都能做一把名称一样的密钥，所以要核对的是整个公钥，最好当面或者打电话。不要从归档旁边的文件里抄。

signature-other-package = 这里是 { $package }，签名写的是 { $signed }
    .help = 签名文件拿错了；取同一份归档的签名
    .page = 名称和版本也在签名里，免得有人拿旧版本的归档冒充新版本，或者拿一个政策包冒充另一个。请把归档和同名的签名文件一起取得。

key-outside-term = 密钥「{ $key }」只在 { $from } 到 { $to } 有效，而要算的是 { $day }
    .help = 请签名的人用新密钥重签，并更新信任文件
    .page = 签名里没有可信的时间，所以装政策包按安装的这一天算：密钥过期以后，用它签的都不能再装，哪怕是以前签的。发布单位换密钥的时候，用新密钥给还在用的版本补签一次就行。存证单和审计包不能重签，按上面写的那一天算。

key-revoked = 密钥「{ $key }」已于 { $date } 吊销：{ $reason }
    .help = 请发布单位用新密钥重签；不要安装
    .page = 密钥丢了或者被人拿走，就要吊销。拿到密钥的人可以把签名写成任何时候的，所以吊销以后，用它签的一律不认，不管是什么时候签的。

publisher-not-allowed = { $why ->
        [term] 「{ $publisher }」只能发布到 { $to }，不能再发布政策包「{ $package }」
       *[names] 「{ $publisher }」不能发布政策包「{ $package }」
    }
    .help = 核对信任文件里这个发布单位的「可发布的政策包」和「到」
    .page = 信任文件写明每个发布单位可以发布哪些名称，到哪天为止。县里的密钥不能拿来发布「central/…」，别的县也不能发布本县的。例如写「county/*」，就可以发布所有以「county/」开头的政策包。

trust-expired = 信任文件到 { $to } 为止，今天按 { $day } 算
    .help = 取得新的信任文件；没有变化的，核对以后改日期
    .page = 信任文件要定期核对：哪些密钥换了，哪些吊销了。过期不核对就不再作数，免得一直相信早就吊销的密钥。

index-form = 发布库的目录读不懂：{ $why }
    .help = 重新下载 index.json 和 index.sig，两个要一起
    .page = 目录是「index.json」，签名是「index.sig」，签的是目录的校验值、编号和日期。发布的时候先放归档，最后换目录；正好在换的时候下载，两个可能对不上，再取一次就好。

index-expired = 发布库「{ $registry }」的目录到 { $expires } 为止，安装日是 { $day }
    .help = 取得新的目录；发布库要按时重发，没有新包也要重发
    .page = 有人可以一直拿旧目录给你看，让你不知道出了新版本。所以目录写明到哪天为止，过了就不认。发布单位按时用「luoshi package publish」重发，编号加一。

index-rollback = 发布库「{ $registry }」的目录是第 { $serial } 号，以前见过第 { $seen } 号
    .help = 取得最新的目录；确实是发布库退回去了，要问清楚
    .page = 目录的编号只增不减。拿到比以前更旧的，是有人想让你装回有问题的旧版本，或者拷错了 U 盘。先取最新的目录再看。

index-fork = 发布库「{ $registry }」的第 { $serial } 号目录和以前见过的不是同一份
    .help = 不要安装；问清楚发布单位哪一份是真的
    .page = 同一个编号有两份不同的目录，说明发布库对不同的人说不同的话，或者密钥被别人用了。两份靠校验值分得清。问清楚以前什么都不要装。

index-offers = 「{ $package }」{ $version } 的归档和发布库目录不符：{ $offered ->
        [none] 目录里没有
       *[other] 目录里是 { $offered }，这里是 { $real }
    }
    .help = 重新下载归档；还不行就告诉发布单位
    .page = 目录写明每个版本的校验值。归档不在目录里，或者校验值不同，就不是发布库发布的那一份。多半是下载断了。

version-taken = 「{ $package }」{ $version } 已经发布过，内容不同
    .help = 改一个新的版本号再发布
    .page = 发布过的版本不再改：已经装了的乡镇锁定的是它的校验值，换了内容就对不上。哪怕改一个字，也要用新的版本号，如 1.0.1。

key-made = 已生成密钥 { $path }，只给签名的人，另存一份备用
    公钥：{ $public }
package-inspect-signatures = 签名：{ $has ->
        [none] 没有
       *[other] { $keys }（未核对）
    }
package-signed = 已签名 { $path }
    { $digest }
    签名的密钥：{ $keys }
package-verified = { $name } { $version }：{ $day } 可以安装
    发布单位：{ $publisher }
    密钥：{ $key }
package-passed-over = 另有 { $count } 个签名不算数：
package-published = 发布库「{ $registry }」第 { $serial } 号目录，到 { $expires } 为止
    新增 { $added } 个归档，共 { $count } 个

cmd-package-sign = 给归档签名，写在同名的 .sig 文件里；可以有几个签名
    .file = 归档文件
    .key = 密钥文件
cmd-package-verify = 按信任文件核对归档的签名；不算数的退出 2
    .file = 归档文件，签名文件在旁边
    .trust = 信任文件
cmd-package-publish = 把归档和签名放进发布库，重发目录
    .files = 归档文件；不写的只重发目录
    .registry = 发布库的文件夹
    .key = 发布库的密钥文件
    .expires = 目录到哪天为止
    .days = 目录过多少天为止
    .name = 新发布库的名称，默认用密钥的名称
    .trust = 信任文件；上一份目录由别的密钥签名时用
cmd-key = 签名用的密钥：生成、查看
cmd-key-new = 生成一把密钥，写进文件并显示公钥
    .name = 密钥的名称，如 county-office
    .dir = 放在哪个文件夹，默认当前文件夹
cmd-key-show = 显示密钥文件的公钥
    .file = 密钥文件

note-form = 不是签名文件的写法
note-statement = 签的不是政策包
index-large = 太大
index-note = 签名读不懂
index-json = 目录读不懂
index-other = 目录和签名不是一起的
space-key = 密钥
type-verifier-key = 公钥（名称+短码+数据）
type-package-names = 政策包名称，或者「county/*」这样的一类名称
