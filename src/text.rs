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
    args: Vec<(&'static str, String)>,
}

impl Message {
    /// A key of `assets/locales`, without arguments.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Adds an argument, `{ $name }` in the wording; numbers as they are to be read.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
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

fn look_up(lang: Lang, key: &str, args: &[(&'static str, String)]) -> Option<String> {
    let args: HashMap<Cow<'static, str>, FluentValue<'_>> =
        args.iter().map(|(name, value)| (Cow::Borrowed(*name), FluentValue::from(value.as_str()))).collect();
    LOCALES.try_lookup_complete(lang.id(), key, Some(&args))
}

/// Something that a person has to be told: says what happened and, by the hint, what to do next.
pub trait Explain {
    /// What happened.
    fn message(&self) -> Message;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_stand_in_the_sentence_without_marks() {
        let message = Message::new("entry-not-a-number").with("text", "abc");
        assert!(message.text(Lang::Chinese).contains("“abc”"), "{}", message.text(Lang::Chinese));
        assert!(message.hint(Lang::English).is_some());
    }
}
