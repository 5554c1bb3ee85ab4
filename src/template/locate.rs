//! Where in the text of a template a problem stands.

use super::Place;
use super::problem::{Problem, Turn};

/// Finds the places of `problems` in the text they come from: the value of the `id: "…"` that each concerns, or where
/// the thing itself begins if it has no id. The text is one that was read without an error.
pub(super) fn locate(problems: &mut [Problem], text: &str) {
    if problems.is_empty() {
        return;
    }
    let mut reader = Reader { rest: text, place: Place { line: 1, column: 1 } };
    reader.skip_attributes();
    let root = reader.value();
    for problem in problems {
        problem.place = Some(root.place_of(&problem.spot));
    }
}

/// A value of the text: where it begins and what stands in it.
#[derive(Debug)]
struct Value<'t> {
    place: Place,
    content: Content<'t>,
}

#[derive(Debug)]
enum Content<'t> {
    /// A string, a number, a bare word.
    Leaf,
    /// `(field: value, …)`, the name of a variant before it passed over.
    Fields(Vec<(&'t str, Value<'t>)>),
    List(Vec<Value<'t>>),
}

impl Value<'_> {
    fn get(&self, turn: Turn) -> Option<&Self> {
        match (&self.content, turn) {
            (Content::Fields(fields), Turn::Field(name)) => {
                fields.iter().find(|(found, _)| *found == name).map(|(_, value)| value)
            }
            (Content::List(list), Turn::Item(number)) => list.get(number),
            _ => None,
        }
    }

    /// Follows the way as far as the text goes: what was left out is shown at what it was left out of. Then back to
    /// what a person would point at: an id, or an element of a list.
    fn place_of(&self, way: &[Turn]) -> Place {
        let mut passed = vec![(self, None)];
        for turn in way {
            match passed.last().and_then(|(value, _)| value.get(*turn)) {
                Some(value) => passed.push((value, Some(*turn))),
                None => break,
            }
        }
        let shown =
            passed.iter().rev().find_map(|(value, turn)| match (value.get(Turn::Field("id")), turn) {
                (Some(id), _) => Some(id.place),
                (None, Some(Turn::Item(_))) => Some(value.place),
                (None, _) => None,
            });
        shown.unwrap_or(self.place)
    }
}

/// Reads RON that is known to be well formed, so it need not understand what it passes.
struct Reader<'t> {
    rest: &'t str,
    place: Place,
}

impl<'t> Reader<'t> {
    fn value(&mut self) -> Value<'t> {
        self.skip_blanks();
        let place = self.place;
        let mut token = self.token();
        if is_word(token) {
            self.skip_blanks();
            if !self.rest.starts_with('(') {
                return Value { place, content: Content::Leaf };
            }
            token = self.token();
        }
        match token {
            "(" => self.parenthesis(place),
            "[" => {
                let list = self.elements("]", Self::value);
                Value { place, content: Content::List(list) }
            }
            "{" => {
                self.elements("}", |reader| {
                    reader.value();
                    reader.skip_blanks();
                    reader.token();
                    reader.value()
                });
                Value { place, content: Content::Leaf }
            }
            _ => Value { place, content: Content::Leaf },
        }
    }

    /// What follows `(`: fields; or one value, which is that of a variant or of `Some`; or several.
    fn parenthesis(&mut self, place: Place) -> Value<'t> {
        let mut items = self.elements(")", |reader| {
            let name = reader.field_name();
            (name, reader.value())
        });
        let content = match items.as_slice() {
            [(Some(_), _), ..] => Content::Fields(
                items.into_iter().map(|(name, value)| (name.unwrap_or_default(), value)).collect(),
            ),
            [(None, _)] => return items.remove(0).1,
            _ => Content::List(items.into_iter().map(|(_, value)| value).collect()),
        };
        Value { place, content }
    }

    /// `name:`, where it stands here.
    fn field_name(&mut self) -> Option<&'t str> {
        let (rest, place) = (self.rest, self.place);
        let name = self.token();
        self.skip_blanks();
        if is_word(name) && self.rest.starts_with(':') {
            self.token();
            return Some(name);
        }
        (self.rest, self.place) = (rest, place);
        None
    }

    fn elements<T>(&mut self, end: &str, mut element: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let mut elements = Vec::new();
        loop {
            self.skip_blanks();
            if self.rest.is_empty() || self.rest.starts_with(end) {
                self.token();
                return elements;
            }
            elements.push(element(self));
            self.skip_blanks();
            if self.rest.starts_with(',') {
                self.token();
            }
        }
    }

    fn skip_blanks(&mut self) {
        loop {
            let blanks = self.rest.len() - self.rest.trim_start().len();
            let comment = match self.rest {
                rest if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
                rest if rest.starts_with("/*") => comment_length(rest),
                _ => 0,
            };
            if blanks + comment == 0 {
                return;
            }
            self.pass(blanks.max(comment));
        }
    }

    /// `#![enable(…)]` at the head of the file.
    fn skip_attributes(&mut self) {
        self.skip_blanks();
        while self.rest.starts_with("#!") {
            self.pass(self.rest.find(']').map_or(self.rest.len(), |end| end + 1));
            self.skip_blanks();
        }
    }

    /// The string, word, number or sign that begins here.
    fn token(&mut self) -> &'t str {
        let rest = self.rest;
        let in_word = |c: char| c.is_alphanumeric() || "_+-.".contains(c);
        let length = match rest.chars().next() {
            None => 0,
            Some('"') => string_length(rest),
            Some('r') if raw_string_length(rest).is_some() => raw_string_length(rest).unwrap_or(1),
            Some(c) if in_word(c) => rest.find(|c: char| !in_word(c)).unwrap_or(rest.len()),
            Some(c) => c.len_utf8(),
        };
        self.pass(length)
    }

    /// Passes this many bytes and counts lines and columns.
    fn pass(&mut self, bytes: usize) -> &'t str {
        let (passed, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.place = passed.chars().fold(self.place, |place, c| match c {
            '\n' => Place { line: place.line + 1, column: 1 },
            _ => Place { column: place.column + 1, ..place },
        });
        self.rest = rest;
        passed
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_') && !token.contains('"')
}

/// Bytes of a comment, others within it included.
fn comment_length(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut passed = 0;
    while let Some(tail) = rest.get(passed..) {
        if tail.starts_with("/*") {
            (depth, passed) = (depth + 1, passed + 2);
        } else if tail.starts_with("*/") {
            (depth, passed) = (depth - 1, passed + 2);
            if depth == 0 {
                return passed;
            }
        } else {
            match tail.chars().next() {
                Some(c) => passed += c.len_utf8(),
                None => break,
            }
        }
    }
    rest.len()
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

/// Bytes of `r"…"` or `r#"…"#`, where that is what begins here.
fn raw_string_length(rest: &str) -> Option<usize> {
    let marks = rest.strip_prefix('r')?;
    let content = marks.trim_start_matches('#');
    let end = format!("\"{}", "#".repeat(marks.len() - content.len()));
    let inside = content.strip_prefix('"')?;
    let opening = rest.len() - inside.len();
    Some(inside.find(&end).map_or(rest.len(), |at| opening + at + end.len()))
}
