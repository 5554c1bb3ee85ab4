//! Rules that the form of a table states, not its words: the execution rate of its head, targets, rows below an indicator,
//! points with a sign.

use super::proposal::{Form, Proposal};
use super::rate;
use crate::number::plain;
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
    of_kinds(vec![kind], most)
}

/// 倒扣 where there is nothing to take from: each kind of loss in a ledger.
pub(super) fn losses(losses: &[(Label, Decimal)]) -> Proposal {
    let kind = |(place, (text, points)): (usize, &(Label, Decimal))| Kind {
        worth: Worth::Each(-*points),
        label: text.clone(),
        ..Kind::blank(format!("k{}", place + 1).into())
    };
    of_kinds(losses.iter().enumerate().map(kind).collect(), None)
}

/// Without a bound a ledger would add nothing; a hundred points are more than any sheet gives or takes by one.
fn of_kinds(kinds: Vec<Kind>, most: Option<Decimal>) -> Proposal {
    let gives = kinds.iter().any(|kind| matches!(kind.worth, Worth::Each(worth) if worth > Decimal::ZERO));
    let takes = kinds.iter().any(|kind| matches!(kind.worth, Worth::Each(worth) if worth < Decimal::ZERO));
    let bound = most.unwrap_or(Decimal::ONE_HUNDRED);
    let (ceiling, floor) = (gives.then_some(bound), takes.then_some(-bound));
    let ledger = Ledger { kinds, ..Ledger::blank() };
    let rule = Rule { ledger: Some(ledger), ceiling, floor, ..Rule::of(Award::Entries) };
    let proposal = Proposal::new(Form::Entries, rule);
    match most {
        Some(_) => proposal,
        None => proposal.assuming(Message::new("import-assumed-entries").with("most", plain(bound))),
    }
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
