//! Editing templates: checked, undone exactly, saved without loss.

use jiping::file::{self, FileError, Places, SaveTemplate};
use jiping::history::{History, Pushed};
use jiping::template::{
    self, Banded, EqualSplit, HeadField, Node, NodeField, Problem, Severity, Slot, Template, TemplateEdit,
    TemplateEditError, TemplateText, Years,
};
use jiping::text::{Explain as _, Lang};
use proptest::prelude::*;
use rust_decimal::{Decimal, dec};
use std::fs;
use std::sync::Arc;

/// A rule of every form, with every part that a rule can have.
const RULES: &[&str] = &[
    "(award: Full, deductions: [Between(id: \"a\", label: \"虚列\\\"套取\\\"\", from: \"4\", to: \"7\"), \
      Each(id: \"b\", label: \"每处\", points: \"0.5\", cap: \"2\")], floor: \"0\")",
    "(award: Parts(parts: [(id: \"p\", label: \"要点\", points: \"1\")], needed: All, partial: true), \
      gates: [(id: \"g\", label: \"关键\")])",
    "(award: OneOf(options: [(id: \"x\", label: \"甲\", points: Fixed(\"2\")), \
      (id: \"y\", label: \"乙\", points: Fraction(\"60%\")), \
      (id: \"z\", label: \"丙\", points: Share(from: \"0\", to: \"0.6\")), \
      (id: \"w\", label: \"丁\", points: Range(from: \"0\", to: \"1\"))]))",
    "(award: Rate(measure: Entered(target: \"目标\", actual: \"实际\", rate: \"率\"), \
      direction: ReverseLinear, cut_off: \"60%\", cap: \"1.2\", zero: NotApplicable), ceiling: \"6\")",
    "(award: Rate(measure: Funds(Spending), direction: Complement))",
    "(award: Bands(measure: Number(label: \"数\", unit: \"%\"), bands: [(from: Including(\"95%\"), \
      points: Fixed(\"2\")), (to: Excluding(\"95%\"), points: Fixed(\"0\"))], zero: Blank))",
    "(award: Steps(measure: Deviation(target: \"目标\", actual: \"实际\", signed: true), start: \"3\", steps: \
      [(side: Both, at: \"0\", unit: \"1%\", points: \"0.1\", counting: Begun, most: \"2\", gives: true)]))",
    "(award: Curve(measure: Survey(options: [(id: \"s\", label: \"满意\", weight: \"1\")]), scale: Points, \
      nodes: [(at: \"0\", worth: \"0\"), (at: \"90%\", worth: \"2\")], cut_off: \"10%\"))",
    "(award: PerUnit(measure: Ledger(Money), points: \"0.1\", most: \"20\"), ledger: (kinds: [(id: \"k\", \
      label: \"故障\", unit: \"次\", worth: PerMoney(yuan: \"1000\", points: \"1\", counting: Proportional), \
      cap: \"3\", becomes: (from: \"2\", kind: \"l\")), (id: \"l\", label: \"重大\", worth: Within(from: \"1\", \
      to: \"2\"))], factors: [(id: \"f\", label: \"重复\", times: \"2\", plus: \"1\")], tiers: [(from: \"3\", \
      times: \"150%\")], same_matter: HighestOnly, no_offset: true, kill: (kinds: [\"l\"], count: 2, to: \"-1\"), \
      signatures: [\"值班\"]), deductions: [Ledger(id: \"d\", label: \"台账\", cap: \"5\")])",
    "(award: Value(measure: Panel(label: \"评委\", mean: Trimmed, most: \"10\", decimals: 2)))",
    "(award: Value(measure: Risks(risks: [(id: \"r\", label: \"风险\", points: \"1\")], cap: \"4\", yields: Points)))",
    "(award: Rate(measure: Passes(rows: [(id: \"m\", label: \"量\", from: \"0.9\", to: \"1.1\"), (id: \"n\", \
      label: \"问\")]), direction: Positive))",
    "(award: Rate(measure: SubSheets(sheets: [(id: \"u\", label: \"附表\", weight: \"40%\")], decimals: 1), \
      direction: Positive))",
    "(award: Bands(measure: Peers(own: \"本单位\", others: \"各单位\", best: Lowest, yields: Rank), bands: []))",
    "(award: Free(step: \"0.5\"), effects: [Veto(id: \"v\", label: \"否决\", scope: Sheet, consequence: \
      Grade(\"差\"), exemptable: true), Overflow(id: \"o\", label: \"追加\", when: Ticked, take: \
      OneOf([\"1\", \"2\"]), scope: Node(\"group\"))])",
    "(award: Entries, effects: [Overflow(id: \"o\", label: \"倒扣\", when: Exhausted, take: Excess, scope: Group)])",
    "(award: Target(target: \"≥80%\"))",
    "(award: Alternatives(options: [(id: \"one\", label: \"一\", points: \"2\", award: Full), (id: \"two\", \
      label: \"二\", award: Alternatives(options: []))], several: true))",
];

fn rule(number: usize) -> template::Rule {
    let text = format!(
        "(format: 1, id: \"t\", version: \"1\", title: \"t\", points: \"1\", nodes: [Indicator(id: \"i\", \
         name: \"i\", rule: {})])",
        RULES[number % RULES.len()]
    );
    let read = TemplateText::read(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error:?}"));
    read.template.indicators().next().unwrap().rule.clone()
}

fn top(at: usize) -> Slot {
    Slot { parent: None, at }
}

fn into(group: &str, at: usize) -> Slot {
    Slot { parent: Some(group.into()), at }
}

fn done(template: &Template, edit: &TemplateEdit) -> Template {
    template.edited(edit).unwrap_or_else(|error| panic!("{edit:?}: {error}"))
}

/// A group 甲 with 一 and 二 in it, a group 乙, an indicator 三 at the top.
fn small() -> Template {
    let mut template = Template::blank("试");
    for (name, to) in [("甲", top(0)), ("乙", top(1))] {
        template = done(&template, &TemplateEdit::add_group(&template, name, to));
    }
    for (name, to) in [("一", into("jia", 0)), ("二", into("jia", 1)), ("三", top(2))] {
        template = done(&template, &TemplateEdit::add_indicator(&template, name, to));
    }
    template
}

/// `甲(一,二),乙(),三`
fn shape(nodes: &[Node]) -> String {
    let of = |node: &Node| match node {
        Node::Group(group) => format!("{}({})", group.name, shape(&group.children)),
        Node::Indicator(indicator) => indicator.name.to_string(),
    };
    nodes.iter().map(of).collect::<Vec<_>>().join(",")
}

fn moved(node: &str, to: Slot) -> Result<String, TemplateEditError> {
    let edit = TemplateEdit::Move { node: node.into(), to };
    small().edited(&edit).map(|template| shape(&template.nodes))
}

#[test]
fn anything_moves_anywhere_but_into_itself() {
    assert_eq!(shape(&small().nodes), "甲(一,二),乙(),三");
    assert_eq!(moved("yi-2", into("yi", 0)).unwrap(), "甲(二),乙(一),三");
    assert_eq!(moved("yi-2", into("jia", 2)).unwrap(), "甲(二,一),乙(),三");
    assert_eq!(moved("er", into("jia", 0)).unwrap(), "甲(二,一),乙(),三");
    assert_eq!(moved("er", into("jia", 1)).unwrap(), "甲(一,二),乙(),三");
    assert_eq!(moved("jia", top(3)).unwrap(), "乙(),三,甲(一,二)");
    assert_eq!(moved("jia", into("yi", 9)).unwrap(), "乙(甲(一,二)),三");
    assert_eq!(moved("yi-2", top(0)).unwrap(), "一,甲(二),乙(),三");
    assert_eq!(moved("jia", into("jia", 0)), Err(TemplateEditError::IntoItself("jia".into())));
    assert_eq!(moved("jia", into("yi-2", 0)), Err(TemplateEditError::IntoItself("jia".into())));
    assert_eq!(moved("jia", into("san", 0)), Err(TemplateEditError::NotAGroup("san".into())));
    assert_eq!(moved("nobody", top(0)), Err(TemplateEditError::NoSuchNode("nobody".into())));
}

#[test]
fn the_keyboard_moves_by_places() {
    let template = small();
    assert_eq!(template.neighbouring_slot("yi-2", false), None);
    assert_eq!(template.neighbouring_slot("yi-2", true), Some(into("jia", 2)));
    assert_eq!(template.neighbouring_slot("er", true), None);
    assert_eq!(template.neighbouring_slot("yi", false), Some(top(0)));
    assert_eq!(template.inner_slot("san"), Some(into("yi", 0)));
    assert_eq!(template.inner_slot("yi-2"), None);
    assert_eq!(template.outer_slot("er"), Some(top(1)));
    assert_eq!(template.outer_slot("jia"), None);
}

#[test]
fn groups_do_not_stand_in_one_another_without_end() {
    let mut template = Template::blank("试");
    let mut parent = None;
    let refused = (0..20).find_map(|_| {
        let edit = TemplateEdit::add_group(&template, "组", Slot { parent: parent.clone(), at: 0 });
        match template.edited(&edit) {
            Ok(next) => {
                parent = edit.node().cloned();
                template = next;
                None
            }
            Err(error) => Some(error),
        }
    });
    assert_eq!(refused, Some(TemplateEditError::TooDeep { most: 8 }));
    // What can be made can be saved and read.
    TemplateText::write("", &template).unwrap();
}

#[test]
fn ids_come_from_pinyin_are_new_and_stay() {
    let mut template = Template::blank("试");
    let mut ids = Vec::new();
    for name in ["资金使用", "资金使用", "项目支出绩效评价", "GPS 设备", "", "？"] {
        let edit = TemplateEdit::add_indicator(&template, name, top(99));
        ids.push(edit.node().unwrap().to_string());
        template = done(&template, &edit);
    }
    let expected = [
        "zi-jin-shi-yong",
        "zi-jin-shi-yong-2",
        "xiang-mu-zhi-chu",
        "gps-she-bei",
        "indicator-1",
        "indicator-2",
    ];
    assert_eq!(ids, expected);
    let rename = TemplateEdit::Node { node: ids[0].as_str().into(), field: NodeField::Name("新名".into()) };
    template = done(&template, &rename);
    assert_eq!(template.node("zi-jin-shi-yong").unwrap().name().to_string(), "新名");
    let again = TemplateEdit::Add { node: Box::new(template.node(&ids[0]).unwrap().clone()), to: top(0) };
    assert_eq!(template.edited(&again), Err(TemplateEditError::IdTaken(ids[0].as_str().into())));
}

#[test]
fn a_copy_stands_below_with_ids_of_its_own() {
    let template = small();
    let edit = TemplateEdit::duplicate(&template, "jia").unwrap();
    let copied = done(&template, &edit);
    assert_eq!(shape(&copied.nodes), "甲(一,二),甲（2）(一,二),乙(),三");
    let all: Vec<&str> = copied.indicators().map(|indicator| &*indicator.id).collect();
    assert_eq!(all, ["yi-2", "er", "yi-3", "er-2", "san"]);
    assert!(TemplateEdit::duplicate(&template, "nobody").is_none());
}

#[test]
fn a_field_of_a_group_is_none_of_an_indicator() {
    let template = small();
    let of = |node: &str, field| template.edited(&TemplateEdit::Node { node: node.into(), field });
    assert_eq!(of("san", NodeField::Cap(None)), Err(TemplateEditError::NotAGroup("san".into())));
    assert_eq!(of("jia", NodeField::Unit("台".into())), Err(TemplateEditError::NotAnIndicator("jia".into())));
    for bad in ["", "试", "a b", "../x"] {
        let edit = TemplateEdit::Head(HeadField::Id(bad.into()));
        assert_eq!(template.edited(&edit), Err(TemplateEditError::BadId(bad.into())), "{bad}");
    }
}

#[test]
fn every_edit_is_named_in_both_languages() {
    let template = small();
    for edit in some_edits() {
        let label = edit.label(&template);
        for lang in [Lang::Chinese, Lang::English] {
            assert_ne!(label.text(lang), label.key(), "{edit:?}");
        }
    }
}

fn some_edits() -> Vec<TemplateEdit> {
    let heads = [
        HeadField::Id("other".into()),
        HeadField::Version("2.0".into()),
        HeadField::Title("题".into()),
        HeadField::Summary("说明".into()),
        HeadField::Source("依据".into()),
        HeadField::Years(Years { from: Some(2020), to: None }),
        HeadField::Points(dec!(120)),
        HeadField::Combine(template::Combine::Mean),
        HeadField::Cap(template::TotalCap::At(dec!(103))),
        HeadField::Rounding(template::Rounding { group_decimals: Some(1), ..template::Rounding::default() }),
        HeadField::NotApplicable(template::NotApplicablePolicy::Exclude),
        HeadField::Adjustable(true),
        HeadField::Grades(Vec::new()),
        HeadField::GradeBy(template::GradeBy::Exact),
        HeadField::Sheet(template::Sheet { form: template::Form::Comparison, ..template::Sheet::default() }),
    ];
    let open = template::OpenGroup {
        patterns: vec![template::Pattern {
            id: "p".into(),
            label: "正向".into(),
            standard: "".into(),
            rule: rule(3),
        }],
    };
    let groups = [
        NodeField::Name("组 \"甲\"\\".into()),
        NodeField::Points(dec!(12.5)),
        NodeField::Weight(Some(dec!(0.4))),
        NodeField::Combine(template::Combine::EqualSplit(EqualSplit {
            decimals: 2,
            remainder: template::Remainder::Last,
        })),
        NodeField::Combine(template::Combine::Banded(Banded {
            by: template::BandedBy::Rate,
            bands: vec![template::Band { from: None, to: None, points: template::Points::Fixed(dec!(1)) }],
        })),
        NodeField::Cap(Some(dec!(9))),
        NodeField::Floor(Some(dec!(-3))),
        NodeField::Open(Some(open)),
    ];
    let mut indicators = vec![
        NodeField::Criterion("两行\n文字".into()),
        NodeField::Standard("标准（1分）//不是注释".into()),
        NodeField::Unit("台".into()),
        NodeField::EvidenceExpected(false),
        NodeField::AlwaysApplies(true),
        NodeField::Points(dec!(0.5)),
    ];
    indicators.extend((0..RULES.len()).map(|number| NodeField::Rule(Box::new(rule(number)))));
    let heads = heads.into_iter().map(TemplateEdit::Head);
    let group = |field| TemplateEdit::Node { node: "jia".into(), field };
    let indicator = |field| TemplateEdit::Node { node: "yi-2".into(), field };
    heads.chain(groups.into_iter().map(group)).chain(indicators.into_iter().map(indicator)).collect()
}

/// What a hand does: a number chooses the kind of edit, others what it touches.
#[derive(Clone, Debug)]
enum Hand {
    Edit(usize),
    AddGroup(usize, usize),
    AddIndicator(usize, usize, usize),
    Duplicate(usize),
    Remove(usize),
    Move(usize, usize, usize),
}

fn hand() -> impl Strategy<Value = Hand> {
    prop_oneof![
        (0_usize..100).prop_map(Hand::Edit),
        (0_usize..9, 0_usize..9).prop_map(|(group, at)| Hand::AddGroup(group, at)),
        (0_usize..9, 0_usize..9, 0_usize..99)
            .prop_map(|(group, at, rule)| Hand::AddIndicator(group, at, rule)),
        (0_usize..20).prop_map(Hand::Duplicate),
        (0_usize..20).prop_map(Hand::Remove),
        (0_usize..20, 0_usize..9, 0_usize..9).prop_map(|(node, group, at)| Hand::Move(node, group, at)),
    ]
}

fn all_ids(nodes: &[Node]) -> Vec<template::Id> {
    let of = |node: &Node| match node {
        Node::Group(group) => [vec![group.id.clone()], all_ids(&group.children)].concat(),
        Node::Indicator(indicator) => vec![indicator.id.clone()],
    };
    nodes.iter().flat_map(of).collect()
}

impl Hand {
    fn edit(&self, template: &Template) -> Option<TemplateEdit> {
        let ids = all_ids(&template.nodes);
        let node = |number: usize| ids.get(number % ids.len().max(1)).cloned();
        let slot = |group: usize, at: usize| {
            let groups = template.outline().groups();
            let parent =
                group.checked_sub(1).and_then(|group| groups.get(group)).map(|group| group.id.clone());
            Slot { parent, at }
        };
        Some(match self {
            Self::Edit(number) => some_edits().swap_remove(number % some_edits().len()),
            Self::AddGroup(group, at) => TemplateEdit::add_group(template, "新组", slot(*group, *at)),
            Self::AddIndicator(group, at, number) => {
                let edit = TemplateEdit::add_indicator(template, "新指标", slot(*group, *at));
                let TemplateEdit::Add { mut node, to } = edit else { return None };
                if let Node::Indicator(indicator) = &mut *node {
                    indicator.rule = rule(*number);
                }
                TemplateEdit::Add { node, to }
            }
            Self::Duplicate(number) => TemplateEdit::duplicate(template, &node(*number)?)?,
            Self::Remove(number) => TemplateEdit::Remove { node: node(*number)? },
            Self::Move(number, group, at) => {
                TemplateEdit::Move { node: node(*number)?, to: slot(*group, *at) }
            }
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever was done: undo leads back through every state, redo forth again; ids are never twice; each state
    /// survives its file unchanged; checking never panics.
    #[test]
    fn undo_is_identity_and_files_lose_nothing(hands in prop::collection::vec(hand(), 1..40)) {
        let mut history: History<Template, String> = History::keeping(200, small());
        let mut states = vec![history.current().clone()];
        for hand in &hands {
            let now = history.current().clone();
            let Some(edit) = hand.edit(&now) else { continue };
            let Ok(next) = now.edited(&edit) else { continue };
            if history.push(edit.label(&now), None, next) != Pushed::Nothing {
                states.push(history.current().clone());
            }
        }
        for state in &states {
            let mut ids = all_ids(&state.nodes);
            let count = ids.len();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), count);
        }
        let last = states.last().unwrap();
        let text = TemplateText::write("// 头\n", last).unwrap();
        let again = TemplateText::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&again.template, &**last);
        prop_assert_eq!(&*again.header, "// 头\n");
        drop(template::check(last));
        for state in states.iter().rev().skip(1) {
            prop_assert!(history.undo());
            prop_assert_eq!(history.current(), state);
        }
        prop_assert!(!history.undo());
        for state in states.iter().skip(1) {
            prop_assert!(history.redo());
            prop_assert_eq!(history.current(), state);
        }
    }
}

#[test]
fn every_shipped_template_survives_and_keeps_its_header() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scoring_templates");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "ron") {
            continue;
        }
        let original = fs::read_to_string(&path).unwrap();
        let read = TemplateText::read(original.as_bytes()).unwrap();
        let header = &original[..original.find("\n(").map_or(0, |at| at + 1)];
        assert_eq!(read.header, header, "{}", path.display());
        let written = TemplateText::write(&read.header, &read.template).unwrap();
        assert!(written.starts_with(header));
        assert_eq!(TemplateText::read(written.as_bytes()).unwrap().template, read.template);
        assert!(written.lines().count() < original.lines().count() * 3 / 2, "as compact as by hand");
        count += 1;
    }
    assert_eq!(count, template::shipped().len());
}

#[test]
fn comments_are_told_from_texts_that_look_like_them() {
    let text = "\u{feff}#![enable(implicit_some)]\n// 头 (1)\n/* 二 ( */\n(format: 1, id: \"t\", version: \"1\", \
                title: \"// 不是注释 \\\" /* 也不是\", // 行内\n points: \"1\", /* 块 */ nodes: [])";
    let read = TemplateText::read(text.as_bytes()).unwrap();
    assert_eq!(read.header, "\u{feff}#![enable(implicit_some)]\n// 头 (1)\n/* 二 ( */\n");
    assert_eq!(read.inner_comments, 2);
    let written = TemplateText::write(&read.header, &read.template).unwrap();
    assert_eq!(TemplateText::read(written.as_bytes()).unwrap().inner_comments, 0);
}

#[test]
fn ids_that_a_file_states_twice_become_distinct() {
    let text = "(format: 1, id: \"t\", version: \"1\", title: \"t\", points: \"1\", nodes: [\
        Group(id: \"a\", name: \"甲\", children: [Indicator(id: \"a\", name: \"一\", rule: (award: Parts(parts: [\
        (id: \"p\", label: \"1\", points: \"1\"), (id: \"p\", label: \"2\", points: \"1\"), (id: \"\", label: \"3\", \
        points: \"1\")])))]), Group(id: \"\", name: \"乙\"), Group(id: \"a-2\", name: \"丙\"), Group(id: \"t\", \
        name: \"丁\")])";
    let mut template = TemplateText::read(text.as_bytes()).unwrap().template;
    let is_id = |problem: &Problem| matches!(problem.message.key(), "problem-duplicate-id" | "problem-no-id");
    assert_eq!(template::check(&template).iter().filter(|problem| is_id(problem)).count(), 5);
    assert_eq!(template::distinct_ids(&mut template), 5);
    assert_eq!(template::check(&template).iter().filter(|problem| is_id(problem)).count(), 0);
    assert_eq!(&**template.nodes[0].id(), "a");
    assert_eq!(&**template.nodes[2].id(), "a-2", "what was distinct keeps its id");
    assert_eq!(template::distinct_ids(&mut template), 0);
}

// ---- Files ----

struct Folder {
    places: Places,
    _folder: tempfile::TempDir,
}

fn folder() -> Folder {
    let folder = tempfile::tempdir().unwrap();
    Folder { places: Places::at(folder.path()), _folder: folder }
}

fn request(places: &Places, template: &Template) -> SaveTemplate {
    SaveTemplate {
        path: file::place_for_template(places, template),
        template: Arc::new(template.clone()),
        header: "// 我的模板\n".to_owned(),
        known: None,
        force: false,
    }
}

#[test]
fn own_templates_are_listed_and_the_unreadable_ones_named() {
    let Folder { places, _folder } = folder();
    assert!(file::own_templates(&places).is_empty());
    let file::Saved { path, digest, .. } = file::save_template(&request(&places, &small())).unwrap();
    fs::write(places.templates().join("broken.ron"), "(format: 1, id: ").unwrap();
    fs::write(places.templates().join("notes.txt"), "no template").unwrap();
    let own = file::own_templates(&places);
    assert_eq!(own.len(), 2);
    let broken = own[0].file.as_ref().unwrap_err();
    assert!(broken.message().text(Lang::Chinese).contains("broken.ron"), "{broken}");
    assert!(broken.cause().is_some());
    let read = own[1].file.as_ref().unwrap();
    assert_eq!((&read.digest, &read.path), (&digest, &path));
    assert_eq!(read.text.template, small());
    assert_eq!(read.text.header, "// 我的模板\n");
    assert!(!read.is_sound() && read.errors() > 0, "a draft");
    // A second one of that id gets a place of its own.
    assert_ne!(file::place_for_template(&places, &small()), path);
}

#[test]
fn somebody_elses_change_is_not_overwritten_unasked() {
    let Folder { places, _folder } = folder();
    let first = request(&places, &small());
    let file::Saved { path, digest, .. } = file::save_template(&first).unwrap();
    let before = fs::read_to_string(&path).unwrap();
    let changed = done(&small(), &TemplateEdit::Head(HeadField::Points(dec!(50))));
    let again = SaveTemplate { template: Arc::new(changed), known: Some(digest), ..first.clone() };
    fs::write(&path, before.replace("100", "90")).unwrap();
    assert!(matches!(file::save_template(&again), Err(FileError::ChangedOnDisk { .. })));
    assert!(fs::read_to_string(&path).unwrap().contains("90"), "theirs is untouched");
    let forced = SaveTemplate { force: true, ..again };
    file::save_template(&forced).unwrap();
    assert!(fs::read_to_string(&path).unwrap().contains("points: \"50\""));
    let kept = fs::read_to_string(path.with_added_extension("bak")).unwrap();
    assert!(kept.contains("90"), "and kept beside it");
    // A new template does not overwrite a file that it knows nothing of either.
    assert!(matches!(file::save_template(&first), Err(FileError::ChangedOnDisk { .. })));
}

#[test]
fn a_failed_save_leaves_the_old_file_and_no_litter() {
    let Folder { places, _folder } = folder();
    let first = request(&places, &small());
    let file::Saved { path, digest, .. } = file::save_template(&first).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let again = SaveTemplate { known: Some(digest), ..first };
    assert!(matches!(file::save_template(&again), Err(FileError::ReadOnly { .. })));
    let names: Vec<String> = fs::read_dir(places.templates())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names, ["试.ron"]);
}

#[test]
fn a_template_made_by_edits_is_sound_when_its_points_add_up() {
    let mut template = small();
    let set = |node: &str, field| TemplateEdit::Node { node: node.into(), field };
    let remove = TemplateEdit::Remove { node: "yi".into() };
    let full: template::Rule = rule(0);
    let edits = [
        remove,
        set("jia", NodeField::Points(dec!(60))),
        set("yi-2", NodeField::Points(dec!(20))),
        set("yi-2", NodeField::Rule(Box::new(full.clone()))),
        set("er", NodeField::Points(dec!(40))),
        set("er", NodeField::Rule(Box::new(full.clone()))),
        set("san", NodeField::Points(dec!(40))),
        set("san", NodeField::Rule(Box::new(full))),
    ];
    let errors = |template: &Template| {
        template::check(template).iter().filter(|problem| problem.severity == Severity::Error).count()
    };
    assert!(errors(&template) > 0);
    for edit in &edits {
        template = done(&template, edit);
    }
    assert_eq!(errors(&template), 0, "{:?}", template::check(&template));
    assert_eq!(template.points, Decimal::ONE_HUNDRED);
}
