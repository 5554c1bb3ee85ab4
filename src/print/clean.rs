//! Text that can be printed: PDF/A refuses a document with a single glyph missing, and one odd character in a
//! remark must not cost the sheet. Nor may one text that somebody pasted by mistake keep everybody waiting.

use super::data::LANG;
use super::world::has_glyph;
use crate::text::Message;
use serde_json::Value;
use std::collections::BTreeSet;

/// Stands for a character that the fonts lack.
const MISSING: char = '□';
/// Characters of one text that are printed: some twelve full pages. Ten times as many take the typesetter a hundred seconds.
pub const LONGEST_TEXT: usize = 10_000;

/// What of the texts is not on paper as it was typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Changed {
    /// Characters that no font here has, each once, in order.
    pub(super) substituted: Vec<char>,
    /// How many texts are longer than what is printed of one; a mark stands where each is cut.
    pub(super) cut: usize,
}

/// Makes every string of `value` printable.
pub(super) fn printable(value: &mut Value) -> Changed {
    let mut cleaning = Cleaning::default();
    cleaning.value(value);
    Changed { substituted: cleaning.missing.into_iter().collect(), cut: cleaning.cut }
}

#[derive(Default)]
struct Cleaning {
    missing: BTreeSet<char>,
    cut: usize,
}

impl Cleaning {
    fn value(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.text(text),
            Value::Array(list) => list.iter_mut().for_each(|value| self.value(value)),
            Value::Object(fields) => fields.values_mut().for_each(|value| self.value(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn text(&mut self, text: &str) -> String {
        let text = text.replace("\r\n", "\n");
        let mut cleaned = String::with_capacity(text.len().min(4 * LONGEST_TEXT));
        for c in text.chars().take(LONGEST_TEXT) {
            match c {
                '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => cleaned.push('\n'),
                '\t' | '\u{a0}' => cleaned.push(' '),
                _ if c.is_control() || is_invisible(c) => {}
                _ if has_glyph(c) => cleaned.push(c),
                _ => {
                    self.missing.insert(c);
                    cleaned.push(MISSING);
                }
            }
        }
        let rest = text.chars().skip(LONGEST_TEXT).count();
        if rest > 0 {
            self.cut += 1;
            let mark = Message::new("print-cut").with("all", LONGEST_TEXT + rest).with("most", LONGEST_TEXT);
            cleaned.push_str(&mark.text(LANG));
        }
        cleaned
    }
}

/// Marks that steer other programs and print nothing: joiners, directions, variation selectors, tags.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn odd_characters_are_named_and_the_rest_is_kept() {
        let mut value = json!({"a": ["警\u{1}民\u{feff}😀", "𠮷家\r\n二\t行"], "n": 3});
        assert_eq!(printable(&mut value), Changed { substituted: vec!['😀', '𠮷'], cut: 0 });
        assert_eq!(value, json!({"a": ["警民□", "□家\n二 行"], "n": 3}));
    }

    #[test]
    fn a_text_too_long_for_paper_says_so_where_it_ends() {
        let whole = "字".repeat(LONGEST_TEXT);
        let mut value = json!([whole, format!("{whole}余"), format!("{whole}😀")]);
        assert_eq!(printable(&mut value), Changed { substituted: Vec::new(), cut: 2 });
        assert_eq!(value[0], json!(whole));
        let cut = value[1].as_str().unwrap();
        assert_eq!(value[1], value[2]);
        assert!(cut.starts_with(&whole) && cut.contains("10001"), "{:?}", cut.get(whole.len()..));
    }
}
