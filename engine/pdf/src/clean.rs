//! Text of a paper, made fit to be set: nothing that cannot be seen, no word that cannot be broken.

/// A run of letters or digits without a space may be this long before it may be broken anywhere. The longest English words
/// have fewer; a line of body text has room for twice as many.
const WORD: usize = 28;

/// What ends a line.
const LINE_ENDS: [char; 5] = ['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'];

/// Where a line may be broken, without any width.
const BREAK: char = '\u{200B}';

/// A text with its own line breaks. Tabs become spaces; control characters, marks of direction and other characters without
/// a look are left out.
pub(crate) fn text(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let lines: Vec<String> = text.split(LINE_ENDS).map(line).collect();
    lines.join("\n")
}

/// A text as one line.
pub(crate) fn line(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut run = 0;
    for character in text.chars() {
        let Some(character) = seen(character) else {
            continue;
        };
        run = if breaks(character) { 0 } else { run + 1 };
        if run > WORD {
            clean.push(BREAK);
        }
        clean.push(character);
    }
    clean
}

/// The character as it is set, if it is to be seen.
fn seen(character: char) -> Option<char> {
    match character {
        '\t' => Some(' '),
        end if LINE_ENDS.contains(&end) => Some(' '),
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{FEFF}' | '\u{FFFC}' => None,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => None,
        '\u{E0000}'..='\u{E007F}' | '\u{FFF9}'..='\u{FFFB}' => None,
        other if other.is_control() => None,
        other => Some(other),
    }
}

/// Whether a line may be broken beside it by itself.
fn breaks(character: char) -> bool {
    character == ' ' || ('\u{2E80}'..='\u{9FFF}').contains(&character) || character >= '\u{20000}'
}

/// Whether the character is drawn at all, so that a font must have it.
pub(crate) fn drawn(character: char) -> bool {
    let selects = matches!(character, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
    !matches!(character, BREAK | ' ' | '\n') && !selects
}

#[cfg(test)]
mod tests {
    use super::{BREAK, line, text};

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(line("村\u{0}民\u{202E}会\u{200B}议\u{FEFF}"), "村民会议");
        assert_eq!(text("一\r\n二\u{2028}三\u{7}"), "一\n二\n三");
    }

    #[test]
    fn only_a_word_longer_than_any_word_may_be_broken() {
        assert_eq!(line(&"a".repeat(28)), "a".repeat(28));
        assert_eq!(line(&"a".repeat(30)).matches(BREAK).count(), 2);
        assert_eq!(line(&"村".repeat(99)), "村".repeat(99));
        let digits = format!("共{}元", "9".repeat(28));
        assert_eq!(line(&digits), digits);
    }
}
