//! Names with points in them: `项目决策（20分）`, `目标内容(4分)`, `决策 20`.

use super::words::{folded, is_label, label, number, pattern, squeezed, unnumbered};
use crate::template::Label;
use rust_decimal::Decimal;

/// What the cell of a group or an indicator says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Named {
    pub name: Label,
    pub points: Option<Decimal>,
    /// A numbering was taken off.
    pub was_numbered: bool,
}

pattern!(BRACKETED, r"^(.+?)[(](?:满分|分值|标准分|基准分|权重|共|计)?:?(%n)(?:分|%|points?)?[)]$");
pattern!(SPACED, r"^(.*[^0-9.\s:/-])[ :]+(%n)(?:分|points?)?$");
pattern!(SUFFIXED, r"^(.*[^0-9.\s-])(%n) ?(?:分|points?)$");
pattern!(POINTS, r"^(?:满分|分值|共|计)?:?[(]?([+-]?%n)(?:分|points?)?[)]?$");
pattern!(
    IN_WORDS,
    r"^(?:本项|该项|此项|本条)?(?:基准分值?|标准分值?|基本分|基础分|满分|分值|总分|占|共|计|值)(?:为|是|:|占)?(%n)(?:分|[。;,:]|$)"
);

pub(super) fn named(cell: &str) -> Named {
    let text = folded(cell).split_whitespace().collect::<Vec<_>>().join(" ");
    let tight = squeezed(&text);
    let found = BRACKETED
        .captures(&tight)
        .or_else(|| SPACED.captures(&text))
        .or_else(|| SUFFIXED.captures(&tight))
        .and_then(|found| Some((squeezed(found.get(1)?.as_str()), number(found.get(2)?.as_str())?)));
    let (words, points) = match found {
        Some((words, points)) => (words, Some(points)),
        None => (tight, None),
    };
    let bare = unnumbered(&words);
    Named { name: label(bare), points, was_numbered: bare.len() < words.len() }
}

/// Points as a cell of their column has them: `20`, `20分`, `（20分）`.
pub(super) fn points(cell: &str) -> Option<Decimal> {
    number(POINTS.captures(&squeezed(&folded(cell)))?.get(1)?.as_str())
}

/// Points that a rule states before it says anything else: `基准分15分。标准：…`, `该项占10。…`.
pub(super) fn points_in_words(cell: &str) -> Option<Decimal> {
    number(IN_WORDS.captures(&squeezed(&folded(cell)))?.get(1)?.as_str())
}

/// Characters of a name that is the beginning of a rule, and of its first clause where that alone is longer.
const LONGEST_BEGINNING: usize = 45;
const LONGEST_CLAUSE: usize = 30;

/// A name from the words of a rule: its first clauses, up to where it speaks of points. `None` without words.
pub(super) fn beginning(rule: &str) -> Option<Named> {
    let text = squeezed(&folded(rule));
    let words = unnumbered(&text).trim_start_matches([',', ';', '。', ':', '、']);
    let mut end = 0;
    for clause in words.split_inclusive([',', ';', '。', ':']) {
        let longer = words.get(..end + clause.len()).unwrap_or(words);
        if end > 0 && (!is_label(clause) || longer.chars().count() > LONGEST_BEGINNING) {
            break;
        }
        end += clause.len();
        if clause.ends_with(['。', ';']) {
            break;
        }
    }
    let clauses = words.get(..end).unwrap_or(words);
    let is_cut = clauses.chars().count() > LONGEST_BEGINNING;
    let name = match is_cut {
        true => clauses.chars().take(LONGEST_CLAUSE).collect::<String>() + "…",
        false => clauses.to_owned(),
    };
    let name = label(&name);
    (!name.is_empty()).then_some(Named { name, points: None, was_numbered: false })
}

/// Points with a sign before them, +2 or −20: they are added or taken, whatever else is scored.
pub(super) fn is_signed(cell: &str) -> bool {
    folded(cell).trim_start().starts_with(['+', '-'])
}

pattern!(
    TOTAL,
    r"^(?:合计|总计|总分|总分值|总得分|合计得分|得分合计|综合得分|综合评分|满分|分值合计|总和|累计|共计|最终得分|自评总分|总评分?)(?:得分|分值|\(.*\))?$"
);
/// 合计, 总分: a row of the table that is no indicator.
pub(super) fn is_total(name: &str) -> bool {
    TOTAL.is_match(&squeezed(&folded(name)))
}

/// 合计, 总分, 小计.
pub(super) fn is_sum(name: &str) -> bool {
    is_total(name) || squeezed(name).ends_with("小计")
}

/// Nothing but a mark that nothing stands here: —, /, -- .
pub(super) fn is_nothing(cell: &str) -> bool {
    cell.chars().all(|c| c.is_whitespace() || "-—–－/／\\".contains(c))
}

/// A weight as a share: `20%`.
pub(super) fn share(cell: &str) -> Option<Decimal> {
    pattern!(SHARE, r"^(%n)%$");
    number(SHARE.captures(&squeezed(&folded(cell)))?.get(1)?.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn labels_give_name_and_points() {
        for (cell, name, points) in [
            ("项目决策（20分）", "项目决策", Some(dec!(20))),
            ("项目\n\n目标\n\n(4分)", "项目目标", Some(dec!(4))),
            ("目标内容(4分)", "目标内容", Some(dec!(4))),
            ("决策 20", "决策", Some(dec!(20))),
            ("决策：２０", "决策", Some(dec!(20))),
            ("一、决策（20 分）", "决策", Some(dec!(20))),
            ("（一）资金投入 12.5分", "资金投入", Some(dec!(12.5))),
            ("1.2 组织实施", "组织实施", None),
            ("①目标明确", "目标明确", None),
            ("5G基站", "5G基站", None),
            ("项目（二期）", "项目（二期）", None),
            ("2020年目标", "2020年目标", None),
            ("产出（30%）", "产出", Some(dec!(30))),
            ("项目文档\n10 points", "项目文档", Some(dec!(10))),
            ("产出（基准分15分）", "产出", Some(dec!(15))),
        ] {
            let named = named(cell);
            assert_eq!((&*named.name, named.points), (name, points), "{cell}");
        }
    }

    #[test]
    fn points_stand_alone() {
        assert_eq!(super::points("（20 分）"), Some(dec!(20)));
        assert_eq!(super::points("+2"), Some(dec!(2)));
        assert_eq!(super::points("−20分"), Some(dec!(-20)));
        assert_eq!(points_in_words("基准分15分。标准：满意度95%"), Some(dec!(15)));
        assert_eq!(points_in_words("该项占10。标准：配合"), Some(dec!(10)));
        assert_eq!(points_in_words("每处扣 2 分"), None);
        assert_eq!(super::points("4-7"), None);
        assert_eq!(super::points("#REF!"), None);
        assert_eq!(share("２０％"), Some(dec!(20)));
    }
}
