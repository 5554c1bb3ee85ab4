//! Names with points in them: `项目决策（20分）`, `目标内容(4分)`, `决策 20`.

use super::words::{folded, label, number, pattern, squeezed, unnumbered};
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

pattern!(BRACKETED, r"^(.+?)[(](?:满分|分值|标准分|共)?:?(%n)(?:分|%)?[)]$");
pattern!(SPACED, r"^(.*[^0-9.\s:/-])[ :]+(%n)分?$");
pattern!(SUFFIXED, r"^(.*[^0-9.\s-])(%n)分$");
pattern!(POINTS, r"^(?:满分|分值)?:?[(]?(%n)(?:分)?[)]?$");

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
        ] {
            let named = named(cell);
            assert_eq!((&*named.name, named.points), (name, points), "{cell}");
        }
    }

    #[test]
    fn points_stand_alone() {
        assert_eq!(super::points("（20 分）"), Some(dec!(20)));
        assert_eq!(super::points("4-7"), None);
        assert_eq!(super::points("#REF!"), None);
        assert_eq!(share("２０％"), Some(dec!(20)));
    }
}
