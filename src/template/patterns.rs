//! What an open group begins with: the ways in which most indicators of one's own are scored.

use super::id::Label;
use super::node::{OpenGroup, Pattern};
use super::rule::{Award, Choice, Direction, EnteredRate, Measure, Points, Rate, Rule};
use rust_decimal::{Decimal, dec};

impl OpenGroup {
    /// 正向, 反向, 定性 and 达成／未达成: each fits whatever points an indicator gets.
    pub fn blank() -> Self {
        Self {
            patterns: vec![
                by_rate("at-least", "≥ 正向", AT_LEAST, Direction::Positive),
                by_rate("at-most", "≤ 反向（线性）", AT_MOST, Direction::ReverseLinear),
                qualitative(),
                pattern("reached", "达成／未达成", REACHED, Award::Target { target: None }),
            ],
        }
    }
}

const AT_LEAST: &str = "达到目标值得满分；未达到的按实际值 ÷ 目标值 × 分值计分";
const AT_MOST: &str = "不超过目标值得满分；超过的按［1 −（实际值 − 目标值）÷ 目标值］× 分值计分";
const QUALITATIVE: &str = "达成得分值的 80%（含）至 100%；部分达成得 60%（含）至 80%；未达成得 0 至 60%";
const REACHED: &str = "达成目标值得满分，未达成不得分";

fn pattern(id: &str, label: &str, standard: &str, award: Award) -> Pattern {
    Pattern { id: Label::from(id), label: label.into(), standard: standard.into(), rule: Rule::of(award) }
}

fn by_rate(id: &str, label: &str, standard: &str, direction: Direction) -> Pattern {
    let rate = Rate { direction, ..Rate::blank(Measure::Entered(EnteredRate::blank())) };
    pattern(id, label, standard, Award::Rate(rate))
}

fn qualitative() -> Pattern {
    let band = |id: &str, label: &str, from: Decimal, to: Decimal| Choice {
        id: Label::from(id),
        label: label.into(),
        points: Points::Share { from, to },
    };
    let options = vec![
        band("achieved", "达成", dec!(0.8), dec!(1)),
        band("partly", "部分达成", dec!(0.6), dec!(0.8)),
        band("missed", "未达成", dec!(0), dec!(0.6)),
    ];
    pattern("qualitative", "定性（80/60 分档）", QUALITATIVE, Award::OneOf { options })
}
