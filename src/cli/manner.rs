//! How a task is to answer.

use crate::text::Lang;
use std::ffi::OsString;

/// Language and form of the answer, whether or not the rest can be understood.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    pub lang: Lang,
    pub json: bool,
}

impl Manner {
    pub(super) fn of(args: &[OsString]) -> Self {
        let texts: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
        let english = texts.contains(&"--lang=en") || texts.windows(2).any(|pair| pair == ["--lang", "en"]);
        let lang = if english { Lang::English } else { Lang::Chinese };
        Self { lang, json: texts.contains(&"--json") }
    }
}
