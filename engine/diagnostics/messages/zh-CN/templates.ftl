# 模板正文：填不出来的值，不用的写法。

template-slip = { $kind ->
    [output] 填好内容以后太长，超过了一份文件的上限
    [steps] 循环太多，超过了一份文件的上限
    [tera] { $words }
    [undefined] 没有这个名称
    [empty] 内容是空的；可以写 or_open(what="…") 或 default(value="…")
    [not-printable] { $got ->
        [list] 列表不能直接写在文件里；用 list 连成一句，或用 for 逐项写
        [mapping] 一组数据不能直接写在文件里；请写到具体的一项，如 meeting.place
        [truth] 是否不能直接写在文件里；请用 if 写成文字
       *[number] 除不尽的数不能直接写在文件里；可以用 percent
    }
    [not-a-list] { $got ->
        [mapping] 只能对列表循环，这里是一组数据
        [text] 只能对列表循环，这里是文字
        [nothing] 只能对列表循环，这里是空的
       *[other] 只能对列表循环
    }
    [value] { $helper } 要{ $wants ->
        [date] 形如 2012-03-05 的日期
        [day] 日历上有的日期
        [period] 形如 2012、2012-H1、2012-Q2、2012-06 的时段
        [time] 形如 09:30 的时间
        [count] 不小于零的整数
        [number] 数字，最多六位小数
        [amount] 以元为单位的金额，最多两位小数
        [list] 列表
        [sortable] 全是文字或全是数字的列表
       *[text] 文字或数字
    }，不能是{ $got ->
        [list] 列表
        [mapping] 一组数据
        [nothing] 空的
       *[other] 「{ $got }」
    }
    [missing] { $helper } 缺少 { $argument }=
    [argument] { $helper } 的 { $argument }= 要{ $wants ->
        [number] 数字
        [not-zero] 不为零的数字
        [joint] 不超过八个字的中文标点或文字
        [between] 从 { $low } 到 { $high } 的整数
        [one-of] 这几个之一：{ $words }
       *[text] 文字
    }
    [unknown-argument] { $helper } 没有 { $argument }=
    [field] { $helper }：第 { $element } 项没有「{ $field }」
   *[empty-list] { $helper }：列表是空的；可以写 default="…"
}

instead-safe = 数据里的内容不能当作排版符号
instead-escaped = 内容已自动转义，去掉即可
instead-cell = 表格里用 cell
instead-words = 直接写出需要的文字
instead-layout = 缩进由版式决定，去掉即可
instead-first-chars = 用 first_chars(n=…)
instead-list = 用 list(sep="…")
instead-data = 用数据里已有的列表
instead-by = 用 by(attribute="…")
instead-subscript = 写成 名称["键"]
instead-count = 用 count
instead-exact = 不用近似的小数；可以用 percent 或 yuan
instead-drop = 去掉即可
instead-unknown = 没有这个帮手；luoshi generate --vars 列出全部帮手
