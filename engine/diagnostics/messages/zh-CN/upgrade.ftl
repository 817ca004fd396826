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

cmd-package-diff = 两个版本的政策包有哪些不同，是更严还是更宽
    .old = 旧版本的文件夹
    .new = 新版本的文件夹
cmd-upgrade = 把方案换到政策包的新版本：列出要改的和要您定的
    .path = 方案所在的文件夹；缺省为当前文件夹
    .package = 新版本的政策包
    .from = 旧版本的政策包；缺省在相邻文件夹和 --packages 里找
    .keep = 方案里这个模板或脚本已经手工改好，照原样留；可写多个
    .write = 没有要您定的，就改写方案；不写只列出

upgrade-title = { $package }：{ $from } → { $to }，共 { $changes } 处不同（详见「luoshi package diff」）
upgrade-nothing = 方案不用改
upgrade-edits = 方案要改 { $count } 个文件：
upgrade-conflicts = 有 { $count } 处要先由您定，定好改好以后再运行一次；现在一个字也没有动：
upgrade-choices = 可以这样办：
upgrade-remarks = 下面几处不影响升级，供参考：
upgrade-relock = 「luoshi.lock」锁定的还是旧版本：接着运行「luoshi package install」从发布库安装新版本，新版本就在旁边的文件夹里的，运行「luoshi package lock」
upgrade-dry = 还没有写入；确认后加上 --write 再运行一次
upgrade-ask = 现在写入吗？[y/N]{ " " }
upgrade-done = 已改写 { $count } 个文件。没有另留备份；要退回，把上面的差异存成文件，在方案文件夹里运行 patch -R -p0
choice-limit = 改成范围以内的值，最多（或最少）是 { $limit }
choice-unset = 删去这一项，随政策包{ $default ->
    [none] 留待定
   *[other] 取 { $default }
}
choice-stricter = 改成不比政策包宽的值
choice-reason = 补写「理由」
choice-take-duty = 删去这一条停用，把这件事做起来
choice-ask = 确实做不到的，向发布单位反映
choice-drop = 删去这一处
choice-point = 改指新版本里相应的名称
choice-rename = 本方案的换一个编号；台账里已按旧编号登记的，要一并考虑
choice-follow = 删去本方案自己的，改用政策包的
choice-keep = 保留方案自己的：加上 --keep 和文件名再运行
choice-by-hand = 对照新版本手工改好这几行，加上 --keep 和文件名再运行
choice-follow-file = 删去本方案的这个文件，直接用政策包的

upgrade-not-extended = 这个方案没有依据政策包「{ $name }」
    .label = 这里
    .help = 查对 --package 给的是不是方案「依据政策包」里写的那一个
    .page = 升级是把方案从它所依据的政策包的一个版本换到另一个版本。方案没有依据这个政策包，就无从升起；要新依据一个政策包，先在方案的「依据政策包」里写上它。
upgrade-gone = 新版本（{ $version }）里没有「{ $name }」了
    .label = 方案在这里用到它
    .help = { $near ->
        [none] 看「luoshi package diff」说它怎样了，再定这里怎么写
       *[other] 可能改叫「{ $near }」了，核对后改写
    }
    .page = 旧版本的政策包里有这个名称，方案的承接、停用、参数取值或者自己的事项用到了它，新版本里没有了。方案不能指着不存在的东西，所以要定：是删去这一处，还是改指新版本里相应的名称。
set-kept = 「{ $name }」方案写的是 { $value }，政策包的缺省值从 { $old } 改成了 { $new }{ $same ->
    [yes] （方案原来与缺省一致）
   *[no] { "" }
}
    .label = 照旧保留
    .help = 要随政策包，删去这一项；不删就照方案写的
    .page = 方案写明的取值，升级时一律保留，因为看不出当初是有意定的，还是照抄了缺省值。政策包改了缺省值的，在这里列出，由您定要不要跟着改。
text-conflict = 这几行方案和新版本都改了，改得不一样
    .label = 方案改过的
    .help = { $theirs ->
        [none] 新版本把这几行删了
       *[other] 新版本改成：{ $theirs }
    }
    .page = 方案里有政策包的模板或规则脚本的同名文件，它代替政策包的那一份。升级时逐行比较：只有一边改过的，照改过的；两边都改了同一处、改得不一样的，不能替您定，在这里列出。
id-taken = 新版本也用了「{ $name }」这个名称
    .label = 方案自己的
    .help = 两个不同的东西不能同名：给本方案的改名，或者改用政策包的
    .page = 方案自己加的事项（或文件）和新版本新增的同名。同名的事项会混记台账；同名的文件，方案的会盖过政策包的。所以要定用哪一个。
question-new = 新版本多了一个待定问题：{ $title }（{ $name }）
    .label = 没有缺省值
    .help = 在方案的「参数取值」里定下来；不定，用到它的事项就是「方案未定」
    .page = 政策包里没有缺省值的参数，是留给乡镇定的问题。新版本新添的，或者去掉了缺省值的，升级后用到它的事项会是「方案未定」，既不算落实也不算没落实，直到方案写上取值。
upgrade-backward = 这是往回换：{ $from } → { $to }
    .label = 较旧的版本
    .help = 如果不是有意退回，核对 --package 和 --from
    .page = 升级通常是换到更新的版本。往回换也按同样的办法比较和改写，但请先核实是不是把新旧两个文件夹写反了。
old-version-missing = 手边没有「{ $name }」原来的版本（方案要的是 { $range }），没法比较
    .label = 方案依据的
    .help = 用 --from 给出旧版本所在的文件夹，或者把它放到方案旁边的文件夹里
    .page = 升级要比较三样：旧版本、新版本和方案。旧版本在方案旁边的文件夹和 --packages 所给的地方找，都没有，就要用 --from 指明。luoshi.lock 只记了版本和摘要，没有内容，不能代替。
