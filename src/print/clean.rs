//! Text that can be printed: PDF/A refuses a document with a single glyph missing, and one odd character in a
//! remark must not cost the sheet.

use super::world::has_glyph;
use serde_json::Value;
use std::collections::BTreeSet;

/// Stands for a character that the fonts lack.
const MISSING: char = '□';
/// Makes every string of `value` printable; the characters that were replaced, each once, in order.
pub(super) fn printable(value: &mut Value) -> Vec<char> {
    let mut missing = BTreeSet::new();
    clean_value(value, &mut missing);
    missing.into_iter().collect()
}

fn clean_value(value: &mut Value, missing: &mut BTreeSet<char>) {
    match value {
        Value::String(text) => *text = clean_text(text, missing),
        Value::Array(list) => list.iter_mut().for_each(|value| clean_value(value, missing)),
        Value::Object(fields) => fields.values_mut().for_each(|value| clean_value(value, missing)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn clean_text(text: &str, missing: &mut BTreeSet<char>) -> String {
    let text = text.replace("\r\n", "\n");
    let mut cleaned = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => cleaned.push('\n'),
            '\t' | '\u{a0}' => cleaned.push(' '),
            _ if c.is_control() || is_invisible(c) => {}
            _ if has_glyph(c) => cleaned.push(c),
            _ => {
                missing.insert(c);
                cleaned.push(MISSING);
            }
        }
    }
    cleaned
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
        assert_eq!(printable(&mut value), ['😀', '𠮷']);
        assert_eq!(value, json!({"a": ["警民□", "□家\n二 行"], "n": 3}));
    }
}
