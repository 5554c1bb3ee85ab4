//! An evaluation moved to another version of its template.

use crate::help::{GRADES, dec, edited, free, indicator, inputs, number, rate, template};
use crate::invariants::{any_template, evaluation_of, seeds};
use jiping::evaluation::{
    Applicability, Edit, Evaluation, Evidence, ItemEntry, Migration, Override, OwnIndicator, TailorEdit,
    Value, migrate, retailored,
};
use jiping::scoring::score;
use jiping::template::Template;
use jiping::text::Lang;
use proptest::prelude::*;

fn sheet(nodes: &[String]) -> Template {
    let points: u32 = 100;
    template(&points.to_string(), GRADES, &nodes.join("\n"))
}

fn group(id: &str, points: &str, nodes: &[String]) -> String {
    format!("Group(id: \"{id}\", name: \"{id}\", points: \"{points}\", children: [{}]),", nodes.join("\n"))
}

/// Moves what these edits made of `from` to `to`.
fn moved(from: &Template, to: &Template, edits: &[Edit]) -> Migration {
    migrate(&edited(from, edits), from, to, Lang::Chinese)
}

fn reasons(migration: &Migration, item: &str) -> Vec<String> {
    let asked = migration.asked.iter().filter(|asked| *asked.place.item == *item);
    asked.flat_map(|asked| &asked.reasons).map(|reason| reason.text(Lang::Chinese)).collect()
}

fn is_carried(migration: &Migration, item: &str) -> bool {
    migration.carried.iter().any(|place| *place.item == *item)
}

fn reason(item: &str, text: &str) -> Edit {
    Edit::SetReason { item: item.into(), text: text.to_owned() }
}

fn file(id: u32, item: &str) -> Edit {
    let (name, sha256) = (format!("材料{id}.pdf"), "0f".repeat(32));
    Edit::AttachEvidence(Evidence { id, item: item.into(), name, size: 1, sha256 })
}

fn overriding(item: &str, score: &str, reason: &str) -> Edit {
    let to = Some(Override { score: dec(score), reason: reason.to_owned() });
    Edit::SetOverride { item: item.into(), to }
}

fn not_applicable(item: &str, reason: &str) -> Edit {
    let to = Applicability::NotApplicable { reason: reason.to_owned() };
    Edit::SetApplicability { item: item.into(), to }
}

#[test]
fn the_same_indicator_is_carried_whole() {
    let from = sheet(&[free("a", "40"), free("b", "30"), free("c", "30")]);
    let to = sheet(&[free("c", "30"), free("b", "30"), free("a", "40")]);
    let edits = [
        inputs("a", &[("points", number("12"))]),
        reason("a", "维修不及时"),
        file(7, "a"),
        overriding("b", "9", "复核"),
        not_applicable("c", "本年没有"),
    ];
    let migration = moved(&from, &to, &edits);
    let before = edited(&from, &edits);
    assert_eq!(migration.evaluation.items, before.items, "whatever order they stand in");
    assert_eq!(migration.evaluation.evidence, before.evidence);
    assert_eq!(migration.carried.len(), 3);
    assert!(!migration.needs_attention());
}

#[test]
fn other_points_keep_what_still_fits_and_are_asked_about() {
    let from = sheet(&[free("a", "50"), free("b", "50")]);
    let to = sheet(&[free("a", "40"), free("b", "60")]);
    let edits = [
        inputs("a", &[("points", number("45"))]),
        inputs("b", &[("points", number("45"))]),
        reason("b", "迟延"),
    ];
    let migration = moved(&from, &to, &edits);
    assert_eq!(migration.evaluation.item("a").unwrap().number("points"), None, "45 is more than 40");
    assert_eq!(migration.evaluation.item("b").unwrap().number("points"), Some(dec("45")));
    assert_eq!(migration.evaluation.item("b").unwrap().reason, "迟延");
    assert_eq!(reasons(&migration, "a"), ["分值 50 → 40", "未带入：points 45"]);
    assert_eq!(reasons(&migration, "b"), ["分值 50 → 60"]);
    assert!(migration.evaluation.item("a").unwrap().remark.contains("points 45"), "nothing typed is lost");
}

#[test]
fn another_rule_is_asked_about_and_takes_only_its_own_inputs() {
    let from = sheet(&[free("a", "50"), indicator("b", "50", &rate("Positive"))]);
    let to = sheet(&[indicator("a", "50", &rate("Positive")), indicator("b", "50", &rate("ReverseLinear"))]);
    let measured = [("target", number("20")), ("actual", number("10"))];
    let migration = moved(&from, &to, &[inputs("a", &[("points", number("9"))]), inputs("b", &measured)]);
    assert!(migration.evaluation.item("a").unwrap().inputs.is_empty());
    assert_eq!(migration.evaluation.item("b").unwrap().number("actual"), Some(dec("10")));
    assert_eq!(reasons(&migration, "a"), ["计分规则已变", "未带入：points 9"]);
    assert_eq!(reasons(&migration, "b"), ["计分规则已变"]);
}

/// A judgement of the old rule is none of the new one.
#[test]
fn overrides_and_what_does_not_apply_are_never_carried_onto_another_rule() {
    let from = sheet(&[free("a", "50"), free("b", "50")]);
    let to = sheet(&[free("a", "60"), free("b", "40")]);
    let migration = moved(&from, &to, &[overriding("a", "48", "专家意见"), not_applicable("b", "本年没有")]);
    let (a, b) = (migration.evaluation.item("a").unwrap(), migration.evaluation.item("b").unwrap());
    assert_eq!((&a.overriding, &b.applicability), (&None, &Applicability::Applicable));
    assert_eq!(reasons(&migration, "a")[1], "未带入：人工改分 48，理由 专家意见");
    assert_eq!(reasons(&migration, "b")[1], "未带入：不适用 本年没有");
    assert!(a.remark.contains("专家意见") && b.remark.contains("本年没有"));
}

#[test]
fn other_words_alone_change_nothing_but_are_named() {
    let standard = |text: &str| free("a", "100").replace("standard: \"\"", &format!("standard: \"{text}\""));
    let (from, to) = (sheet(&[standard("甲")]), sheet(&[standard("乙")]));
    let migration =
        moved(&from, &to, &[inputs("a", &[("points", number("9"))]), overriding("a", "8", "复核")]);
    assert_eq!(reasons(&migration, "a"), ["评价标准文字已变"]);
    let entry = migration.evaluation.item("a").unwrap();
    assert_eq!(entry.overriding.as_ref().map(|to| to.score), Some(dec("8")));
    assert_eq!(score(&to, &migration.evaluation).total, dec("8"));
}

#[test]
fn another_id_at_the_same_place_is_proposed() {
    let renamed = free("b", "40").replace("id: \"b\"", "id: \"b2\"");
    let from = sheet(&[group("g", "100", &[free("a", "60"), free("b", "40")])]);
    let to = sheet(&[group("g", "100", &[free("a", "60"), renamed])]);
    let migration = moved(&from, &to, &[inputs("b", &[("points", number("9"))]), file(3, "b")]);
    assert_eq!(migration.evaluation.item("b2").unwrap().number("points"), Some(dec("9")));
    assert_eq!(&*migration.evaluation.evidence[0].item, "b2");
    assert_eq!(reasons(&migration, "b2"), ["指标编号已变，按同名同位置带入"]);
    assert!(is_carried(&migration, "a") && migration.dropped.is_empty() && migration.added.is_empty());
}

#[test]
fn what_is_gone_is_listed_and_kept_in_words() {
    let from = sheet(&[group("g", "60", &[free("a", "30"), free("b", "30")]), free("c", "40")]);
    let to = sheet(&[group("g", "60", &[free("a", "60")]), free("d", "40")]);
    let edits = [
        inputs("b", &[("points", number("17"))]),
        reason("b", "维修不及时"),
        file(1, "b"),
        file(2, "c"),
        overriding("c", "33", "专家意见"),
    ];
    let migration = moved(&from, &to, &edits);
    let dropped: Vec<&str> = migration.dropped.iter().map(|dropped| &*dropped.place.item).collect();
    assert_eq!(dropped, ["b", "c"]);
    assert_eq!(migration.dropped[0].words, ["points 17", "扣分原因及改进措施 维修不及时"]);
    let remark = &migration.evaluation.project.remark;
    for kept in ["17", "维修不及时", "专家意见", "33", "材料1.pdf", "材料2.pdf"] {
        assert!(remark.contains(kept), "{kept} in {remark}");
    }
    let homes: Vec<(&str, &str)> =
        migration.evaluation.evidence.iter().map(|file| (&*file.name, &*file.item)).collect();
    assert_eq!(homes, [("材料1.pdf", "a")], "with the first of its group; c had none");
    assert_eq!(migration.dropped[1].evidence[0].now, None);
    assert_eq!(migration.added.iter().map(|place| &*place.item).collect::<Vec<_>>(), ["d"]);
}

const OPEN: &str = r#"Group(id: "own", name: "自设", points: "40", open: (patterns: [
    (id: "up", label: "≥", rule: (award: Free(step: "1"))),
])),"#;

#[test]
fn own_indicators_and_points_follow_where_the_new_template_takes_them() {
    let open = |settings: &str, nodes: &str| template("100", &format!("{GRADES} {settings}"), nodes);
    let from = open("adjustable: true,", &format!("{}{OPEN}", free("a", "60")));
    let same = open("adjustable: true,", &format!("{}{OPEN}{}", free("a", "50"), free("n", "10")));
    let closed = open("", &free("a", "100"));
    let own = OwnIndicator {
        id: "own-1".into(),
        group: "own".into(),
        name: "新增点位".into(),
        points: dec("40"),
        pattern: "up".into(),
        unit: "路".into(),
    };
    let set = TailorEdit::SetPoints { node: "a".into(), points: Some(dec("55")) };
    let first = edited(&from, &[Edit::Tailor(TailorEdit::AddOwn(own)), Edit::Tailor(set)]);
    let tailored = retailored(&std::sync::Arc::new(from.clone()), &Evaluation::new(&from).tailoring, &first);
    let evaluation = first.apply(&tailored, &inputs("own-1", &[("points", number("31"))])).unwrap();
    let kept = migrate(&evaluation, &from, &same, Lang::Chinese);
    assert_eq!(kept.evaluation.tailoring, evaluation.tailoring);
    assert!(is_carried(&kept, "own-1") && kept.settings.is_empty());
    assert_eq!(kept.evaluation.item("own-1").unwrap().number("points"), Some(dec("31")));
    let left = migrate(&evaluation, &from, &closed, Lang::Chinese);
    assert!(left.evaluation.tailoring.own.is_empty() && left.evaluation.tailoring.points.is_empty());
    assert_eq!(left.settings.len(), 2);
    for kept in ["新增点位", "路", "31", "55"] {
        assert!(left.evaluation.project.remark.contains(kept), "{kept}");
    }
}

#[test]
fn the_head_the_funds_and_the_signatories_are_carried() {
    let (from, to) = (sheet(&[free("a", "100")]), sheet(&[free("z", "100")]));
    let name = Edit::SetProject { field: jiping::evaluation::ProjectField::Name, text: "监控".to_owned() };
    let before = edited(&from, &[name]);
    let after = migrate(&before, &from, &to, Lang::Chinese).evaluation;
    assert_eq!((&after.project, &after.funds), (&before.project, &before.funds));
}

/// Everything that was typed for an indicator.
fn typed(entry: &ItemEntry) -> Vec<String> {
    let mut texts = vec![entry.reason.clone(), entry.remark.clone(), entry.evidence_note.clone()];
    if let Applicability::NotApplicable { reason } = &entry.applicability {
        texts.push(reason.clone());
    }
    if let Some(to) = &entry.overriding {
        texts.extend([to.reason.clone(), to.score.normalize().to_string()]);
    }
    for value in entry.inputs.values() {
        match value {
            Value::Number(number) => texts.push(number.normalize().to_string()),
            Value::Text(text) => texts.push(text.clone()),
            Value::List(list) => texts.extend(list.iter().map(|number| number.normalize().to_string())),
            Value::Flag(_) | Value::Choice(_) => {}
        }
    }
    texts
}

proptest! {
    #[test]
    fn to_the_same_template_nothing_changes(template in any_template(), seeds in seeds()) {
        let evaluation = evaluation_of(&template, &seeds);
        let migration = migrate(&evaluation, &template, &template, Lang::Chinese);
        prop_assert_eq!(&migration.evaluation, &evaluation);
        prop_assert_eq!(migration.carried.len(), template.outline().len());
        prop_assert!(!migration.needs_attention() && migration.added.is_empty());
    }

    #[test]
    fn nothing_typed_disappears_and_the_counts_add_up(
        from in any_template(),
        to in any_template(),
        seeds in seeds(),
    ) {
        let evaluation = evaluation_of(&from, &seeds);
        let migration = migrate(&evaluation, &from, &to, Lang::Chinese);
        let (carried, asked) = (migration.carried.len(), migration.asked.len());
        prop_assert_eq!(carried + asked + migration.dropped.len(), from.outline().len());
        prop_assert_eq!(carried + asked + migration.added.len(), to.outline().len());
        let after = &migration.evaluation;
        let mut kept: Vec<String> = after.items.values().flat_map(|entry| typed(entry)).collect();
        kept.push(after.project.remark.clone());
        for text in evaluation.items.values().flat_map(|entry| typed(entry)) {
            prop_assert!(kept.iter().any(|kept| kept.contains(&text)), "{text} in {kept:?}");
        }
        for file in &evaluation.evidence {
            let is_there = after.evidence.iter().any(|kept| kept.id == file.id);
            prop_assert!(is_there || after.project.remark.contains(&file.name));
        }
        // What it carries is what the new template takes.
        for (item, entry) in &after.items {
            prop_assert!(to.indicator(item).is_some(), "{}", item);
            prop_assert!(entry.ledger.is_empty());
        }
        score(&to, after);
    }
}
