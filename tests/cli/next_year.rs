//! A new year from last year's file.

use super::{Desk, item, no_floats};
use serde_json::Value;
use std::fs;

/// Last year's evaluation: two indicators scored, one without information.
fn last_year(desk: &Desk) {
    desk.evaluation("去年.jiping");
    desk.write(
        "edits.ron",
        r#"[
            SetProject(field: Name, text: "监控租用"),
            SetProject(field: Year, text: "2024"),
            SetFundAmount(line: 0, field: AnnualBudget, amount: "310.2"),
            SetInputs(item: "satisfaction", inputs: [("rate", Number("95"))]),
            SetReason(item: "satisfaction", text: "满意率 95%"),
            SetInputs(item: "social-benefit", inputs: [("choice", Choice("achieved")), ("points", Number("8"))]),
            SetApplicability(item: "economic-benefit", to: NoInformation),
        ]"#,
    );
    desk.run(&["apply", "去年.jiping", "edits.ron"]).exits(0);
}

#[test]
fn a_new_year_is_made_from_last_years_file() {
    let desk = Desk::new();
    last_year(&desk);
    let before = fs::read(desk.path("去年.jiping")).unwrap();
    let made = desk.run(&["new", "--from", "去年.jiping", "-o", "今年.jiping"]).exits(0);
    made.says(&["今年.jiping", "去年.jiping", "2025 年度", "没有带入"]);
    let card = desk.score("今年.jiping");
    no_floats(&card, "");
    assert_eq!((&card["project"], &card["year"]), (&"监控租用".into(), &"2025".into()));
    assert_eq!(card["last_year"]["year"], "2024");
    assert_eq!(card["last_year"]["file"], "去年.jiping");
    assert_eq!(card["last_year"]["total"], desk.score("去年.jiping")["total"]);
    let satisfaction = item(&card, "satisfaction");
    assert_eq!((&satisfaction["score"], &satisfaction["reason"]), (&Value::Null, &"".into()));
    assert_eq!(satisfaction["last_year"]["comparable"], true);
    assert_eq!(satisfaction["last_year"]["score"], "7.60");
    assert_eq!(satisfaction["last_year"]["deduction"], "0.40");
    let economic = &item(&card, "economic-benefit")["last_year"];
    assert_eq!((&economic["comparable"], &economic["score"]), (&false.into(), &Value::Null));
    assert_eq!(economic["why_not"]["message"], "上年资料不足");
    assert_eq!(fs::read(desk.path("去年.jiping")).unwrap(), before);
    assert!(desk.score("去年.jiping").get("last_year").is_none(), "a file without it says nothing of it");
}

#[test]
fn last_years_file_is_never_written_into() {
    let desk = Desk::new();
    last_year(&desk);
    let before = fs::read(desk.path("去年.jiping")).unwrap();
    let same = desk.run(&["new", "--from", "去年.jiping", "-o", "./去年.jiping", "--force"]).exits(2);
    same.complains(&["就是去年的文件", "-o"]);
    desk.write("别的.jiping", "别的");
    desk.run(&["new", "--from", "去年.jiping", "-o", "别的.jiping"]).exits(2).complains(&["别的.jiping"]);
    desk.run(&["new", "--from", "别的.jiping", "-o", "今年.jiping"]).exits(2).complains(&["别的.jiping"]);
    desk.run(&["new", "-o", "今年.jiping"]).exits(2);
    desk.run(&["new", "x", "--from", "去年.jiping", "-o", "今年.jiping"]).exits(2);
    assert!(!desk.path("今年.jiping").exists());
    assert_eq!(fs::read(desk.path("去年.jiping")).unwrap(), before);
}
