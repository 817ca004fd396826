//! Chains as a picture: SVG, and DOT for Graphviz.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use luoshi_diagnostics::Messages;

use super::layout::{LINE, Layout, MARGIN, PAD, Placed, box_width, lay, levels, picture_width};
use super::text::{count, packed, post_text, role_name, tree_title};
use super::{Branch, Chains};
use crate::reader::shown;

/// So many holders have a line each.
const ONE_A_LINE: usize = 12;

/// Columns of a box of Graphviz in which holders share lines.
const DOT_COLUMNS: usize = 40;

/// Light and dark, by what the reader's system asks for.
const STYLE: &str = "\
.luoshi-chain{font-family:sans-serif;font-size:13px;--ink:#1f2937;--soft:#5b6472;--line:#9aa3b2;--fill:#f6f8fb;--bad:#b3261e;--badfill:#fdf1f0}
.luoshi-chain text{fill:var(--ink)}
.luoshi-chain .soft{fill:var(--soft)}
.luoshi-chain .head{font-size:15px;font-weight:bold}
.luoshi-chain .name{font-weight:bold}
.luoshi-chain .bad{fill:var(--bad)}
.luoshi-chain rect{fill:var(--fill);stroke:var(--line)}
.luoshi-chain rect.gap{fill:var(--badfill);stroke:var(--bad)}
.luoshi-chain rect.again{stroke-dasharray:4 3;fill:none}
.luoshi-chain path{fill:none;stroke:var(--line)}
@media(prefers-color-scheme:dark){.luoshi-chain{--ink:#e5e9f0;--soft:#a3adbd;--line:#5f6b7e;--fill:#232a35;--bad:#ff8a80;--badfill:#3a2322}}
";

/// The chains as SVG, 900 pixels wide unless they have very many levels.
#[must_use]
pub fn chain_svg(chains: &Chains, words: Messages) -> String {
    let pen = Pen::new(chains, words);
    let roots = chains.trees.iter().flat_map(|tree| &tree.roots);
    let deepest = roots.map(levels).max().unwrap_or(1);
    let width = picture_width(deepest);
    let mut body = String::new();
    let mut top = MARGIN;
    for tree in &chains.trees {
        let depth = tree.roots.iter().map(levels).max().unwrap_or(1);
        let title = tree_title(tree, words);
        pen.line(&mut body, MARGIN, top + LINE, "head", &title);
        let text = |branch: &Branch, columns| pen.text(branch, columns);
        let layout = lay(&tree.roots, box_width(depth), top + 2 * LINE, &text);
        pen.tree(&mut body, &layout);
        top = layout.bottom + LINE;
    }
    let title = pen.title();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"luoshi-chain\" role=\"img\" \
         aria-label=\"{title}\" width=\"{width}\" height=\"{top}\" viewBox=\"0 0 {width} {top}\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n{body}</svg>\n"
    )
}

/// Writes parts of the picture.
struct Pen<'c> {
    chains: &'c Chains,
    words: Messages,
    /// Roles with a gap.
    lacking: BTreeSet<&'c str>,
}

impl<'c> Pen<'c> {
    fn new(chains: &'c Chains, words: Messages) -> Self {
        Pen {
            chains,
            words,
            lacking: chains.gaps.iter().map(|g| g.role.id.as_str()).collect(),
        }
    }

    fn title(&self) -> String {
        let args = vec![
            ("name", shown(&self.chains.plan).into()),
            ("place", self.chains.place.as_str().into()),
            ("day", self.chains.day.to_string().into()),
        ];
        escaped(&self.words.text("chain-title", &args))
    }

    /// The name of a box, and the lines under it: each holder, and how many duties. Very many holders
    /// share lines of so many columns.
    fn text(&self, branch: &Branch, columns: usize) -> (String, Vec<String>) {
        let name = role_name(branch, self.words);
        if branch.again {
            return (name, vec![self.words.word("chain-again-box")]);
        }
        // Vacancies stand first, and keep a line of their own, which is red.
        let vacant = branch.posts.iter().filter(|p| p.holder.is_none()).count();
        let (vacant, held) = branch.posts.split_at(vacant);
        let mut lines: Vec<String> = vacant.iter().map(|p| post_text(p, self.words)).collect();
        if held.len() > ONE_A_LINE {
            lines.extend(packed(held, columns, self.words));
        } else {
            lines.extend(held.iter().map(|p| post_text(p, self.words)));
        }
        if !branch.duties.is_empty() {
            let args = vec![("count", count(branch.duties.len()).into())];
            lines.push(self.words.text("chain-duties-box", &args));
        }
        (name, lines)
    }

    fn tree(&self, out: &mut String, layout: &Layout<'_>) {
        for placed in &layout.boxes {
            if let Some(above) = placed.above.and_then(|at| layout.boxes.get(at)) {
                connect(out, layout.width, above, placed);
            }
        }
        for placed in &layout.boxes {
            self.placed(out, layout.width, placed);
        }
    }

    fn placed(&self, out: &mut String, width: usize, placed: &Placed<'_>) {
        let Placed { x, y, height, .. } = placed;
        let branch = placed.branch;
        let class = match (branch.again, self.lacking.contains(branch.role.id.as_str())) {
            (true, _) => " class=\"again\"",
            (false, true) => " class=\"gap\"",
            (false, false) => "",
        };
        // A string takes whatever is written to it.
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"5\"{class}/>"
        );
        // The letters stand on the line that is a quarter of a line above the next.
        let mut base = y + PAD + LINE - LINE / 4;
        for line in &placed.name {
            self.line(out, x + PAD, base, "name", line);
            base += LINE;
        }
        let vacant = self.words.word("answers-vacant");
        for line in &placed.lines {
            let class = if line.starts_with(&vacant) {
                "bad"
            } else {
                "soft"
            };
            self.line(out, x + PAD, base, class, line);
            base += LINE;
        }
    }

    fn line(&self, out: &mut String, x: usize, y: usize, class: &str, text: &str) {
        // A string takes whatever is written to it.
        let _ = writeln!(
            out,
            "<text x=\"{x}\" y=\"{y}\" class=\"{class}\">{}</text>",
            escaped(text)
        );
    }
}

/// From the right side of the box above to the left side of the one below.
fn connect(out: &mut String, width: usize, above: &Placed<'_>, below: &Placed<'_>) {
    let (from, to) = (above.y + above.height / 2, below.y + below.height / 2);
    let start = above.x + width;
    // Boxes of odd height are half a pixel off; a line so bent looks broken.
    let from = if from.abs_diff(to) <= 2 { to } else { from };
    let turn = start + (below.x - start) / 2;
    // A string takes whatever is written to it.
    let _ = writeln!(out, "<path d=\"M{start} {from}H{turn}V{to}H{}\"/>", below.x);
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The chains as DOT: a cluster for each, in which every role stands once.
#[must_use]
pub fn chain_dot(chains: &Chains, words: Messages) -> String {
    let pen = Pen::new(chains, words);
    let mut out = format!(
        "digraph luoshi {{\n  label={};\n  rankdir=LR;\n  \
         node [shape=box, style=rounded, fontname=\"sans-serif\"];\n",
        quoted(&[shown(&chains.plan)])
    );
    for (at, tree) in chains.trees.iter().enumerate() {
        let title = quoted(&[tree_title(tree, words)]);
        out.push_str(&format!("  subgraph cluster_{at} {{\n    label={title};\n"));
        let mut nodes = BTreeMap::new();
        for root in &tree.roots {
            pen.nodes(&mut out, at, root, &mut nodes);
        }
        for root in &tree.roots {
            edges(&mut out, root, &nodes);
        }
        out.push_str("  }\n");
    }
    out + "}\n"
}

impl Pen<'_> {
    fn nodes<'b>(
        &self,
        out: &mut String,
        tree: usize,
        branch: &'b Branch,
        nodes: &mut BTreeMap<&'b str, String>,
    ) {
        if !branch.again {
            let (name, mut lines) = self.text(branch, DOT_COLUMNS);
            lines.insert(0, name);
            let node = format!("c{tree}_{}", nodes.len());
            let colour = if self.lacking.contains(branch.role.id.as_str()) {
                ", color=red"
            } else {
                ""
            };
            out.push_str(&format!("    {node} [label={}{colour}];\n", quoted(&lines)));
            nodes.insert(&branch.role.id, node);
        }
        for below in &branch.below {
            self.nodes(out, tree, below, nodes);
        }
    }
}

fn edges(out: &mut String, branch: &Branch, nodes: &BTreeMap<&str, String>) {
    for below in &branch.below {
        let ends = nodes
            .get(branch.role.id.as_str())
            .zip(nodes.get(below.role.id.as_str()));
        if let Some((from, to)) = ends {
            out.push_str(&format!("    {from} -> {to};\n"));
        }
        edges(out, below, nodes);
    }
}

/// Lines as one quoted text.
fn quoted(lines: &[String]) -> String {
    let lines = lines.iter();
    let lines: Vec<String> = lines
        .map(|line| line.replace('\\', "\\\\").replace('"', "\\\""))
        .collect();
    format!("\"{}\"", lines.join("\\n"))
}
