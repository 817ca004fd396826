//! What is packed is unpacked again, and what is damaged is never more than damage.

use luoshi_plugin_interface::{Batch, Damage, Encoder, MAGIC, ROWS_AT_MOST, Type};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::Index;

/// A column of any type.
#[derive(Debug, Clone, PartialEq)]
enum Cells {
    Codes(Vec<u32>),
    Days(Vec<i32>),
    Minutes(Vec<u16>),
    Numbers(Vec<i64>),
    Smalls(Vec<u8>),
}

#[derive(Debug, Clone)]
struct Packed {
    rows: usize,
    columns: Vec<Cells>,
    first: u32,
    texts: Vec<String>,
}

impl Packed {
    fn types(&self) -> Vec<Type> {
        let kind = |cells: &Cells| match cells {
            Cells::Codes(_) => Type::Text,
            Cells::Days(_) => Type::Day,
            Cells::Minutes(_) => Type::Minute,
            Cells::Numbers(_) => Type::Number,
            Cells::Smalls(_) => Type::Small,
        };
        self.columns.iter().map(kind).collect()
    }

    /// Packs it with an encoder that was used before.
    fn bytes(&self) -> Vec<u8> {
        let mut encoder = Encoder::default();
        encoder.start(1);
        encoder.codes([7, 8, 9].into_iter());
        encoder.finish(3, 1, ["甲"].into_iter());
        encoder.start(self.columns.len());
        for cells in &self.columns {
            match cells {
                // One that does not know its length beforehand, for both ways of packing.
                Cells::Codes(values) => encoder.codes(values.iter().copied().filter(|_| true)),
                Cells::Days(values) => encoder.days(values.iter().copied()),
                Cells::Minutes(values) => encoder.minutes(values.iter().copied()),
                Cells::Numbers(values) => encoder.numbers(values.iter().copied()),
                Cells::Smalls(values) => encoder.smalls(values.iter().copied()),
            }
        }
        let texts = self.texts.iter().map(String::as_str);
        encoder.finish(self.rows, self.first, texts).to_vec()
    }
}

/// Everything in a batch, or the damage.
fn unpack(bytes: &[u8], types: &[Type]) -> Result<(Vec<Cells>, Vec<String>), Damage> {
    let batch = Batch::new(bytes, types)?;
    let column = |(index, kind): (usize, &Type)| match kind {
        Type::Text | Type::Row => Cells::Codes(batch.codes(index).collect()),
        Type::Day => Cells::Days(batch.days(index).collect()),
        Type::Minute => Cells::Minutes(batch.minutes(index).collect()),
        Type::Number => Cells::Numbers(batch.numbers(index).collect()),
        Type::Small => Cells::Smalls(batch.smalls(index).collect()),
    };
    let columns = types.iter().enumerate().map(column).collect();
    let texts = batch.texts().map(|text| text.map(str::to_owned));
    Ok((columns, texts.collect::<Result<_, _>>()?))
}

fn cells(rows: usize) -> impl Strategy<Value = Cells> {
    prop_oneof![
        vec(any::<u32>(), rows).prop_map(Cells::Codes),
        vec(any::<i32>(), rows).prop_map(Cells::Days),
        vec(any::<u16>(), rows).prop_map(Cells::Minutes),
        vec(any::<i64>(), rows).prop_map(Cells::Numbers),
        vec(any::<u8>(), rows).prop_map(Cells::Smalls),
    ]
}

fn packed() -> impl Strategy<Value = Packed> {
    let text = prop_oneof![Just(String::new()), any::<String>()];
    (0usize..20, any::<u32>(), vec(text, 0..6)).prop_flat_map(|(rows, first, texts)| {
        vec(cells(rows), 0..6).prop_map(move |columns| Packed {
            rows,
            columns,
            first,
            texts: texts.clone(),
        })
    })
}

proptest! {
    #[test]
    fn what_is_packed_is_unpacked(packed in packed()) {
        let bytes = packed.bytes();
        let batch = Batch::new(&bytes, &packed.types()).expect("a whole batch");
        prop_assert_eq!((batch.rows, batch.first_text), (packed.rows, packed.first));
        let whole = unpack(&bytes, &packed.types()).expect("a whole batch");
        prop_assert_eq!(whole, (packed.columns, packed.texts));
    }

    #[test]
    fn what_is_cut_off_is_damage_or_the_same(packed in packed()) {
        let (bytes, types) = (packed.bytes(), packed.types());
        for length in 0..bytes.len() {
            // Only bytes that fill up to a multiple of eight can be missed by nobody.
            if let Ok(found) = unpack(&bytes[..length], &types) {
                prop_assert_eq!(found, (packed.columns.clone(), packed.texts.clone()));
                prop_assert!(bytes.len() - length < 8);
            }
        }
    }

    #[test]
    fn what_is_changed_is_columns_or_damage(
        packed in packed(),
        changes in vec((any::<Index>(), any::<u8>()), 1..8),
    ) {
        let (mut bytes, types) = (packed.bytes(), packed.types());
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok((columns, _)) = unpack(&bytes, &types) {
            prop_assert_eq!(columns.len(), types.len());
        }
    }

    #[test]
    fn any_bytes_are_columns_or_damage(rest in vec(any::<u8>(), 0..200), words in vec(0u32..64, 0..12)) {
        let small = words.iter().flat_map(|word| word.to_le_bytes());
        let bytes: Vec<u8> = MAGIC.into_iter().chain(small).chain(rest).collect();
        for types in [&[][..], &[Type::Number], &[Type::Text, Type::Small, Type::Minute]] {
            let _ = unpack(&bytes, types);
        }
    }
}

#[test]
fn each_damage_has_its_name() {
    let mut encoder = Encoder::default();
    let mut batch = |rows: usize, text: &str| {
        encoder.start(1);
        encoder.smalls(std::iter::repeat_n(1, rows));
        encoder.finish(rows, 1, [text].into_iter()).to_vec()
    };
    let small = [Type::Small];
    assert!(unpack(&batch(ROWS_AT_MOST, "甲"), &small).is_ok());
    let damage = |bytes: &[u8], types: &[Type]| unpack(bytes, types).err();
    assert_eq!(
        damage(&batch(ROWS_AT_MOST + 1, "甲"), &small),
        Some(Damage::Rows)
    );
    let bytes = batch(3, "甲");
    assert_eq!(damage(b"LUO2", &small), Some(Damage::Magic));
    assert_eq!(damage(&bytes, &[]), Some(Damage::Columns));
    assert_eq!(
        damage(&bytes[..bytes.len() - 1], &small),
        Some(Damage::Length)
    );
    let mut wrong = bytes.clone();
    *wrong.last_mut().expect("a byte") = b'!';
    assert_eq!(damage(&wrong, &small), Some(Damage::Text));
}
