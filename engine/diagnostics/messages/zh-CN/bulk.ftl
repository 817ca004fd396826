# 大批台账：带乡镇列的 Parquet、CSV、JSONL 文件。

bulk-mapping = { $reason ->
        [syntax] 对照表读不出来：{ $value }
        [field] 对照表写了「{ $value }」，但台账记录没有这一项
        [kind] 对照表里的「{ $value }」不是记录的类型
        [unit] 「{ $value }」不是「{ $field }」的单位
        [missing] 对照表没有写哪一列是「{ $field }」
        [county] 「county」只能写「column」「digits」「divide」中的一个
       *[value] 对照表给「{ $field }」的值「{ $value }」不合适
    }
    .label = 这里
    .help = { $near ->
        [yes] 是不是「{ $suggestion }」？
       *[no] 用 luoshi explain 批量对照表 看例子
    }
    .page = 大批台账的对照表写明文件的哪一列是记录的哪一项。必须有一列是乡镇（「jurisdiction」），一列是日期（「date」），类型或者来自一列，或者写在对照表里。例如：`columns: {"{"} 乡镇代码: jurisdiction, 日期: date, 类别: kind, 村: subject {"}"}`，左边是文件的列名，右边是记录的项，中文英文都行。「kinds」下面写只对某一类记录有效的内容。单位可写元、分、角、百、千、万，只有「amount」和「quantity」有单位。

bulk-column = { $reason ->
        [float] 「{ $file }」的列「{ $column }」是浮点数，不准确
        [type] 「{ $file }」的列「{ $column }」里的值读不成文字、数字或日期
       *[missing] 「{ $file }」没有「{ $column }」这一列
    }
    .label = 这个文件
    .help = { $reason ->
        [float] 导出时请改成两位小数的十进制数，写 `CAST(… AS DECIMAL(18, 2))`，或者改成文字
        [type] 导出时请改成文字、整数、日期（DATE）或最多两位小数的十进制数
       *[missing] { $near ->
            [yes] 是不是「{ $suggestion }」？
           *[no] 请在对照表里照文件写列名；不是落实自己的格式，请给出对照表
        }
    }
    .page = 缺了对照表要用的列，记录就说不清楚，所以整个文件不读，其中的乡镇都没有记录。没有对照表时，列名要和记录的项同名，至少有「jurisdiction」「kind」「date」。Parquet 的列可以是文字、整数、日期或最多两位小数的十进制数；列表、结构和浮点数不读，因为金额和分数必须准确，浮点数里没有正好的 0.1。例如：`COPY (SELECT …, CAST(amount AS DECIMAL(18, 2)) AS amount FROM …) TO 'records.parquet'`。

bulk-unreadable = 「{ $file }」读不出来：{ $detail }
    .label = 这个文件
    .help = 请检查这个文件后重新运行；其他文件不受影响
    .page = 打不开或与扩展名不符的文件不读，其他文件照常处理。它里面的内容缺失：其中的乡镇不出现，或只有别的文件里的记录。紧挨缺口的乡镇也会提示。常见原因是下载中断、扩展名写错，或者表格不是 UTF-8 编码。

bulk-damaged = 「{ $file }」第 { $first } 至 { $last } 行读不出来：{ $detail }
    .label = 这个文件
    .help = 请重新生成这个文件；其他乡镇都已读入
    .page = Parquet 文件按行组存放，其中一组损坏了。里面有哪些乡镇无从知道。紧挨着它的乡镇可能少了记录，会逐个提示；其余乡镇不受影响。

bulk-incomplete = 乡镇「{ $township }」紧挨着「{ $file }」中读不出来的部分
    .label = 这个乡镇
    .help = 请重新生成文件，再检查这个乡镇
    .page = 一个乡镇的记录放在一起。文件有一部分读不出来时，它前面和后面的乡镇可能有记录在里面。做了的工作不能当作没做，所以对这个乡镇的结论不算数。

bulk-scattered = 乡镇「{ $township }」的记录分散在几处
    .label = 这个乡镇
    .help = 请把全部记录按乡镇代码那一列排好序，再重新运行：表格软件里全选，按这一列排序，另存为 CSV；数据库导出时加 `ORDER BY`；分成几个文件的，同一个乡镇只放在一个文件里
    .page = 大批台账从头到尾读一遍，内存里只放正在读的乡镇。所以一个乡镇的记录必须放在一起，可以在一个文件里，也可以在相连的几个文件里；它们之间的先后不要紧。后面又出现的乡镇只按一部分记录检查过，结论不算数。文件按名称顺序读，分卷编号请在前面补零：part-001、part-002。

bulk-record = 「{ $file }」第 { $row } 行：{ $what ->
        [personal] { record-personal }
        [duplicate] { record-duplicate }
        [target] { correction-target }
        [syntax] { record-syntax }
       *[field] { record-field }
    }
    .label = 这一行
    .help = 请改正这一行后重新运行；在此之前不检查这个乡镇
    .page = 这一行成不了台账记录。做了的工作不能当作没做，所以它的乡镇不检查，其他乡镇照常。JSONL 文件的行就是它的行号，CSV 文件连表头一起数，Parquet 文件数记录，都从 1 开始。不是落实自己用的词，例如类型，在对照表里写一次就行。

bulk-township = 「{ $file }」第 { $row } 行没有写乡镇
    .label = 这一行
    .help = 请填上乡镇；在此之前不检查它前一行的乡镇
    .page = 没有写乡镇的记录可能属于任何一个乡镇。它夹在某个乡镇的记录中间，所以在说清楚之前不检查那个乡镇。

bulk-column-unread = 「{ $file }」的列「{ $column }」没有读
    .label = 这一列
    .help = 用不着就不必管；要用请在对照表里写明它是哪一项
    .page = 没有对照表时，按记录各项的名称（中文或英文）找列。这一列叫别的名字，没有读。检查要用到它，就在对照表里写明。

bulk-township-too-large = 乡镇「{ $township }」的记录超过 { $limit } 条
    .label = 这个乡镇
    .help = 请从「{ $file }」第 { $row } 行起核对：是不是文件损坏，或者一个代码代表了许多乡镇？改好再运行
    .page = 检查一个乡镇时，它的记录全部放在内存里。文件损坏或者有人做了手脚，几个字节就可以声称有任意多条记录：Parquet 文件用五个字节就能写明一格重复十亿次。一个乡镇一年不过几千条记录；超过一百万条的不再检查，多出的也不保留。别的乡镇不受影响。

cmd-audit-arrange = 把批量文件排成一个 Parquet 文件，审计时读得快得多
    .paths = 批量文件，按先后写；同一个乡镇的要连在一起
    .mapping = { cmd-audit.mapping }
    .output = 写进这个文件，文件名以 .parquet 结尾
arranged = 已写入「{ $path }」：{ $townships } 个乡镇，{ $rows } 行。{ $mapping ->
        [yes] 审计时用同一个对照表。
       *[no] 审计时不用对照表。
    }

bulk-arrange = { $reason ->
        [arranged] 「{ $file }」已经排好了
        [columns] 「{ $file }」的列和前面的文件不一样
        [lines] 「{ $file }」不能排：JSON 行读到最后一行才知道有哪些列
        [rows] 「{ $file }」的行太多，编不了号
        [ending] 「{ $file }」的文件名不是以 .parquet 结尾
       *[empty] 没有可以排的行
    }
    .label = 这个文件
    .help = { $reason ->
        [arranged] 请排原来的文件
        [columns] 列不一样的文件请分开排，审计时可以写几个文件
        [lines] 请导出成 Parquet 或 CSV
        [rows] 请分成几个文件导出
        [ending] 请换个文件名，例如 全省.parquet
       *[empty] 请检查这些文件
    }
    .page = `luoshi audit arrange` 把批量文件写成一个 Parquet 文件，每个乡镇的行按类型和日期排好。审计时用同一个对照表（没有用对照表的就不用），结论完全一样，用的时间只有几分之一：要反复审计的，排一次就够了。所有的列都保留，另加两列写明每一行原来在哪个文件的第几行，所以凡是说到某一行，说的都是原来的位置。读不出来的行、没有写乡镇的行不能悄悄丢掉：改正之前什么也不写。例如：`luoshi audit arrange 2025-*.csv --mapping 对照表.yaml -o 全省.parquet`。
