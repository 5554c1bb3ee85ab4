//! Lines of text: characters become glyphs, lines are filled as far as their width goes.

use super::breaks::{is_half_empty, is_wide_mark, opportunities};
use super::face::{self, Face};
use super::ink::Ink;
use super::text::{Align, PITCH, Paragraph, Style};
use super::words::keep_words;

/// From the upper edge of a line's text to its base line, in sizes of the text: a Chinese character stands a little
/// lower than its box.
const RISE: f32 = 0.88;
/// Stands for a character that no font here has.
const MISSING: char = '□';
/// What sums of widths may be off by.
const CLOSE: f32 = 0.01;

/// A glyph of a run.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::print) struct SetGlyph {
    pub(in crate::print) id: u16,
    /// Bytes of its text.
    pub(in crate::print) bytes: u8,
    /// To the next one, in points.
    pub(in crate::print) advance: f32,
    /// How far right of its place it is drawn, in points.
    pub(in crate::print) shift: f32,
}

/// Glyphs of one face, size and colour.
#[derive(Clone)]
pub(in crate::print) struct Run {
    /// From the beginning of the line.
    pub(in crate::print) x: f32,
    pub(in crate::print) face: &'static Face,
    pub(in crate::print) size: f32,
    pub(in crate::print) ink: Ink,
    pub(in crate::print) text: String,
    pub(in crate::print) glyphs: Vec<SetGlyph>,
}

impl std::fmt::Debug for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} at {}", self.text, self.x)
    }
}

/// A line that was set.
#[derive(Clone, Debug)]
pub(in crate::print) struct Line {
    pub(in crate::print) runs: Vec<Run>,
    pub(in crate::print) width: f32,
    /// To the next line.
    pub(in crate::print) height: f32,
    /// From its upper edge to the base line.
    pub(in crate::print) rise: f32,
    pub(in crate::print) align: Align,
    /// Characters of it that no font here has, set as □.
    pub(in crate::print) missing: Vec<char>,
}

impl Line {
    /// How high its characters are; the rest of its height is room to the next line.
    pub(super) fn size(&self) -> f32 {
        self.rise / RISE
    }

    /// How far from the left it stands in a width.
    pub(in crate::print) fn offset_in(&self, width: f32) -> f32 {
        let free = (width - self.width).max(0.0);
        match self.align {
            Align::Start => 0.0,
            Align::Middle => free / 2.0,
            Align::End => free,
        }
    }
}

/// A character about to be set.
#[derive(Clone, Copy)]
struct Atom {
    c: char,
    face: &'static Face,
    glyph: u16,
    advance: f32,
    shift: f32,
    style: Style,
    /// What it stands for, where no font here has that.
    missing: Option<char>,
}

impl Atom {
    /// A closing mark at the end of a line is as wide as its ink.
    fn width_at_end(&self) -> f32 {
        match self.c {
            ' ' => 0.0,
            c if is_half_empty(c) => self.advance.min(self.style.size / 2.0),
            _ => self.advance,
        }
    }
}

/// The lines of paragraphs in `width`, all of them `scale` times as large as their styles say.
pub(in crate::print) fn lines(paragraphs: &[Paragraph], width: f32, scale: f32) -> Vec<Line> {
    paragraphs.iter().filter(|it| !it.is_empty()).flat_map(|it| lines_of(it, width, scale)).collect()
}

/// The width of the longest line of `paragraph` where nothing breaks it.
pub(in crate::print) fn width_of(paragraph: &Paragraph, scale: f32) -> f32 {
    hard_lines(paragraph, scale).iter().map(|atoms| width(atoms)).fold(0.0, f32::max)
}

fn lines_of(paragraph: &Paragraph, width: f32, scale: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    for atoms in hard_lines(paragraph, scale) {
        let size = paragraph.runs.first().map_or(Style::TABLE.size, |(_, style)| style.size) * scale;
        if atoms.is_empty() {
            lines.push(line(&[], paragraph.align, size));
            continue;
        }
        let ends = match paragraph.is_label {
            _ if self::width(&atoms) <= width + CLOSE => vec![atoms.len()],
            true => label_ends(&atoms, width),
            false => ends(&atoms, &breaks(&atoms), width),
        };
        let mut start = 0;
        for end in ends {
            lines.push(line(atoms.get(start..end).unwrap_or_default(), paragraph.align, size));
            start = end;
        }
    }
    lines
}

/// Its characters, line by line as they were typed.
fn hard_lines(paragraph: &Paragraph, scale: f32) -> Vec<Vec<Atom>> {
    let mut lines = vec![Vec::new()];
    for (text, style) in &paragraph.runs {
        let style = Style { size: style.size * scale, ..*style };
        let text = if text.contains('\r') { &text.replace("\r\n", "\n") } else { text };
        for c in text.chars() {
            if is_line_feed(c) {
                lines.push(Vec::new());
            } else if let Some(line) = lines.last_mut() {
                atoms(c, style, line);
            }
        }
    }
    lines.iter_mut().for_each(|line| narrow_marks(line));
    lines
}

/// Sets `c`, or what stands for it: paper shows what steers other programs as what it is, and names nothing else.
fn atoms(c: char, style: Style, line: &mut Vec<Atom>) {
    let c = if matches!(c, '\t' | '\u{a0}') { ' ' } else { c };
    if c.is_control() || is_invisible(c) {
        let style = Style { size: style.size * 0.8, ..style.grey() };
        let code = format!("[U+{:04X}]", u32::from(c));
        line.extend(code.chars().filter_map(|c| atom(c, style)));
    } else if let Some(atom) = atom(c, style) {
        line.push(atom);
    } else {
        line.extend(atom(MISSING, style).map(|atom| Atom { missing: Some(c), ..atom }));
    }
}

fn is_line_feed(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}')
}

/// Marks that print nothing: joiners, directions, variation selectors, tags.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

fn atom(c: char, style: Style) -> Option<Atom> {
    let (face, glyph) = face::glyph(c, style.bold)?;
    let points = |units: u16| f32::from(units) / face.units_per_em * style.size;
    let (advance, shift) = (points(glyph.advance), points(glyph.shift));
    Some(Atom { c, face, glyph: glyph.id, advance, shift, style, missing: None })
}

/// Two full-width marks in a row take the room of one and a half.
fn narrow_marks(atoms: &mut [Atom]) {
    for at in 1..atoms.len() {
        let follows = atoms.get(at).is_some_and(|next| is_wide_mark(next.c));
        if let Some(mark) = atoms.get_mut(at - 1).filter(|mark| follows && is_half_empty(mark.c)) {
            mark.advance = mark.advance.min(mark.style.size / 2.0);
        }
    }
}

fn breaks(atoms: &[Atom]) -> Vec<bool> {
    opportunities(&atoms.iter().map(|atom| atom.c).collect::<Vec<_>>())
}

fn width(atoms: &[Atom]) -> f32 {
    let Some((last, others)) = atoms.split_last() else { return 0.0 };
    others.iter().map(|atom| atom.advance).sum::<f32>() + last.width_at_end()
}

/// Where lines end that are filled as far as they go. What no line can hold is broken where the line is full.
fn ends(atoms: &[Atom], breaks: &[bool], width: f32) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut start, mut at, mut filled) = (0, 0, 0.0);
    let mut last = None;
    while let Some(atom) = atoms.get(at) {
        if filled + atom.width_at_end() > width + CLOSE && at > start {
            let end = last.unwrap_or(at);
            ends.push(end);
            (start, at, filled, last) = (end, end, 0.0, None);
            continue;
        }
        filled += atom.advance;
        at += 1;
        if breaks.get(at - 1).copied().unwrap_or(true) {
            last = Some(at);
        }
    }
    ends.push(atoms.len());
    ends
}

/// The same for a label: between words, and no line much longer than another.
fn label_ends(atoms: &[Atom], width: f32) -> Vec<usize> {
    let plain = breaks(atoms);
    let mut words = plain.clone();
    keep_words(&atoms.iter().map(|atom| atom.c).collect::<Vec<_>>(), &mut words);
    let count = ends(atoms, &plain, width).len();
    let step = atoms.first().map_or(width, |atom| atom.style.size / 2.0).max(1.0);
    let overflows = |ends: &[usize], within: f32| {
        let starts = std::iter::once(&0).chain(ends);
        let widths =
            starts.zip(ends).map(|(start, end)| self::width(atoms.get(*start..*end).unwrap_or_default()));
        let broken = ends.iter().any(|end| !words.get(end - 1).copied().unwrap_or(true));
        broken || widths.fold(0.0, f32::max) > within + CLOSE
    };
    // The narrowest width that needs no more lines; one more if words break otherwise.
    let balanced = |most: usize| {
        let narrower = std::iter::successors(Some(step), |width| Some(width + step));
        let mut tried = narrower.take_while(|tried| *tried < width).chain([width]);
        tried.find_map(|tried| {
            let ends = ends(atoms, &words, tried);
            (ends.len() <= most && !overflows(&ends, width)).then_some(ends)
        })
    };
    balanced(count).or_else(|| balanced(count + 1)).unwrap_or_else(|| ends(atoms, &plain, width))
}

fn line(atoms: &[Atom], align: Align, size: f32) -> Line {
    let trimmed = atoms.iter().rposition(|atom| atom.c != ' ').map_or(0, |last| last + 1);
    let atoms = atoms.get(..trimmed).unwrap_or_default();
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0.0;
    for atom in atoms {
        let same = |run: &&mut Run| {
            std::ptr::eq(run.face, atom.face)
                && run.ink == atom.style.ink
                && (run.size - atom.style.size).abs() < CLOSE
        };
        let bytes = u8::try_from(atom.c.len_utf8()).unwrap_or_default();
        let glyph = SetGlyph { id: atom.glyph, bytes, advance: atom.advance, shift: atom.shift };
        match runs.last_mut().filter(same) {
            Some(run) => {
                run.text.push(atom.c);
                run.glyphs.push(glyph);
            }
            None => runs.push(Run {
                x,
                face: atom.face,
                size: atom.style.size,
                ink: atom.style.ink,
                text: atom.c.to_string(),
                glyphs: vec![glyph],
            }),
        }
        x += atom.advance;
    }
    let size = atoms.iter().map(|atom| atom.style.size).fold(size, f32::max);
    let missing = atoms.iter().filter_map(|atom| atom.missing).collect();
    Line { runs, width: width(atoms), height: size * PITCH, rise: size * RISE, align, missing }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(paragraph: Paragraph, ems: f32) -> Vec<String> {
        let lines = lines(&[paragraph], ems * Style::TABLE.size, 1.0);
        lines.iter().map(|line| line.runs.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_are_filled_and_no_mark_begins_one() {
        assert_eq!(
            texts(Paragraph::new("材料齐全得满分，缺一项扣半分。"), 7.5),
            ["材料齐全得满分，", "缺一项扣半分。"]
        );
        assert_eq!(texts(Paragraph::new("材料齐全得满分，缺"), 7.0), ["材料齐全得满", "分，缺"]);
        assert_eq!(texts(Paragraph::new("一\n\n二"), 9.0), ["一", "", "二"]);
    }

    #[test]
    fn labels_break_between_words() {
        assert_eq!(texts(Paragraph::label("满意度指标"), 4.0), ["满意度", "指标"]);
        assert_eq!(texts(Paragraph::label("服务对象满意度指标"), 6.0), ["服务对象", "满意度指标"]);
        assert_eq!(texts(Paragraph::label("可持续影响"), 4.0), ["可持续", "影响"]);
        assert_eq!(texts(Paragraph::label("甲乙丙丁戊己"), 4.0), ["甲乙丙", "丁戊己"]);
    }

    #[test]
    fn what_no_line_holds_is_broken_where_the_line_is_full() {
        let number = "1234567890123456.78";
        assert_eq!(texts(Paragraph::new(number), 5.0).concat(), number);
    }

    #[test]
    fn what_prints_nothing_is_shown_and_what_no_font_has_is_named() {
        let set = lines(&[Paragraph::new("警\u{1}民\u{202e}\u{10fffd}二\t行")], 900.0, 1.0);
        let text: String = set[0].runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(text, "警[U+0001]民[U+202E]□二 行");
        assert_eq!(set[0].missing, ['\u{10fffd}']);
    }

    #[test]
    fn two_marks_in_a_row_are_set_close() {
        let width = |text: &str| width_of(&Paragraph::new(text), 1.0);
        assert!((width("（一）、二") - 4.5 * 9.5).abs() < 0.1, "{}", width("（一）、二"));
        assert!((width("一。") - 1.5 * 9.5).abs() < 0.1);
    }
}
