//! Where the number of a rule came from, in words.

use crate::number::{percent, plain};
use crate::scoring::card::Source;
use crate::template::{Direction, Label, LedgerSum, PanelMean, PeerYield, RiskYield};
use rust_decimal::Decimal;

impl Source {
    /// A short name, for a cause.
    pub(crate) fn label(&self) -> String {
        match self {
            Self::Number { label, .. } => label.to_string(),
            Self::Panel { .. } => "评委打分".to_owned(),
            Self::SubSheets { .. } => "附表得分".to_owned(),
            Self::Risks { .. } => "风险点".to_owned(),
            Self::Ledger { .. } => "台账".to_owned(),
            _ => "实际值".to_owned(),
        }
    }

    /// How the number came about; empty where the number says it all.
    pub(super) fn words(&self, direction: Option<Direction>) -> String {
        match self {
            Self::Rate(_) => String::new(),
            Self::Ratio { target, actual } => ratio(*target, *actual, direction),
            Self::Funds { numerator, denominator } => {
                format!("{} ÷ {}", plain(*numerator), plain(*denominator))
            }
            Self::Number { label, value, unit } => format!("{label} {}{unit}", plain(*value)),
            Self::Deviation { target, actual, signed } => {
                let (a, b) = (plain(*target), plain(*actual));
                match signed {
                    true => format!("偏离度（实际 {b} − 目标 {a}）÷ 目标 {a}"),
                    false => format!("偏离度 |实际 {b} − 目标 {a}| ÷ 目标 {a}"),
                }
            }
            Self::Survey { answers, counts } => {
                let counts: Vec<String> =
                    counts.iter().map(|(label, count)| format!("{label} {}", plain(*count))).collect();
                format!("有效问卷 {} 份：{}", plain(*answers), counts.join("、"))
            }
            Self::Panel { mean, marks, left_out } => panel(*mean, *marks, *left_out),
            Self::Passes { passed, all, failed } => {
                let failed: Vec<&str> = failed.iter().map(|label| &**label).collect();
                let tail = if failed.is_empty() {
                    String::new()
                } else {
                    format!("，未达标：{}", failed.join("、"))
                };
                format!("{all} 项中 {passed} 项达标{tail}")
            }
            Self::SubSheets { terms } => sub_sheets(terms),
            Self::Peers { own, best, rank, units, yields } => {
                let (own, best) = (plain(*own), plain(*best));
                match yields {
                    PeerYield::Ratio => format!("本单位 {own}，最优 {best}"),
                    PeerYield::Rank => format!("本单位 {own}，{units} 个单位中第 {rank} 名"),
                }
            }
            Self::Risks { found, applicable, yields, cap } => risks(found, *applicable, *yields, *cap),
            Self::Ledger { sum, number, detail } => {
                let detail = if detail.is_empty() { String::new() } else { format!("（{detail}）") };
                let number = plain(*number);
                match sum {
                    LedgerSum::Count => format!("台账 {number} 次{detail}"),
                    LedgerSum::Points => format!("台账 {number} 分{detail}"),
                    LedgerSum::Money => format!("台账 {number} 元{detail}"),
                }
            }
        }
    }
}

fn ratio(target: Decimal, actual: Decimal, direction: Option<Direction>) -> String {
    let (a, b) = (plain(target), plain(actual));
    match direction {
        None | Some(Direction::Positive | Direction::Equal) => format!("实际 {b} ÷ 目标 {a}"),
        Some(Direction::ReverseRatio) => format!("目标 {a} ÷ 实际 {b}"),
        Some(Direction::ReverseLinear) => format!("1 −（实际 {b} − 目标 {a}）÷ 目标 {a}"),
        Some(Direction::Complement) => format!("1 − 实际 {b} ÷ 目标 {a}"),
    }
}

fn panel(mean: PanelMean, marks: usize, left_out: usize) -> String {
    match mean {
        PanelMean::Median => format!("{marks} 人打分，取中位数"),
        _ if left_out > 0 => format!("{marks} 人打分，去掉最高分和最低分各一个后平均"),
        _ => format!("{marks} 人打分，取平均"),
    }
}

fn sub_sheets(terms: &[(Label, Decimal, Option<Decimal>)]) -> String {
    let term = |(label, total, weight): &(Label, Decimal, Option<Decimal>)| match weight {
        Some(weight) => format!("{label} {} × {}", plain(*total), percent(*weight)),
        None => format!("{label} {}", plain(*total)),
    };
    let weighed = terms.iter().any(|(_, _, weight)| weight.is_some());
    let terms: Vec<String> = terms.iter().map(term).collect();
    match (weighed, terms.len()) {
        (true, _) => terms.join(" + "),
        (false, 1) => terms.join(""),
        (false, _) => format!("{} 的平均", terms.join("、")),
    }
}

fn risks(found: &[(Label, Decimal)], applicable: Decimal, yields: RiskYield, cap: Option<Decimal>) -> String {
    if found.is_empty() {
        return "未发现不符合项".to_owned();
    }
    let terms: Vec<String> =
        found.iter().map(|(label, points)| format!("{}（{label}）", plain(*points))).collect();
    let sum = format!("不符合 {}", terms.join(" + "));
    match (yields, cap) {
        (RiskYield::Ratio, _) => format!("{sum}，÷ 适用 {}", plain(applicable)),
        (RiskYield::Points, Some(cap)) => format!("{sum}，最多 {}", plain(cap)),
        (RiskYield::Points, None) => sum,
    }
}
