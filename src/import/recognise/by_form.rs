//! Rules that the form of a table states, not its words: the execution rate of its head, targets, rows below an indicator,
//! points with a sign.

use super::proposal::{Form, Proposal};
use super::rate;
use crate::template::{
    Award, Choice, Direction, EnteredRate, FundsRate, Kind, Label, Ledger, Measure, Part, Parts, Points,
    Rate, Rule, Sign, Target, Worth,
};
use crate::text::Message;
use rust_decimal::Decimal;

/// 预算执行率 of a form: 得分 = 分值 × 执行率.
pub(in crate::import) fn execution() -> Proposal {
    Proposal::of(Form::Rate, Award::Rate(Rate::blank(Measure::Funds(FundsRate::Execution))))
}

/// 加减分: `worth` each time, in a ledger; negative where it is taken.
pub(in crate::import) fn entries(name: &Label, worth: Decimal, most: Option<Decimal>) -> Proposal {
    let kind = Kind { worth: Worth::Each(worth), label: name.clone(), cap: most, ..Kind::blank("k1".into()) };
    let ledger = Ledger { kinds: vec![kind], ..Ledger::blank() };
    Proposal::new(Form::Entries, Rule { ledger: Some(ledger), ..Rule::of(Award::Entries) })
}

/// Rows that state points below an indicator: its levels where they exclude each other, else its parts.
pub(in crate::import) fn of_rows(rows: &[(Label, Decimal)], are_tiers: bool) -> Proposal {
    let numbered = rows.iter().enumerate().map(|(number, row)| (number + 1, row));
    let name = |number: usize, label: &Label| match label.is_empty() {
        true => Label::from(format!("第{number}项")),
        false => label.clone(),
    };
    if are_tiers {
        let mut options: Vec<Choice> = numbered
            .map(|(number, (label, points))| Choice {
                id: format!("o{number}").into(),
                label: name(number, label),
                points: Points::Fixed(*points),
            })
            .collect();
        options.sort_by_key(|option| match option.points {
            Points::Fixed(points) => std::cmp::Reverse(points),
            _ => std::cmp::Reverse(Decimal::ZERO),
        });
        return Proposal::of(Form::Tiers, Award::OneOf { options });
    }
    let part = |(number, (label, points)): (usize, &(Label, Decimal))| Part {
        id: format!("p{number}").into(),
        label: name(number, label),
        points: *points,
    };
    Proposal::of(Form::Parts, Award::Parts(Parts::of(numbered.map(part).collect())))
}

/// An indicator of a form that states a target and no rule: as 财预〔2020〕10号 says, by the rate where the target
/// is a number, else in three levels.
pub(in crate::import) fn by_target(target: &str) -> Vec<Proposal> {
    let entered = || {
        let labels = EnteredRate::blank();
        Measure::Entered(EnteredRate {
            target: "年度指标值".into(), actual: "实际完成值".into(), ..labels
        })
    };
    let by_rate = |direction| {
        let rate = Rate { direction, ..Rate::blank(entered()) };
        Proposal::of(Form::Rate, Award::Rate(rate)).assuming(Message::new("import-assumed-target-rate"))
    };
    let levels = || {
        let award = rate::qualitative(Decimal::new(6, 1));
        Proposal::of(Form::Qualitative, award).assuming(Message::new("import-assumed-target-levels"))
    };
    match Target::read(target).map(|target| (target.sign, target.value)) {
        Some((_, value)) if value.is_zero() => vec![by_rate(Direction::Equal), levels()],
        Some((Sign::AtMost | Sign::LessThan, _)) => {
            vec![by_rate(Direction::ReverseLinear), by_rate(Direction::ReverseRatio)]
        }
        Some((Sign::Equal, _)) => vec![by_rate(Direction::Equal), levels()],
        Some(_) => vec![by_rate(Direction::Positive), levels()],
        None => vec![levels()],
    }
}
