//! What a task answers: on standard output what was asked for, on standard error what is amiss.

use super::console;
use super::exit::Exit;
use super::manner::Manner;
use crate::text::{Explain, Lang, Message};
use serde::Serialize;
use std::io::{self, Write as _};

/// A task that was done.
pub(super) struct Answer {
    pub text: String,
    /// The same as JSON.
    pub json: String,
    /// Worth knowing beside the answer.
    pub notes: Vec<Message>,
    pub exit: Exit,
}

/// A task that could not be done; nothing was changed.
#[derive(Debug)]
pub(super) struct Failure {
    pub message: Message,
    /// Each with its own remedy, such as all problems of a template.
    pub details: Vec<Message>,
}

impl<E: Explain> From<E> for Failure {
    fn from(error: E) -> Self {
        Self { message: error.message(), details: Vec::new() }
    }
}

impl Failure {
    pub(super) fn new(message: Message) -> Self {
        Self { message, details: Vec::new() }
    }
}

/// A sentence and its remedy, as JSON has it.
#[derive(Serialize)]
pub(super) struct Said {
    pub key: &'static str,
    pub message: String,
    pub hint: Option<String>,
}

impl Said {
    pub(super) fn of(message: &Message, lang: Lang) -> Self {
        Self { key: message.key(), message: message.text(lang), hint: message.hint(lang) }
    }
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value);
    text.map_err(|error| Failure::new(Message::new("cli-json-failed").with("detail", error)))
}

#[derive(Serialize)]
struct ErrorDocument {
    error: Said,
    details: Vec<Said>,
}

pub(super) fn deliver(answer: Result<Answer, Failure>, manner: Manner) -> Exit {
    match answer {
        Ok(answer) => {
            let (text, notes) = match manner.json {
                true => (answer.json, Vec::new()),
                false => (answer.text, answer.notes),
            };
            for note in notes {
                complain(&note.full(manner.lang));
            }
            match say(&text) {
                Ok(()) => answer.exit,
                // Whoever read it has had enough: `jiping score … | head`.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => answer.exit,
                Err(error) => {
                    complain(&error.to_string());
                    Exit::Cannot
                }
            }
        }
        Err(failure) => {
            let of = |message: &Message| Said::of(message, manner.lang);
            let details = failure.details.iter().map(of).collect();
            let document = ErrorDocument { error: of(&failure.message), details };
            match serde_json::to_string_pretty(&document) {
                Ok(text) if manner.json => complain(&text),
                _ => {
                    complain(&failure.message.full(manner.lang));
                    for detail in &failure.details {
                        complain(&detail.full(manner.lang));
                    }
                }
            }
            Exit::Cannot
        }
    }
}

pub(super) fn say(text: &str) -> io::Result<()> {
    console::attach();
    let mut out = io::stdout().lock();
    out.write_all(text.trim_end().as_bytes())?;
    out.write_all(b"\n")?;
    out.flush()
}

/// Where standard error itself is gone there is nobody left to tell.
pub(super) fn complain(text: &str) {
    console::attach();
    drop(writeln!(io::stderr().lock(), "{}", text.trim_end()));
}
