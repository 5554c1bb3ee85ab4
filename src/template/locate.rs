//! Where in the text of a template a problem stands.

use super::Place;
use super::check::Problem;

/// Finds the places of `problems` in the text they come from: the `id: "…"` that each concerns.
pub(super) fn locate(problems: &mut [Problem], text: &str) {
    let places = id_places(text);
    for problem in problems {
        let Some((id, occurrence)) = &problem.at else { continue };
        problem.place =
            places.iter().filter(|(found, _)| **found == **id).nth(*occurrence).map(|(_, place)| *place);
    }
}

/// Each `id: "…"` of a RON text with the place where its value begins, comments and other strings passed over.
fn id_places(text: &str) -> Vec<(&str, Place)> {
    let mut places = Vec::new();
    let mut place = Place { line: 1, column: 1 };
    let mut expecting = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (token, after) = rest.split_at_checked(token_length(rest, first)).unwrap_or((rest, ""));
        let is_comment = token.starts_with("//") || token.starts_with("/*");
        if first == '"' && expecting {
            places.push((token.trim_matches('"'), place));
        }
        if !first.is_whitespace() && !is_comment {
            expecting = token == "id" || (expecting && token == ":");
        }
        for c in token.chars() {
            place = match c {
                '\n' => Place { line: place.line + 1, column: 1 },
                _ => Place { column: place.column + 1, ..place },
            };
        }
        rest = after;
    }
    places
}

/// Bytes of the token that `rest` begins with: a comment, a string, a word, or one character.
fn token_length(rest: &str, first: char) -> usize {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    if rest.starts_with("//") {
        rest.find('\n').unwrap_or(rest.len())
    } else if rest.starts_with("/*") {
        rest.find("*/").map_or(rest.len(), |end| end + 2)
    } else if first == '"' {
        string_length(rest)
    } else if is_word(first) {
        rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())
    } else {
        first.len_utf8()
    }
}

fn string_length(rest: &str) -> usize {
    let mut escaped = false;
    for (offset, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return offset + 1,
            _ => {}
        }
    }
    rest.len()
}
