//! `luoshi rules vocabulary`: what a rule in Rhai can ask.

use luoshi_rules::VOCABULARY;

use super::Done;
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn vocabulary(session: &mut Session) -> Done {
    for word in VOCABULARY {
        let text = session.words.word(word.text);
        session.out.write(&format!("{}\n    {text}\n", word.form));
    }
    Ok(Exit::Clean)
}
