//! Where a line may end (禁则): not before closing marks, not behind opening ones, not between a number and its unit.

/// Units of two characters, which a number keeps whole.
fn is_unit(first: char, second: char) -> bool {
    matches!(
        (first, second),
        ('万' | '亿' | '千', '元') | ('万', '人') | ('人', '次') | ('小', '时') | ('公', '里') | ('分', '钟')
    )
}

/// Latin runs as long as that may break within: names of files, addresses.
const LONG_RUN: usize = 20;
/// Behind so many letters of such a run.
const PIECE: usize = 4;

/// What begins no line.
fn is_never_first(c: char) -> bool {
    is_half_empty(c)
        || matches!(c, '？' | '！' | '”' | '’' | '…' | '—' | '·' | '％' | '‰' | '℃' | '°' | '～' | '›')
        || matches!(c, '%' | '~' | ')' | ',' | '.' | ';' | ':' | '!' | '?' | ']' | '}' | '>')
}

/// What ends no line.
fn is_never_last(c: char) -> bool {
    is_opening(c)
        || matches!(c, '“' | '‘' | '≥' | '≤' | '＞' | '＜' | '±' | '¥' | '￥' | '№')
        || matches!(c, '(' | '[' | '{' | '<' | '$' | '#')
}

/// Full-width marks whose right half is empty: at the end of a line and before another mark they take half their width.
pub(super) fn is_half_empty(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕' | '〗')
}

/// Those whose left half is.
fn is_opening(c: char) -> bool {
    matches!(c, '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '〖')
}

/// Before which a mark with an empty right half is narrow.
pub(super) fn is_wide_mark(c: char) -> bool {
    is_half_empty(c) || is_opening(c)
}

/// Chinese, its marks and whatever else may be broken between any two characters.
fn is_wide(c: char) -> bool {
    c >= '\u{2e80}' || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '※' | '□' | '①'..='⑳' | '〔')
}

/// Whether a line may end between two neighbours.
fn may_part(before: char, after: char) -> bool {
    if before == ' ' {
        return after != ' ';
    }
    if after == ' ' || is_never_first(after) || is_never_last(before) {
        return false;
    }
    // 3月, 5分: a number keeps its unit.
    if before.is_ascii_digit() && is_wide(after) {
        return !after.is_alphabetic();
    }
    is_wide(before) || is_wide(after) || before == '›'
}

/// For each character whether a line may end behind it.
pub(super) fn opportunities(text: &[char]) -> Vec<bool> {
    let pairs = text.windows(2).map(|pair| match pair {
        [before, after] => may_part(*before, *after),
        _ => false,
    });
    let mut breaks: Vec<bool> = pairs.chain([true]).take(text.len()).collect();
    for (at, window) in text.windows(3).enumerate() {
        if let [digit, first, second] = window {
            let keeps = digit.is_ascii_digit() && is_unit(*first, *second);
            if let Some(may) = breaks.get_mut(at + 1).filter(|_| keeps) {
                *may = false;
            }
        }
    }
    let mut start = 0;
    while start < text.len() {
        let run = text.iter().skip(start).take_while(|c| ('!'..='~').contains(*c)).count();
        if run > LONG_RUN && !is_figure(text.get(start..start + run).unwrap_or_default()) {
            let pieces = breaks.iter_mut().skip(start).take(run - 1).enumerate();
            pieces.for_each(|(place, may)| *may |= (place + 1).is_multiple_of(PIECE));
        }
        start += run.max(1);
    }
    breaks
}

/// A number or a digest stays whole.
fn is_figure(run: &[char]) -> bool {
    run.iter().all(|c| matches!(c, '0'..='9' | 'a'..='f' | '+' | '-' | '.' | ',' | '%'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let breaks = opportunities(&characters);
        characters.iter().zip(breaks).fold(String::new(), |mut so_far, (c, may)| {
            so_far.push(*c);
            if may {
                so_far.push('|');
            }
            so_far
        })
    }

    #[test]
    fn lines_end_where_chinese_lines_may() {
        assert_eq!(broken("扣（1分）。好"), "扣|（1分）。|好|");
        assert_eq!(broken("2021年3月8日"), "2021年|3月|8日|");
        assert_eq!(broken("≥98% 以上"), "≥98% |以|上|");
        assert_eq!(broken("共774.13万元"), "共|774.13万元|");
        assert_eq!(broken("a word"), "a |word|");
        assert_eq!(broken("12345678901234567890.25"), "12345678901234567890.25|");
        assert_eq!(broken("voucher_with_a_long_name"), "vouc|her_|with|_a_l|ong_|name|");
    }
}
