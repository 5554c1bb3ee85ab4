//! The samples, made again from their lists of edits by the real program.

use super::*;

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples")
}

fn shipped(id: &str) -> jiping::file::Opened {
    let sample = jiping::samples::SAMPLES.iter().find(|sample| sample.id == id).unwrap();
    let (places, progress) = (jiping::file::Places::at(std::env::temp_dir()), jiping::file::Progress::new());
    let opened = jiping::file::open_bytes(id, sample.bytes, &places, &progress).unwrap();
    assert_eq!(opened.findings, []);
    opened
}

/// The sample made again from its list of edits, by the program itself.
fn made_again(desk: &Desk, id: &str) -> Value {
    let name = format!("{id}.jiping");
    let template = jiping::samples::SAMPLES.iter().find(|sample| sample.id == id).unwrap().template;
    desk.run(&["new", template, "-o", &name]).exits(0);
    let edits = samples().join(format!("{id}.edits.ron"));
    desk.run(&["apply", &name, edits.to_str().unwrap()]).exits(0);
    let places = jiping::file::Places::at(desk.path("data"));
    let made = jiping::file::open(&desk.path(&name), &places, &jiping::file::Progress::new()).unwrap();
    let shipped = shipped(id);
    assert_eq!(shipped.template, made.template, "{id}: make the sample again (see the head of its edits)");
    assert_eq!(
        shipped.evaluation, made.evaluation,
        "{id}: make the sample again (see the head of its edits)"
    );
    desk.score(&name)
}

#[test]
fn the_sample_scores_99_60_by_its_own_rules() {
    let card = made_again(&Desk::new(), "camera-lease");
    assert_eq!((&card["total"], &card["deductions"]), (&"99.60".into(), &"0.40".into()));
    assert_eq!((&card["grade"], &card["provisional"]), (&"优".into(), &false.into()));
    for item in card["items"].as_array().unwrap() {
        let expected = if item["id"] == "satisfaction" { "7.60".into() } else { item["points"].clone() };
        assert_eq!(item["score"], expected, "{}", item["name"]);
    }
    let satisfaction = item(&card, "satisfaction");
    let remark = satisfaction["remark"].as_str().unwrap();
    assert!(remark.contains("8 分") && remark.contains("100 分"), "{remark}");
    assert!(satisfaction["reason"].as_str().unwrap().contains("0.40"));
    let sections: Vec<_> = card["sections"].as_array().unwrap().iter().map(|s| s["score"].clone()).collect();
    assert_eq!(sections, ["20.00", "25.00", "54.60"]);
    let findings: Vec<_> = card["findings"].as_array().unwrap().iter().map(|f| f["item"].clone()).collect();
    assert_eq!(
        findings,
        ["output-cost", "economic-benefit", "environmental-benefit"],
        "no data in the report"
    );
}

#[test]
fn the_second_sample_enters_the_claim_as_an_override() {
    let card = made_again(&Desk::new(), "camera-lease-claimed");
    assert_eq!((&card["total"], &card["deductions"]), (&"100.00".into(), &"0.00".into()));
    let satisfaction = item(&card, "satisfaction");
    assert_eq!((&satisfaction["score"], &satisfaction["computed"]), (&"8.00".into(), &"7.60".into()));
    assert!(!satisfaction["override_reason"].as_str().unwrap().is_empty());
    let ids: Vec<_> = card["findings"].as_array().unwrap().iter().map(|f| f["id"].clone()).collect();
    assert!(ids.contains(&"C60".into()) && ids.contains(&"C61".into()), "flagged: {ids:?}");
}

fn states(card: &Value, state: &str) -> Vec<String> {
    let items = card["items"].as_array().unwrap().iter().filter(|item| item["state"] == state);
    items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

fn findings(card: &Value, id: &str) -> Vec<Value> {
    let findings = card["findings"].as_array().unwrap().iter().filter(|finding| finding["id"] == id);
    findings.map(|finding| finding["item"].clone()).collect()
}

/// 7,741,273.50 of 8,127,600 yuan: 95.25 %, 9.52 of 10. What else the report says has no numbers.
#[test]
fn the_information_systems_score_what_the_report_has_numbers_for() {
    let card = made_again(&Desk::new(), "information-systems");
    assert_eq!(item(&card, "execution")["score"], "9.52");
    assert_eq!(item(&card, "cost")["score"], "10.00", "774.13 of 812.76");
    assert_eq!(
        (&card["total"], &card["pending"], &card["provisional"]),
        (&"19.52".into(), &"80.00".into(), &true.into())
    );
    assert_eq!(
        states(&card, "no_information"),
        ["systems", "operation", "progress", "support", "availability", "users"]
    );
    assert_eq!(
        findings(&card, "C37"),
        ["execution"],
        "386,326.50 yuan are left, and the report says not why"
    );
}

/// 100 % of what was allotted is 25.68 % of what the contract asks for.
#[test]
fn the_sky_net_is_paid_in_full_and_by_a_quarter() {
    let card = made_again(&Desk::new(), "sky-net-operation");
    assert_eq!(item(&card, "execution")["score"], "10.00");
    assert_eq!(item(&card, "cost")["score"], "2.57", "100 ÷ 389.4 × 10");
    assert_eq!((&card["total"], &card["pending"]), (&"12.57".into(), &"80.00".into()));
    assert_eq!(states(&card, "no_information").len(), 6);
    assert_eq!(findings(&card, "C50").len(), 1, "nobody signed the report");
}

#[test]
fn smart_policing_is_83_without_a_reason_for_17() {
    let card = made_again(&Desk::new(), "smart-policing");
    assert_eq!(
        (&card["total"], &card["deductions"], &card["grade"]),
        (&"83.00".into(), &"17.00".into(), &"良".into())
    );
    let scores: Vec<_> = card["sections"].as_array().unwrap().iter().map(|s| s["score"].clone()).collect();
    assert_eq!(scores, ["15.00", "36.00", "32.00"]);
    assert_eq!(findings(&card, "C37"), ["process-score", "output-score", "effect-score"]);
}

/// Five projects, each compared with its targets: no points, no grade, and no bound taken for a measurement.
#[test]
fn five_projects_are_compared_and_not_scored() {
    let desk = Desk::new();
    for (id, amount, cost, indicators) in [
        ("camera-network", "319.67", "319.67万元", 8),
        ("video-platform", "127", "127万元", 7),
        ("detention-security", "74.5", "74.5万元", 7),
        ("camera-service", "11.9", "11.9万元", 8),
        ("fibre-network", "26.88", "26.88万元", 9),
    ] {
        let card = made_again(&desk, id);
        let opened = shipped(id);
        let funds = &opened.evaluation.funds.lines[0];
        let amount = Some(amount.parse().unwrap());
        assert_eq!((funds.annual_budget, funds.executed), (amount, amount), "{id}");
        assert_eq!(card["items"].as_array().unwrap().len(), indicators, "{id}");
        assert_eq!((&card["points"], &card["grade"]), (&"0.00".into(), &Value::Null), "{id}");
        let entry = opened.evaluation.item("cost").unwrap();
        assert_eq!((entry.text("expected"), entry.text("reached")), (Some(cost), Some(cost)), "{id}");
        let silent = states(&card, "no_information");
        assert!(
            silent.contains(&"satisfied".to_owned()) && silent.contains(&"social".to_owned()),
            "{silent:?}"
        );
        assert_eq!(
            opened.evaluation.item("satisfied").unwrap().text("reached"),
            None,
            "≥80% is no measurement"
        );
        assert_eq!(item(&card, "cost")["score"], Value::Null);
    }
}

#[test]
fn a_bound_as_actual_value_is_refused() {
    let desk = Desk::new();
    made_again(&desk, "camera-network");
    desk.write(
        "bound.ron",
        r#"[SetApplicability(item: "satisfied", to: Applicable), SetInputs(item: "satisfied", inputs: [("reached", Text("≥80%"))])]"#,
    );
    desk.run(&["apply", "camera-network.jiping", "bound.ron"]).exits(0);
    let card = desk.score("camera-network.jiping");
    assert_eq!(item(&card, "satisfied")["state"], "unscored");
    assert_eq!(findings(&card, "C34"), ["satisfied"]);
}

#[test]
fn samples_of_one_template_stand_together() {
    let mut templates: Vec<&str> = jiping::samples::SAMPLES.iter().map(|sample| sample.template).collect();
    templates.dedup();
    let different: std::collections::HashSet<&str> = templates.iter().copied().collect();
    assert_eq!(templates.len(), different.len());
    for sample in jiping::samples::SAMPLES {
        assert_eq!(*shipped(sample.id).template.id, *sample.template, "{}", sample.id);
    }
}

#[test]
fn samples_carry_no_passages_persons_or_numbers_of_telephones() {
    for sample in jiping::samples::SAMPLES {
        let opened = shipped(sample.id);
        // Amounts in 元 have that many digits.
        let evaluation =
            jiping::evaluation::Evaluation { funds: std::sync::Arc::default(), ..opened.evaluation.clone() };
        let text = jiping::evaluation::write(&evaluation).unwrap();
        let mut digits = 0;
        for c in text.chars() {
            digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
            assert!(digits < 7, "a telephone number? {}", sample.id);
        }
        assert!(opened.evaluation.project.signatories.iter().all(|who| who.name.is_empty()));
    }
}

#[test]
fn the_maintenance_sample_deducts_by_its_ledger() {
    let card = made_again(&Desk::new(), "camera-upkeep");
    assert_eq!((&card["total"], &card["grade"]), (&"83.00".into(), &"良".into()));
    let faults = item(&card, "faults");
    assert_eq!((&faults["score"], &faults["deduction"]), (&"38.30".into(), &"11.70".into()));
    assert_eq!(card["findings"].as_array().unwrap().len(), 0, "{}", card["findings"]);
}
