# 两个版本的差别和方案升级的文字。

diff-title = { $package }：{ $from } → { $to }
diff-none = 内容没有差别
diff-summary = 共 { $all } 处不同：更严 { $stricter }，更宽 { $looser }，难说宽严 { $unclear }，无关宽严 { $neither }
diff-least = 新版本的版本号至少应为 { $least }：{ $step ->
    [major] 有的改动会让乡镇方案不再成立，要升第一位
    [minor] 有新要求或要求有变，要升第二位
   *[patch] 只改了文字，升第三位即可
}
diff-heading = { $kind ->
    [wording] { $section }（只改文字）
   *[matter] { $section }
}
diff-change = { "  " }{ $kind ->
    [added] ＋新增
    [removed] －取消
   *[changed] 　改
}{ $name ->
    [none] { $id ->
        [none] { "" }
       *[other] { " " }{ $id }
    }
   *[other] { $id ->
        [none] 「{ $name }」
       *[other] 「{ $name }」（{ $id }）
    }
}{ $bearing ->
    [stricter] ，更严
    [looser] ，更宽
    [unclear] ，难说宽严
   *[neither] { "" }
}{ $step ->
    [major] ；乡镇方案可能要跟着改
   *[other] { "" }
}
diff-short = { "      " }{ $path }：{ $old } → { $new }{ $bearing ->
    [stricter] （更严）
    [looser] （更宽）
   *[none] { "" }
}
diff-long = { "      " }{ $path }：{ $bearing ->
    [stricter] （更严）
    [looser] （更宽）
   *[none] { "" }
}
    { "        " }原：{ $old }
    { "        " }今：{ $new }
diff-new = { "      " }{ $path }：新写 { $new }{ $bearing ->
    [stricter] （更严）
    [looser] （更宽）
   *[none] { "" }
}
diff-gone = { "      " }{ $path }：不再写（原为 { $old }）{ $bearing ->
    [stricter] （更严）
    [looser] （更宽）
   *[none] { "" }
}
diff-list = { "      " }{ $path }：{ $more ->
    [none] 去掉 { $fewer }
   *[other] { $fewer ->
        [none] 增加 { $more }
       *[other] 增加 { $more }；去掉 { $fewer }
    }
}{ $bearing ->
    [stricter] （更严）
    [looser] （更宽）
   *[none] { "" }
}
diff-rename = { $section }：「{ $from }」没有了，新增的「{ $to }」除编号、名称外写的一样，可能是改了编号；改编号，乡镇方案和台账都要跟着改
diff-templates = 文书模板
diff-scripts = 规则脚本
diff-files = 其他文件
diff-programs = 插件程序

diff-parameter = { $value ->
    [none] ${"{"}{ $name }{"}"}
   *[other] ${"{"}{ $name }{"}"}（缺省 { $value }）
}
diff-cadence = 每{ $every }{ $bound ->
    [exactly] 恰好
   *[at_least] 至少
} { $count } 次{ $rest ->
    [none] { "" }
   *[other] ，{ $rest }
}
diff-due-date = { $date } 前
diff-due-within = { $after ->
    [plan_issued] 自方案印发之日起 { $within } 内
    [plan_start] 自方案开始之日起 { $within } 内
   *[other] 「{ $after }」之后 { $within } 内
}
diff-decider = { $name }（{ $level }）
diff-period = { $from } 至 { $to }

version-understated = 版本号从 { $from } 升到 { $to }，配不上这些改动
    .label = 版本号
    .help = { $step ->
        [major] 有的改动会让乡镇方案不再成立，版本号至少写 { $least }
        [minor] 要求有变，版本号至少写 { $least }
       *[patch] 内容有变，版本号至少写 { $least }
    }
    .page = 乡镇方案用「^1.0」这样的范围写明依据哪些版本：第一位相同的版本，换上去不应当让方案出错。取消事项、参数、职务，收窄参数的范围，把可停用的改成不可停用的，都可能让方案不再成立，要升第一位；新增要求或改变要求，升第二位；只改文字，升第三位。第一位是 0 的，分别降一位。版本号写小了，乡镇会在不知情的情况下换上不合用的版本。

package-expected = 「{ $path }」不是政策包
    .label = 这里
    .help = 给出含有 package.yaml、不含 plan.yaml 的文件夹
    .page = 政策包是一个文件夹，里面有 package.yaml，写明包的名称和版本；乡镇的方案里是 plan.yaml。比较版本、升级方案时，要给的是政策包。

cmd-package = 政策包：比较版本
cmd-package-diff = 两个版本的政策包有哪些不同，是更严还是更宽
    .old = 旧版本的文件夹
    .new = 新版本的文件夹
cmd-upgrade = 把方案换到政策包的新版本：列出要改的和要您定的
    .path = 方案所在的文件夹；缺省为当前文件夹
    .package = 新版本的政策包
    .from = 旧版本的政策包；缺省在相邻文件夹和 --packages 里找
    .write = 没有要您定的，就改写方案；不写只列出
