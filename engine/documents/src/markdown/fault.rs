//! What the official form cannot show.

/// Something that the official form cannot show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fault {
    /// The line of the rendered text, from 1.
    pub line: usize,
    /// What.
    pub why: FaultWhy,
}

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident $key:literal;)*) => {
        /// What the official form cannot show, or what is not finished.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum FaultWhy {
            $($(#[$doc])* $name,)*
        }

        impl FaultWhy {
            /// Every one.
            #[cfg(test)]
            pub(crate) const ALL: &[FaultWhy] = &[$(FaultWhy::$name),*];

            /// Its key in the catalogues: what is wrong and what to write instead.
            #[must_use]
            pub(crate) fn key(self) -> &'static str {
                match self {
                    $(FaultWhy::$name => $key,)*
                }
            }
        }
    };
}

faults! {
    /// An image.
    Image "markdown-image";
    /// A link, or the definition of one.
    Link "markdown-link";
    /// Code, by backticks or by four blanks before a line.
    Code "markdown-code";
    /// HTML other than a line break in a cell.
    Html "markdown-html";
    /// A footnote.
    Footnote "markdown-footnote";
    /// `*…*`.
    Emphasis "markdown-emphasis";
    /// `__…__`.
    UnderlineStrong "markdown-underline-strong";
    /// `~~…~~`.
    Strike "markdown-strike";
    /// Beyond level 4.
    HeadingLevel "markdown-heading-level";
    /// A level without the one above it.
    SkippedLevel "markdown-skipped-level";
    /// A heading without text.
    EmptyHeading "markdown-empty-heading";
    /// A line that became a heading because of the `---` or `===` below it.
    UnderlinedHeading "markdown-underlined-heading";
    /// `**` without its end.
    UnclosedStrong "markdown-unclosed-strong";
    /// `【待补：` without its end.
    UnclosedOpen "markdown-unclosed-open";
    /// `***` or `___` alone.
    Rule "markdown-rule";
    /// A heading, table or page break inside a list or quote.
    Inside "markdown-inside";
    /// A numbered list nested more than twice.
    DeepList "markdown-deep-list";
    /// `表：` without a table below it.
    LonelyCaption "markdown-lonely-caption";
    /// A row with more cells than the table has columns.
    ExtraCells "markdown-extra-cells";
    /// An attachment without a title.
    UntitledAttachment "markdown-untitled-attachment";
}
