//! What an evaluation may change of its template: points, weights, indicators of its own.

use crate::help::{dec, free, inputs, number, template};
use jiping::checks::{self, CheckId};
use jiping::evaluation::{
    Edit, EditError, Evaluation, OwnIndicator, TailorEdit, TailorError, read, retailored, write,
};
use jiping::scoring::score;
use jiping::template::{Node, OpenGroup, Template, check};
use std::sync::Arc;

/// 产出 takes indicators of one's own; 执行 does not.
fn sheet() -> Arc<Template> {
    let open = r#"Group(id: "output", name: "产出", points: "50", open: (patterns: [
        (id: "up", label: "≥", rule: (award: Rate(measure: Entered(target: "目标", actual: "实际", rate: "率"), direction: Positive))),
        (id: "manual", label: "酌定", rule: (award: Free(step: "1"))),
    ])),"#;
    Arc::new(template(
        "100",
        "adjustable: true,",
        &format!("{}\n{open}\n{}", free("a", "10"), free("b", "40")),
    ))
}

fn own(id: &str, points: &str, pattern: &str) -> OwnIndicator {
    let (id, group, pattern) = (id.into(), "output".into(), pattern.into());
    OwnIndicator { id, group, name: "新增点位".into(), points: dec(points), pattern, unit: "路".into() }
}

/// The template and evaluation after these edits, as a window or the command line keeps them.
fn after(edits: &[Edit]) -> (Arc<Template>, Evaluation) {
    let start = sheet();
    let first = Evaluation::new(&start);
    edits.iter().fold((start, first), |(template, evaluation), edit| {
        let after = evaluation.apply(&template, edit).unwrap_or_else(|error| panic!("{edit:?}: {error}"));
        (retailored(&template, &evaluation.tailoring, &after), after)
    })
}

fn refused(edits: &[Edit], edit: TailorEdit) -> TailorError {
    let (template, evaluation) = after(edits);
    match evaluation.apply(&template, &Edit::Tailor(edit)) {
        Err(EditError::Tailor { error, .. }) => error,
        other => panic!("{other:?}"),
    }
}

fn add(id: &str, points: &str, pattern: &str) -> Edit {
    Edit::Tailor(TailorEdit::AddOwn(own(id, points, pattern)))
}

#[test]
fn own_indicators_are_scored_by_their_pattern() {
    let edits = [
        add("own-1", "30", "up"),
        add("own-2", "20", "manual"),
        inputs("own-1", &[("target", number("200")), ("actual", number("150"))]),
        inputs("own-2", &[("points", number("20"))]),
    ];
    let (template, evaluation) = after(&edits);
    let card = score(&template, &evaluation);
    let scores: Vec<_> = card.items.iter().map(crate::help::shown).collect();
    assert_eq!(scores, ["—", "22.50", "20.00", "—"], "they stand in their group, before what comes after it");
    assert_eq!(template.path_of("own-1"), "产出 › 新增点位");
    // The file keeps template and changes apart, and yields the same sheet again.
    let kept = read(write(&evaluation).unwrap().as_bytes()).unwrap();
    let text = jiping::template::write(&template).unwrap();
    assert!(!text.contains("own-1"), "the template stays as it was");
    let again = kept.tailoring.apply(&jiping::template::read(text.as_bytes()).unwrap());
    assert_eq!(score(&again, &kept), card);
}

#[test]
fn points_that_do_not_add_up_are_an_error_before_signing() {
    let findings = |edits: &[Edit]| {
        let (template, evaluation) = after(edits);
        let card = score(&template, &evaluation);
        let all = checks::findings(&template, &evaluation, &card);
        all.iter().filter(|finding| finding.id == CheckId::C64).count()
    };
    assert_eq!(findings(&[]), 1, "产出 has no indicators yet");
    assert_eq!(findings(&[add("own-1", "49", "up")]), 1);
    assert_eq!(findings(&[add("own-1", "50", "up")]), 0);
    let moved = |node: &str, points: &str| {
        Edit::Tailor(TailorEdit::SetPoints { node: node.into(), points: Some(dec(points)) })
    };
    assert_eq!(findings(&[add("own-1", "50", "up"), moved("a", "20")]), 1, "the sheet comes to 110");
    assert_eq!(findings(&[add("own-1", "50", "up"), moved("a", "20"), moved("b", "30")]), 0);
}

#[test]
fn what_the_template_does_not_allow_is_refused() {
    assert_eq!(refused(&[], TailorEdit::AddOwn(own("a", "1", "up"))), TailorError::BadId("a".into()));
    assert_eq!(refused(&[], TailorEdit::AddOwn(own("x/y", "1", "up"))), TailorError::BadId("x/y".into()));
    assert_eq!(
        refused(&[], TailorEdit::AddOwn(own("o", "1", "down"))),
        TailorError::NoSuchPattern("down".into())
    );
    let elsewhere = OwnIndicator { group: "a".into(), ..own("o", "1", "up") };
    assert_eq!(refused(&[], TailorEdit::AddOwn(elsewhere)), TailorError::NotOpen("a".into()));
    let nameless = OwnIndicator { name: " ".into(), ..own("o", "1", "up") };
    assert_eq!(refused(&[], TailorEdit::AddOwn(nameless)), TailorError::NoName);
    assert!(matches!(refused(&[], TailorEdit::AddOwn(own("o", "1.005", "up"))), TailorError::Points { .. }));
    assert!(matches!(refused(&[], TailorEdit::RemoveOwn { id: "o".into() }), TailorError::NoSuchOwn(_)));
}

#[test]
fn removing_an_own_indicator_takes_its_entry_along() {
    let edits = [
        add("own-1", "50", "manual"),
        inputs("own-1", &[("points", number("9"))]),
        Edit::Tailor(TailorEdit::RemoveOwn { id: "own-1".into() }),
    ];
    let (template, evaluation) = after(&edits);
    assert!(template.indicator("own-1").is_none() && evaluation.items.is_empty());
}

/// What the template editor gives a group that is opened: usable as it stands, whatever points indicators get.
#[test]
fn an_open_group_begins_with_ways_to_score() {
    let mut template = jiping::template::shipped_by_id("process-output-effect").unwrap();
    let Some(Node::Group(group)) = template.nodes.first_mut() else { panic!("a group stands first") };
    group.open = Some(OpenGroup::blank());
    let template = template.outlined();
    assert_eq!(check(&template), []);
    assert!(template.outline().groups()[0].open);
}

/// What follows a change of the template is checked against the template that it made.
#[test]
fn an_own_indicator_and_its_entry_are_one_edit() {
    let (template, evaluation) = after(&[]);
    let target = || inputs("own-1", &[("target", number("200"))]);
    let both = Edit::Together(vec![add("own-1", "30", "up"), target(), add("own-2", "20", "manual")]);
    let made = evaluation.apply(&template, &both).unwrap();
    assert_eq!(made.item("own-1").unwrap().number("target"), Some(dec("200")));
    assert_eq!(made.tailoring.own.len(), 2);
    let gone = Edit::Tailor(TailorEdit::RemoveOwn { id: "own-1".into() });
    for edits in [vec![target(), add("own-1", "30", "up")], vec![add("own-1", "30", "up"), gone, target()]] {
        assert!(evaluation.apply(&template, &Edit::Together(edits)).is_err(), "not there when it is set");
    }
    assert!(evaluation.tailoring.own.is_empty());
}

/// Only a file that was changed by hand has two of one id; what is typed anew is scored as what is read.
#[test]
fn two_own_indicators_of_one_id_are_one() {
    let (template, evaluation) = after(&[add("own-1", "50", "manual")]);
    let mut twice = evaluation.clone();
    let mut tailoring = (*twice.tailoring).clone();
    tailoring.own.push(OwnIndicator { name: "另一个".into(), ..tailoring.own[0].clone() });
    tailoring.own.push(OwnIndicator { id: "a".into(), ..tailoring.own[0].clone() });
    twice.tailoring = Arc::new(tailoring);
    let sheet = twice.tailoring.apply(template.base());
    assert_eq!(sheet.indicators().filter(|item| *item.id == *"own-1").count(), 1);
    assert_eq!(sheet.indicators().filter(|item| *item.id == *"a").count(), 1);
    assert_eq!(&*sheet.indicator("own-1").unwrap().name, "新增点位");
    assert_eq!(read(write(&twice).unwrap().as_bytes()).unwrap(), twice, "the file keeps them");
}
