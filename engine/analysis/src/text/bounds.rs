//! What the answers do not cover.

use luoshi_rules::Count;

use crate::compare::{Analysis, Named};
use crate::criterion::Section;
use crate::facts::Fact;

use super::Writer;

impl Writer {
    /// One line for each bound that these answers have.
    pub(super) fn bounds<'a>(&mut self, of: impl Iterator<Item = &'a Analysis> + Clone) {
        self.line(0, "analysis-bounds", []);
        let any = |is: &dyn Fn(&Analysis) -> bool| of.clone().any(is);
        let speaks = |is: fn(&Fact) -> bool| any(&|a: &Analysis| a.facts.iter().any(is));
        let figure = |fact: &Fact| {
            matches!(
                fact,
                Fact::Count {
                    count: Count::Figure,
                    ..
                }
            )
        };
        let further = |fact: &Fact| matches!(fact, Fact::Further { .. });
        let lines = [
            (
                "analysis-bound-sanctions",
                any(&|a| a.rules.iter().any(is_sanction)),
            ),
            ("analysis-bound-counts", true),
            ("analysis-bound-versions", any(&|a| a.versions)),
            ("analysis-bound-package", any(&|a| a.package)),
            ("analysis-bound-parameters", !any(&|a| a.all_parameters)),
            ("analysis-bound-range", any(&|a| a.all_parameters)),
            ("analysis-bound-subject", any(&|a| a.subject_read)),
            ("analysis-bound-figure", speaks(figure)),
            ("analysis-bound-further", speaks(further)),
            ("analysis-bound-proof", any(&|a| !a.is_proved())),
        ];
        for (key, said) in lines {
            if said {
                self.line(2, key, []);
            }
        }
    }
}

fn is_sanction(rule: &Named) -> bool {
    rule.section != Section::Rule
}
