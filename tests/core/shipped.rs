//! The templates that the program brings along: read, checked, and scored to both of their ends.

use jiping::evaluation::{Edit, Evaluation, FundField, LedgerRow, OwnIndicator, Tailoring, Value, input};
use jiping::scoring::{ItemState, Scorecard, score};
use jiping::template::{
    Award, Deduction, Direction, Group, Id, Indicator, Measure, Node, OpenGroup, Parts, Points,
    RangeDeduction, Rate, Template, check, read, shipped, write,
};
use rust_decimal::{Decimal, dec};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// Which end of the scale.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Best,
    Worst,
}

/// Templates, with what they may warn of and why.
const WARNINGS: &[(&str, &str)] = &[
    // 到位时效: 2 / 1 / 0.5, as the table prints it.
    ("decision-management-performance", "problem-no-zero-tier"),
];

/// Lowest totals that are not 0.
const LOWEST: &[(&str, Decimal)] = &[("decision-management-performance", dec!(0.5))];

#[test]
fn each_is_sound_and_says_what_it_is() {
    let (mut ids, mut titles) = (HashSet::new(), HashSet::new());
    for template in shipped() {
        let warned: Vec<_> =
            check(&template).iter().map(|problem| (template.id.to_string(), problem.message.key())).collect();
        let known = WARNINGS.iter().filter(|(id, _)| **id == *template.id);
        let known: Vec<_> = known.map(|(id, key)| ((*id).to_owned(), *key)).collect();
        assert_eq!(warned, known);
        for text in [&template.title, &template.summary, &template.source, &template.version] {
            assert!(!text.trim().is_empty(), "{}", template.id);
        }
        assert!(ids.insert(template.id.clone()) && titles.insert(template.title.clone()), "{}", template.id);
        assert_eq!(template, read(write(&template).unwrap().as_bytes()).unwrap());
    }
    assert_eq!(ids.len(), 7);
}

#[test]
fn each_can_be_scored_to_full_marks_and_to_its_minimum() {
    for template in shipped() {
        let (best, _) = scored(&template, End::Best);
        assert_eq!(best.total, template.points, "{}: {:#?}", template.id, best.items);
        assert_eq!(
            (best.provisional, best.unfilled, best.scaling),
            (false, dec!(0), None),
            "{}",
            template.id
        );
        assert_eq!(best.grade, template.grades.first().map(|grade| grade.name.clone()), "{}", template.id);
        let (worst, _) = scored(&template, End::Worst);
        let lowest =
            LOWEST.iter().find(|(id, _)| **id == *template.id).map_or(dec!(0), |(_, lowest)| *lowest);
        assert_eq!(worst.total, lowest, "{}: {:#?}", template.id, worst.items);
        assert!(!worst.provisional, "{}", template.id);
        assert_eq!(worst.grade, template.grades.last().map(|grade| grade.name.clone()), "{}", template.id);
    }
}

#[test]
fn what_is_only_compared_is_met_or_not() {
    let template = by_id("target-completion");
    for (end, expected) in [(End::Best, true), (End::Worst, false)] {
        let (card, _) = scored(&template, end);
        assert_eq!(card.items.len(), 9);
        assert!(card.items.iter().all(|item| item.state == ItemState::Compared { met: Some(expected) }));
        assert!(card.items.iter().all(|item| item.score.is_none()), "没有分值，也没有得分");
    }
}

/// 自评表 before anybody has set an indicator: 90 points wait, and nothing is scaled up.
#[test]
fn what_no_indicator_is_set_for_is_pending() {
    let template = by_id("self-evaluation");
    let evaluation = with_funds(&template, Evaluation::new(&template), End::Best);
    let card = score(&template, &evaluation);
    assert_eq!((card.total, card.pending, card.unfilled), (dec!(10), dec!(90), dec!(90)));
    assert_eq!((card.deductions, card.scaling, card.provisional), (dec!(0), None, true));
    let pending: Vec<Decimal> = card.sections(&template).map(|section| section.pending).collect();
    assert_eq!(pending, [dec!(50), dec!(30), dec!(10)]);
}

/// 二级指标: the points of its indicators; 一级指标 keeps its own, and what is not filled waits.
#[test]
fn a_second_level_group_has_the_points_of_its_indicators() {
    let template = by_id("self-evaluation");
    let own = |id: &str, group: &str, points: Decimal| OwnIndicator {
        id: id.into(),
        group: group.into(),
        name: id.into(),
        points,
        pattern: "at-least".into(),
        unit: "个".into(),
    };
    let own = vec![
        own("a", "output-quantity", dec!(20)),
        own("b", "output-quantity", dec!(5)),
        own("c", "output-cost", dec!(10)),
    ];
    let tailoring = Tailoring { own, ..Tailoring::default() };
    let tailored = tailoring.apply(&template);
    let evaluation = Evaluation { tailoring: Arc::new(tailoring), ..Evaluation::new(&template) };
    let evaluation = with_funds(&tailored, evaluation, End::Best);
    let inputs = vec![
        ("target".into(), Some(Value::Number(dec!(4)))),
        ("actual".into(), Some(Value::Number(dec!(3)))),
    ];
    let evaluation = evaluation.apply(&tailored, &Edit::SetInputs { item: "a".into(), inputs }).unwrap();
    let card = score(&tailored, &evaluation);
    let group = |id: &str| card.groups.iter().find(|group| *group.id == *id).unwrap();
    assert_eq!((group("output-quantity").points, group("output-quantity").score), (dec!(25), dec!(15)));
    assert_eq!((group("output").points, group("output").pending), (dec!(50), dec!(30)));
    assert_eq!((card.total, card.pending, card.unfilled), (dec!(25), dec!(70), dec!(55)));
    assert_eq!(card.deductions, dec!(5));
}

/// Weights may be set anew for an evaluation, so that no rule of these may hang on its points.
#[test]
fn adjustable_templates_stand_other_points() {
    for template in shipped().into_iter().filter(|template| template.adjustable) {
        let twice = |node: &Node| (node.id().clone(), node.points() * dec!(2));
        let points = every_node(&template.nodes).into_iter().map(twice).collect();
        let mut doubled = Tailoring { points, ..Tailoring::default() }.apply(&template);
        doubled.points *= dec!(2);
        assert_eq!(check(&doubled), [], "{}", template.id);
    }
}

fn every_node(nodes: &[Node]) -> Vec<&Node> {
    let mut all = Vec::new();
    for node in nodes {
        all.push(node);
        if let Node::Group(group) = node {
            all.extend(every_node(&group.children));
        }
    }
    all
}

fn by_id(id: &str) -> Template {
    shipped().into_iter().find(|template| *template.id == *id).unwrap()
}

/// The card of an evaluation at one end of the scale, with one own indicator for every pattern of every open group.
fn scored(template: &Template, end: End) -> (Scorecard, Evaluation) {
    let own = template.nodes.iter().flat_map(|node| match node {
        Node::Group(group) => own(group),
        Node::Indicator(_) => Vec::new(),
    });
    let tailoring = Tailoring { own: own.collect(), points: making_room(template), ..Tailoring::default() };
    let tailored = tailoring.apply(template);
    let evaluation = Evaluation { tailoring: Arc::new(tailoring), ..Evaluation::new(template) };
    let mut evaluation = with_funds(&tailored, evaluation, end);
    for indicator in tailored.indicators() {
        let inputs = inputs(indicator, end).into_iter().map(|(key, value)| (key, Some(value))).collect();
        let edit = Edit::SetInputs { item: indicator.id.clone(), inputs };
        evaluation = evaluation.apply(&tailored, &edit).unwrap();
        if let Some(edit) = rows(indicator).filter(|_| end == End::Worst) {
            evaluation = evaluation.apply(&tailored, &edit).unwrap();
        }
    }
    (score(&tailored, &evaluation), evaluation)
}

/// One own indicator for every pattern in `section`, which together have its points.
fn own(section: &Group) -> Vec<OwnIndicator> {
    let mut all: Vec<OwnIndicator> = Vec::new();
    let open = section.children.iter().filter_map(|child| match child {
        Node::Group(group) => group.open.as_ref().map(|open| (group, open)),
        Node::Indicator(_) => None,
    });
    for (group, open) in open {
        for pattern in &open.patterns {
            all.push(OwnIndicator {
                id: format!("{}-{}", group.id, pattern.id).into(),
                group: group.id.clone(),
                name: pattern.label.clone(),
                points: if section.points.is_zero() { dec!(0) } else { dec!(1) },
                pattern: pattern.id.clone(),
                unit: "个".into(),
            });
        }
    }
    let rest = section.points - Decimal::from(all.len());
    let shares = open_with_indicators(section).next().is_some();
    if let Some(first) = all.first_mut().filter(|_| !section.points.is_zero() && !shares) {
        first.points += rest;
    }
    all
}

/// Open groups of a section in which indicators of the template stand too: they share the points of the group.
fn open_with_indicators(section: &Group) -> impl Iterator<Item = (&OpenGroup, &Node)> {
    section.children.iter().filter_map(|child| match child {
        Node::Group(group) => group.open.as_ref().zip(group.children.first()),
        Node::Indicator(_) => None,
    })
}

/// The first indicator of each such group gives a point for each of the evaluation's own.
fn making_room(template: &Template) -> BTreeMap<Id, Decimal> {
    let sections = template.nodes.iter().filter_map(|node| match node {
        Node::Group(group) => Some(group),
        Node::Indicator(_) => None,
    });
    let room = |(open, first): (&OpenGroup, &Node)| {
        (first.id().clone(), first.points() - Decimal::from(open.patterns.len()))
    };
    sections.flat_map(open_with_indicators).map(room).collect()
}

fn with_funds(template: &Template, evaluation: Evaluation, end: End) -> Evaluation {
    let spent = if end == End::Best { dec!(100) } else { dec!(0) };
    let amounts =
        [(FundField::AnnualBudget, dec!(100)), (FundField::Received, spent), (FundField::Executed, spent)];
    amounts.into_iter().fold(evaluation, |evaluation, (field, amount)| {
        let edit = Edit::SetFundAmount { line: 0, field, amount: Some(amount) };
        evaluation.apply(template, &edit).unwrap()
    })
}

type Inputs = Vec<(Arc<str>, Value)>;

/// What earns the most, or the least.
fn inputs(indicator: &Indicator, end: End) -> Inputs {
    let best = end == End::Best;
    let number = |key: &str, number| (Arc::from(key), Value::Number(number));
    let text = |key: &str, text: &str| (Arc::from(key), Value::Text(text.to_owned()));
    match &indicator.rule.award {
        Award::Full => indicator
            .rule
            .deductions
            .iter()
            .flat_map(|deduction| {
                match deduction {
                    // Rows are no inputs: see `rows`.
                    Deduction::Ledger(_) => {
                        let nothing = (Arc::from(input::NOTHING), Value::Flag(true));
                        return if best { vec![nothing] } else { Vec::new() };
                    }
                    Deduction::Each(each) => {
                        let count = if best { dec!(0) } else { dec!(1000) };
                        return vec![number(&input::count(&each.id), count)];
                    }
                    Deduction::Steps(_) => unreachable!("no shipped template measures among its deductions"),
                    Deduction::Between(_) => {}
                }
                let most = deduction.most().filter(|_| !best && deduction_has_choice(deduction));
                let amount = most.map(|most| (input::deducted(deduction.id()), Value::Number(most)));
                std::iter::once((deduction.id().clone(), Value::Flag(!best))).chain(amount).collect()
            })
            .collect(),
        Award::Parts(Parts { parts, .. }) => {
            parts.iter().map(|part| (part.id.clone(), Value::Flag(best))).collect()
        }
        Award::OneOf { options } => {
            let chosen = if best { options.first() } else { options.last() }.unwrap();
            let mut inputs = vec![(input::CHOICE.into(), Value::Choice(chosen.id.clone()))];
            if matches!(chosen.points, Points::Share { .. }) {
                inputs.push(number(input::POINTS, if best { indicator.points } else { dec!(0) }));
            }
            inputs
        }
        Award::Free { .. } => vec![number(input::POINTS, if best { indicator.points } else { dec!(0) })],
        Award::Target { .. } => {
            vec![text(input::EXPECTED, "≥80%"), text(input::REACHED, if best { "80%" } else { "79.9%" })]
        }
        Award::Rate(Rate { measure: Measure::Funds(_), .. }) => Vec::new(),
        Award::Rate(Rate { measure: Measure::Entered(_), direction, .. }) => {
            let worst = match direction {
                Direction::Positive | Direction::Equal => dec!(0),
                Direction::ReverseLinear => dec!(20),
                // Target 0 of what should be little: whatever there is earns nothing.
                _ => {
                    return vec![
                        number(input::TARGET, if best { dec!(10) } else { dec!(0) }),
                        number(input::ACTUAL, dec!(10)),
                    ];
                }
            };
            vec![number(input::TARGET, dec!(10)), number(input::ACTUAL, if best { dec!(10) } else { worst })]
        }
        Award::Rate(Rate { measure: Measure::Survey { options }, .. }) => {
            let counts = options.iter().map(|option| {
                let answers = option.weight.is_zero() != best;
                number(&input::count(&option.id), if answers { dec!(30) } else { dec!(0) })
            });
            counts.collect()
        }
        Award::Rate(Rate { measure: Measure::Passes { rows }, .. }) => {
            let answer = if best { input::YES } else { input::NO };
            rows.iter().map(|row| (row.id.clone(), Value::Choice(answer.into()))).collect()
        }
        other => panic!("{other:?}: say here how it is scored"),
    }
}

/// More of the first kind than the ledger's indicator has points.
fn rows(indicator: &Indicator) -> Option<Edit> {
    let kind = indicator.rule.ledger.as_ref()?.kinds.first()?.id.clone();
    let row = LedgerRow { kind, count: dec!(1000), ..LedgerRow::default() };
    Some(Edit::AddLedgerRows { item: indicator.id.clone(), at: None, rows: vec![Arc::new(row)] })
}

fn deduction_has_choice(deduction: &jiping::template::Deduction) -> bool {
    matches!(deduction, jiping::template::Deduction::Between(RangeDeduction { from, to, .. }) if from != to)
}
