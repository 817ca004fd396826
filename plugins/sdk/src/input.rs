//! What the host handed over, as columns.

use luoshi_plugin_interface::{
    Batch, Damage, Description, NO_DAY, NO_MINUTE, NO_NUMBER, NO_ROW, Setting, Type, Value, table,
};

/// All that a plugin may know.
#[derive(Debug, Clone, Default)]
pub struct Input {
    setting: Setting,
    parameters: Vec<String>,
    tables: Vec<Table>,
    texts: Texts,
}

/// A table, by columns.
#[derive(Debug, Clone, Default)]
pub struct Table {
    name: String,
    rows: usize,
    columns: Vec<(String, Column)>,
}

#[derive(Debug, Clone)]
enum Column {
    Codes(Vec<u32>),
    Days(Vec<i32>),
    Minutes(Vec<u16>),
    Numbers(Vec<i64>),
    Smalls(Vec<u8>),
}

/// Every text by its code.
#[derive(Debug, Clone, Default)]
struct Texts {
    bytes: String,
    ends: Vec<usize>,
}

impl Input {
    /// What a plugin of this description will be handed: no row yet.
    ///
    /// # Errors
    /// The name of a table or column that does not exist.
    pub fn new(description: &Description, setting: Setting) -> Result<Input, String> {
        let mut tables = Vec::new();
        for reading in &description.reads {
            let known = table(&reading.table).ok_or_else(|| reading.table.clone())?;
            let mut columns = Vec::new();
            for name in &reading.columns {
                let column = known.column(name).ok_or_else(|| name.clone())?;
                columns.push((name.clone(), Column::of(column.kind)));
            }
            tables.push(Table {
                name: reading.table.clone(),
                rows: 0,
                columns,
            });
        }
        let parameters = description.parameters.iter().map(|p| p.id.clone());
        Ok(Input {
            setting,
            parameters: parameters.collect(),
            tables,
            texts: Texts::default(),
        })
    }

    /// Takes in a batch of a reading, by its index in the description.
    ///
    /// # Errors
    /// The damage, in words.
    pub fn add(&mut self, reading: u32, bytes: &[u8]) -> Result<(), String> {
        let into = self.tables.get_mut(reading as usize);
        let into = into.ok_or_else(|| format!("there is no reading {reading}"))?;
        let types: Vec<Type> = into.columns.iter().map(|(_, c)| c.kind()).collect();
        let batch = Batch::new(bytes, &types).map_err(|damage| damage.to_string())?;
        for (index, (_, column)) in into.columns.iter_mut().enumerate() {
            column.extend(&batch, index);
        }
        into.rows += batch.rows;
        self.texts
            .extend(&batch)
            .map_err(|damage| damage.to_string())
    }

    /// The day as of which is judged, and the first and last day of the plan.
    #[must_use]
    pub fn setting(&self) -> &Setting {
        &self.setting
    }

    /// The value of a parameter of whole numbers or of hundredths; 0 for a parameter of another type.
    ///
    /// # Panics
    /// If the description has no parameter of this name.
    #[must_use]
    pub fn number(&self, parameter: &str) -> i64 {
        match self.value(parameter) {
            Value::Whole(value) | Value::Decimal(value) => value,
            Value::Flag(_) | Value::Choice(_) => 0,
        }
    }

    /// The value of a parameter that is yes or no.
    ///
    /// # Panics
    /// If the description has no parameter of this name.
    #[must_use]
    pub fn flag(&self, parameter: &str) -> bool {
        self.value(parameter) == Value::Flag(true)
    }

    /// The index of the option chosen.
    ///
    /// # Panics
    /// If the description has no parameter of this name.
    #[must_use]
    pub fn choice(&self, parameter: &str) -> u32 {
        match self.value(parameter) {
            Value::Choice(index) => index,
            _ => 0,
        }
    }

    #[allow(
        clippy::panic,
        reason = "a mistake in the plugin's own text, found by its first test"
    )]
    fn value(&self, parameter: &str) -> Value {
        let at = self.parameters.iter().position(|id| id == parameter);
        match at.and_then(|at| self.setting.values.get(at)) {
            Some(value) => *value,
            None => panic!("the description has no parameter `{parameter}`"),
        }
    }

    /// The ledger.
    ///
    /// # Panics
    /// If the description does not ask for it.
    #[must_use]
    pub fn evidence(&self) -> &Table {
        self.table("evidence")
    }

    /// A table.
    ///
    /// # Panics
    /// If the description does not ask for it.
    #[must_use]
    #[allow(
        clippy::panic,
        reason = "a mistake in the plugin's own text, found by its first test"
    )]
    pub fn table(&self, name: &str) -> &Table {
        match self.tables.iter().find(|table| table.name == name) {
            Some(table) => table,
            None => panic!("the description does not ask for the table `{name}`"),
        }
    }

    /// The text of a code.
    #[must_use]
    pub fn text(&self, code: u32) -> &str {
        self.texts.get(code)
    }

    /// The code of a text, if any row has it. It looks through all texts: ask once, not for each row.
    #[must_use]
    pub fn code(&self, text: &str) -> Option<u32> {
        let codes = 0..=u32::try_from(self.texts.ends.len()).ok()?;
        codes.into_iter().find(|code| self.text(*code) == text)
    }

    /// How many texts there are, the empty one included: every code is below it.
    #[must_use]
    pub fn texts(&self) -> usize {
        self.texts.ends.len() + 1
    }
}

impl Table {
    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// A column of texts, by their codes; 0 where there is none.
    ///
    /// # Panics
    /// If the description does not ask for such a column.
    #[must_use]
    pub fn texts(&self, name: &str) -> &[u32] {
        match self.column(name) {
            Column::Codes(values) => values,
            _ => other_type(name),
        }
    }

    /// A column of rows of another table; [`NO_ROW`] where there is none.
    ///
    /// # Panics
    /// If the description does not ask for such a column.
    #[must_use]
    pub fn rows_of(&self, name: &str) -> &[u32] {
        self.texts(name)
    }

    /// A column of days from 1970-01-01; [`NO_DAY`] where there is none.
    ///
    /// # Panics
    /// If the description does not ask for such a column.
    #[must_use]
    pub fn days(&self, name: &str) -> &[i32] {
        match self.column(name) {
            Column::Days(values) => values,
            _ => other_type(name),
        }
    }

    /// A column of minutes from midnight; [`NO_MINUTE`] where there is none.
    ///
    /// # Panics
    /// If the description does not ask for such a column.
    #[must_use]
    pub fn minutes(&self, name: &str) -> &[u16] {
        match self.column(name) {
            Column::Minutes(values) => values,
            _ => other_type(name),
        }
    }

    /// A column of hundredths or fen; [`NO_NUMBER`] where there is none.
    ///
    /// # Panics
    /// If the description does not ask for such a column.
    #[must_use]
    pub fn numbers(&self, name: &str) -> &[i64] {
        match self.column(name) {
            Column::Numbers(values) => values,
            _ => other_type(name),
        }
    }

    /// A column of small numbers.
    ///
    /// # Panics
    /// If the description does not ask for such a column.
    #[must_use]
    pub fn smalls(&self, name: &str) -> &[u8] {
        match self.column(name) {
            Column::Smalls(values) => values,
            _ => other_type(name),
        }
    }

    #[allow(
        clippy::panic,
        reason = "a mistake in the plugin's own text, found by its first test"
    )]
    fn column(&self, name: &str) -> &Column {
        match self.columns.iter().find(|(known, _)| known == name) {
            Some((_, column)) => column,
            None => panic!("the description does not ask for the column `{name}`"),
        }
    }
}

#[allow(
    clippy::panic,
    reason = "a mistake in the plugin's own text, found by its first test"
)]
fn other_type(name: &str) -> ! {
    panic!("the column `{name}` is of another type")
}

impl Column {
    fn of(kind: Type) -> Column {
        match kind {
            Type::Text | Type::Row => Column::Codes(Vec::new()),
            Type::Day => Column::Days(Vec::new()),
            Type::Minute => Column::Minutes(Vec::new()),
            Type::Number => Column::Numbers(Vec::new()),
            Type::Small => Column::Smalls(Vec::new()),
        }
    }

    fn kind(&self) -> Type {
        match self {
            Column::Codes(_) => Type::Text,
            Column::Days(_) => Type::Day,
            Column::Minutes(_) => Type::Minute,
            Column::Numbers(_) => Type::Number,
            Column::Smalls(_) => Type::Small,
        }
    }

    fn extend(&mut self, batch: &Batch<'_>, index: usize) {
        match self {
            Column::Codes(values) => values.extend(batch.codes(index)),
            Column::Days(values) => values.extend(batch.days(index)),
            Column::Minutes(values) => values.extend(batch.minutes(index)),
            Column::Numbers(values) => values.extend(batch.numbers(index)),
            Column::Smalls(values) => values.extend(batch.smalls(index)),
        }
    }
}

impl Texts {
    fn get(&self, code: u32) -> &str {
        let Some(index) = (code as usize).checked_sub(1) else {
            return "";
        };
        let Some(end) = self.ends.get(index) else {
            return "";
        };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[start..*end]
    }

    fn extend(&mut self, batch: &Batch<'_>) -> Result<(), Damage> {
        if batch.first_text as usize != self.ends.len() + 1 {
            return Err(Damage::Length);
        }
        for text in batch.texts() {
            self.bytes.push_str(text?);
            self.ends.push(self.bytes.len());
        }
        Ok(())
    }
}

/// A value of a column of days; none where it is absent.
#[must_use]
pub fn some_day(day: i32) -> Option<i32> {
    (day != NO_DAY).then_some(day)
}

/// A value of a column of minutes; none where it is absent.
#[must_use]
pub fn some_minute(minute: u16) -> Option<u16> {
    (minute != NO_MINUTE).then_some(minute)
}

/// A value of a column of numbers; none where it is absent.
#[must_use]
pub fn some_number(number: i64) -> Option<i64> {
    (number != NO_NUMBER).then_some(number)
}

/// A value of a column of rows; none where it is absent.
#[must_use]
pub fn some_row(row: u32) -> Option<usize> {
    (row != NO_ROW).then_some(row as usize)
}
