//! Points by class (产区得4分，非产区得3分): the 分值 of the indicator tells which class the table is for.

use crate::import::words::{number, pattern};
use crate::number::{plain, round};
use crate::text::Message;
use regex::Captures;
use rust_decimal::Decimal;

pattern!(
    PAIR,
    r"(?P<a>[^,;。:、0-9()得扣计记减加]{1,8}?)(?P<verb>得|扣|计|记|加|减)?(?P<pa>%n)分[,;、](?P<b>[^,;。:、0-9()得扣计记减加]{1,8}?)(?:得|扣|计|记|加|减)?(?P<pb>%n)分"
);

/// The class that the points tell; `None` where the text has no classes, or the 分值 does not tell which.
pub(in crate::import) fn class_of(text: &str, points: Decimal) -> Option<String> {
    let found = PAIR.captures_iter(text).find(are_classes)?;
    let is = |group: &str| found.name(group).and_then(|text| number(text.as_str())) == Some(points);
    let class = match (is("pa"), is("pb")) {
        (true, false) => found.name("a"),
        (false, true) => found.name("b"),
        _ => None,
    };
    class.map(|class| class.as_str().to_owned())
}

/// The classes that a text states points of.
pub(super) fn names(text: &str) -> Option<[String; 2]> {
    let found = PAIR.captures_iter(text).find(are_classes)?;
    Some(["a", "b"].map(|group| found.name(group).map(|name| name.as_str().to_owned()).unwrap_or_default()))
}

/// The text with the points of one class alone, and what was assumed; `usual` is the class of the rest of the table.
/// `None` where the text has no classes, or nothing tells which.
pub(super) fn of_one_class(text: &str, points: Decimal, usual: Option<&str>) -> Option<(String, Message)> {
    let has = |class: &str| {
        let is =
            |found: &Captures<'_>, group: &str| found.name(group).is_some_and(|name| name.as_str() == class);
        PAIR.captures_iter(text).any(|found| are_classes(&found) && (is(&found, "a") || is(&found, "b")))
    };
    let class = class_of(text, points).or_else(|| usual.filter(|class| has(class)).map(str::to_owned))?;
    let mut reduced = String::with_capacity(text.len());
    let mut end = 0;
    for found in PAIR.captures_iter(text) {
        let whole = found.get(0)?;
        let before = text.get(end..whole.start())?;
        reduced += before;
        end = whole.end();
        let group = |name: &str| found.name(name).map(|text| text.as_str()).unwrap_or_default();
        let is_own = are_classes(&found) && (group("a") == class || group("b") == class);
        // 按办法执行,产区1.4分,非产区1.2分 says how much it is worth, not what for.
        let has_verb = !group("verb").is_empty() || reduced.ends_with(['扣', '得', '计', '加']);
        if is_own && has_verb {
            let stated = number(group(if group("a") == class { "pa" } else { "pb" }))?;
            // 0.25 in the rule and 0.3 in the column are the same, rounded.
            let is_rounded = points.scale() > 0 && round(stated, points.scale()) == points;
            let stated = if is_rounded { points } else { stated };
            reduced = reduced + group("verb") + &plain(stated) + "分";
        } else {
            reduced += whole.as_str();
        }
    }
    reduced += text.get(end..)?;
    let message = Message::new("import-assumed-class").with("class", &class);
    Some((reduced, message.with("points", plain(points))))
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
        let one = |text: &str, points| of_one_class(text, points, None).map(|(text, _)| text);
        assert_eq!(
            one("制度健全的,山区得4分,非山区得3分,否则不得分,同时倒扣山区2分,非山区1分。", dec!(3)).unwrap(),
            "制度健全的,得3分,否则不得分,同时倒扣1分。"
        );
        assert_eq!(one("甲类得2分,乙类得1分", dec!(1)).unwrap(), "得1分");
        assert_eq!(one("优得4分,良得3分", dec!(3)), None);
        assert_eq!(one("山区得4分,非山区得3分", dec!(5)), None);
        let text = "建网的,山区得1.8分,非山区得1.3分;在此基础上,有增加的,得0.2分";
        let usual = of_one_class(text, dec!(1.5), Some("非山区")).map(|(text, _)| text);
        assert_eq!(usual.unwrap(), "建网的,得1.3分;在此基础上,有增加的,得0.2分");
        assert_eq!(
            one("按办法执行,山区1.4分,非山区1.2分。", dec!(1.2)).unwrap(),
            "按办法执行,山区1.4分,非山区1.2分。"
        );
    }
}
