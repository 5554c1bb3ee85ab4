//! Why RON stops making sense where people wrote it by hand: marks of a Chinese keyboard, brackets without a partner.

use super::walk::{Place, blanks, string_length};

/// What a person did, behind what the parser complains about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Cause {
    /// A mark of a Chinese keyboard, and the one that is meant.
    ChineseMark(char, char),
    /// A bracket that nothing closes.
    Unclosed(char, Place),
}

/// What stands at `place`, where the parser stopped; `structural` if it missed a comma, a bracket, or the rest.
pub(super) fn cause(text: &str, place: Place, structural: bool) -> Option<Cause> {
    let line = text.lines().nth(place.line.saturating_sub(1)).unwrap_or_default();
    let found = line.chars().nth(place.column.saturating_sub(1));
    let mark = found.and_then(|found| Some(Cause::ChineseMark(found, meant(found)?)));
    mark.or_else(|| unclosed(text).filter(|_| structural))
}

/// The mark of RON that looks like it.
fn meant(mark: char) -> Option<char> {
    Some(match mark {
        '“' | '”' | '「' | '」' | '＂' | '‘' | '’' => '"',
        '，' | '、' => ',',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        '【' | '［' => '[',
        '】' | '］' => ']',
        _ => return None,
    })
}

/// The first bracket that another kind closes, or nothing; strings and comments hold none.
fn unclosed(text: &str) -> Option<Cause> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let c = rest.chars().next()?;
        let is_comment = rest.starts_with("//") || rest.starts_with("/*");
        at += match c {
            '"' => string_length(text.get(..at).unwrap_or_default(), rest),
            _ if is_comment => blanks(rest).max(1),
            _ => c.len_utf8(),
        };
        match c {
            '(' | '[' | '{' => open.push((c, at - 1)),
            ')' | ']' | '}' => {
                let (last, from) = open.pop()?;
                if !matches!((last, c), ('(', ')') | ('[', ']') | ('{', '}')) {
                    return Some(Cause::Unclosed(last, place_of(text, from)));
                }
            }
            _ => {}
        }
    }
    open.pop().map(|(last, from)| Cause::Unclosed(last, place_of(text, from)))
}

fn place_of(text: &str, at: usize) -> Place {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    Place { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
}

#[cfg(test)]
mod tests {
    use super::{Cause, Place, cause};

    fn found(text: &str) -> Option<Cause> {
        let error = crate::ron_text::read::<Vec<(String, u32)>>(text).unwrap_err();
        cause(text, error.place, true)
    }

    #[test]
    fn marks_of_a_chinese_keyboard_are_named() {
        assert_eq!(found("[(“甲”, 1)]"), Some(Cause::ChineseMark('“', '"')));
        assert_eq!(found("[(\"甲\"，1)]"), Some(Cause::ChineseMark('，', ',')));
        assert_eq!(found("[（\"甲\", 1)]"), Some(Cause::ChineseMark('（', '(')));
    }

    #[test]
    fn the_bracket_without_a_partner_is_found() {
        let unclosed = |text| match found(text) {
            Some(Cause::Unclosed(bracket, Place { line, column })) => Some((bracket, line, column)),
            _ => None,
        };
        assert_eq!(unclosed("[(\"甲\", 1), (\"乙)\", 2 ]"), Some(('(', 1, 12)));
        assert_eq!(unclosed("[\n  (\"甲\", 1), // ) \n"), Some(('[', 1, 1)));
        assert_eq!(unclosed("[(\"甲\" 1)]"), None, "a comma is missing, no bracket");
    }
}
