//! Points by class (产区得4分，非产区得3分): the 分值 of the indicator tells which class the table is for.

use crate::import::words::{number, pattern};
use crate::text::Message;
use regex::Captures;
use rust_decimal::Decimal;

pattern!(
    PAIR,
    r"(?P<a>[^,;。:、0-9()得扣计记减加]{1,8}?)(?P<verb>得|扣|计|记|加|减)?(?P<pa>%n)分[,;、](?P<b>[^,;。:、0-9()得扣计记减加]{1,8}?)(?:得|扣|计|记|加|减)?(?P<pb>%n)分"
);

/// The text with the points of one class alone, and what was assumed; `None` where it has no classes, or the 分值 does
/// not tell which.
pub(super) fn of_one_class(text: &str, points: Decimal) -> Option<(String, Message)> {
    let mut chosen: Option<String> = None;
    for found in PAIR.captures_iter(text).filter(|found| are_classes(found)) {
        let is = |group: &str| found.name(group).and_then(|text| number(text.as_str())) == Some(points);
        chosen = match (is("pa"), is("pb")) {
            (true, false) => found.name("a"),
            (false, true) => found.name("b"),
            _ => None,
        }
        .map(|class| class.as_str().to_owned());
        break;
    }
    let class = chosen?;
    let of_class = |found: &Captures<'_>| {
        let group = |name: &str| found.name(name).map(|text| text.as_str()).unwrap_or_default();
        let own = if group("a") == class { "pa" } else { "pb" };
        match are_classes(found) && (group("a") == class || group("b") == class) {
            true => format!("{}{}分", group("verb"), group(own)),
            false => group_0(found),
        }
    };
    let text = PAIR.replace_all(text, of_class).into_owned();
    let message = Message::new("import-assumed-class").with("class", &class);
    Some((text, message.with("points", crate::number::plain(points))))
}

fn group_0(found: &Captures<'_>) -> String {
    found.get(0).map(|whole| whole.as_str().to_owned()).unwrap_or_default()
}

/// Names of kinds of places or units, not of degrees: one is the other with 非, or both end alike.
fn are_classes(found: &Captures<'_>) -> bool {
    const ENDINGS: &[char] = &['区', '类', '县', '省', '市', '镇', '乡', '型', '部', '州'];
    let (Some(a), Some(b)) = (found.name("a"), found.name("b")) else { return false };
    let (a, b) = (a.as_str(), b.as_str());
    let is_negation = a.strip_prefix('非') == Some(b) || b.strip_prefix('非') == Some(a);
    let last = |text: &str| text.chars().last();
    is_negation || a != b && last(a) == last(b) && a.ends_with(ENDINGS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn the_points_tell_the_class() {
        let one = |text: &str, points| of_one_class(text, points).map(|(text, _)| text);
        assert_eq!(
            one("制度健全的,山区得4分,非山区得3分,否则不得分,同时倒扣山区2分,非山区1分。", dec!(3)).unwrap(),
            "制度健全的,得3分,否则不得分,同时倒扣1分。"
        );
        assert_eq!(one("甲类得2分,乙类得1分", dec!(1)).unwrap(), "得1分");
        assert_eq!(one("优得4分,良得3分", dec!(3)), None);
        assert_eq!(one("山区得4分,非山区得3分", dec!(5)), None);
    }
}
