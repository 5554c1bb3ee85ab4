//! The words of score tables: widths, blanks, numbering, punctuation.

use crate::template::Label;
use regex::Regex;
use rust_decimal::Decimal;
use std::str::FromStr as _;

/// Defines a pattern that is compiled when it is first used.
macro_rules! pattern {
    ($visible:vis $name:ident, $text:expr) => {
        $visible static $name: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| crate::import::words::compiled($text));
    };
}
pub(super) use pattern;

/// Patterns are constants of this room: `%n` stands for a number. Tests touch each of them.
#[expect(clippy::expect_used, reason = "constants, each compiled by the tests")]
pub(super) fn compiled(text: &str) -> Regex {
    Regex::new(&text.replace("%n", "[0-9]+(?:\\.[0-9]+)?")).expect("a pattern of this room")
}

/// Digits, brackets and punctuation in one width, so that patterns need one form of each.
pub(super) fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

fn fold(c: char) -> char {
    match c {
        '；' => ';',
        '，' => ',',
        '～' | '〜' | '—' | '–' | '－' | '−' | '~' | '―' => '-',
        '﹪' | '％' => '%',
        '．' => '.',
        '﹤' => '<',
        '﹥' => '>',
        '≦' | '⩽' => '≤',
        '≧' | '⩾' => '≥',
        '✕' | '*' | '＊' | '·' => '×',
        '〔' | '【' => '(',
        '〕' | '】' => ')',
        '\u{3000}' | '\u{a0}' => ' ',
        // The full-width forms of ASCII stand in its order.
        '！'..='｝' => {
            let code = u32::from(c).wrapping_sub(0xFEE0);
            char::from_u32(code).unwrap_or(c)
        }
        _ => c,
    }
}

/// Chinese words without the blanks and line breaks that a narrow column puts between them. Between Latin words
/// one blank stays.
pub(super) fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let joins_latin = squeezed.ends_with(|c: char| c.is_ascii_alphanumeric())
            && word.starts_with(|c: char| c.is_ascii_alphanumeric());
        if joins_latin {
            squeezed.push(' ');
        }
        squeezed += word;
    }
    squeezed
}

/// The text of a cell as the template keeps it: its lines, without blanks around them.
pub(super) fn tidy(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The text of a rule as the patterns want it: one width, no blanks, lines that are sentences apart by `;`.
pub(super) fn flattened(text: &str) -> String {
    let mut flat = String::with_capacity(text.len());
    for line in folded(text).lines().map(squeezed).filter(|line| !line.is_empty()) {
        let is_new_sentence = flat.ends_with([';', '.', '。', ',', ')', '分', '%', ':', '止'])
            || numbering(&line).is_some_and(|length| length > 0);
        if !flat.is_empty() && is_new_sentence && !flat.ends_with([';', '。', ',', ':']) {
            flat.push(';');
        }
        flat += &line;
    }
    flat
}

pattern!(
    NUMBERING,
    r"^(?:[(]?[一二三四五六七八九十]{1,3}[)]?[、.]|[(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)]|第[一二三四五六七八九十]+[、,]|[0-9]{1,2}(?:\.[0-9]{1,2})+[、.]?|[0-9]{1,2}(?:、|\.)|[0-9]{1,2}[)]|[①-⑳⑴-⒇])"
);

/// Bytes of the numbering that a folded text begins with: 一、 （一） 1. 1.2 ① .
pub(super) fn numbering(text: &str) -> Option<usize> {
    let found = NUMBERING.find(text)?;
    // `1.5分` is a number, and a numbering is followed by words.
    let after = text.split_at_checked(found.end())?.1;
    (!after.is_empty() && !after.starts_with(|c: char| c.is_ascii_digit() || c == '%' || c == '分'))
        .then_some(found.end())
}

// The places of a numbered list within a text.
pattern!(pub(super) MARK, r"[①-⑳⑴-⒇]|(?:^|[;:。,])[(]?[0-9]{1,2}(?:[)]|[.、])(?:[^0-9%]|$)");

/// Without the numbering that it begins with.
pub(super) fn unnumbered(text: &str) -> &str {
    match numbering(text) {
        Some(end) => text.split_at_checked(end).map_or(text, |(_, after)| after.trim_start()),
        None => text,
    }
}

/// A label as it is shown, from folded text: without numbering and punctuation around it, Chinese punctuation.
pub(super) fn label(text: &str) -> Label {
    let around = [';', ',', '。', '、', ':', '.', ' '];
    let text = unnumbered(text.trim_matches(around)).trim_matches(around);
    let text = text.strip_suffix('的').unwrap_or(text).trim_end_matches(around);
    let shown = |c| match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '(' => '（',
        ')' => '）',
        c => c,
    };
    text.chars().map(shown).collect::<String>().into()
}

/// A number that a pattern found.
pub(super) fn number(text: &str) -> Option<Decimal> {
    Decimal::from_str(text).ok()
}

/// Words that decide points. What is left of a rule's text after reading it must not hold any, nor a digit: it
/// would have been overlooked.
const DECISIVE: &[&str] = &[
    "扣",
    "得分",
    "满分",
    "不得",
    "酌情",
    "否则",
    "每",
    "加分",
    "减分",
    "上限",
    "下限",
    "封顶",
    "计分",
    "评分",
    "打分",
    "给分",
    "赋分",
    "分值",
    "按比例",
    "以上",
    "以下",
    "之一",
    "零分",
    "±",
];

/// Whether text that was not read can be passed over.
pub(super) fn is_harmless(text: &str) -> bool {
    !text.contains(|c: char| c.is_ascii_digit()) && !DECISIVE.iter().any(|word| text.contains(word))
}

pattern!(pub(super) STATES_POINTS, "[0-9]分(?:[^钟]|$)");

/// Whether a label was cut where a rule says more than the label should.
pub(super) fn is_label(text: &str) -> bool {
    const MORE: &[&str] = &["扣", "得分", "满分", "不得", "酌情", "否则", "为止", "计分", "评分"];
    let words = text.trim_matches([';', ',', '。', '、', ':', ' ']);
    !words.is_empty() && !MORE.iter().any(|word| text.contains(word)) && !STATES_POINTS.is_match(text)
}
