//! The columns of an empty ledger: which of them a plan has a use for, and their texts.

use jiff::civil::Date;
use luoshi::choices::{Offer, Subjects};
use luoshi_diagnostics::{Arg, Args, Lang, Messages};
use luoshi_evidence::{Choices, Column, Field, Kind, Use, VOID, columns_of};

/// Columns for marks that stand side by side at most, so that each can be chosen.
const MARKS_AT_MOST: usize = 4;
/// Columns for those who act together.
const ACTORS_AT_MOST: usize = 3;

/// The columns of a kind, from left to right.
pub(super) fn columns(
    kind: Kind,
    offer: &Offer,
    days: (Date, Date),
    words: Messages,
) -> Vec<Column> {
    let maker = Maker {
        kind,
        offer,
        days,
        words,
    };
    columns_of(kind)
        .iter()
        .filter(|(field, of)| *of != Use::AsPlanned || maker.planned(*field))
        .flat_map(|(field, of)| maker.side_by_side(*field, *of))
        .collect()
}

/// The name of a kind in the reader's language.
pub(super) fn kind_name(kind: Kind, words: Messages) -> &'static str {
    match words.lang() {
        Lang::ZhCn => kind.zh(),
        Lang::En => kind.name(),
    }
}

/// The name of a field in the reader's language.
pub(super) fn plain_heading(field: Field, words: Messages) -> String {
    match words.lang() {
        Lang::ZhCn => field.zh().to_owned(),
        Lang::En => field.key().to_owned(),
    }
}

/// What the texts of all columns depend on.
struct Maker<'a> {
    kind: Kind,
    offer: &'a Offer,
    days: (Date, Date),
    words: Messages,
}

impl Maker<'_> {
    /// Whether the plan has a use for a field.
    fn planned(&self, field: Field) -> bool {
        let offer = self.offer;
        match field {
            Field::Id => offer.referred_to,
            Field::Subject => !offer.subjects.is_empty(),
            Field::Status => !offer.statuses.is_empty(),
            Field::Quantity => offer.counts || self.kind == Kind::Training,
            Field::Marks => !offer.marks.is_empty(),
            Field::Ref => offer.refers,
            _ => true,
        }
    }

    /// As many columns as one record has items, so that none need be typed.
    fn side_by_side(&self, field: Field, of: Use) -> Vec<Column> {
        let count = match field {
            Field::Marks => self.offer.marks_at_once.clamp(1, MARKS_AT_MOST),
            Field::Actor => self.offer.actors_at_once.clamp(1, ACTORS_AT_MOST),
            _ => 1,
        };
        let first = self.column(field, of);
        let further = (2..=count).map(|number| {
            let heading = first.heading.trim_end_matches('*');
            Column {
                heading: self.repeated(heading, number),
                required: false,
                ..first.clone()
            }
        });
        let further: Vec<Column> = further.collect();
        std::iter::once(first).chain(further).collect()
    }

    fn repeated(&self, heading: &str, number: usize) -> String {
        // Without what stands in brackets, of which one pair is enough.
        let bare = heading.split(['（', '(']).next().unwrap_or(heading).trim();
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        let args = vec![("heading", Arg::from(bare)), ("number", number.into())];
        self.words.text("template-repeated", &args)
    }

    fn column(&self, field: Field, of: Use) -> Column {
        let choices = self.choices(field);
        let required = of == Use::Required || (field == Field::Subject && self.always_about_one());
        let mark = if required { "*" } else { "" };
        Column {
            field,
            heading: format!("{}{mark}", self.text("heading", field)),
            required,
            hint: self.text("hint", field),
            example: self.example(field, &choices),
            refusal: self.refusal(field, &choices),
            choices,
        }
    }

    fn choices(&self, field: Field) -> Choices {
        let offer = self.offer;
        match field {
            Field::Duty => {
                Choices::One(offer.duties.iter().map(|(name, _)| name.clone()).collect())
            }
            Field::Subject => self.subjects(),
            Field::Actor => Choices::Some(offer.actors.clone()),
            Field::Status => Choices::One(self.statuses()),
            Field::Marks => Choices::Some(offer.marks.clone()),
            _ => Choices::Free,
        }
    }

    fn subjects(&self) -> Choices {
        let each = self
            .offer
            .duties
            .iter()
            .filter_map(|(duty, about)| match about {
                Subjects::Each(all) => Some((duty.clone(), all.clone())),
                Subjects::Whole | Subjects::Any => None,
            });
        Choices::ByDuty {
            of: each.collect(),
            all: self.offer.subjects.clone(),
        }
    }

    fn statuses(&self) -> Vec<String> {
        if self.kind == Kind::Correction {
            return vec![self.status_word(VOID, VOID)];
        }
        let all = self.offer.statuses.iter();
        all.map(|(id, name)| self.status_word(id, name)).collect()
    }

    /// The statuses that mean the same in every plan have a word of their own.
    fn status_word(&self, id: &str, name: &str) -> String {
        let key = match self.kind {
            Kind::Shift => format!("shift-{id}"),
            Kind::Decision | Kind::Rectification | Kind::Correction => {
                format!("template-status-{id}")
            }
            _ => return name.to_owned(),
        };
        self.words
            .find(&key, &Args::new())
            .unwrap_or_else(|| name.to_owned())
    }

    fn always_about_one(&self) -> bool {
        let duties = &self.offer.duties;
        !duties.is_empty()
            && duties
                .iter()
                .all(|(_, about)| matches!(about, Subjects::Each(_)))
    }

    fn text(&self, part: &str, field: Field) -> String {
        let first = self.statuses().into_iter().next().unwrap_or_default();
        let args = vec![
            ("kind", Arg::from(self.kind.name())),
            ("first", Arg::from(first)),
        ];
        self.words
            .text(&format!("template-{part}-{}", field.key()), &args)
    }

    fn example(&self, field: Field, choices: &Choices) -> String {
        match field {
            Field::Date => self.days.0.to_string(),
            Field::Until => self.days.1.to_string(),
            _ => match choices.all().first() {
                Some(first) => first.clone(),
                None => self.text("sample", field),
            },
        }
    }

    fn refusal(&self, field: Field, choices: &Choices) -> String {
        let which = match (field, choices) {
            (_, Choices::Some(_)) => "lists",
            (_, Choices::One(_) | Choices::ByDuty { .. }) => "list",
            (Field::Date, _) => "date",
            (Field::Until, _) => "until",
            (Field::Time, _) => "time",
            (Field::Quantity, _) => "quantity",
            (Field::Amount, _) => "amount",
            (Field::Id, _) => "id",
            _ => "text",
        };
        let (from, to) = (self.days.0.to_string(), self.days.1.to_string());
        let args = vec![
            ("first", Arg::from(from.as_str())),
            ("from", from.as_str().into()),
            ("to", to.into()),
        ];
        self.words.text(&format!("template-refusal-{which}"), &args)
    }
}
