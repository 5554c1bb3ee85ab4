//! Every sentence that a user reads, in every language of the interface.
//!
//! The rooms below speak in [`Message`]s: a key and its arguments. The wording stands in
//! `assets/locales/<language>/*.ftl`; a message that tells of something wrong has a second one, `<key>-hint`,
//! that tells what to do about it.

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader as _, langid, static_loader};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;

static_loader! {
    static LOCALES = {
        locales: "./assets/locales",
        fallback_language: "zh-CN",
        // Isolation marks around arguments would end up in file names and in printed text.
        customise: |bundle| {
            bundle.set_use_isolating(false);
            // It fails only where a name is taken: a bundle has none before this one.
            let _ = bundle.add_function("PLURAL", |values, _| plural(values.first()));
        },
    };
}

/// `one` for the number 1, which arguments hold as text, else `other`: `{ PLURAL($rows) -> [one] row *[other] rows }`.
fn plural<'a>(value: Option<&FluentValue<'_>>) -> FluentValue<'a> {
    match value {
        Some(FluentValue::String(text)) if text == "1" => "one".into(),
        _ => "other".into(),
    }
}

static ZH_CN: LanguageIdentifier = langid!("zh-CN");
static EN: LanguageIdentifier = langid!("en");

/// Language of the interface. Templates and printed sheets keep their own language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Lang {
    /// 简体中文, which everything else falls back to.
    #[default]
    Chinese,
    /// 英文
    English,
}

impl Lang {
    /// In the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    fn id(self) -> &'static LanguageIdentifier {
        match self {
            Self::Chinese => &ZH_CN,
            Self::English => &EN,
        }
    }
}

/// A sentence for the user: a key of `assets/locales` and its arguments.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    key: &'static str,
    args: Vec<(&'static str, Detail)>,
}

/// What lies behind an error, as an argument of the sentence that tells of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Detail {
    /// In the words of the system or of a library: the same in every language.
    Said(String),
    /// In this program's words, which stand within the other sentence and so without their full stop.
    Worded(Message),
}

impl Detail {
    fn text(&self, lang: Lang) -> Cow<'_, str> {
        match self {
            Self::Said(text) => Cow::Borrowed(text),
            Self::Worded(message) => {
                let mut text = message.text(lang);
                text.truncate(text.trim_end_matches(['。', '.']).len());
                Cow::Owned(text)
            }
        }
    }
}

impl From<String> for Detail {
    fn from(text: String) -> Self {
        Self::Said(text)
    }
}

impl From<Message> for Detail {
    fn from(message: Message) -> Self {
        Self::Worded(message)
    }
}

impl Message {
    /// A key of `assets/locales`, without arguments.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Adds an argument, `{ $name }` in the wording; numbers as they are to be read.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, Detail::Said(value.to_string())));
        self
    }

    /// Adds an argument that may itself have to be worded in the reader's language.
    #[must_use]
    pub fn with_detail(mut self, name: &'static str, detail: &Detail) -> Self {
        self.args.push((name, detail.clone()));
        self
    }

    /// The key of its wording.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// The sentence itself; its key where no language has the wording.
    pub fn text(&self, lang: Lang) -> String {
        look_up(lang, self.key, &self.args).unwrap_or_else(|| self.key.to_owned())
    }

    /// What to do about it, where the wording has a `<key>-hint`.
    pub fn hint(&self, lang: Lang) -> Option<String> {
        look_up(lang, &format!("{}-hint", self.key), &self.args)
    }

    /// The sentence for a place that names the thing already, where the wording has a `<key>-brief`.
    pub fn brief(&self, lang: Lang) -> String {
        look_up(lang, &format!("{}-brief", self.key), &self.args).unwrap_or_else(|| self.text(lang))
    }

    /// The sentence and its hint for whoever has a form in front of them and no text of a file: `<key>-form` and
    /// `<key>-form-hint`, where the wording has them.
    pub fn full_in_form(&self, lang: Lang) -> String {
        let hint = look_up(lang, &format!("{}-form-hint", self.key), &self.args).or_else(|| self.hint(lang));
        let text = self.in_form(lang);
        match hint {
            Some(hint) => format!("{text} {hint}"),
            None => text,
        }
    }

    /// The sentence alone, likewise.
    pub fn in_form(&self, lang: Lang) -> String {
        look_up(lang, &format!("{}-form", self.key), &self.args).unwrap_or_else(|| self.text(lang))
    }

    /// The sentence and its hint in one line.
    pub fn full(&self, lang: Lang) -> String {
        match self.hint(lang) {
            Some(hint) => format!("{} {hint}", self.text(lang)),
            None => self.text(lang),
        }
    }
}

/// A fixed label of the interface.
pub fn tr(lang: Lang, key: &str) -> String {
    look_up(lang, key, &[]).unwrap_or_else(|| key.to_owned())
}

fn look_up(lang: Lang, key: &str, args: &[(&'static str, Detail)]) -> Option<String> {
    let args: HashMap<Cow<'static, str>, FluentValue<'_>> = args
        .iter()
        .map(|(name, value)| (Cow::Borrowed(*name), FluentValue::from(value.text(lang))))
        .collect();
    LOCALES.try_lookup_complete(lang.id(), key, Some(&args))
}

/// Something that a person has to be told: says what happened and, by the hint, what to do next.
pub trait Explain {
    /// What happened.
    fn message(&self) -> Message;
}

/// Makes errors of what explains itself. An error is worded once, in `assets/locales`; its `Display`, for the log and
/// for whoever uses the library, is the English of it.
macro_rules! worded_errors {
    ($($error:ty),+) => {$(
        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                use $crate::text::{Explain as _, Lang};
                f.write_str(&self.message().text(Lang::English))
            }
        }

        impl std::error::Error for $error {}
    )+};
}
pub(crate) use worded_errors;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_stand_in_the_sentence_without_marks() {
        let message = Message::new("entry-not-a-number").with("text", "abc");
        assert!(message.text(Lang::Chinese).contains("“abc”"), "{}", message.text(Lang::Chinese));
        assert!(message.hint(Lang::English).is_some());
    }

    #[test]
    fn what_lies_behind_an_error_is_said_in_the_language_of_the_sentence() {
        let cause = Message::new("entry-not-a-number").with("text", "abc");
        let message = |detail: Detail| Message::new("import-not-a-workbook").with_detail("detail", &detail);
        let texts = |detail: Detail| Lang::ALL.map(|lang| message(detail.clone()).text(lang));
        let [chinese, english] = texts(cause.into());
        assert!(chinese.contains("（“abc”不是数字）。"), "{chinese}");
        assert!(english.contains("(“abc” is not a number)."), "{english}");
        assert!(texts("No such file.".to_owned().into()).iter().all(|text| text.contains("No such file.")));
    }
}
