//! RON as people write it: what is short stands in one line.

/// Columns up to which a list or a struct stands in one line; a Chinese character takes two.
const WIDTH: usize = 100;

/// Joins the lines of what the serializer wrote, wherever the whole of a list or struct fits in one.
pub(super) fn compact(pretty: &str) -> String {
    let lines: Vec<&str> = pretty.lines().collect();
    let mut text = String::with_capacity(pretty.len());
    write_lines(&lines, &mut text);
    text
}

fn write_lines(lines: &[&str], into: &mut String) {
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first() {
        let Some(length) = block_length(line, after) else {
            into.push_str(line);
            into.push('\n');
            rest = after;
            continue;
        };
        let (inner, close) = after.split_at(length);
        match in_one_line(line, inner, close.first().copied().unwrap_or_default()) {
            Some(joined) => {
                into.push_str(&joined);
                into.push('\n');
            }
            None => {
                into.push_str(line);
                into.push('\n');
                write_lines(inner, into);
                close.first().into_iter().for_each(|close| {
                    into.push_str(close);
                    into.push('\n');
                });
            }
        }
        rest = close.split_first().map_or(&[][..], |(_, rest)| rest);
    }
}

/// Lines between one that opens a list or struct and the one that closes it.
fn block_length(line: &str, after: &[&str]) -> Option<usize> {
    if !line.ends_with(['(', '[', '{']) {
        return None;
    }
    let indent = indent_of(line);
    after.iter().position(|other| indent_of(other) == indent)
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn in_one_line(open: &str, inner: &[&str], close: &str) -> Option<String> {
    let mut joined = open.to_owned();
    for (number, line) in inner.iter().enumerate() {
        let line = line.trim_start();
        let after_opening = joined.ends_with(['(', '[', '{']);
        let closes = line.starts_with([')', ']', '}']);
        if closes && joined.ends_with(',') {
            joined.pop();
        }
        if number > 0 && !after_opening && !closes {
            joined.push(' ');
        }
        joined.push_str(line);
        if width(&joined) > WIDTH {
            return None;
        }
    }
    if joined.ends_with(',') {
        joined.pop();
    }
    joined.push_str(close.trim_start());
    (width(&joined) <= WIDTH).then_some(joined)
}

fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
