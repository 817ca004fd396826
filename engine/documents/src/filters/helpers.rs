//! Every helper, for people: the table that `luoshi` prints and the guide repeats.

/// A helper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Helper {
    /// As it is written in a template.
    pub name: &'static str,
    /// How it is used.
    pub kind: HelperKind,
    /// What it does, in Chinese, in one line.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// A whole template.
    pub example: &'static str,
    /// What that gives.
    pub gives: &'static str,
}

/// How a helper is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelperKind {
    /// Behind a value: `{{ value | name }}`.
    Filter,
    /// By itself: `{{ name(…) }}`.
    Function,
}

macro_rules! helpers {
    ($($kind:ident $name:literal: $zh:literal, $en:literal, $example:literal => $gives:literal;)*) => {
        /// Every helper, in the order of the guide. A test renders each example.
        pub const HELPERS: &[Helper] = &[$(Helper {
            name: $name,
            kind: HelperKind::$kind,
            zh: $zh,
            en: $en,
            example: $example,
            gives: $gives,
        }),*];
    };
}

helpers! {
    Filter "date": "日期：full 全称、month_day 月日、month 年月、year 年、chinese 汉字、weekday 星期", "a day in an official style",
        "{{ '2012-03-05' | date }}，{{ '2012-03-05' | date(style='weekday') }}" => "2012年3月5日，星期一";
    Filter "time": "时间：part_of_day 带上午下午，plain 二十四小时", "a time of day",
        "{{ '14:30' | time }}" => "下午2时30分";
    Filter "period": "时段：年、半年、季度、月", "a period",
        "{{ '2012-Q2' | period }}" => "2012年第二季度";
    Filter "numeral": "汉字数字", "a Chinese numeral",
        "{{ 105 | numeral }}" => "一百零五";
    Filter "ordinal": "序号：第一层 一、第二层（一）第三层 1. 第四层（1）", "the number of a heading of a level",
        "{{ 2 | ordinal(level=2) }}" => "（二）";
    Filter "capitals": "大写金额，以元为单位；bill 前面写人民币", "an amount in yuan in capitals",
        "{{ '350.5' | capitals }}，{{ 120 | capitals(style='bill') }}" => "叁佰伍拾元伍角，人民币壹佰贰拾元整";
    Filter "yuan": "金额：plain 不补零，grouped 分节并写到分", "an amount in yuan",
        "{{ '1234.5' | yuan }}，{{ '1234.5' | yuan(style='grouped') }}" => "1234.5元，1,234.50元";
    Filter "percent": "百分比：of 是总数，places 是小数位数；不进位，全部完成才是100.0%", "a share in per cent, rounded down",
        "{{ 5 | percent(of=6) }}" => "83.3%";
    Filter "list": "用顿号连成一句；and 写在最后一项之前", "joins a list",
        "{{ ['甲村', '乙村', '丙村'] | list(and='和') }}" => "甲村、乙村和丙村";
    Filter "count": "列表有几项", "how many elements",
        "{{ ['甲村', '乙村'] | count }}" => "2";
    Filter "sum": "求和；attribute 是要加的那一项", "adds up, exactly",
        "{{ [{'n': '1.5'}, {'n': 2}] | sum(attribute='n') }}" => "3.5";
    Filter "where": "只留下某一项等于某值的", "keeps the elements of which a field has a value",
        "{{ [{'v': '甲', 'ok': true}, {'v': '乙', 'ok': false}] | where(attribute='ok', value=false) | list(attribute='v') }}" => "乙";
    Filter "where_not": "去掉某一项等于某值的", "drops the elements of which a field has a value",
        "{{ [{'v': '甲', 'n': 1}, {'v': '乙', 'n': 0}] | where_not(attribute='n', value=0) | count }}" => "1";
    Filter "among": "只留下某一项在另一列表里的；of 是那个列表的哪一项", "keeps the elements of which a field is in another list",
        "{{ [{'v': '甲'}, {'v': '乙'}] | among(attribute='v', list=['乙', '丙']) | list(attribute='v') }}" => "乙";
    Filter "by": "按某一项分组：每组有 key 和 rows", "groups a list by a field",
        "{% for g in [{'v': '甲'}, {'v': '乙'}, {'v': '甲'}] | by(attribute='v') %}{{ g.key }}{{ g.rows | count }}{% endfor %}" => "甲2乙1";
    Filter "sort": "从小到大排列", "sorts a list",
        "{{ [3, 1, 2] | sort | list }}" => "1、2、3";
    Filter "unique": "去掉重复的", "drops what is there already",
        "{{ ['甲', '乙', '甲'] | unique | list }}" => "甲、乙";
    Filter "reverse": "倒过来", "turns a list round",
        "{{ ['甲', '乙'] | reverse | list }}" => "乙、甲";
    Filter "first": "第一项", "the first element",
        "{{ ['甲', '乙'] | first }}" => "甲";
    Filter "last": "最后一项", "the last element",
        "{{ ['甲', '乙'] | last }}" => "乙";
    Filter "default": "没有内容时写什么", "a value for what is missing",
        "{{ nothing | default(value='无') }}" => "无";
    Filter "or_open": "没有内容时写【待补：…】", "the value, or 【待补：…】",
        "{{ nothing | or_open(what='会议地点') }}" => "【待补：会议地点】";
    Filter "first_chars": "开头的几个字", "the first characters",
        "{{ '坪塘镇人民政府' | first_chars(n=3) }}" => "坪塘镇";
    Filter "prose": "把报告里的句子改成公文写法：日期写全，去掉中文和数字之间的空格", "a sentence as official papers write it",
        "{{ '期限 2012-06-09，逾期 3 个工作日' | prose }}" => "期限2012年6月9日，逾期3个工作日";
    Filter "trim": "去掉两头的空白", "drops blanks at both ends",
        "{{ ' 甲 ' | trim }}" => "甲";
    Filter "cell": "写在表格里的内容，保留换行", "text for a cell of a table",
        "{{ '甲|乙\\n丙' | cell }}" => "甲&#124;乙<br>丙";
    Function "open": "只有实际办理后才有的内容：【待补：…】", "something only the real process can fill",
        "{{ open(what='签发人') }}" => "【待补：签发人】";
    Function "issue_number": "发文字号", "the number of a document",
        "{{ issue_number(symbol='坪政发', year=2012, number=3) }}" => "坪政发〔2012〕3号";
    Function "range": "从 start（不写为 0）数到 end 之前", "counts",
        "{% for n in range(start=1, end=4) %}{{ n }}.{% endfor %}" => "1.2.3.";
}
