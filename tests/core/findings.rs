//! Findings before signing: each where it belongs, and none where all is well.

use crate::help::{GRADES, amount, choice, dec, edited, free, indicator, inputs, number, rate, template};
use jiping::checks::{CheckId, Finding, Severity, findings};
use jiping::evaluation::{Applicability, Edit, Evidence, FundField, Override, ProjectField};
use jiping::scoring::score;
use jiping::template::Template;
use jiping::text::Lang;

fn sheet() -> Template {
    let bands = r#"(award: OneOf(options: [
        (id: "yes", label: "达成", points: Share(from: "0.6", to: "1")),
        (id: "no", label: "未达成", points: Share(from: "0", to: "0.6")),
    ]))"#;
    let execution = "(award: Rate(measure: Funds(Execution), direction: Positive))";
    let nodes = [
        free("manual", "40"),
        indicator("measured", "30", &rate("Positive")),
        indicator("band", "20", bands),
        indicator("spent", "10", execution),
    ];
    template("100", &format!("years: (from: Some(2011), to: Some(2021)), {GRADES}"), &nodes.join("\n"))
}

fn head(field: ProjectField, text: &str) -> Edit {
    Edit::SetProject { field, text: text.to_owned() }
}

fn note(item: &str) -> Edit {
    Edit::SetEvidenceNote { item: item.into(), text: "见验收单".to_owned() }
}

/// Everything filled in, with 0.5 points lost and explained.
fn complete() -> Vec<Edit> {
    vec![
        head(ProjectField::Name, "监控租用"),
        head(ProjectField::Unit, "某分局"),
        head(ProjectField::Year, "2020"),
        head(ProjectField::Evaluator, "评价组"),
        amount(0, FundField::AnnualBudget, "100"),
        amount(0, FundField::Executed, "100"),
        inputs("manual", &[("points", number("39.5"))]),
        Edit::SetReason { item: "manual".into(), text: "档案不全；限期补齐".to_owned() },
        inputs("measured", &[("rate", number("100"))]),
        inputs("band", &[("choice", choice("yes")), ("points", number("20"))]),
        note("manual"),
        note("measured"),
        note("band"),
        note("spent"),
    ]
}

fn found(more: &[Edit]) -> Vec<Finding> {
    let (template, mut edits) = (sheet(), complete());
    edits.extend_from_slice(more);
    let evaluation = edited(&template, &edits);
    let all = findings(&template, &evaluation, &score(&template, &evaluation));
    for finding in &all {
        for lang in Lang::ALL {
            assert!(finding.message.hint(lang).is_some(), "{finding:?}");
            assert!(!finding.message.full(lang).contains("{ $"), "{}", finding.message.full(lang));
        }
    }
    all
}

fn keys(more: &[Edit]) -> Vec<(CheckId, &'static str, Option<String>)> {
    let all = found(more);
    all.iter().map(|f| (f.id, f.message.key(), f.item().map(ToString::to_string))).collect()
}

fn of(id: CheckId, key: &'static str, item: &str) -> Vec<(CheckId, &'static str, Option<String>)> {
    vec![(id, key, Some(item).filter(|item| !item.is_empty()).map(str::to_owned))]
}

#[test]
fn a_complete_sheet_has_no_findings() {
    assert_eq!(found(&[]), []);
}

#[test]
fn c37_lost_points_want_a_reason() {
    let silent = Edit::SetReason { item: "manual".into(), text: " ".to_owned() };
    assert_eq!(keys(&[silent]), of(CheckId::C37, "check-no-reason", "manual"));
    assert!(
        found(&[inputs("measured", &[("rate", number("95"))])])[0]
            .message
            .text(Lang::Chinese)
            .contains("1.50")
    );
}

#[test]
fn c50_mandatory_fields() {
    for (field, key) in [
        (ProjectField::Name, "check-no-name"),
        (ProjectField::Unit, "check-no-unit"),
        (ProjectField::Year, "check-no-year"),
        (ProjectField::Evaluator, "check-no-evaluator"),
    ] {
        assert_eq!(keys(&[head(field, "　")]), of(CheckId::C50, key, ""));
    }
    for bad in ["20", "二〇二〇", "2020年", "20200"] {
        assert_eq!(keys(&[head(ProjectField::Year, bad)]), of(CheckId::C50, "check-bad-year", ""), "{bad}");
    }
    assert_eq!(keys(&[head(ProjectField::Date, "")]), [], "the date may wait for the signature");
}

#[test]
fn c47_years_that_the_template_does_not_serve() {
    assert_eq!(keys(&[head(ProjectField::Year, "2011")]), []);
    assert_eq!(keys(&[head(ProjectField::Year, "2021")]), []);
    assert_eq!(keys(&[head(ProjectField::Year, "2010")]), of(CheckId::C47, "check-other-years", ""));
    assert_eq!(keys(&[head(ProjectField::Year, "2022")]), of(CheckId::C47, "check-other-years", ""));
}

#[test]
fn c50_unscored_and_c35_no_information() {
    let unscored = Edit::ClearInputs { item: "measured".into() };
    assert_eq!(keys(&[unscored]), of(CheckId::C50, "check-unscored", "measured"));
    let nothing = Edit::SetApplicability { item: "measured".into(), to: Applicability::NoInformation };
    assert_eq!(keys(&[nothing]), of(CheckId::C35, "check-no-information", "measured"));
    let none = Applicability::NotApplicable { reason: "无".to_owned() };
    assert_eq!(keys(&[Edit::SetApplicability { item: "measured".into(), to: none }]), []);
}

#[test]
fn c60_overrides_are_listed_with_both_scores() {
    let to = Override { score: dec("30"), reason: "集体研究".to_owned() };
    let edits = [
        inputs("measured", &[("rate", number("95"))]),
        Edit::SetOverride { item: "measured".into(), to: Some(to) },
    ];
    assert_eq!(keys(&edits), of(CheckId::C60, "check-override", "measured"));
    let finding = &found(&edits)[0];
    assert_eq!(finding.severity, Severity::Info);
    let text = finding.message.text(Lang::Chinese);
    let lower = Override { score: dec("20"), reason: "资料存疑".to_owned() };
    let lowered = Edit::SetOverride { item: "measured".into(), to: Some(lower) };
    assert_eq!(
        keys(&[lowered]),
        of(CheckId::C60, "check-override", "measured"),
        "its reason explains the loss"
    );
    assert!(text.contains("28.50") && text.contains("30.00") && text.contains("集体研究"), "{text}");
}

#[test]
fn c61_full_marks_everywhere() {
    let full = inputs("manual", &[("points", number("40"))]);
    let no_reason = Edit::SetReason { item: "manual".into(), text: String::new() };
    assert_eq!(keys(&[full.clone(), no_reason]), of(CheckId::C61, "check-all-full", ""));
    let left = keys(&[full]);
    assert!(left.contains(&(CheckId::C38, "check-reason-left", Some("manual".to_owned()))), "{left:?}");
}

#[test]
fn c38_words_that_say_that_nothing_is_lost_are_no_reason() {
    for text in ["无", "无扣分。", " / "] {
        let edits = [
            inputs("manual", &[("points", number("40"))]),
            Edit::SetReason { item: "manual".into(), text: text.to_owned() },
        ];
        assert!(keys(&edits).iter().all(|(id, ..)| *id != CheckId::C38), "{text}");
    }
}

#[test]
fn c21_numbers_that_can_hardly_be_meant() {
    let survey = r#"(award: Rate(measure: Entered(target: "有效问卷份数", actual: "满意份数", rate: "满意率"),
        direction: Positive))"#;
    let sheet = template("10", GRADES, &indicator("survey", "10", survey));
    let of = |satisfied: &str| {
        let counts = [("target", number("100")), ("actual", number(satisfied))];
        let evaluation = edited(&sheet, &[inputs("survey", &counts)]);
        let all = findings(&sheet, &evaluation, &score(&sheet, &evaluation));
        all.into_iter().filter(|finding| finding.id == CheckId::C21).collect::<Vec<_>>()
    };
    assert_eq!(of("100"), []);
    let found = of("105");
    let text = found.first().map(|finding| finding.message.text(Lang::Chinese)).unwrap_or_default();
    assert!(text.contains("满意份数 105 大于有效问卷份数 100"), "{text}");
}

#[test]
fn an_answer_holds_as_long_as_its_figures() {
    let lost = |points: &str| inputs("manual", &[("points", number(points))]);
    let no_reason = Edit::SetReason { item: "manual".into(), text: String::new() };
    let before = found(&[no_reason.clone(), lost("39")]);
    let finding = before.iter().find(|finding| finding.id == CheckId::C37).expect("points are lost");
    let answer = Edit::Answer(finding.answered(" 按集体研究意见，不写原因 "));
    let answered = |edits: &[Edit]| {
        let all = found(edits);
        let finding = all.into_iter().find(|finding| finding.id == CheckId::C37).expect("points are lost");
        finding.answer.map(|answer| answer.reason.clone())
    };
    let all = [no_reason, lost("39"), answer];
    assert_eq!(answered(&all).as_deref(), Some("按集体研究意见，不写原因"));
    assert_eq!(answered(&[&all[..], &[lost("38")]].concat()), None, "the figure has changed");
    assert_eq!(
        answered(&[&all[..], &[lost("38"), lost("39")]].concat()).as_deref(),
        Some("按集体研究意见，不写原因")
    );
    let taken_back = Edit::Answer(finding.answered(""));
    assert_eq!(answered(&[&all[..], &[taken_back]].concat()), None);
}

#[test]
fn c62_a_score_wants_evidence_in_words_or_files() {
    let none = Edit::SetEvidenceNote { item: "band".into(), text: String::new() };
    assert_eq!(keys(std::slice::from_ref(&none)), of(CheckId::C62, "check-no-evidence", "band"));
    let file =
        Evidence {
            id: 1, item: "band".into(), name: "照片.jpg".to_owned(), size: 1, sha256: "0".repeat(64)
        };
    assert_eq!(keys(&[none, Edit::AttachEvidence(file)]), []);
}

#[test]
fn c69_points_outside_the_chosen_band() {
    let outside = inputs("band", &[("choice", choice("no"))]);
    assert_eq!(keys(&[outside]), of(CheckId::C69, "check-outside-band", "band"));
}

#[test]
fn c12_and_c13_in_the_funds_form() {
    let zero = [amount(0, FundField::AnnualBudget, "0"), amount(0, FundField::Executed, "0")];
    let found: Vec<_> = keys(&zero).into_iter().map(|(id, key, _)| (id, key)).collect();
    assert_eq!(found, [(CheckId::C12, "check-no-execution-rate"), (CheckId::C50, "check-unscored")]);
    let over = amount(0, FundField::Executed, "100.01");
    assert_eq!(keys(&[over]), of(CheckId::C13, "check-overspent", ""));
    assert_eq!(keys(&[amount(0, FundField::Received, "101")]), of(CheckId::C13, "check-over-received", ""));
    let target =
        inputs("measured", &[("rate", number("1")), ("target", number("0")), ("actual", number("1"))]);
    let no_rate = Edit::SetInputs { item: "measured".into(), inputs: vec![("rate".into(), None)] };
    assert_eq!(keys(&[target, no_rate]), of(CheckId::C12, "check-zero-target", "measured"));
}

#[test]
fn c74_far_above_the_target_wants_a_word() {
    assert_eq!(keys(&[inputs("measured", &[("rate", number("100"))])]), []);
    let above = inputs("measured", &[("rate", number("130"))]);
    assert_eq!(keys(&[above]), of(CheckId::C74, "check-above", "measured"));
    let far = inputs("measured", &[("rate", number("130.01"))]);
    assert_eq!(keys(std::slice::from_ref(&far)), of(CheckId::C74, "check-far-above", "measured"));
    let remark = Edit::SetRemark { item: "measured".into(), text: "目标偏低".to_owned() };
    assert_eq!(keys(&[far, remark]), []);
}

#[test]
fn errors_come_first_and_then_the_order_of_the_sheet() {
    let template = sheet();
    let evaluation = edited(&template, &[inputs("measured", &[("rate", number("200"))])]);
    let all = findings(&template, &evaluation, &score(&template, &evaluation));
    let severities: Vec<_> = all.iter().map(|finding| finding.severity).collect();
    assert!(severities.is_sorted(), "{severities:?}");
    let items: Vec<_> = all.iter().filter_map(|f| f.item().map(|id| &**id)).take(3).collect();
    assert_eq!(items, ["manual", "band", "spent"]);
}
