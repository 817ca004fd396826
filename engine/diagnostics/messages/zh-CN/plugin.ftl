# 插件：载入、授权、参数

plugin-unusable = 插件「{ $name }」不能使用：{ $refusal ->
        [too-large] 文件有 { $why } 字节，超过上限
        [not-wasm] 这个文件不是 WebAssembly
        [core-module] 这是 WebAssembly 模块，还没有封装成组件
        [invalid] 文件内容不完整或者有误（{ $why }）
        [too-complex] 它的代码过于复杂，编译时间会超过上限
        [imports] 它要用到 { $list }，而插件什么都不能用
        [no-rule] 它不含 luoshi:plugin/rule，只有 { $list }
        [other-major] 它按接口 { $version } 版编写，本程序用的是 { $has } 版
        [newer-minor] 它要求接口 { $version } 版，本程序只到 { $has } 版
        [unfit] 它的接口与规定不符（{ $why }）
        [describing] 读取它的自述时中断（{ $cause }）
       *[description] 它的自述有误（{ $list }）
    }
    .label = 这个插件不能使用
    .help = { $refusal ->
        [too-large] 查对是不是放错了文件
        [not-wasm] 查对是不是放错了文件
        [core-module] 先运行「luoshi plugin pack」把它封装成组件
        [imports] 请编写单位重新生成，不要用到文件、网络、时钟和随机数
        [other-major] 请编写单位按接口 { $has } 版重新生成
        [newer-minor] 更新本程序，或者请编写单位按接口 { $has } 版重新生成
       *[other] 把这条提示转给编写单位
    }
    .page = 插件在读取方案时就要过关：文件完好，接口版本相符，不使用规定以外的任何东西（文件、网络、时钟、随机数、环境变量一概没有），自述前后一致。有一条不符，就不予运行，整个方案也不评估：少了一条规则而不声张，比报错更坏。用「luoshi plugin inspect 文件」可以看到插件的自述和它要看的内容。

plugin-not-granted = { $grant ->
        [any] 这条插件规则没有授权任何记录种类
        [evidence] 插件要看的记录种类没有授权：{ $missing }
        [columns] 插件要看的栏目没有授权：{ $missing }
       *[tables] 插件要看的资料没有授权：{ $missing }
    }
    .label = 授权不够
    .help = { $grant ->
        [any] 在「授权」的「记录种类」里写明给它看哪些记录
        [evidence] 同意给它看，就加进「授权」的「记录种类」
        [columns] 同意给它看，就加进「授权」的「栏目」
       *[tables] 同意给它看，就加进「授权」的「资料」
    }
    .page = 插件能看到什么，要过两道：它在自述里提出，方案或政策包在「授权」里同意。没有同意的，一行也不会给它。它要的东西少给一样就不能正确判断，所以不运行，而是请您决定。「luoshi plugin inspect 文件」会打印一段可以直接使用的授权。

plugin-grant-unused = { $grant ->
        [evidence] 授权了插件用不着的记录种类：{ $unused }
        [columns] 授权了插件用不着的栏目：{ $unused }
       *[tables] 授权了插件用不着的资料：{ $unused }
    }
    .label = 授权多于需要
    .help = 从「授权」里删去
    .page = 插件只会得到它要看、又经同意的内容，多写的授权现在不起作用。但是换上新版插件以后，它可能就要看这些内容了，那时不会再问。所以授权写到够用为止。

plugin-parameter-unknown = 这个插件没有参数「{ $name }」
    .label = 没有这个参数
    .help = { $near ->
        [none] 它的参数有：{ $list }
       *[other] 是否想写「{ $near }」？
    }
    .page = 「插件参数」里写的是插件自己的参数，名称以插件的自述为准，「luoshi plugin inspect 文件」会列出名称、范围和缺省值。写错名称而不指出，规则就会按缺省值运行，与想要的不同。

plugin-parameter-value = 插件参数「{ $name }」不能取「{ $value }」
    .label = { $type ->
        [whole] 应为 { $least } 到 { $most } 的整数
        [decimal] 应为 { $least } 到 { $most } 的数，最多两位小数
        [flag] 应为 true（是）或 false（否）
       *[choice] 应为其中之一：{ $list }
    }
    .help = { $type ->
        [whole] 改为 { $least } 到 { $most } 的整数
        [decimal] 改为 { $least } 到 { $most } 的数
        [flag] 改为 true 或 false
       *[choice] 改为 { $list } 中的一个
    }
    .page = 插件的自述规定了每个参数的类型和范围，方案里的取值在运行以前就要核对。范围由编写单位按统计上还有意义的区间定出，超出范围的结论不可信。没有写的参数用缺省值。

plugin-needs-subjects = 插件「{ $name }」逐个对象判断，这条规则没有写「每个对象」
    .label = 缺少「每个对象」
    .help = 写上对象集合，例如「每个对象: [villages]」
    .page = 这个插件对每个对象（例如每个村）分别下结论，所以要用「每个对象」写明对哪些对象判断。它对其中某个对象没有下结论的，该对象记为「无法判定」。

plugin-no-subjects = 插件「{ $name }」不逐个对象判断，不能写「每个对象」
    .label = 这里用不上「每个对象」
    .help = 删去「每个对象」
    .page = 这个插件对全乡镇或者对人员、单位下结论，写了「每个对象」也不会按对象分开判断，读方案的人却会以为分开了。只想让它看一部分记录的，用「所指事项」限定。

plugin-host = 这台电脑不能运行插件：{ $why }
    .help = 换一台 64 位的电脑评估，或者先停用插件规则
    .page = 插件由内置的 WebAssembly 引擎运行，需要 64 位的处理器和操作系统。引擎不能启动时，方案里的插件规则都无法判断，所以不评估。可以在方案里用「停用」停掉这些规则，写明理由。

# luoshi plugin

plugin-failed = 插件「{ $name }」没有给出可用的结果：{ $cause }
    .help = 把这条提示转给编写单位
    .page = 插件在隔离中运行，步数、内存和结果多少都有上限，结果还要对照它的自述和台账核对：所指的对象和记录要存在，说明要齐全。有一条不符，整个结果都不采用，不会拿一半来用。在方案里遇到这种情况，这条规则记为「无法判定」，其他检查照常进行。参数定得不合适，插件也可能说明无法判断，可以改「--set」再试。
plugin-cases = 案例读不下去：{ $detail }
    .help = 按提示改正案例文件，或者查对文件夹
    .page = 案例说明给插件看什么、应当得出什么。案例本身写错了，测试就没有意义，所以一个也不运行。常见的错误有：表名、栏目名不在 luoshi/wit/TABLES.md 里，日期不是 2012-05-31 这样的写法，参数超出范围。案例文件的后缀是 .yaml，可以参照「luoshi plugin new」带来的两个。
plugin-pack = { $fault ->
        [exists] 「{ $path }」已经存在，没有覆盖
        [not-wasm] 「{ $path }」不是 WebAssembly
        [component] 「{ $path }」已经是封装好的组件，不用再封装
        [no-interface] 「{ $path }」没有带上插件的接口
       *[unfit] 「{ $path }」不能封装成插件（{ $why }）
    }
    .help = { $fault ->
        [exists] 换一个文件名，或者加上「--force」
        [not-wasm] 查对是不是编译出的 .wasm 文件
        [component] 直接运行「luoshi plugin inspect { $path }」查看
        [no-interface] 用 SDK 编写，并在 src/lib.rs 末尾写上「luoshi_plugin_sdk::export!(describe, judge);」
       *[unfit] 按 wasm32-unknown-unknown 编译，不要用文件、网络、时钟和随机数
    }
    .page = 编译器生成的是 WebAssembly 模块，插件要的是组件：组件把接口写在文件里，不必另给说明就知道怎样调用它。「luoshi plugin pack」根据模块里带的接口封装，不改变代码。模块要按 wasm32-unknown-unknown 编译；按 wasm32-wasi 编译的会用到文件和时钟，插件不能用。封装以后用「luoshi plugin inspect」看是不是能用。

plugin-is = { $title }（{ $id } { $version }）
plugin-label-file = {"文件      "}
plugin-label-digest = {"校验值    "}
plugin-label-interface = {"接口      "}
plugin-label-scope = {"判断范围  "}
plugin-label-outcomes = {"结论      "}
plugin-label-kinds = {"记录种类  "}
plugin-file = { $name }，{ $size } KB
plugin-interface = { $version } 版（本程序用 { $has } 版）
plugin-scope = { $scope ->
        [township] 整个乡镇，给出一项结论
        [subjects] 逐个对象，每个都给出结论
       *[actors] 人员和单位，查出情况的才给出结论
    }
plugin-outcomes = { $list }
plugin-outcomes-suspect = { $list }。疑点只提示核实，不作为未落实
plugin-kinds-any = 不限，授权哪些就看哪些
plugin-reads = 要看的内容（没有授权的，一行也不会给它看）：
plugin-reading = { $table }：{ $columns }
plugin-parameters = 插件参数：
plugin-parameters-none = 没有插件参数。
plugin-parameter = { $id }：{ $title }；{ $range }
plugin-range-number = 缺省 { $default }{ $unit }，可取 { $least } 至 { $most }
plugin-range-flag = 缺省「{ $default }」，可取 true（是）或 false（否）
plugin-range-choice = 缺省「{ $default }」，可取 { $list }
plugin-paste = 把插件文件放进方案或政策包的 plugins 文件夹，核对以下内容后贴进 YAML：
plugin-paste-clauses = [ ]  # 依据哪一条，写上条款编号，去掉行首的“#”
plugin-paste-subjects = [villages]  # 改成要判断的对象集合
plugin-paste-kinds = 这个插件不限记录种类，不想给它看的请删去
plugin-paste-with = 以下是缺省值，要改的连同“插件参数”一行去掉行首的“#”
plugin-paste-parameter = { $title }；{ $range }

plugin-run-head = { $title }（{ $id } { $version }），截至 { $as_of }：{ $counts }
plugin-run-count = { $outcome } { $count } 项
plugin-run-nothing = 没有查出什么
plugin-run-group = { $outcome }（{ $count } 项）
plugin-run-township = 整个乡镇
plugin-run-named = { $name }（{ $id }）
plugin-run-period = ，{ $from } 至 { $to }
plugin-run-finding = { $about }：{ $text }
plugin-run-records = 记录：{ $list }
plugin-run-more-records = { $list }，另有 { $count } 条没有列出
plugin-run-more-subjects = { $list }，另有 { $count } 个没有列出
plugin-run-silent = 有 { $count } 个对象它没有给出结论，在方案里记为「无法判定」：{ $list }
plugin-run-spent = 看了 { $rows } 行；用了 { $steps } 步，上限 { $most } 步

plugin-test-ok = 相符  { $case }  { $about }
plugin-test-differs = 不符  { $case }  { $about }
plugin-test-failed = 没有给出可用的结果：{ $cause }
plugin-test-all-ok = { $count } 个案例全部相符
plugin-test-some-differ = { $count } 个案例中有 { $differing } 个不符

plugin-packed = 已封装成 { $path }（{ $size } 字节）
    下一步：运行「luoshi plugin inspect { $path }」查看它要看什么；运行「luoshi plugin test { $path } cases」测试
plugin-new-name = 小写字母、数字和“-”，3 至 40 个字符
plugin-new-done = 已在 { $dir } 建立插件 { $name }
    下一步：cd { $dir }，运行「cargo test」；怎样编译、封装和试运行，见 README.md
