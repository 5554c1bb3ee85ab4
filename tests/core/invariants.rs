//! What holds for every template and every evaluation, tried on random ones.

use jiping::checks::{findings, refind};
use jiping::evaluation::{
    Answer, Applicability, Edit, Evaluation, Evidence, FundField, History, InputKey, ItemEntry, Override,
    ProjectField, Value, input, read, write,
};
use jiping::number::round;
use jiping::scoring::{ItemState, Scorecard, rescore, score};
use jiping::template::{
    self, Award, Deduction, EachDeduction, Indicator, NotApplicablePolicy, Order, Parts, RangeDeduction,
    Template,
};
use jiping::text::{Explain as _, Lang, Message};
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::fmt::Write as _;
use std::sync::Arc;

// ---- Random templates, as text: the reader is tried along the way. Points in hundredths. ----

#[derive(Clone, Debug)]
enum Kind {
    Parts(Vec<u32>),
    /// How many tiers.
    Tiers(u32, u32),
    Bands(u32),
    Rate(u32, &'static str, Option<u32>, &'static str),
    Funds(u32, &'static str),
    Free(u32, &'static str),
    /// Base award, deductions between, deductions each, floor in per cent of the points.
    Less(u32, Vec<(u32, u32)>, Vec<(u32, Option<u32>)>, Option<u32>, bool),
}

#[derive(Clone, Debug)]
enum Tree {
    Leaf(Kind),
    Group(Vec<Tree>),
}

fn points(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn kind() -> impl Strategy<Value = Kind> {
    let size = 1_u32..3_000;
    let direction = prop::sample::select(vec!["Positive", "ReverseRatio", "ReverseLinear", "Equal"]);
    let zero = prop::sample::select(vec!["Unscored", "Nothing", "Full"]);
    let deductions =
        (vec((0_u32..900, 0_u32..900), 0..4), vec((1_u32..300, prop::option::of(0_u32..900)), 1..3));
    prop_oneof![
        vec(0_u32..400, 1..6).prop_map(Kind::Parts),
        (size.clone(), 2_u32..5).prop_map(|(size, tiers)| Kind::Tiers(size.max(tiers), tiers)),
        size.clone().prop_map(Kind::Bands),
        (size.clone(), direction, prop::option::of(0_u32..=100), zero)
            .prop_map(|(size, direction, cut_off, zero)| Kind::Rate(size, direction, cut_off, zero)),
        (size.clone(), prop::sample::select(vec!["Arrival", "Execution"]))
            .prop_map(|(s, f)| Kind::Funds(s, f)),
        (size.clone(), prop::sample::select(vec!["0.01", "0.1", "0.5", "1"]))
            .prop_map(|(s, step)| Kind::Free(s, step)),
        (size, deductions, prop::option::of(0_u32..=100), any::<bool>())
            .prop_map(|(size, (between, each), floor, rate)| Kind::Less(size, between, each, floor, rate)),
    ]
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = kind().prop_map(Tree::Leaf);
    leaf.prop_recursive(3, 16, 4, |inner| vec(inner, 1..4).prop_map(Tree::Group))
}

impl Kind {
    fn points(&self) -> u32 {
        match self {
            Self::Parts(parts) => parts.iter().sum(),
            Self::Tiers(size, _) | Self::Bands(size) | Self::Rate(size, ..) => *size,
            Self::Funds(size, _) | Self::Free(size, _) | Self::Less(size, ..) => *size,
        }
    }

    fn rule(&self) -> String {
        let entered = "Entered(target: \"目标\", actual: \"实际\", rate: \"率\")";
        match self {
            Self::Parts(parts) => {
                let parts = parts.iter().enumerate();
                let list = parts
                    .map(|(n, p)| format!("(id: \"p{n}\", label: \"要点{n}\", points: \"{}\")", points(*p)));
                format!("(award: Parts(parts: [{}]))", list.collect::<Vec<_>>().join(", "))
            }
            Self::Tiers(size, tiers) => {
                let list = (0..*tiers).map(|n| {
                    let at = size - n * (size / tiers);
                    format!("(id: \"t{n}\", label: \"档{n}\", points: Fixed(\"{}\"))", points(at))
                });
                format!("(award: OneOf(options: [{}]))", list.collect::<Vec<_>>().join(", "))
            }
            Self::Bands(_) => "(award: OneOf(options: [\
                (id: \"b0\", label: \"达成\", points: Share(from: \"0.8\", to: \"1\")), \
                (id: \"b1\", label: \"部分\", points: Share(from: \"0.6\", to: \"0.8\")), \
                (id: \"b2\", label: \"未达成\", points: Share(from: \"0\", to: \"0.6\"))]))"
                .to_owned(),
            Self::Rate(_, direction, cut_off, zero) => {
                let cut =
                    cut_off.map_or_else(String::new, |share| format!(", cut_off: \"{}\"", points(share)));
                format!("(award: Rate(measure: {entered}, direction: {direction}{cut}, zero: {zero}))")
            }
            Self::Funds(_, rate) => format!("(award: Rate(measure: Funds({rate}), direction: Positive))"),
            Self::Free(_, step) => format!("(award: Free(step: \"{step}\"))"),
            Self::Less(size, between, each, floor, rate) => {
                let award = match rate {
                    true => format!("Rate(measure: {entered}, direction: Positive)"),
                    false => "Full".to_owned(),
                };
                let mut text = format!("(award: {award}, deductions: [");
                for (n, (from, more)) in between.iter().enumerate() {
                    let (from, to) = (points(*from), points(from + more));
                    let _ = write!(
                        text,
                        "Between(id: \"d{n}\", label: \"情形{n}\", from: \"{from}\", to: \"{to}\"), "
                    );
                }
                for (n, (each, cap)) in each.iter().enumerate() {
                    let cap =
                        cap.map_or_else(String::new, |cap| format!(", cap: \"{}\"", points(each + cap)));
                    let each = points(*each);
                    let _ = write!(text, "Each(id: \"e{n}\", label: \"每处{n}\", points: \"{each}\"{cap}), ");
                }
                match floor {
                    Some(percent) => text + &format!("], floor: \"{}\")", points(size * percent / 100)),
                    None => text + "])",
                }
            }
        }
    }
}

fn render(tree: &Tree, number: &mut u32, into: &mut String) -> u32 {
    *number += 1;
    // Unique, and in another order than that of the sheet.
    let id = format!("n{:03}", *number * 37 % 997);
    match tree {
        Tree::Leaf(kind) => {
            let (size, rule) = (kind.points(), kind.rule());
            let size_text = points(size);
            let _ = writeln!(
                into,
                "Indicator(id: \"{id}\", name: \"指标{id}\", points: \"{size_text}\", standard: \"\", rule: {rule}),"
            );
            size
        }
        Tree::Group(children) => {
            let mut inner = String::new();
            let size = children.iter().map(|child| render(child, number, &mut inner)).sum();
            let size_text = points(size);
            let _ = writeln!(
                into,
                "Group(id: \"{id}\", name: \"组{id}\", points: \"{size_text}\", children: [\n{inner}]),"
            );
            size
        }
    }
}

pub(crate) fn any_template() -> impl Strategy<Value = Arc<Template>> {
    let policy = prop::sample::select(vec!["Rescale", "FullMarks", "Exclude"]);
    let order = prop::sample::select(vec!["RoundThenAdd", "AddThenRound"]);
    (vec(tree(), 1..5), policy, order, 2_u32..=4, 2_u32..=3).prop_map(|(trees, policy, order, items, total)| {
        let (mut number, mut nodes) = (0, String::new());
        let size = trees.iter().map(|tree| render(tree, &mut number, &mut nodes)).sum();
        let settings = format!(
            "not_applicable: {policy}, rounding: (item_decimals: {items}, total_decimals: {total}, order: {order}),\n  {}",
            crate::help::GRADES
        );
        let text = crate::help::template_text(&points(size), &settings, &nodes);
        match template::read(text.as_bytes()) {
            Ok(template) => Arc::new(template),
            Err(error) => panic!("{error:?}\n{text}"),
        }
    })
}

// ---- Random entries. ----

pub(crate) type Seed = (u16, u8, u32, u32);

pub(crate) fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    vec(any::<Seed>(), 0..40)
}

fn hundredths(value: u32) -> Decimal {
    Decimal::new(i64::from(value), 2)
}

/// A number that often lies on an edge of `max`, sometimes beyond.
fn near(max: Decimal, seed: u32) -> Decimal {
    match seed % 7 {
        0 => Decimal::ZERO,
        1 => max,
        2 => max + Decimal::new(1, 2),
        3 => Decimal::new(-1, 2),
        _ => hundredths(seed / 7 % 4_000).min(max),
    }
}

/// One entry that the rule of `indicator` might take.
fn input_of(indicator: &Indicator, a: u32, b: u32) -> (InputKey, Value) {
    let deductions = &indicator.rule.deductions;
    if !deductions.is_empty() && !a.is_multiple_of(3) {
        return match &deductions[b as usize % deductions.len()] {
            Deduction::Between(RangeDeduction { id, .. }) if a.is_multiple_of(2) => {
                (id.clone(), Value::Flag(!b.is_multiple_of(5)))
            }
            Deduction::Between(RangeDeduction { id, to, .. }) => {
                (input::deducted(id), Value::Number(near(*to, b)))
            }
            Deduction::Each(EachDeduction { id, .. }) => {
                (input::count(id), Value::Number(Decimal::from(b % 9)))
            }
            Deduction::Ledger(_) => (input::NOTHING.into(), Value::Flag(true)),
            Deduction::Steps(steps) => {
                let key = format!("{}{}", steps.prefix(), input::RATE);
                (key.into(), Value::Number(Decimal::from(b % 120)))
            }
        };
    }
    match &indicator.rule.award {
        Award::Parts(Parts { parts, .. }) => {
            (parts[a as usize % parts.len()].id.clone(), Value::Flag(!b.is_multiple_of(3)))
        }
        Award::OneOf { options } if a.is_multiple_of(2) => {
            (input::CHOICE.into(), Value::Choice(options[b as usize % options.len()].id.clone()))
        }
        Award::Rate(_) => {
            let key = [input::TARGET, input::ACTUAL, input::RATE][a as usize % 3];
            (key.into(), Value::Number(near(hundredths(12_000), b)))
        }
        _ => (input::POINTS.into(), Value::Number(near(indicator.points, b))),
    }
}

fn edit_of(template: &Template, (which, action, a, b): Seed) -> Edit {
    let indicators: Vec<&Indicator> = template.indicators().collect();
    let indicator = indicators[usize::from(which) % indicators.len()];
    let item = indicator.id.clone();
    match action % 24 {
        0 => Edit::SetApplicability { item, to: Applicability::NoInformation },
        1 => Edit::SetApplicability {
            item,
            to: Applicability::NotApplicable { reason: "无此内容".to_owned() },
        },
        2 => Edit::SetApplicability { item, to: Applicability::Applicable },
        3 => Edit::SetOverride {
            item,
            to: Some(Override { score: near(indicator.points, b), reason: "复核".to_owned() }),
        },
        4 => Edit::ClearInputs { item },
        5 => Edit::SetReason { item, text: format!("原因{}", a % 3) },
        6 => Edit::SetBandEdges { item, edges: Some(vec![hundredths(a % 101), hundredths(b % 101)]) },
        7..=9 => {
            let field = FundField::ALL[a as usize % 4];
            Edit::SetFundAmount { line: b as usize % 3, field, amount: Some(hundredths(a / 4 % 500)) }
        }
        10 => {
            let (name, sha256) = (format!("材料{}.pdf", a % 9), "0f".repeat(32));
            Edit::AttachEvidence(Evidence { id: b % 50, item, name, size: 1, sha256 })
        }
        11 => Edit::SetEvidenceNote { item, text: ["", "会议纪要"][a as usize % 2].to_owned() },
        12 => Edit::SetRemark { item, text: ["", "另见附件"][a as usize % 2].to_owned() },
        13 => {
            Edit::SetProject { field: ProjectField::Name, text: ["", "某项目"][a as usize % 2].to_owned() }
        }
        14 => Edit::Answer(Answer {
            item: Some(item),
            said: Message::new("check-unscored").with("item", &*indicator.name).text(Lang::Chinese),
            reason: ["", "待补"][a as usize % 2].to_owned(),
        }),
        _ => {
            let (key, value) = input_of(indicator, a, b);
            Edit::SetInputs { item, inputs: vec![(key, (!a.is_multiple_of(11)).then_some(value))] }
        }
    }
}

pub(crate) fn evaluation_of(template: &Template, seeds: &[Seed]) -> Evaluation {
    let mut evaluation = Evaluation::new(template);
    for seed in seeds {
        match evaluation.apply(template, &edit_of(template, *seed)) {
            Ok(changed) => evaluation = changed,
            Err(error) => {
                assert!(!error.message().text(Lang::Chinese).is_empty());
                assert!(error.message().hint(Lang::Chinese).is_some(), "{error:?}");
            }
        }
    }
    evaluation
}

// ---- What must hold. ----

fn sum(values: impl Iterator<Item = Decimal>) -> Decimal {
    values.sum()
}

fn holds(template: &Template, card: &Scorecard) -> Result<(), TestCaseError> {
    prop_assert_eq!(card.items.len(), template.outline().len());
    for (item, indicator) in card.items.iter().zip(template.indicators()) {
        prop_assert_eq!(&item.id, &indicator.id);
        prop_assert!(!item.derivation.text(Lang::Chinese, item.score, card.item_decimals).trim().is_empty());
        if let Some(score) = item.score {
            prop_assert!(score >= Decimal::ZERO && score <= item.points, "{} of {}", score, item.points);
            prop_assert_eq!(item.points - sum(item.causes.iter().map(|cause| cause.points)), score);
            prop_assert_eq!(item.deduction, Some(item.points - score));
            if template.rounding.order == Order::RoundThenAdd {
                prop_assert_eq!(round(score, template.rounding.item_decimals), score, "printed as it is");
            }
        }
        let settled = match item.state {
            ItemState::Scored | ItemState::Compared { .. } => item.score.is_some(),
            ItemState::NotApplicable { .. } => {
                item.score.is_some() == (template.not_applicable == NotApplicablePolicy::FullMarks)
            }
            ItemState::Unscored(_) | ItemState::NoInformation => {
                item.score.is_none() && item.deduction.is_none()
            }
        };
        prop_assert!(settled, "{:?}", item);
    }
    sums_hold(template, card)
}

fn sums_hold(template: &Template, card: &Scorecard) -> Result<(), TestCaseError> {
    let outline = template.outline();
    for (index, group) in card.groups.iter().enumerate() {
        let within =
            |position: &usize| outline.ancestry(outline.leaves()[*position].group).any(|at| at == index);
        let items = || (0..outline.len()).filter(within).map(|position| &card.items[position]);
        prop_assert_eq!(group.score, sum(items().filter_map(|item| item.score)));
        prop_assert_eq!(group.deductions, sum(items().filter_map(|item| item.deduction)));
        prop_assert_eq!(group.points, group.score + group.deductions + group.pending + group.excluded);
        prop_assert_eq!(group.progress.all, items().count());
    }
    let on_top = (0..outline.len()).filter(|position| outline.leaves()[*position].group.is_none());
    let on_top = sum(on_top.filter_map(|position| card.items[position].score));
    let sections = sum(card.sections(template).map(|group| group.score));
    prop_assert_eq!(card.sum, sections + on_top);
    prop_assert_eq!(card.sum, sum(card.items.iter().filter_map(|item| item.score)));
    prop_assert!(
        card.total >= Decimal::ZERO && card.total <= card.points,
        "{} of {}",
        card.total,
        card.points
    );
    if card.scaling.is_none() {
        prop_assert_eq!(card.total, round(card.sum, card.total_decimals));
        let excluded: Decimal = card
            .items
            .iter()
            .filter(|item| matches!(item.state, ItemState::NotApplicable { .. }) && item.score.is_none())
            .map(|item| item.points)
            .sum();
        prop_assert_eq!(card.points, card.sum + card.deductions + card.pending + excluded);
    }
    let progress = card.progress;
    prop_assert_eq!(
        progress.all,
        progress.scored + progress.unscored + progress.no_information + progress.not_applicable
    );
    prop_assert_eq!(card.provisional, progress.unscored + progress.no_information > 0);
    prop_assert_eq!(
        card.attachments.iter().map(|file| file.number).collect::<Vec<_>>(),
        (1..=card.attachments.len()).collect::<Vec<_>>()
    );
    Ok(())
}

fn wild() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        Just(Decimal::MAX),
        Just(Decimal::MIN),
        Just(Decimal::new(1, 28)),
        Just(Decimal::new(-1, 28)),
        (any::<i64>(), 0_u32..20).prop_map(|(digits, scale)| Decimal::new(digits, scale)),
    ]
}

proptest! {
    #[test]
    fn every_evaluation_adds_up(template in any_template(), seeds in seeds()) {
        let evaluation = evaluation_of(&template, &seeds);
        holds(&template, &score(&template, &evaluation))?;
    }

    #[test]
    fn undo_and_redo_are_exact(template in any_template(), seeds in seeds()) {
        let start = Evaluation::new(&template);
        let mut history = History::new(start.clone());
        for seed in &seeds {
            let edit = edit_of(&template, *seed);
            let before = history.current().clone();
            if let Ok(after) = history.current().apply(&template, &edit) {
                history.push(edit.label(&template), None, after.clone());
                prop_assert_eq!(history.current().as_ref(), &after);
                if after != *before {
                    prop_assert!(history.undo());
                    prop_assert_eq!(history.current(), &before);
                    prop_assert!(history.redo());
                }
            }
        }
        let end = history.current().clone();
        while history.undo() {}
        prop_assert_eq!(history.current().as_ref(), &start);
        while history.redo() {}
        prop_assert_eq!(history.current(), &end);
    }

    /// Step by step, undone at once, and from one end to the other, where much differs.
    #[test]
    fn scoring_only_what_differs_yields_the_same(template in any_template(), seeds in seeds()) {
        let start = Evaluation::new(&template);
        let mut card = score(&template, &start);
        let mut found = findings(&template, &start, &card);
        let mut now = start.clone();
        for seed in &seeds {
            let Ok(after) = now.apply(&template, &edit_of(&template, *seed)) else { continue };
            let before = (card.clone(), found.clone());
            let rescored = rescore(&mut card, &template, &now, &after);
            prop_assert_eq!(&card, &score(&template, &after));
            refind(&mut found, &template, &now, &after, &card, &rescored);
            prop_assert_eq!(&found, &findings(&template, &after, &card));
            let mut back = (card.clone(), found.clone());
            let rescored = rescore(&mut back.0, &template, &after, &now);
            refind(&mut back.1, &template, &after, &now, &back.0, &rescored);
            prop_assert_eq!(&back, &before);
            now = after;
        }
        rescore(&mut card, &template, &now, &start);
        prop_assert_eq!(&card, &score(&template, &start));
        rescore(&mut card, &template, &start, &now);
        prop_assert_eq!(&card, &score(&template, &now));
    }

    #[test]
    fn files_give_back_what_was_written(template in any_template(), seeds in seeds()) {
        let evaluation = evaluation_of(&template, &seeds);
        let text = write(&evaluation).unwrap();
        prop_assert_eq!(&read(text.as_bytes()).unwrap(), &evaluation);
        let text = template::write(&template).unwrap();
        let again = template::read(text.as_bytes()).unwrap();
        prop_assert_eq!(score(&again, &evaluation), score(&template, &evaluation));
        prop_assert_eq!(&again, template.as_ref());
    }

    #[test]
    fn the_order_of_entry_does_not_matter(template in any_template(), seeds in seeds(), turn in any::<prop::sample::Index>()) {
        let mut edits: Vec<Edit> = Vec::new();
        for seed in seeds {
            let edit = edit_of(&template, seed);
            let entry = matches!(edit, Edit::SetInputs { .. } | Edit::SetFundAmount { .. } | Edit::SetReason { .. });
            let new = edits.iter().all(|other| other.target() != edit.target());
            if entry && new && Evaluation::new(&template).apply(&template, &edit).is_ok() {
                edits.push(edit);
            }
        }
        let apply = |edits: &[Edit]| edits.iter().fold(Evaluation::new(&template), |evaluation, edit| {
            evaluation.apply(&template, edit).unwrap()
        });
        let one_way = apply(&edits);
        edits.reverse();
        let at = if edits.is_empty() { 0 } else { turn.index(edits.len()) };
        edits.rotate_left(at);
        let other_way = apply(&edits);
        prop_assert_eq!(&one_way, &other_way);
        prop_assert_eq!(score(&template, &one_way), score(&template, &other_way));
    }

    #[test]
    fn nothing_that_a_file_can_hold_makes_it_panic(
        template in any_template(),
        entries in vec((any::<u16>(), any::<u32>(), any::<u32>(), wild(), any::<u8>()), 0..40),
        amounts in vec((0_usize..3, 0_usize..4, wild()), 0..12),
    ) {
        let mut evaluation = Evaluation::new(&template);
        let indicators: Vec<&Indicator> = template.indicators().collect();
        for (which, a, b, number, kind) in entries {
            let indicator = indicators[usize::from(which) % indicators.len()];
            let entry: &mut ItemEntry = Arc::make_mut(evaluation.items.entry(indicator.id.clone()).or_default());
            let (key, value) = input_of(indicator, a, b);
            match kind % 8 {
                0 => entry.overriding = Some(Override { score: number, reason: String::new() }),
                1 => entry.band_edges = Some(vec![number]),
                2 => entry.applicability = Applicability::NotApplicable { reason: String::new() },
                3 => drop(entry.inputs.insert(key, value)),
                4 => drop(entry.inputs.insert(key, Value::Choice("?".into()))),
                _ => {
                    let number = if matches!(value, Value::Number(_)) { Value::Number(number) } else { value };
                    drop(entry.inputs.insert(key, number));
                }
            }
        }
        let funds = Arc::make_mut(&mut evaluation.funds);
        for (line, field, amount) in amounts {
            let line = &mut funds.lines[line];
            *[&mut line.initial_budget, &mut line.annual_budget, &mut line.received, &mut line.executed][field] = Some(amount);
        }
        holds(&template, &score(&template, &evaluation))?;
    }
}
