//! This year's evaluation from last year's, and what may be compared.

use crate::help::{GRADES, amount, choice, dec, edited, free, indicator, inputs, number, rate, template};
use crate::invariants::{any_template, evaluation_of, seeds};
use jiping::evaluation::{
    Answer, Applicability, Edit, Evaluation, Evidence, FundField, ItemEntry, MoneyUnit, NextYear, Override,
    OwnIndicator, ProjectField, Signatory, TailorEdit, Value, migrate, read, write,
};
use jiping::file::{Progress, open_bytes};
use jiping::samples::SAMPLES;
use jiping::scoring::{Incomparable, LastPoints, LastScore, next_year, rescore, score};
use jiping::template::{Id, Template, shipped_by_id};
use jiping::text::Lang;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn sheet(nodes: &[String]) -> Template {
    template("100", GRADES, &nodes.join("\n"))
}

/// The year after `last`, whose file is called `去年.jiping`.
fn after(template: &Template, last: &Evaluation) -> NextYear {
    next_year(template, last, "去年.jiping")
}

fn set(field: ProjectField, text: &str) -> Edit {
    Edit::SetProject { field, text: text.to_owned() }
}

/// What stands beside an indicator of `evaluation`.
fn beside(template: &Template, evaluation: &Evaluation, item: &str) -> LastScore {
    let card = score(template, evaluation);
    card.item(template, item).and_then(|item| item.last_year.clone()).unwrap()
}

fn why(template: &Template, evaluation: &Evaluation, item: &str) -> Incomparable {
    match beside(template, evaluation, item) {
        LastScore::Incomparable { why, .. } => why,
        LastScore::Comparable(points) => panic!("{points:?} is compared"),
    }
}

fn points(points: &str, score: &str, deduction: &str) -> LastPoints {
    LastPoints { points: dec(points), score: dec(score), deduction: dec(deduction) }
}

/// Last year: something of everything that can be entered.
fn full_year() -> (Template, Evaluation) {
    let sheet = sheet(&[free("a", "40"), indicator("b", "30", &rate("Positive")), free("c", "30")]);
    let signatory = Signatory { role: "复核人".to_owned(), name: "李某".to_owned() };
    let override_ = Override { score: dec("20"), reason: "复核".to_owned() };
    let last = edited(
        &sheet,
        &[
            set(ProjectField::Name, "视频监控运维"),
            set(ProjectField::Department, "市财政局"),
            set(ProjectField::Unit, "市公安局"),
            set(ProjectField::Evaluator, "张某"),
            set(ProjectField::Year, " 2024 "),
            set(ProjectField::Date, "2025-02-01"),
            set(ProjectField::Remark, "去年的备注"),
            set(ProjectField::FilledOn, "2025-02-02"),
            set(ProjectField::Goal, "巡检全部点位"),
            set(ProjectField::GoalReached, "已巡检全部点位"),
            set(ProjectField::Phone, "0001-23"),
            Edit::SetSignatories(vec![signatory]),
            Edit::SetFundsUnit(MoneyUnit::Yuan),
            Edit::SetFundSource { line: 0, source: "中央资金".to_owned() },
            amount(0, FundField::AnnualBudget, "100"),
            inputs("a", &[("points", number("35"))]),
            Edit::SetReason { item: "a".into(), text: "去年的原因".to_owned() },
            Edit::SetRemark { item: "a".into(), text: "去年的说明".to_owned() },
            Edit::SetEvidenceNote { item: "a".into(), text: "去年的佐证".to_owned() },
            Edit::AttachEvidence(Evidence {
                id: 1,
                item: "a".into(),
                name: "合同.pdf".to_owned(),
                size: 1,
                sha256: "0f".repeat(32),
            }),
            inputs("b", &[("target", number("200")), ("actual", number("150"))]),
            Edit::SetOverride { item: "b".into(), to: Some(override_) },
            Edit::SetApplicability { item: "c".into(), to: Applicability::NoInformation },
            Edit::Answer(Answer { item: None, said: "总分".to_owned(), reason: "属实".to_owned() }),
        ],
    );
    (sheet, last)
}

#[test]
fn what_describes_the_project_is_taken_and_what_came_of_it_is_not() {
    let (sheet, last) = full_year();
    let NextYear { evaluation, taken } = after(&sheet, &last);
    let project = &evaluation.project;
    assert_eq!((&*project.name, &*project.department), ("视频监控运维", "市财政局"));
    assert_eq!((&*project.unit, &*project.evaluator), ("市公安局", "张某"));
    assert_eq!(project.signatories, last.project.signatories, "people yes");
    assert_eq!((&*project.year, &*project.date, &*project.remark), ("2025", "", ""), "dates no");
    assert_eq!((&*project.goal, &*project.phone), ("巡检全部点位", "0001-23"));
    assert_eq!((&*project.filled_on, &*project.goal_reached), ("", ""), "nor what came of last year");
    assert_eq!(evaluation.funds.unit, MoneyUnit::Yuan);
    assert_eq!(evaluation.funds.lines[0].source, "中央资金");
    assert!(evaluation.funds.lines.iter().all(|line| line.annual_budget.is_none()));
    let kept = ItemEntry { inputs: [("target".into(), number("200"))].into(), ..ItemEntry::default() };
    assert_eq!(evaluation.items.keys().collect::<Vec<_>>(), [&Id::from("b")]);
    assert_eq!(*evaluation.items["b"], kept, "a target is set beforehand");
    assert!(evaluation.evidence.is_empty() && evaluation.answers.is_empty());
    assert_eq!((taken.targets, taken.sources), (1, last.funds.lines.len()));
    assert_eq!(score(&sheet, &evaluation).progress.settled(), 0, "nothing is scored");
}

#[test]
fn what_last_year_came_to_is_kept_as_it_was_printed() {
    let (sheet, last) = full_year();
    let card = score(&sheet, &last);
    let evaluation = after(&sheet, &last).evaluation;
    let kept = evaluation.last_year.as_deref().unwrap();
    assert_eq!((&*kept.year, &*kept.file), ("2024", "去年.jiping"));
    assert_eq!((kept.total, kept.points, &kept.grade), (card.total, card.points, &card.grade));
    assert!(kept.provisional, "c had no score");
    assert_eq!(beside(&sheet, &evaluation, "a"), LastScore::Comparable(points("40", "35", "5")));
    assert_eq!(beside(&sheet, &evaluation, "b").comparable(), Some(points("30", "20", "10")), "改分 counts");
    assert_eq!(beside(&sheet, &evaluation, "c").text(Lang::Chinese, 2), "上年不可比：上年资料不足");
}

#[test]
fn a_year_that_is_none_is_not_counted_on() {
    let sheet = sheet(&[free("a", "100")]);
    for (year, next) in [("2024", "2025"), ("2024年", ""), ("", ""), ("65535", "")] {
        let last = edited(&sheet, &[set(ProjectField::Year, year)]);
        assert_eq!(after(&sheet, &last).evaluation.project.year, next, "{year}");
    }
}

#[test]
fn points_rule_words_bands_and_rounding_keep_two_years_apart() {
    let bands = "(award: OneOf(options: [\
        (id: \"b0\", label: \"达成\", points: Share(from: \"0.8\", to: \"1\")), \
        (id: \"b1\", label: \"未达成\", points: Share(from: \"0\", to: \"0.8\"))]))";
    let last_sheet = sheet(&[free("a", "40"), free("b", "30"), indicator("c", "30", bands)]);
    let scored = [
        inputs("a", &[("points", number("35"))]),
        inputs("b", &[("points", number("30"))]),
        inputs("c", &[("choice", choice("b0")), ("points", number("30"))]),
    ];
    let this = after(&last_sheet, &edited(&last_sheet, &scored)).evaluation;
    assert!(beside(&last_sheet, &this, "c").comparable().is_some());

    let points_changed = sheet(&[free("a", "50"), free("b", "20"), indicator("c", "30", bands)]);
    let then = Incomparable::Points { then: dec("40"), now: dec("50") };
    assert_eq!(why(&points_changed, &this, "a"), then);
    assert_eq!(
        beside(&points_changed, &this, "a").text(Lang::Chinese, 2),
        "上年不可比：分值由 40 改为 50（上年 35.00，扣 5.00；上年分值 40）"
    );

    let rule_changed = sheet(&[indicator("a", "40", &rate("Positive")), free("b", "30"), free("c", "30")]);
    assert_eq!(why(&rule_changed, &this, "a"), Incomparable::Rule);
    assert!(beside(&rule_changed, &this, "b").comparable().is_some(), "the others still compare");

    let words = [free("a", "40").replace("standard: \"\"", "standard: \"新标准\""), free("b", "30")];
    let words_changed = sheet(&[words.as_slice(), &[indicator("c", "30", bands)]].concat());
    assert_eq!(why(&words_changed, &this, "a"), Incomparable::Rule, "the standard is the rule in words");

    let renamed = [free("a", "40").replace("name: \"a\"", "name: \"甲\""), free("b", "30"), free("d", "30")];
    let renamed = sheet(&renamed);
    assert_eq!(why(&renamed, &this, "a"), Incomparable::Renamed { then: "a".into() });
    assert_eq!(why(&renamed, &this, "d"), Incomparable::New);

    let moved = Edit::SetBandEdges { item: "c".into(), edges: Some(vec![dec("0.7")]) };
    let moved = this.apply(&last_sheet, &moved).unwrap();
    assert_eq!(why(&last_sheet, &moved, "c"), Incomparable::Rule, "its bands are part of it");

    let mut rounded = last_sheet.clone();
    rounded.rounding.item_decimals = 1;
    assert_eq!(why(&rounded, &this, "a"), Incomparable::Rule);
}

#[test]
fn own_indicators_and_points_go_along_and_still_compare() {
    let shipped = shipped_by_id("self-evaluation").unwrap();
    let own = |id: &str, name: &str| OwnIndicator {
        id: id.into(),
        group: "output-quantity".into(),
        name: name.into(),
        points: dec("50"),
        pattern: "at-least".into(),
        unit: "路".into(),
    };
    let last = edited(&shipped, &[Edit::Tailor(TailorEdit::AddOwn(own("own-1", "新增点位")))]);
    let tailored = last.tailoring.apply(&shipped);
    let values = [("target", number("200")), ("actual", number("150"))];
    let last = last.apply(&tailored, &inputs("own-1", &values)).unwrap();
    let NextYear { evaluation, taken } = after(&tailored, &last);
    assert_eq!(evaluation.tailoring, last.tailoring);
    assert_eq!((taken.own, taken.targets), (1, 1));
    assert_eq!(beside(&tailored, &evaluation, "own-1").comparable(), Some(points("50", "37.5", "12.5")));
    let other = Edit::Tailor(TailorEdit::SetOwn(own("own-1", "更换设备")));
    let evaluation = evaluation.apply(&tailored, &other).unwrap();
    let tailored = evaluation.tailoring.apply(&shipped);
    let renamed = Incomparable::Renamed { then: "新增点位".into() };
    assert_eq!(why(&tailored, &evaluation, "own-1"), renamed, "the same row for another thing");
}

#[test]
fn last_year_stays_through_edits_undo_files_and_migration() {
    let (sheet, last) = full_year();
    let this = after(&sheet, &last).evaluation;
    let kept = this.last_year.clone();
    let edited = this.apply(&sheet, &inputs("a", &[("points", number("30"))])).unwrap();
    assert_eq!(edited.last_year, kept);
    assert_eq!(read(write(&edited).unwrap().as_bytes()).unwrap(), edited);
    let without = write(&last).unwrap();
    assert!(!without.contains("last_year"), "a file without it says nothing of it");
    let to = template("100", GRADES, &[free("a", "40"), free("b", "60")].join("\n"));
    let moved = migrate(&edited, &sheet, &to, Lang::Chinese).evaluation;
    assert_eq!(moved.last_year, kept);
    assert!(beside(&to, &moved, "a").comparable().is_some());
    assert_eq!(why(&to, &moved, "b"), Incomparable::Points { then: dec("30"), now: dec("60") });
}

#[test]
fn an_indicator_that_another_template_calls_otherwise_keeps_its_last_year() {
    let named = |id: &str| free(id, "100").replace(&format!("name: \"{id}\""), "name: \"甲\"");
    let (from, to) = (sheet(&[named("a")]), sheet(&[named("z")]));
    let last = edited(&from, &[inputs("a", &[("points", number("90"))])]);
    let this = after(&from, &last).evaluation;
    let moved = migrate(&this, &from, &to, Lang::Chinese).evaluation;
    assert_eq!(beside(&to, &moved, "z").comparable(), Some(points("100", "90", "10")));
}

#[test]
fn every_sample_gives_a_new_year_in_which_nothing_is_scored() {
    let folder = tempfile::tempdir().unwrap();
    let places = jiping::file::Places::at(folder.path());
    for sample in SAMPLES {
        let opened = open_bytes(sample.id, sample.bytes, &places, &Progress::new()).unwrap();
        let (sheet, last) = (&opened.template, &opened.evaluation);
        let this = after(sheet, last).evaluation;
        let untouched = Evaluation { tailoring: last.tailoring.clone(), ..Evaluation::new(sheet) };
        let (card, empty) = (score(sheet, &this), score(sheet, &untouched));
        assert_eq!((card.total, card.progress), (empty.total, empty.progress), "{}", sample.id);
        let scored = score(sheet, last).items.iter().filter(|item| item.state.name() == "scored").count();
        let compared = |item: &&jiping::scoring::ItemScore| {
            item.last_year.as_ref().is_some_and(|last| last.comparable().is_some())
        };
        assert_eq!(card.items.iter().filter(compared).count(), scored, "{}", sample.id);
        assert_eq!(read(write(&this).unwrap().as_bytes()).unwrap(), this, "{}", sample.id);
    }
}

proptest! {
    /// Whatever this year's sheet is: what is compared has the same name, points, rule, words and rounding.
    #[test]
    fn nothing_is_compared_that_differs(
        from in any_template(),
        to in any_template(),
        keeps_some in any::<bool>(),
        seeds in seeds(),
    ) {
        let last = evaluation_of(&from, &seeds);
        let this = after(&from, &last).evaluation;
        let to = if keeps_some { mixed(&from, &to) } else { to.as_ref().clone() };
        let then = score(&from, &last);
        for (indicator, item) in to.indicators().zip(&score(&to, &this).items) {
            let points = item.last_year.as_ref().unwrap().comparable();
            let before = from.indicator(&indicator.id);
            let same = before.is_some_and(|before| {
                (&before.name, before.points, &before.rule) == (&indicator.name, indicator.points, &indicator.rule)
                    && before.standard == indicator.standard
            });
            let was = then.item(&from, &indicator.id).filter(|item| item.state.name() == "scored");
            let compares = same && from.rounding == to.rounding && was.is_some();
            prop_assert_eq!(points.is_some(), compares, "{}: {:?}", indicator.id, item.last_year);
            if let (Some(points), Some(was)) = (points, was) {
                prop_assert_eq!(Some(points.deduction), was.shown_deduction(then.item_decimals));
                prop_assert_eq!(points.score + points.deduction, was.points);
            }
        }
    }

    /// The card of an edit is the card of the result, last year beside it, and where last year itself comes or goes.
    #[test]
    fn last_year_is_worked_out_with_the_card(template in any_template(), seeds in seeds()) {
        let last = evaluation_of(&template, &seeds);
        let this = after(&template, &last).evaluation;
        let scored = Evaluation { last_year: this.last_year.clone(), ..last.clone() };
        let mut card = score(&template, &this);
        rescore(&mut card, &template, &this, &scored);
        prop_assert_eq!(&card, &score(&template, &scored));
        rescore(&mut card, &template, &scored, &last);
        prop_assert_eq!(&card, &score(&template, &last));
    }
}

/// `from` with the points of `to` where both have an indicator of the same id.
fn mixed(from: &Template, to: &Template) -> Template {
    let points = from.indicators().filter_map(|it| Some((it.id.clone(), to.indicator(&it.id)?.points)));
    let every_other = points.enumerate().filter(|(n, _)| n % 2 == 0).map(|(_, point)| point);
    from.tailored(&every_other.collect(), &BTreeMap::new(), std::iter::empty())
}

#[test]
fn a_target_in_words_is_a_target() {
    let nodes = indicator("a", "100", "(award: Target())");
    let sheet = sheet(&[nodes]);
    let text = |text: &str| Value::Text(text.to_owned());
    let last = edited(&sheet, &[inputs("a", &[("expected", text("≥80%")), ("reached", text("75%"))])]);
    let this = after(&sheet, &last).evaluation;
    assert_eq!(this.item("a").unwrap().text("expected"), Some("≥80%"));
    assert_eq!(this.item("a").unwrap().text("reached"), None);
    assert_eq!(score(&sheet, &this).progress.settled(), 0);
}
