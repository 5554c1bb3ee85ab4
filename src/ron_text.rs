//! RON as this program writes it, and its errors in words that say where and what to mend.

mod marks;
mod walk;

use crate::number::quantity::REFUSED;
use crate::text::{Explain, Message, worded_errors};
use marks::Cause;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;
pub use walk::Place;
use walk::{blanks, string_length};

/// Text that is not RON of the expected shape.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// Where it stops making sense.
    pub place: Place,
    code: ron::Error,
    /// What a person did that the parser knows nothing of.
    cause: Option<Cause>,
}

worded_errors!(SyntaxError);

impl Explain for SyntaxError {
    fn message(&self) -> Message {
        use ron::Error as E;
        let at = |message: Message| message.with("line", self.place.line).with("column", self.place.column);
        match self.cause {
            Some(Cause::ChineseMark(found, meant)) => {
                let message = Message::new("ron-chinese-mark").with("found", found.to_string());
                return at(message.with("meant", meant.to_string()));
            }
            Some(Cause::Unclosed(bracket, from)) => {
                let message = Message::new("ron-unclosed").with("bracket", bracket.to_string());
                return at(message.with("from_line", from.line).with("from_column", from.column));
            }
            None => {}
        }
        let message = match &self.code {
            E::NoSuchStructField { found, expected, .. } => {
                Message::new("ron-unknown-field").with("found", found).with("expected", expected.join("、"))
            }
            E::NoSuchEnumVariant { found, expected, .. } => {
                Message::new("ron-unknown-variant").with("found", found).with("expected", expected.join("、"))
            }
            E::MissingStructField { field, .. } => Message::new("ron-missing-field").with("field", field),
            E::DuplicateStructField { field, .. } => Message::new("ron-duplicate-field").with("field", field),
            E::Message(text) if text.starts_with(REFUSED) => {
                Message::new("ron-not-a-quantity").with("found", text.trim_start_matches(REFUSED))
            }
            E::InvalidValueForType { expected, found } if expected.contains("Decimal") => {
                Message::new("ron-not-a-number").with("found", found.split('"').nth(1).unwrap_or(found))
            }
            E::ExpectedString => Message::new("ron-expected-text"),
            E::ExpectedIdentifier => Message::new("ron-expected-name"),
            E::IntegerOutOfBounds => Message::new("ron-integer"),
            E::Eof => Message::new("ron-ends-early"),
            E::TrailingCharacters => Message::new("ron-trailing"),
            E::ExceededRecursionLimit => Message::new("ron-too-deep").with("levels", DEEPEST),
            E::ExpectedComma => Message::new("ron-expected-comma"),
            E::ExpectedArrayEnd => Message::new("ron-expected").with("what", "]"),
            E::ExpectedMapEnd => Message::new("ron-expected").with("what", "}"),
            E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => {
                Message::new("ron-expected").with("what", "(")
            }
            E::ExpectedStructLikeEnd | E::ExpectedOptionEnd => Message::new("ron-expected").with("what", ")"),
            E::ExpectedMapColon => Message::new("ron-expected").with("what", ":"),
            E::ExpectedDifferentStructName { found, .. } => {
                Message::new("ron-other-struct").with("found", found)
            }
            _ => Message::new("ron-other"),
        };
        at(message)
    }
}

/// Levels that a text may be nested: those of an enum, its struct, a field and a list each count.
const DEEPEST: usize = 160;

/// `Rate(Rate { .. })` in Rust is `Rate(..)` in the text: variants that hold a struct are unwrapped, both ways.
fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES | Extensions::IMPLICIT_SOME)
        .with_recursion_limit(DEEPEST)
}

/// What a whole text holds.
///
/// # Errors
/// Text that is not RON, or not of `T`'s shape, with its place.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, SyntaxError> {
    options().from_str(text).map_err(|error| refused(text, error))
}

fn refused(text: &str, error: ron::error::SpannedError) -> SyntaxError {
    let place = Place { line: error.span.start.line, column: error.span.start.col };
    let place = past_blanks(text, place);
    let of_value = matches!(error.code, ron::Error::Message(_) | ron::Error::InvalidValueForType { .. });
    let structural = matches!(
        error.code,
        ron::Error::Eof
            | ron::Error::ExpectedComma
            | ron::Error::ExpectedArrayEnd
            | ron::Error::ExpectedMapEnd
            | ron::Error::ExpectedStructLikeEnd
            | ron::Error::ExpectedOptionEnd
    );
    let cause = marks::cause(text, place, structural);
    SyntaxError { place: if of_value { at_the_quote(text, place) } else { place }, code: error.code, cause }
}

/// Of a string that is refused for what it says, the parser names the place behind its opening quote.
fn at_the_quote(text: &str, place: Place) -> Place {
    let line = text.lines().nth(place.line.saturating_sub(1)).unwrap_or_default();
    let before = place.column.checked_sub(2).and_then(|index| line.chars().nth(index));
    Place { column: place.column - usize::from(before == Some('"')), ..place }
}

/// Bytes before what `text` says: a mark of the encoding, blanks, comments, attributes.
pub fn head(text: &str) -> usize {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    loop {
        rest = rest.split_at_checked(blanks(rest)).map_or("", |(_, rest)| rest);
        match rest.strip_prefix("#!").and_then(|attribute| attribute.split_once(']')) {
            Some((_, after)) => rest = after,
            None => return text.len() - rest.len(),
        }
    }
}

/// Runs of comments in RON, not those that only look like one within a string.
pub fn comments(text: &str) -> usize {
    let (mut count, mut rest) = (0, text);
    while let Some(at) = rest.find(['"', '/']) {
        let (before, found) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let is_comment = found.starts_with("//") || found.starts_with("/*");
        count += usize::from(is_comment);
        let length = if is_comment { blanks(found) } else { string_length(before, found) };
        rest = found.split_at_checked(length.max(1)).map_or("", |(_, rest)| rest);
    }
    count
}

/// The parser stops before the blanks in front of what it does not understand; a person looks behind them.
fn past_blanks(text: &str, place: Place) -> Place {
    let line = text.lines().nth(place.line.saturating_sub(1)).unwrap_or_default();
    let rest = line.chars().skip(place.column.saturating_sub(1));
    let blanks = rest.clone().take_while(|c| c.is_whitespace()).count();
    let at_the_end = rest.count() == blanks;
    Place { column: place.column + if at_the_end { 0 } else { blanks }, ..place }
}

/// An element of a list, still as text, so that what is wrong with it can be said of this one.
#[derive(Clone, Copy, Debug)]
pub struct Element<'t> {
    /// The element alone, as it is written.
    pub text: &'t str,
    /// Where it begins in the whole text.
    pub place: Place,
}

impl Element<'_> {
    /// What the element holds.
    ///
    /// # Errors
    /// As [`read`], the place counted in the whole text.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, SyntaxError> {
        let within = |place: Place| {
            let column = if place.line == 1 { self.place.column - 1 } else { 0 };
            Place { line: self.place.line + place.line - 1, column: column + place.column }
        };
        read(self.text).map_err(|SyntaxError { place, code, cause }| {
            let cause = cause.map(|cause| match cause {
                Cause::Unclosed(bracket, from) => Cause::Unclosed(bracket, within(from)),
                other @ Cause::ChineseMark(..) => other,
            });
            SyntaxError { place: within(place), code, cause }
        })
    }
}

/// The elements of a list, whatever they are.
///
/// # Errors
/// Text that is not a RON list.
pub fn elements(text: &str) -> Result<Vec<Element<'_>>, SyntaxError> {
    use ron::value::RawValue;
    let list: Vec<&RawValue> = options().from_str(text).map_err(|error| refused(text, error))?;
    let start = text.as_ptr().addr();
    // Elements follow each other: only what stands between two of them has to be walked.
    let (mut walked, mut place) = (0, Place { line: 1, column: 1 });
    let element = |raw: &'_ RawValue| -> Option<Element<'_>> {
        // The parser hands out slices of `text` itself.
        let at = raw.get_ron().as_ptr().addr().checked_sub(start)?;
        let own = text.get(at..)?.get(..raw.get_ron().len())?;
        let begins = at + blanks(own);
        place = text.get(walked..begins)?.chars().fold(place, |place, c| match c {
            '\n' => Place { line: place.line + 1, column: 1 },
            _ => Place { column: place.column + 1, ..place },
        });
        walked = begins;
        Some(Element { text: text.get(begins..at + own.len())?.trim_end(), place })
    };
    Ok(list.into_iter().filter_map(element).collect())
}

/// `value` with a field on each line, so that two versions can be compared by eye. It fails only where `value` cannot
/// be said in RON at all, which no value of this program's types is.
///
/// # Errors
/// As the serializer says.
pub fn write<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    pretty(value, false).map(|text| escaped(&text) + "\n")
}

fn pretty<T: Serialize>(value: &T, escape_strings: bool) -> Result<String, ron::Error> {
    let config =
        PrettyConfig::new().new_line("\n").indentor("  ").compact_arrays(false).separate_tuple_members(false);
    options().to_string_pretty(value, config.escape_strings(escape_strings))
}

/// Escapes the strings of what [`pretty`] wrote without: the same text as with, in a third of the time, because
/// most characters are known not to need it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 1);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('"') {
        // A string with quotes or backslashes in it was written raw: r#"…"#, with as many # as it takes.
        let head = before.trim_end_matches('#');
        let end = format!("\"{}", "#".repeat(before.len() - head.len()));
        let (content, after) = after.split_once(&end).unwrap_or((after, ""));
        escaped += if end.len() > 1 { head.strip_suffix('r').unwrap_or(head) } else { head };
        escaped.push('"');
        for c in content.chars() {
            if stands_for_itself(c) { escaped.push(c) } else { escaped.extend(c.escape_debug()) }
        }
        escaped.push('"');
        rest = after;
    }
    escaped + rest
}

/// Surely: of others [`char::escape_debug`] knows.
fn stands_for_itself(c: char) -> bool {
    let ascii = matches!(c, ' '..='~') && !matches!(c, '"' | '\\' | '\'');
    ascii || matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3001}'..='\u{3020}' | '\u{FF01}'..='\u{FF5E}')
}

/// `value` in a single line, as [`read`] takes it too: for files that grow line by line.
///
/// # Errors
/// As the serializer says.
pub fn write_line<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    options().to_string(value).map(|text| text + "\n")
}

/// A field that holds its default need not be stated: `skip_serializing_if` leaves it out.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Why a file that states its format cannot be read.
#[derive(Debug)]
pub(crate) enum Unread {
    NotText,
    Syntax(SyntaxError),
    Newer { found: u32, newest: u32 },
}

/// What a file holds, with its text but for a mark of the encoding. `format` is that of the value, `newest` the newest
/// that this program reads. A newer file may hold fields that this program does not know: that it is newer is said
/// before complaining about them.
pub(crate) fn read_file<T: DeserializeOwned>(
    bytes: &[u8],
    newest: u32,
    format: impl FnOnce(&T) -> u32,
) -> Result<(T, &str), Unread> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unread::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = read::<T>(text);
    // The format is asked for apart only where something is amiss: it costs as much as reading.
    if value.as_ref().map_or(true, |value| format(value) > newest)
        && let Ok(found) = format_of(text)
        && found > newest
    {
        return Err(Unread::Newer { found, newest });
    }
    Ok((value.map_err(Unread::Syntax)?, text))
}

/// The `format: N` of a RON file, whatever else stands in it.
///
/// # Errors
/// Text that is not RON or states no format.
pub fn format_of(text: &str) -> Result<u32, SyntaxError> {
    #[derive(serde::Deserialize)]
    struct Head {
        format: u32,
    }
    read::<Head>(text).map(|head| head.format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped_as_ron_escapes_them() {
        let nasty = [
            "",
            "资金使用（7分）",
            "a\"b",
            "C:\\x",
            "it's",
            "两行\r\n第二行\t",
            "r#\"x\"#",
            "\"##\"###",
            "#",
            "r\"",
            "\u{feff}\u{3000}\u{200b}\0",
            "𠮷🙂e\u{301}",
            "\u{a0}ﾊﾞ—…·①",
        ];
        let lists: Vec<Vec<&str>> = vec![nasty.to_vec(), vec![], nasty.iter().rev().copied().collect()];
        assert_eq!(write(&lists).unwrap(), pretty(&lists, true).unwrap() + "\n");
        assert_eq!(read::<Vec<Vec<String>>>(&write(&lists).unwrap()).unwrap(), lists);
    }

    #[test]
    fn what_stands_for_itself_is_not_escaped() {
        for c in ('\0'..=char::MAX).filter(|c| stands_for_itself(*c)) {
            assert!(c.escape_debug().eq([c]), "{c:?}");
        }
    }
}
