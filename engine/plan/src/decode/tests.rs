//! Keys are found in whatever order, and in whatever language, they stand.

use luoshi_diagnostics::Sources;

use super::{Decode, Scratch};
use crate::keys::chinese;
use crate::model::Person;
use crate::yaml::read_tree;

#[test]
fn keys_are_found_in_any_order_and_as_often_as_they_are_asked_for() {
    let keys = ["staff: P1", "unit: office", "category: 民兵"];
    let chinese = keys.map(|line| {
        let (key, value) = line.split_once(": ").expect("a key");
        format!("{}: {value}", chinese(key).expect("a Chinese key"))
    });
    let file = Sources::default().add("plan.yaml", "");
    for [a, b, c] in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let chinese = chinese.each_ref().map(String::as_str);
        for keys in [keys, chinese, [keys[0], chinese[1], keys[2]]] {
            let text = format!("{}\n{}\n{}\n", keys[a], keys[b], keys[c]);
            let (tree, _) = read_tree(file, &text);
            let tree = tree.expect("a tree");
            let mut scratch = Scratch::default();
            let person = Person::decode(&tree, &mut scratch.cx()).expect("a person");
            assert_eq!(person.staff.name, "P1", "{text}");
            assert_eq!(person.unit.map(|unit| unit.name), Some("office".into()));
            assert_eq!(person.category.as_deref(), Some("民兵"));
            assert!(scratch.notes.is_empty(), "{text}");
            let mut cx = scratch.cx();
            let mut fields = cx.fields(&tree).expect("a map");
            for key in ["unit", "staff", "unit", "category", "staff"] {
                assert!(fields.find(key, &mut cx).is_some(), "{key} in {text}");
            }
            assert!(fields.find("name", &mut cx).is_none());
            fields.finish(&mut cx);
        }
    }
}
