//! The whole rule language at random: any rule in any tree with any inputs keeps what the sheet promises.

use crate::help::dec;
use jiping::evaluation::{
    Applicability, Edit, Evaluation, InputKey, InputKind, LedgerRow, Override, Value, expected,
};
use jiping::scoring::{ItemState, Scorecard, rescore, score};
use jiping::template::{
    self, Alternative, Alternatives, AnswerOption, Award, Band, Banded, BandedBy, Bands, Best, Choice,
    Combine, Consequence, Counting, Curve, CurvePoint, Deduction, Deviation, Direction, EachDeduction, Edge,
    Effect, EnteredRate, Exempt, ExemptFrom, FundsRate, Gate, Group, Indicator, Kill, Kind, Label, Ledger,
    LedgerDeduction, LedgerSum, Measure, MeasuredNumber, Node, NotApplicablePolicy, Order, Overflow,
    OverflowPoints, Panel, PanelMean, Part, Parts, PartsNeeded, PassRow, PeerYield, Peers, PerMoney, PerUnit,
    Points, RangeDeduction, Rate, Risk, RiskYield, Risks, Rule, SameMatter, Scale, Scope, Side, Step, Steps,
    StepsDeduction, SubSheet, SubSheets, Template, TotalCap, Trigger, Veto, Worth, ZeroDenominator,
};
use jiping::text::Lang;
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;

/// Decides everything, one number after the other; the last decisions of a long sheet are all 0.
struct Dice {
    numbers: std::vec::IntoIter<u32>,
}

impl Dice {
    fn roll(&mut self) -> u32 {
        self.numbers.next().unwrap_or_default()
    }

    fn below(&mut self, count: usize) -> usize {
        self.roll() as usize % count.max(1)
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// With up to two decimals.
    fn number(&mut self, most: u32) -> Decimal {
        Decimal::new(i64::from(self.roll() % (most * 100 + 1)), 2)
    }

    fn share(&mut self) -> Decimal {
        Decimal::new(i64::from(self.roll() % 101), 2)
    }

    fn some<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.coin() { Some(make(self)) } else { None }
    }
}

fn label(text: &str) -> Label {
    Label::from(text)
}

fn measure(dice: &mut Dice) -> Measure {
    match dice.below(13) {
        0 => Measure::Entered(EnteredRate {
            target: label("目标"),
            actual: label("实际"),
            rate: label("率"),
            exempt: dice.some(|dice| Exempt {
                label: label("免责"),
                from: dice.one_of(&[ExemptFrom::Target, ExemptFrom::Actual]),
            }),
        }),
        1 => Measure::Funds(dice.one_of(&[FundsRate::Arrival, FundsRate::Execution, FundsRate::Spending])),
        2 => Measure::Number(MeasuredNumber { label: label("数"), unit: label("") }),
        3 => Measure::Number(MeasuredNumber { label: label("率"), unit: label("%") }),
        4 => Measure::Deviation(Deviation {
            target: label("目标"),
            actual: label("实际"),
            signed: dice.coin(),
        }),
        5 => {
            let option =
                |id: &str, weight| AnswerOption { id: id.into(), label: label(id), weight: dec(weight) };
            Measure::Survey { options: vec![option("s1", "1"), option("s2", "0.6"), option("s3", "0")] }
        }
        6 => Measure::Panel(Panel {
            label: label("专家"),
            mean: dice.one_of(&[PanelMean::Mean, PanelMean::Trimmed, PanelMean::Median]),
            most: None,
            decimals: dice.some(|dice| dice.roll() % 3),
        }),
        7 => {
            let row = |id: &str, from: Option<&str>, to: Option<&str>| PassRow {
                id: id.into(),
                label: label(id),
                from: from.map(dec),
                to: to.map(dec),
            };
            Measure::Passes { rows: vec![row("r1", None, None), row("r2", Some("1"), Some("1.3"))] }
        }
        8 => {
            let weighed = dice.coin();
            let sheet = |id: &str, weight| SubSheet {
                id: id.into(),
                label: label(id),
                weight: weighed.then(|| dec(weight)),
            };
            Measure::SubSheets(SubSheets {
                sheets: vec![sheet("t1", "0.3"), sheet("t2", "0.7")],
                decimals: dice.some(|_| 1),
            })
        }
        9 => Measure::Peers(Peers {
            own: label("本"),
            others: label("他"),
            best: dice.one_of(&[Best::Highest, Best::Lowest]),
            yields: dice.one_of(&[PeerYield::Ratio, PeerYield::Rank]),
        }),
        10 => {
            let risk = |id: &str, points| Risk { id: id.into(), label: label(id), points: dec(points) };
            Measure::Risks(Risks {
                risks: vec![risk("k1", "2"), risk("k2", "3.5")],
                cap: dice.some(|dice| dice.number(4)),
                yields: dice.one_of(&[RiskYield::Points, RiskYield::Ratio]),
            })
        }
        11 => Measure::Ledger(dice.one_of(&[LedgerSum::Count, LedgerSum::Points, LedgerSum::Money])),
        _ => Measure::Number(MeasuredNumber { label: label("天数"), unit: label("天") }),
    }
}

fn zero(dice: &mut Dice) -> ZeroDenominator {
    use ZeroDenominator::{Blank, Full, NotApplicable, Nothing, Unscored};
    dice.one_of(&[Unscored, Blank, Nothing, Full, NotApplicable])
}

fn worth(dice: &mut Dice, full: Decimal) -> Points {
    match dice.below(4) {
        0 => Points::Fixed(dice.number(10).min(full)),
        1 => Points::Fraction(dice.share()),
        2 => Points::Range { from: Decimal::ZERO, to: full },
        _ => Points::Share { from: dec("0.2"), to: Decimal::ONE },
    }
}

fn award(dice: &mut Dice, full: Decimal, depth: usize) -> Award {
    match dice.below(if depth > 1 { 12 } else { 13 }) {
        0 => Award::Full,
        1 => {
            let first = full.min(dice.number(5));
            let part = |id: &str, points| Part { id: id.into(), label: label(id), points };
            Award::Parts(Parts {
                parts: vec![part("p1", first), part("p2", full - first)],
                needed: dice.one_of(&[PartsNeeded::Each, PartsNeeded::All]),
                partial: dice.coin(),
            })
        }
        2 => {
            let option = |id: &str, points| Choice { id: id.into(), label: label(id), points };
            Award::OneOf { options: vec![option("o1", worth(dice, full)), option("o2", worth(dice, full))] }
        }
        3 | 4 => {
            use Direction::{Complement, Equal, Positive, ReverseLinear, ReverseRatio};
            Award::Rate(Rate {
                measure: measure(dice),
                direction: dice.one_of(&[Positive, ReverseRatio, ReverseLinear, Equal, Complement]),
                cut_off: dice.some(Dice::share),
                cap: dice.some(|dice| dice.share() + Decimal::ONE),
                zero: zero(dice),
            })
        }
        5 => {
            let middle = dice.share();
            let (lower, upper) = match dice.coin() {
                true => (Edge::Excluding(middle), Edge::Including(middle)),
                false => (Edge::Including(middle), Edge::Excluding(middle)),
            };
            let bands = vec![
                Band { from: None, to: Some(lower), points: worth(dice, full) },
                Band { from: Some(upper), to: None, points: worth(dice, full) },
            ];
            Award::Bands(Bands { measure: measure(dice), bands, zero: zero(dice) })
        }
        6 => Award::Steps(Steps {
            measure: measure(dice),
            start: dice.some(|dice| dice.number(10)),
            steps: (0..=dice.below(2)).map(|_| step(dice)).collect(),
            zero: zero(dice),
        }),
        7 => Award::Curve(Curve {
            measure: measure(dice),
            scale: dice.one_of(&[Scale::Share, Scale::Points]),
            nodes: [("0", "0"), ("0.6", "0.5"), ("1.3", "1.2")]
                .map(|(at, worth)| CurvePoint { at: dec(at), worth: dec(worth) })
                .into(),
            cut_off: dice.some(Dice::share),
            zero: zero(dice),
        }),
        8 => Award::PerUnit(PerUnit {
            measure: measure(dice),
            points: dice.number(2),
            most: dice.some(|dice| dice.number(5)),
        }),
        9 => Award::Value { measure: measure(dice) },
        10 => Award::Free { step: dec("0.5") },
        11 => Award::Target { target: dice.some(|_| label("≥80%")) },
        _ => {
            let several = dice.coin();
            let first = full.min(dice.number(5));
            let option = |dice: &mut Dice, id: &str, points: Decimal| Alternative {
                id: id.into(),
                label: label(id),
                points: several.then_some(points),
                award: award(dice, if several { points } else { full }, depth + 1),
            };
            let options = vec![option(dice, "x1", first), option(dice, "x2", full - first)];
            Award::Alternatives(Alternatives { options, several })
        }
    }
}

fn step(dice: &mut Dice) -> Step {
    Step {
        side: dice.one_of(&[Side::Below, Side::Above, Side::Both]),
        at: dice.share(),
        unit: dec("0.03"),
        points: dice.number(2),
        counting: dice.one_of(&[Counting::Whole, Counting::Begun, Counting::Proportional]),
        most: dice.some(|dice| dice.number(3)),
        gives: dice.below(4) == 0,
    }
}

fn ledger(dice: &mut Dice) -> Ledger {
    let kind = |id: &str, worth, cap| Kind {
        id: id.into(),
        label: label(id),
        unit: label("次"),
        worth,
        cap,
        becomes: None,
    };
    Ledger {
        kinds: vec![
            kind("k-each", Worth::Each(dice.number(3) - Decimal::ONE), dice.some(|dice| dice.number(5))),
            kind("k-within", Worth::Within { from: dec("0.5"), to: dec("2") }, None),
            kind(
                "k-money",
                Worth::PerMoney(PerMoney {
                    yuan: dec("300"),
                    points: dec("1"),
                    counting: Counting::Proportional,
                }),
                None,
            ),
        ],
        factors: Vec::new(),
        tiers: Vec::new(),
        same_matter: dice.one_of(&[SameMatter::Each, SameMatter::HighestOnly]),
        no_offset: dice.coin(),
        kill: dice.some(|_| Kill { kinds: vec!["k-each".into()], count: 3, to: Decimal::ZERO }),
        signatures: Vec::new(),
    }
}

fn rule(dice: &mut Dice, full: Decimal) -> Rule {
    let award = if full.is_zero() && dice.coin() { Award::Entries } else { award(dice, full, 0) };
    let mut rule = Rule::of(award);
    rule.ledger = Some(ledger(dice));
    if full.is_zero() {
        rule.floor = Some(dec("-3"));
        rule.ceiling = Some(dec("5"));
        return rule;
    }
    if dice.below(4) == 0 {
        rule.gates = vec![Gate { id: "gate".into(), label: label("关键要素") }];
    }
    if dice.coin() {
        rule.deductions = vec![
            Deduction::Between(RangeDeduction {
                id: "d1".into(),
                label: label("甲"),
                from: dec("1"),
                to: dec("2"),
            }),
            Deduction::Each(EachDeduction {
                id: "d2".into(),
                label: label("乙"),
                points: dec("0.5"),
                cap: dice.some(|_| dec("2")),
            }),
            Deduction::Ledger(LedgerDeduction { id: "d3".into(), label: label("丙"), cap: None }),
            Deduction::Steps(StepsDeduction::blank("d4".into(), label("丁"))),
        ];
        rule.floor = dice.some(|dice| dice.number(3).min(full));
    }
    if dice.below(4) == 0 {
        rule.ceiling = Some(full + dec("2"));
    }
    if dice.below(3) == 0 {
        let consequences = [
            Consequence::Zero,
            Consequence::Cap(dec("2")),
            Consequence::Grade(label("中")),
            Consequence::Fail,
        ];
        rule.effects.push(Effect::Veto(Veto {
            id: "e1".into(),
            label: label("否决"),
            scope: dice.one_of(&[Scope::Item, Scope::Group, Scope::Node("g1".into()), Scope::Sheet]),
            consequence: dice.one_of(&consequences),
            exemptable: dice.coin(),
        }));
    }
    if dice.below(3) == 0 {
        let points = OverflowPoints::OneOf(vec![dec("5"), dec("10")]);
        rule.effects.push(Effect::Overflow(Overflow {
            id: "e2".into(),
            label: label("追加"),
            when: dice.one_of(&[Trigger::Exhausted, Trigger::Ticked, Trigger::Deducted("d1".into())]),
            take: dice.one_of(&[OverflowPoints::Excess, points, OverflowPoints::Each(dec("1"))]),
            scope: dice.one_of(&[Scope::Group, Scope::Sheet]),
        }));
    }
    rule
}

fn indicator(dice: &mut Dice, id: &str) -> Indicator {
    let points = if dice.below(8) == 0 { Decimal::ZERO } else { dice.number(10) + Decimal::ONE };
    Indicator {
        id: id.into(),
        name: label(id),
        points,
        weight: Some(dice.share()),
        criterion: label(""),
        standard: label(""),
        unit: label(""),
        rule: rule(dice, points),
        evidence_expected: true,
        always_applies: false,
    }
}

fn combine(dice: &mut Dice) -> Combine {
    match dice.below(9) {
        0..=2 => Combine::Sum,
        3 => Combine::Weighted,
        4 => Combine::Mean,
        5 => Combine::Scale,
        6 => Combine::Highest,
        7 => Combine::Lowest,
        _ => Combine::Banded(Banded {
            by: dice.one_of(&[BandedBy::Sum, BandedBy::Mean, BandedBy::Rate]),
            bands: vec![
                Band { from: None, to: Some(Edge::Excluding(dec("0.6"))), points: Points::Fixed(dec("1")) },
                Band {
                    from: Some(Edge::Including(dec("0.6"))),
                    to: None,
                    points: Points::Fraction(dec("0.9")),
                },
            ],
        }),
    }
}

/// A group whose points fit its children only where they are added up.
fn group(dice: &mut Dice, id: &str, children: Vec<Node>) -> Group {
    let combine = combine(dice);
    let sum = children.iter().map(Node::points).sum();
    let points = if combine == Combine::Sum { sum } else { dice.number(30) + Decimal::ONE };
    Group {
        id: id.into(),
        name: label(id),
        points,
        weight: Some(dice.share()),
        combine,
        cap: dice.some(|dice| dice.number(20)),
        floor: dice.some(|dice| -dice.number(5)),
        open: None,
        children,
    }
}

fn sheet(dice: &mut Dice) -> Template {
    let leaf = |dice: &mut Dice, id: &str| Node::Indicator(indicator(dice, id));
    let inner = vec![leaf(dice, "a"), leaf(dice, "b"), leaf(dice, "c")];
    let inner = Node::Group(group(dice, "g2", inner));
    let middle = vec![leaf(dice, "d"), inner, leaf(dice, "e")];
    let nodes = vec![Node::Group(group(dice, "g1", middle)), leaf(dice, "f")];
    use NotApplicablePolicy::{Exclude, FullMarks, Rescale, RescaleInGroup};
    let mut template = crate::help::template("100", crate::help::GRADES, &crate::help::free("x", "100"));
    template.combine = combine(dice);
    template.points = match template.combine {
        Combine::Sum => nodes.iter().map(Node::points).sum(),
        _ => Decimal::ONE_HUNDRED,
    };
    template.nodes = nodes;
    template.not_applicable = dice.one_of(&[Rescale, RescaleInGroup, FullMarks, Exclude]);
    template.cap = dice.one_of(&[TotalCap::FullMarks, TotalCap::Unlimited, TotalCap::At(dec("50"))]);
    template.rounding.order = dice.one_of(&[Order::RoundThenAdd, Order::AddThenRound]);
    template.rounding.group_decimals = dice.some(|dice| dice.roll() % 3);
    template.rounding.total_decimals = dice.roll() % 3;
    template.outlined()
}

fn number_within(dice: &mut Dice, limits: &jiping::number::Limits) -> Decimal {
    let (low, high) = (limits.min.unwrap_or_default(), limits.max.unwrap_or(dec("200")).min(dec("200")));
    let value = match dice.below(4) {
        0 => low.max(Decimal::ZERO),
        1 => high,
        _ => dice.number(200).clamp(low.max(Decimal::ZERO), high),
    };
    match limits.step {
        Some(step) if !step.is_zero() => (value / step).floor() * step,
        _ => value,
    }
}

/// Something that the input may hold, now and then something that it may not.
fn value(dice: &mut Dice, kind: &InputKind) -> Value {
    match kind {
        InputKind::Flag => Value::Flag(dice.coin()),
        InputKind::Choice(options) => Value::Choice(options[dice.below(options.len())].0.clone()),
        InputKind::Number { limits, .. } => Value::Number(number_within(dice, limits)),
        InputKind::List(limits) => {
            Value::List((0..=dice.below(8)).map(|_| number_within(dice, limits)).collect())
        }
        InputKind::Text => Value::Text(dice.one_of(&["≥80%", "82%", "75%", "已完成", ""]).to_owned()),
    }
}

fn edits(dice: &mut Dice, template: &Template) -> Vec<Edit> {
    let mut edits = Vec::new();
    for indicator in template.indicators() {
        let item = indicator.id.clone();
        let inputs: Vec<(InputKey, Option<Value>)> = expected(indicator, template.rounding.step)
            .into_iter()
            .filter_map(|input| {
                (dice.below(8) > 0).then(|| (input.key.clone(), Some(value(dice, &input.kind))))
            })
            .collect();
        edits.push(Edit::SetInputs { item: item.clone(), inputs });
        let row = |dice: &mut Dice| {
            let kind = dice.one_of(&["k-each", "k-within", "k-money"]);
            let points = (kind == "k-within").then(|| dec("1.5"));
            let money = (kind == "k-money").then(|| dice.number(900));
            let matter = dice.one_of(&["", "事项一"]).to_owned();
            let exempt = dice.some(|_| "停电".to_owned());
            let count = Decimal::from(dice.roll() % 4);
            Arc::new(LedgerRow {
                kind: kind.into(),
                points,
                money,
                matter,
                exempt,
                count,
                ..LedgerRow::default()
            })
        };
        let rows: Vec<_> = (0..dice.below(4)).map(|_| row(dice)).collect();
        edits.push(Edit::AddLedgerRows { item: item.clone(), at: None, rows });
        match dice.below(10) {
            0 => edits.push(Edit::SetApplicability {
                item,
                to: Applicability::NotApplicable { reason: "无此项".into() },
            }),
            1 => edits.push(Edit::SetApplicability { item, to: Applicability::NoInformation }),
            2 => {
                let to = Some(Override { score: Decimal::ONE, reason: "复核".into() });
                edits.push(Edit::SetOverride { item, to });
            }
            _ => {}
        }
    }
    edits
}

fn holds(template: &Template, card: &Scorecard) -> Result<(), TestCaseError> {
    for (indicator, item) in template.indicators().zip(&card.items) {
        let rule = &indicator.rule;
        let text = item.derivation.text(Lang::Chinese, item.score, card.item_decimals);
        prop_assert!(!text.trim().is_empty());
        let Some(score) = item.score else {
            prop_assert!(!matches!(item.state, ItemState::Scored), "{:?}", item);
            continue;
        };
        let floor = rule.floor.unwrap_or_default().min(Decimal::ZERO);
        let top = rule.ceiling.unwrap_or(indicator.points).max(indicator.points);
        prop_assert!(score >= floor && score <= top, "{} of {}: {}", score, indicator.points, text);
        let explained: Decimal = item.causes.iter().map(|cause| cause.points).sum();
        prop_assert_eq!(indicator.points - explained, score, "{}: {:?}", text, item.causes);
        prop_assert_eq!(item.deduction, Some(indicator.points - score));
        prop_assert!(
            item.causes.iter().all(|cause| !cause.label.text(Lang::Chinese).is_empty()),
            "{:?}",
            item.causes
        );
    }
    for group in &card.groups {
        let stated = group.points - group.excluded - group.pending - group.deductions + group.bonus;
        prop_assert_eq!(stated, group.score, "{:?}", group);
    }
    let cap = match template.cap {
        TotalCap::FullMarks => template.points,
        TotalCap::At(cap) => cap,
        TotalCap::Unlimited => Decimal::MAX,
    };
    let rounded_cap = jiping::number::round(cap.min(dec("100000")), card.total_decimals);
    prop_assert!(card.total >= Decimal::ZERO && card.total <= rounded_cap.max(cap), "{}", card.total);
    Ok(())
}

proptest! {
    #[test]
    fn any_sheet_of_the_language_adds_up(numbers in vec(any::<u32>(), 0..700)) {
        let mut dice = Dice { numbers: numbers.into_iter() };
        let template = sheet(&mut dice);
        let mut evaluation = Evaluation::new(&template);
        let mut card = score(&template, &evaluation);
        for edit in edits(&mut dice, &template) {
            // What the checked edit refuses, a person could not have entered.
            let Ok(after) = evaluation.apply(&template, &edit) else { continue };
            rescore(&mut card, &template, &evaluation, &after);
            evaluation = after;
        }
        prop_assert_eq!(&card, &score(&template, &evaluation), "scored step by step and at once");
        holds(&template, &card)?;
        let text = template::write(&template).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let (again, _) = template::check_file(text.as_bytes()).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        prop_assert_eq!(score(&again, &evaluation), card, "written and read again");
    }
}
