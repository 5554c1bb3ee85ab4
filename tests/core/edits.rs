//! Every edit in its valid and its refused forms; a refused one leaves everything as it was.

use crate::help::{GRADES, amount, choice, dec, edited, inputs, number, of_rule, rate, refusal, template};
use jiping::evaluation::{
    Applicability, Edit, EditError, Evaluation, Evidence, FundField, FundLine, MoneyUnit, Override,
    ProjectField, Signatory, Value, read, write,
};
use jiping::number::{EntryError, Limits, parse};
use jiping::template::Template;
use jiping::text::{Explain as _, Lang};

fn text(item: &str, text: &str) -> (jiping::template::Id, String) {
    (item.into(), text.to_owned())
}

fn simple() -> Template {
    of_rule("8", "(award: Free(step: \"0.01\"))")
}

fn file(id: u32, item: &str) -> Edit {
    Edit::AttachEvidence(Evidence {
        id,
        item: item.into(),
        name: "满意度调查.pdf".to_owned(),
        size: 3,
        sha256: "ab".repeat(32),
    })
}

#[test]
fn words_of_the_head_are_kept_as_typed() {
    let template = simple();
    for field in ProjectField::ALL {
        let evaluation = edited(&template, &[Edit::SetProject { field, text: " 甲 ".to_owned() }]);
        let project = &evaluation.project;
        let all = [
            &project.name,
            &project.department,
            &project.unit,
            &project.year,
            &project.evaluator,
            &project.date,
            &project.preparer,
            &project.phone,
            &project.leader,
            &project.filled_on,
            &project.goal,
            &project.goal_reached,
            &project.remark,
        ];
        assert_eq!(all.iter().filter(|text| **text == " 甲 ").count(), 1, "{field:?}");
    }
    let who = vec![Signatory { role: "单位负责人".to_owned(), name: String::new() }];
    assert_eq!(edited(&template, &[Edit::SetSignatories(who.clone())]).project.signatories, who);
}

#[test]
fn the_funds_form() {
    let template = simple();
    let line = FundLine { source: "其他".to_owned(), annual_budget: Some(dec("3")), ..FundLine::default() };
    let evaluation = edited(
        &template,
        &[
            Edit::SetFundsUnit(MoneyUnit::Yuan),
            Edit::SetFundSource { line: 0, source: "财政".to_owned() },
            Edit::AddFundLine(line.clone()),
            amount(3, FundField::Executed, "0"),
            Edit::SetFundAmount { line: 3, field: FundField::AnnualBudget, amount: None },
            Edit::RemoveFundLine { line: 1 },
        ],
    );
    assert_eq!(evaluation.funds.unit, MoneyUnit::Yuan);
    assert_eq!(evaluation.funds.lines.len(), 3);
    assert_eq!(evaluation.funds.lines[0].source, "财政");
    assert_eq!(evaluation.funds.lines[2].executed, Some(dec("0")));
    assert_eq!(evaluation.funds.lines[2].annual_budget, None, "empty is not 0");
    let no_line = EditError::NoSuchFundLine { line: 3 };
    assert_eq!(refusal(&template, &amount(3, FundField::Executed, "1")), no_line);
    assert_eq!(refusal(&template, &Edit::SetFundSource { line: 3, source: String::new() }), no_line);
    assert_eq!(refusal(&template, &Edit::RemoveFundLine { line: 3 }), no_line);
    assert!(no_line.message().text(Lang::Chinese).contains("第 4 行"));
    for bad in ["-0.01", "1000000000000000000"] {
        assert!(matches!(
            refusal(&template, &amount(0, FundField::Received, bad)),
            EditError::NegativeAmount { .. }
        ));
        let bad = FundLine { received: Some(dec(bad)), ..line.clone() };
        assert!(matches!(refusal(&template, &Edit::AddFundLine(bad)), EditError::NegativeAmount { .. }));
    }
}

#[test]
fn inputs_fit_the_rule() {
    let template = of_rule("8", &rate("Positive"));
    edited(&template, &[inputs("x", &[("target", number("3")), ("actual", number("1"))])]);
    assert!(matches!(refusal(&template, &inputs("y", &[("rate", number("1"))])), EditError::NoSuchItem(_)));
    assert!(matches!(
        refusal(&template, &inputs("x", &[("points", number("1"))])),
        EditError::NoSuchInput { .. }
    ));
    let flag = inputs("x", &[("rate", Value::Flag(true))]);
    assert!(matches!(refusal(&template, &flag), EditError::WrongKind { .. }));
    assert!(matches!(refusal(&template, &inputs("x", &[("rate", number("-1"))])), EditError::Entry { .. }));
    let tiers = r#"(award: OneOf(options: [
        (id: "a", label: "甲", points: Fixed("8")), (id: "b", label: "乙", points: Fixed("0")),
    ]))"#;
    let template = of_rule("8", tiers);
    assert!(matches!(
        refusal(&template, &inputs("x", &[("choice", choice("c"))])),
        EditError::NoSuchChoice { .. }
    ));
    assert!(
        matches!(refusal(&template, &inputs("x", &[("points", number("1"))])), EditError::NoSuchInput { .. }),
        "fixed tiers have no points to choose"
    );
}

#[test]
fn a_refusal_says_the_label_of_the_template_and_what_it_takes() {
    let rule = r#"(award: Rate(measure: Entered(target: "应到人数", actual: "实到人数", rate: "出勤率"), direction: Positive),
        deductions: [Between(id: "late", label: "迟到", from: "1", to: "3")], floor: "0")"#;
    let template = of_rule("8", rule);
    let said =
        |key: &str, value| refusal(&template, &inputs("x", &[(key, value)])).message().text(Lang::Chinese);
    assert_eq!(said("target", number("-1")), "“应到人数”：-1 小于 0。");
    assert_eq!(said("late/points", number("9")), "“迟到”：9 不在 1 至 3 之间。");
    assert_eq!(said("late/points", Value::Flag(true)), "“迟到”（指标“x”）要填数字（1 至 3）。");
    assert_eq!(said("late", number("1")), "“迟到”（指标“x”）要填是或否。");
    let tiers = r#"(award: OneOf(options: [
        (id: "a", label: "甲", points: Fixed("8")), (id: "b", label: "乙", points: Fixed("0")),
    ]))"#;
    let refused = refusal(&of_rule("8", tiers), &inputs("x", &[("choice", choice("c"))]));
    assert!(refused.message().full(Lang::Chinese).contains("可以选：a 甲、b 乙"));
}

#[test]
fn of_several_inputs_all_are_taken_or_none() {
    let template = of_rule("8", &rate("Positive"));
    let start = edited(&template, &[inputs("x", &[("target", number("3"))])]);
    let mixed = inputs("x", &[("target", number("9")), ("actual", number("-1"))]);
    assert!(start.apply(&template, &mixed).is_err());
    assert_eq!(start.item("x").unwrap().number("target"), Some(dec("3")));
    let back = Edit::SetInputs { item: "x".into(), inputs: vec![("target".into(), None)] };
    let after = start.apply(&template, &back).unwrap();
    assert_eq!(after.item("x").and_then(|entry| entry.number("target")), None);
}

#[test]
fn occurrences_are_whole_numbers() {
    let rule = r#"(award: Full, deductions: [Each(id: "late", label: "逾期", points: "2")], floor: "0")"#;
    let template = of_rule("8", rule);
    for bad in ["1.5", "-1", "1000001"] {
        assert!(matches!(
            refusal(&template, &inputs("x", &[("late/count", number(bad))])),
            EditError::Entry { .. }
        ));
    }
    edited(&template, &[inputs("x", &[("late/count", number("3"))])]);
}

#[test]
fn an_entry_as_typed_is_taken_or_refused_with_a_remedy() {
    let limits =
        Limits { min: Some(dec("0")), max: Some(dec("8")), step: Some(dec("0.01")), below_max: false };
    let enter = |typed: &str| parse(typed).and_then(|value| limits.check(value));
    for typed in ["３．５", "3。5", "3.5", " 3.50 "] {
        assert_eq!(enter(typed), Ok(dec("3.5")), "{typed}");
    }
    for (typed, kind) in [
        ("abc", "entry-not-a-number"),
        ("1e3", "entry-not-a-number"),
        ("", "entry-not-a-number"),
        ("8.001", "entry-out-of-range"),
        ("7.001", "entry-off-step"),
        ("9", "entry-out-of-range"),
        ("-1", "entry-out-of-range"),
        ("−1", "entry-out-of-range"),
    ] {
        let error = enter(typed).unwrap_err();
        assert_eq!(error.message().key(), kind, "{typed}");
        for lang in Lang::ALL {
            assert!(error.message().hint(lang).is_some());
            assert!(!error.message().full(lang).contains("{ $"), "{}", error.message().full(lang));
        }
    }
    let nine = enter("9").unwrap_err().message().full(Lang::Chinese);
    assert!(nine.contains('9') && nine.contains("0 至 8"), "{nine}");
    assert_eq!(enter("−0").map(|zero| zero.to_string()), Ok("0".to_owned()), "never −0");
    // The same limits hold for an edit that comes from elsewhere.
    let template = simple();
    for bad in ["8.001", "7.001", "9", "-1"] {
        let error = refusal(&template, &inputs("x", &[("points", number(bad))]));
        assert!(matches!(
            error,
            EditError::Entry { error: EntryError::OutOfRange { .. } | EntryError::OffStep { .. }, .. }
        ));
    }
}

#[test]
fn states_and_their_reasons() {
    let template = simple();
    let state = |to: Applicability| Edit::SetApplicability { item: "x".into(), to };
    let without = state(Applicability::NotApplicable { reason: " \u{3000}".to_owned() });
    assert!(matches!(refusal(&template, &without), EditError::NotApplicableWithoutReason { .. }));
    let scored = inputs("x", &[("points", number("5"))]);
    let with = state(Applicability::NotApplicable { reason: "无".to_owned() });
    let evaluation = edited(&template, &[scored.clone(), with]);
    assert_eq!(evaluation.item("x").unwrap().number("points"), Some(dec("5")), "kept behind the state");
    let again = evaluation.apply(&template, &scored).unwrap();
    assert_eq!(
        again.item("x").unwrap().applicability,
        Applicability::Applicable,
        "a score means that it applies"
    );
    let unknown = Edit::SetApplicability { item: "y".into(), to: Applicability::NoInformation };
    assert!(matches!(refusal(&template, &unknown), EditError::NoSuchItem(_)));
}

#[test]
fn overrides_need_a_reason_and_stay_within_the_points() {
    let template = simple();
    let to = |score: &str, reason: &str| Edit::SetOverride {
        item: "x".into(),
        to: Some(Override { score: dec(score), reason: reason.to_owned() }),
    };
    edited(&template, &[to("8", "集体研究"), Edit::SetOverride { item: "x".into(), to: None }]);
    assert!(matches!(refusal(&template, &to("8", " ")), EditError::OverrideWithoutReason { .. }));
    for bad in ["8.01", "-1", "7.001"] {
        assert!(matches!(refusal(&template, &to(bad, "集体研究")), EditError::Entry { .. }), "{bad}");
    }
}

#[test]
fn band_edges_fall_within_the_scale() {
    let bands = r#"(award: OneOf(options: [
        (id: "a", label: "甲", points: Share(from: "0.8", to: "1")),
        (id: "b", label: "乙", points: Share(from: "0.6", to: "0.8")),
        (id: "c", label: "丙", points: Share(from: "0", to: "0.6")),
    ]))"#;
    let template = of_rule("8", bands);
    let edges = |list: &[&str]| Edit::SetBandEdges {
        item: "x".into(),
        edges: Some(list.iter().map(|edge| dec(edge)).collect()),
    };
    edited(&template, &[edges(&["0.8", "0.5"]), Edit::SetBandEdges { item: "x".into(), edges: None }]);
    for bad in [&["0.8"][..], &["0.5", "0.8"], &["0.8", "0.8"], &["1", "0.5"], &["0.8", "0"], &[]] {
        assert!(matches!(refusal(&template, &edges(bad)), EditError::BandEdges { .. }), "{bad:?}");
    }
    assert!(matches!(refusal(&simple(), &edges(&["0.8", "0.5"])), EditError::BandEdges { .. }));
}

#[test]
fn evidence_is_attached_once_and_named_safely() {
    let template = simple();
    let evaluation = edited(&template, &[file(1, "x"), file(2, "x"), Edit::RemoveEvidence { id: 1 }]);
    assert_eq!(evaluation.evidence.len(), 1);
    assert!(matches!(evaluation.apply(&template, &file(2, "x")), Err(EditError::EvidenceTwice { id: 2 })));
    let gone = Edit::RemoveEvidence { id: 1 };
    assert!(matches!(evaluation.apply(&template, &gone), Err(EditError::NoSuchEvidence { id: 1 })));
    assert!(matches!(refusal(&template, &file(1, "y")), EditError::NoSuchItem(_)));
    for name in ["", "../x.pdf", "a/b.pdf", "a\\b.pdf", ".."] {
        let Edit::AttachEvidence(good) = file(1, "x") else { unreachable!() };
        let bad = Edit::AttachEvidence(Evidence { name: name.to_owned(), ..good });
        assert!(matches!(refusal(&template, &bad), EditError::EvidenceUnsound { .. }), "{name}");
    }
    let Edit::AttachEvidence(good) = file(1, "x") else { unreachable!() };
    let bad = Edit::AttachEvidence(Evidence { sha256: "XYZ".to_owned(), ..good });
    assert!(matches!(refusal(&template, &bad), EditError::EvidenceUnsound { .. }));
}

#[test]
fn clearing_takes_back_the_score_but_neither_words_nor_evidence() {
    let template = simple();
    let ((item, note), to) = (text("x", "见合同"), Override { score: dec("8"), reason: "复核".to_owned() });
    let evaluation = edited(
        &template,
        &[
            inputs("x", &[("points", number("5"))]),
            Edit::SetEvidenceNote { item: item.clone(), text: note.clone() },
            Edit::SetReason { item: item.clone(), text: "原因".to_owned() },
            Edit::SetRemark { item: item.clone(), text: "备注".to_owned() },
            Edit::SetOverride { item: item.clone(), to: Some(to) },
            file(1, "x"),
            Edit::ClearInputs { item: item.clone() },
        ],
    );
    let entry = evaluation.item("x").unwrap();
    assert!(entry.inputs.is_empty() && entry.overriding.is_none());
    assert_eq!((&*entry.evidence_note, &*entry.reason, &*entry.remark), ("见合同", "原因", "备注"));
    assert_eq!(evaluation.evidence.len(), 1);
    for edit in [
        Edit::ClearInputs { item: "y".into() },
        Edit::SetReason { item: "y".into(), text: String::new() },
        Edit::SetRemark { item: "y".into(), text: String::new() },
        Edit::SetEvidenceNote { item: "y".into(), text: String::new() },
        Edit::SetOverride { item: "y".into(), to: None },
        Edit::SetBandEdges { item: "y".into(), edges: None },
    ] {
        assert!(matches!(refusal(&template, &edit), EditError::NoSuchItem(_)), "{edit:?}");
    }
}

#[test]
fn edits_and_evaluations_survive_the_file() {
    let template = template("100", GRADES, &crate::help::free("x", "100"));
    let not_applicable = Applicability::NotApplicable { reason: "“引号”\\与\n换行".to_owned() };
    let evaluation = edited(
        &template,
        &[
            inputs("x", &[("points", number("5.50"))]),
            Edit::SetOverride {
                item: "x".into(),
                to: Some(Override { score: dec("8"), reason: "复核".to_owned() }),
            },
            Edit::SetApplicability { item: "x".into(), to: not_applicable },
            amount(1, FundField::Executed, "5588.1700"),
            file(1, "x"),
        ],
    );
    let text = write(&evaluation).unwrap();
    assert_eq!(read(text.as_bytes()).unwrap(), evaluation, "{text}");
    assert!(text.contains("\"5588.1700\""), "as entered, never a float: {text}");
    let edit = inputs("x", &[("points", number("5.50"))]);
    let as_text = jiping::ron_text::write(&edit).unwrap();
    assert_eq!(jiping::ron_text::read::<Edit>(&as_text).unwrap(), edit);
}

#[test]
fn what_a_hand_wrote_into_the_file_never_scores_outside_the_points() {
    let template = simple();
    let evaluation = edited(&template, &[inputs("x", &[("points", number("5"))])]);
    let text = write(&evaluation).unwrap();
    for bad in ["99", "-3"] {
        let meddled = read(text.replace("\"5\"", &format!("\"{bad}\"")).as_bytes()).unwrap();
        let card = jiping::scoring::score(&template, &meddled);
        assert_eq!(card.items[0].score, None, "{bad}");
        assert!(card.provisional);
    }
    let overridden = Edit::SetOverride {
        item: "x".into(),
        to: Some(Override { score: dec("7"), reason: "复核".to_owned() }),
    };
    let text = write(&Evaluation::new(&template).apply(&template, &overridden).unwrap()).unwrap();
    let meddled = read(text.replace("\"7\"", "\"700\"").as_bytes()).unwrap();
    assert_eq!(jiping::scoring::score(&template, &meddled).items[0].score, None);
}

#[test]
fn an_evaluation_that_cannot_be_read_says_where() {
    use jiping::evaluation::ReadError;
    let text = write(&Evaluation::new(&simple())).unwrap();
    assert_eq!(read(&[0xff]), Err(ReadError::NotText));
    let newer = read(text.replace("format: 1", "format: 2").as_bytes()).unwrap_err();
    assert!(matches!(newer, ReadError::Newer { found: 2, newest: 1 }));
    let broken = read(text.replace("project:", "projekt:").as_bytes()).unwrap_err();
    let message = broken.message().full(Lang::Chinese);
    assert!(
        message.contains("第 ") && message.contains("projekt") && message.contains("project"),
        "{message}"
    );
    assert!(read(format!("\u{feff}{text}").as_bytes()).is_ok(), "a mark in front does no harm");
}

#[test]
fn a_list_is_read_element_by_element_with_places_in_the_whole_text() {
    use jiping::ron_text::elements;
    let text = "// 说明\n[\n  SetReason(item: \"x\", text: \"甲\"),\n  /* 二 */ SetFundsUnit(Yuan), 文(\n    item: 3,\n  ),\n]\n";
    let text = text.replace("文(", "SetReason(");
    let list = elements(&text).unwrap();
    assert_eq!(list.len(), 3);
    assert_eq!(list[0].place.to_string(), "3:3");
    assert!(list[0].read::<Edit>().is_ok() && list[1].read::<Edit>().is_ok());
    let wrong = list[2].read::<Edit>().unwrap_err();
    assert_eq!(wrong.place.to_string(), "5:11", "{}", wrong.message().text(Lang::Chinese));
    assert_eq!(elements("[]").unwrap().len(), 0);
    assert_eq!(elements("[\n  SetReason(item: \"x\",\n").unwrap_err().place.line, 2);
    assert!(elements("(a: 1)").is_err());
}

#[test]
fn several_edits_at_once_are_all_taken_or_none() {
    let template = simple();
    let before = Evaluation::new(&template);
    let (item, text) = text("x", "甲");
    let reason = || Edit::SetReason { item: item.clone(), text: text.clone() };
    let points = |points| Edit::SetInputs {
        item: item.clone(),
        inputs: vec![("points".into(), Some(number(points)))],
    };
    let both = Edit::Together(vec![points("7"), reason()]);
    let after = before.apply(&template, &both).unwrap();
    let entry = after.item(&item).unwrap();
    assert_eq!((entry.reason.as_str(), entry.number("points")), ("甲", Some(dec("7"))));
    assert_eq!(both.item(), Some(&item));
    assert_eq!(both.label(&template).text(Lang::Chinese), reason().label(&template).text(Lang::Chinese));
    assert!(before.apply(&template, &Edit::Together(vec![reason(), points("9")])).is_err());
    assert!(before.item(&item).is_none(), "nothing of it is done");
}
