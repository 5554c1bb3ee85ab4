//! 取自另一指标.

use super::{Case, HERE, by_ledger, plain};
use crate::help::{indicator, template_text};

const RATE: &str =
    r#"(award: Rate(measure: Entered(target: "甲", actual: "乙", rate: "率"), direction: Positive))"#;
const FREE: &str = r#"(award: Free(step: "1"))"#;

/// `from` of `points` by `rule`, and `to`, which takes `takes` of the indicator `id`.
fn sheet((rule, points): (&str, &str), id: &str, takes: &str) -> String {
    let takes = format!("Other(indicator: \"{id}\", takes: {takes})");
    let to = match takes.contains("Rate)") {
        true => format!("(award: Rate(measure: {takes}, direction: Positive))"),
        false => format!("(award: PerUnit(measure: {takes}, points: \"1\"))"),
    };
    let to = indicator("to", "5", &to).replacen("id: \"to\"", &format!("id: {HERE}\"to\""), 1);
    let all = if points == "0" { "5" } else { "10" };
    template_text(all, "", &format!("{}\n{to}", indicator("from", points, rule)))
}

/// A chain of 34 indicators, the last of which takes from `last`.
fn chain(last: &str) -> String {
    let takes = |other: &str| {
        format!("(award: Rate(measure: Other(indicator: \"{other}\", takes: Rate), direction: Positive))")
    };
    let mut nodes = vec![indicator("c0", "1", RATE)];
    nodes.extend((1..33).map(|at| indicator(&format!("c{at}"), "1", &takes(&format!("c{}", at - 1)))));
    let end = indicator("c33", "1", &takes(last)).replacen("id: \"c33\"", &format!("id: {HERE}\"c33\""), 1);
    nodes.push(end);
    template_text("34", "", &nodes.join("\n"))
}

pub(crate) fn taken() -> Vec<Case> {
    let case = |key, broken: String, mended: String| Case { key, broken, mended: plain(&mended) };
    let bonus = r#"(award: Entries, floor: "-5", ceiling: "5", ledger: (kinds: [(id: "k", label: "加分", worth: Each("1"))]))"#;
    let counted = by_ledger("kinds: [(id: \"k\", label: \"逾期\", worth: Each(\"1\"))]");
    vec![
        case("problem-other-missing", sheet((RATE, "5"), "gone", "Rate"), sheet((RATE, "5"), "from", "Rate")),
        case("problem-other-far", chain("c32"), chain("c0")),
        case("problem-other-circle", sheet((RATE, "5"), "to", "Rate"), sheet((RATE, "5"), "from", "Rate")),
        case(
            "problem-other-no-rate",
            sheet((FREE, "5"), "from", "Rate"),
            sheet((FREE, "5"), "from", "ScoreRate"),
        ),
        case(
            "problem-other-no-number",
            sheet((RATE, "5"), "from", "Number"),
            sheet((RATE, "5"), "from", "Score"),
        ),
        case(
            "problem-other-no-count",
            sheet((RATE, "5"), "from", "Count"),
            sheet((&counted, "5"), "from", "Count"),
        ),
        case(
            "problem-other-no-points",
            sheet((bonus, "0"), "from", "ScoreRate"),
            sheet((bonus, "0"), "from", "Score"),
        ),
    ]
}
