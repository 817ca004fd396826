//! Names and fields in a template that nothing has, found before any paper is written.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::bounds::{Tag, Token, closing, is_variable, tags};
use crate::names::{Shape, shapes};

/// A name or a field that there is not.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// Where it stands in the part, in bytes.
    pub(super) at: Range<usize>,
    pub(super) name: String,
    /// What it would be a field of, as written; none for a name of its own.
    pub(super) of: Option<String>,
    /// What could be meant.
    pub(super) known: Vec<&'static str>,
}

/// What is known of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    Any,
    One(&'static Shape),
    Many(&'static Shape),
    /// What the filter `by` makes of a list.
    Groups(&'static Shape),
    Group(&'static Shape),
}

impl View {
    fn of(shape: &'static Shape) -> View {
        match shape {
            Shape::Any => View::Any,
            Shape::List(element) => View::Many(element),
            Shape::Plain | Shape::Map(_) => View::One(shape),
        }
    }

    /// One of a list.
    fn element(self) -> View {
        match self {
            View::Many(shape) => View::of(shape),
            View::Groups(shape) => View::Group(shape),
            View::Any | View::One(_) | View::Group(_) => View::Any,
        }
    }

    /// A field, or those that there are.
    fn field(self, name: &str) -> Result<View, Vec<&'static str>> {
        match self {
            View::Any => Ok(View::Any),
            View::One(Shape::Map(fields)) => match fields.get(name) {
                Some(shape) => Ok(View::of(shape)),
                None => Err(fields.keys().map(String::as_str).collect()),
            },
            View::Group(_) if name == "key" => Ok(View::Any),
            View::Group(shape) if name == "rows" => Ok(View::Many(shape)),
            View::Group(_) => Err(vec!["key", "rows"]),
            View::One(_) | View::Many(_) | View::Groups(_) => Err(Vec::new()),
        }
    }

    /// What a filter makes of it.
    fn through(self, filter: &str) -> View {
        match (filter, self) {
            ("where" | "where_not" | "among" | "sort" | "unique" | "reverse", same) => same,
            ("first" | "last" | "nth", list) => list.element(),
            ("by", View::Many(shape)) => View::Groups(shape),
            _ => View::Any,
        }
    }
}

/// Everything that nothing has, in the order written. The part has been found to be within bounds.
pub(super) fn unknown(source: &str) -> Vec<Unknown> {
    let Ok(tags) = tags(source) else {
        return Vec::new();
    };
    let mut walk = Walk {
        source,
        own: tags.iter().filter_map(|tag| binds(tag)).collect(),
        bound: BTreeMap::new(),
        loops: Vec::new(),
        found: Vec::new(),
    };
    for tag in &tags {
        walk.tag(tag);
    }
    walk.found
}

/// The name to which a tag gives a value.
fn binds<'s>(tag: &Tag<'s>) -> Option<&'s str> {
    let [word, name, ..] = tag.tokens.as_slice() else {
        return None;
    };
    let gives = word.is_word("set") || word.is_word("for");
    (gives && tag.is_statement() && name.is_name()).then_some(name.text)
}

struct Walk<'s> {
    source: &'s str,
    /// Names to which the part gives a value somewhere.
    own: BTreeSet<&'s str>,
    /// What is known of them here.
    bound: BTreeMap<&'s str, View>,
    /// The names of the loops that are open, each with what it meant before.
    loops: Vec<(&'s str, Option<View>)>,
    found: Vec<Unknown>,
}

impl<'s> Walk<'s> {
    fn tag(&mut self, tag: &Tag<'s>) {
        let tokens = tag.tokens.as_slice();
        if !tag.is_statement() {
            self.expression(tokens);
            return;
        }
        match tokens {
            [word, name, _, value @ ..] if word.is_word("set") => {
                let view = self.expression(value);
                // In one arm of an `if` it may have been given another.
                let before = self.bound.insert(name.text, view);
                if before.is_some_and(|before| before != view) {
                    self.bound.insert(name.text, View::Any);
                }
            }
            [word, name, _, list @ ..] if word.is_word("for") => {
                let view = self.expression(list).element();
                let before = self.bound.insert(name.text, view);
                self.loops.push((name.text, before));
            }
            [word, ..] if word.is_word("endfor") => {
                if let Some((name, before)) = self.loops.pop() {
                    self.bound.insert(name, before.unwrap_or(View::Any));
                }
            }
            [_, condition @ ..] => {
                self.expression(condition);
            }
            [] => {}
        }
    }

    /// Looks at every value in an expression; gives back what is known of the whole.
    fn expression(&mut self, tokens: &[Token<'s>]) -> View {
        let mut whole = View::Any;
        let mut at = 0;
        while at < tokens.len() {
            if !is_variable(tokens, at).unwrap_or(false) {
                at += 1;
                continue;
            }
            let (end, view) = self.value(tokens, at);
            if at == 0 && end == tokens.len() {
                whole = view;
            }
            at = end;
        }
        whole
    }

    /// A name, its fields, and the filters behind it; gives back where that ends.
    fn value(&mut self, tokens: &[Token<'s>], start: usize) -> (usize, View) {
        let mut view = self.name(&tokens[start]);
        let mut end = start + 1;
        while let Some(token) = tokens.get(end) {
            let next = tokens.get(end + 1);
            if token.is_sign(".") || token.is_sign("?.") {
                let Some(field) = next.filter(|next| next.is_name()) else {
                    break;
                };
                let of = tokens[start].at.start..tokens[end - 1].at.end;
                view = self.field(view, field.text, field.at.clone(), of);
                end += 2;
            } else if token.is_sign("[") || token.is_sign("?[") {
                let close = closing(tokens, end);
                let inside = tokens.get(end + 1..close).unwrap_or_default();
                let of = tokens[start].at.start..tokens[end - 1].at.end;
                view = match inside {
                    [key] if key.is_quoted() => {
                        let at = key.at.start + 1..key.at.end - 1;
                        self.field(view, key.inside(), at, of)
                    }
                    inside => {
                        self.expression(inside);
                        view.element()
                    }
                };
                end = close + 1;
            } else if token.is_sign("|") {
                let Some(filter) = next.filter(|next| next.is_name()) else {
                    break;
                };
                let close = arguments(tokens, end + 2);
                // With the bracket that opens them: the first argument is told by it from a name.
                let inside = tokens.get(end + 2..close).unwrap_or_default();
                self.expression(inside);
                self.attribute(view, inside);
                view = view.through(filter.text);
                end = if close > end + 2 { close + 1 } else { close };
            } else {
                break;
            }
        }
        (end.min(tokens.len()), view)
    }

    fn name(&mut self, token: &Token<'s>) -> View {
        if let Some(view) = self.bound.get(token.text) {
            return *view;
        }
        // The fields of `loop` are Tera's own.
        if self.own.contains(token.text) || (token.text == "loop" && !self.loops.is_empty()) {
            return View::Any;
        }
        if let Some(shape) = shapes().get(token.text) {
            return View::of(shape);
        }
        let known = shapes().keys().map(String::as_str).collect();
        self.tell(token.at.clone(), token.text, None, known);
        View::Any
    }

    fn field(&mut self, view: View, name: &str, at: Range<usize>, of: Range<usize>) -> View {
        view.field(name).unwrap_or_else(|known| {
            self.tell(at, name, self.source.get(of), known);
            View::Any
        })
    }

    /// The field of each element that a filter is told to look at: `attribute="a.b"`.
    fn attribute(&mut self, list: View, arguments: &[Token<'s>]) {
        let mut named = arguments.windows(3);
        let found = named.find(|three| three[0].is_word("attribute") && three[1].is_sign("="));
        let Some([_, _, path]) = found.filter(|three| three[2].is_quoted()) else {
            return;
        };
        let mut view = list.element();
        let mut start = path.at.start + 1;
        for name in path.inside().split('.') {
            let at = start..start + name.len();
            let before = path.at.start + 1..start.saturating_sub(1).max(path.at.start + 1);
            view = self.field(view, name, at, before);
            start += name.len() + 1;
        }
    }

    fn tell(&mut self, at: Range<usize>, name: &str, of: Option<&str>, known: Vec<&'static str>) {
        let of = of.map(str::to_owned);
        let name = name.to_owned();
        self.found.push(Unknown {
            at,
            name,
            of,
            known,
        });
    }
}

/// Where the arguments that open at a place end; the place itself where none do.
fn arguments(tokens: &[Token<'_>], open: usize) -> usize {
    if !tokens.get(open).is_some_and(|token| token.is_sign("(")) {
        return open;
    }
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        depth += usize::from(token.is_sign("("));
        if token.is_sign(")") {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::unknown;

    #[track_caller]
    fn finds(source: &str, wanted: &[(&str, Option<&str>)]) {
        let found = unknown(source);
        let told: Vec<(&str, Option<&str>)> = found
            .iter()
            .map(|one| {
                assert_eq!(&source[one.at.clone()], one.name, "{source}");
                (one.name.as_str(), one.of.as_deref())
            })
            .collect();
        assert_eq!(told, wanted, "{source}");
    }

    #[test]
    fn a_field_is_looked_for_in_what_stands_before_it() {
        finds("{{ plan.title }}{{ subject.name }}{{ today | date }}", &[]);
        finds("{{ plan.nmae }}", &[("nmae", Some("plan"))]);
        finds("文字 plan.nmae {{ plan.nmae }}", &[("nmae", Some("plan"))]);
        finds("{{ plna.title }}", &[("plna", None)]);
        finds("{{ plan.title.text }}", &[("text", Some("plan.title"))]);
        finds("{{ plan?.nmae }}", &[("nmae", Some("plan"))]);
        finds("{{ plan[\"nmae\"] }}", &[("nmae", Some("plan"))]);
        finds(
            "{% if plan.nmae is defined %}x{% endif %}",
            &[("nmae", Some("plan"))],
        );
        finds("{{ duties.name }}", &[("name", Some("duties"))]);
        finds("{{ duties[0].nmae }}", &[("nmae", Some("duties[0]"))]);
        finds("{{ duties[plan.x].name }}", &[("x", Some("plan"))]);
        finds(
            "{{ plan.x ~ place.y }}",
            &[("x", Some("plan")), ("y", Some("place"))],
        );
        finds("{{ open(what=plan.x) }}", &[("x", Some("plan"))]);
    }

    #[test]
    fn a_loop_and_a_set_give_names_what_they_go_over() {
        let each = |body: &str| format!("{{% for d in duties %}}{body}{{% endfor %}}");
        finds(&each("{{ d.name }}{{ loop.index }}{{ d.counts.met }}"), &[]);
        finds(&each("{{ d.nmae }}"), &[("nmae", Some("d"))]);
        finds(&each("{{ d.counts.mte }}"), &[("mte", Some("d.counts"))]);
        finds(
            "{% for s in sets %}{% for m in s.members %}{{ m.nmae }}{% endfor %}{% endfor %}",
            &[("nmae", Some("m"))],
        );
        finds(
            "{% set s = sets %}{{ s[0].nmae }}",
            &[("nmae", Some("s[0]"))],
        );
        // Behind the loop its name may be anything, and so may one that two arms set.
        finds("{% for d in duties %}{% endfor %}{{ d.x }}", &[]);
        let arms = "{% if due %}{% set w = plan %}{% else %}{% set w = place %}{% endif %}";
        finds(&format!("{arms}{{{{ w.code }}}}"), &[]);
        // A name set below is no unknown name above.
        finds("{{ w }}{% set w = plan %}", &[]);
        finds("{{ loop.index }}", &[("loop", None)]);
    }

    #[test]
    fn filters_keep_what_a_list_holds() {
        let first = "{% set d = duties | where(attribute=\"id\", value=plan.id) | first %}";
        finds(&format!("{first}{{{{ d.name }}}}"), &[]);
        finds(&format!("{first}{{{{ d.nmae }}}}"), &[("nmae", Some("d"))]);
        finds(
            "{% for d in duties | sort(attribute=\"nmae\") %}{% endfor %}",
            &[("nmae", Some(""))],
        );
        finds(
            "{{ scores | sum(attribute=\"scorecard.nmae\") }}",
            &[("nmae", Some("scorecard"))],
        );
        let groups = "{% for g in scores | by(attribute=\"scorecard.name\") %}";
        finds(
            &format!("{groups}{{{{ g.key }}}}{{{{ g.rows[0].rank }}}}{{% endfor %}}"),
            &[],
        );
        finds(
            &format!("{groups}{{{{ g.row }}}}{{{{ g.rows[0].rnk }}}}{{% endfor %}}"),
            &[("row", Some("g")), ("rnk", Some("g.rows[0]"))],
        );
        // What other filters make of a value is not known here.
        finds(
            "{% set w = plan | default(value=place) %}{{ w.anything }}",
            &[],
        );
        finds("{{ findings[0].reason.data.whatever.there }}", &[]);
    }
}
