//! What stands on a sheet, as data for the print templates: text that was typed, and numbers of the scorecard
//! already formatted. Fixed words stand in the templates.

mod chart;
mod deductions;
mod digest;
mod head;
mod language;
mod ledger;
mod rows;
#[cfg(test)]
mod sums;
mod total;
mod values;

pub(super) use language::LANG;
pub use ledger::ledger_months;

use super::job::PrintJob;
use super::sheet::Sheet;
use crate::template::Form;
use serde_json::{Value, json};

/// The data of `sheets` for `assets/print/main.typ`. All numbers are text.
pub(super) fn sheet_data(job: &PrintJob<'_>, sheets: &[Sheet]) -> Value {
    let form = job.template.sheet.form;
    let names: Vec<&str> = sheets
        .iter()
        .filter(|sheet| sheet.is_of(job.template))
        .map(|sheet| sheet_name(*sheet, form))
        .collect();
    let ledgers = |sheet: &Sheet| match sheet {
        Sheet::Ledger(wanted) => sheet.is_of(job.template).then(|| ledger::sheets(job, *wanted)),
        Sheet::Scores | Sheet::Deductions | Sheet::Chart => None,
    };
    json!({
        "sheets": names,
        "ledgers": sheets.iter().filter_map(ledgers).collect::<Vec<_>>(),
        "title": job.template.title,
        "template": { "version": job.template.version },
        "digest": job.file_digest.map(digest::short),
        "printed": job.printed_at.strftime("%Y-%m-%d %H:%M").to_string(),
        "project": head::project(job.evaluation),
        "signatories": head::signatories(job.evaluation),
        "funds": head::funds(job),
        "levels": rows::levels(job.template),
        "groups": rows::groups(job.template),
        "rows": rows::rows(job),
        "total": total::total(job),
        "deducted": deductions::deducted(job),
        "carried": deductions::carried_down(job),
        "attachments": deductions::attachments(job),
        "chart": sheets.contains(&Sheet::Chart).then(|| chart::chart(job)),
    })
}

/// The data of the 得分与扣分图 alone, for a picture.
pub(super) fn picture_data(job: &PrintJob<'_>) -> Value {
    let mut data = sheet_data(job, &[Sheet::Chart]);
    data["sheets"] = json!(["chart-picture"]);
    data
}

fn sheet_name(sheet: Sheet, form: Form) -> &'static str {
    match (sheet, form) {
        (Sheet::Scores, Form::ScoreSheet) => "scores",
        (Sheet::Scores, Form::SelfEvaluation) => "self-evaluation",
        (Sheet::Scores, Form::Comparison) => "comparison",
        (Sheet::Deductions, _) => "deductions",
        (Sheet::Chart, _) => "chart",
        (Sheet::Ledger(_), _) => "ledger",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::{Edit, Evaluation, FundField, Override, Value as Input};
    use crate::scoring;
    use crate::template::{Template, shipped_by_id};
    use rust_decimal::dec;

    fn data_of(edits: Vec<Edit>) -> Value {
        let template: Template = shipped_by_id("decision-management-performance").unwrap();
        let mut evaluation = Evaluation::new(&template);
        for edit in edits {
            evaluation = evaluation.apply(&template, &edit).unwrap();
        }
        let card = scoring::score(&template, &evaluation);
        let printed_at =
            jiff::civil::date(2021, 3, 8).at(9, 30, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap();
        let digest = "0123456789abcdef0123456789abcdef";
        let job = PrintJob {
            template: &template,
            evaluation: &evaluation,
            card: &card,
            file_digest: Some(digest),
            printed_at,
        };
        sheet_data(&job, &Sheet::ALL)
    }

    fn satisfaction() -> Vec<Edit> {
        let inputs = vec![("rate".into(), Some(Input::Number(dec!(95))))];
        vec![Edit::SetInputs { item: "satisfaction".into(), inputs }]
    }

    #[test]
    fn the_head_tells_where_the_sheet_comes_from() {
        let data = data_of(Vec::new());
        assert_eq!(data["digest"], "0123456789abcdef");
        assert_eq!(data["printed"], "2021-03-08 09:30");
        assert_eq!(data["template"]["version"], "1.0");
        assert_eq!(data["levels"], json!(["一级指标", "二级指标", "三级指标"]));
    }

    #[test]
    fn groups_span_their_rows() {
        let data = data_of(Vec::new());
        let groups = &data["groups"];
        assert_eq!(groups[0], json!({"name": "项目决策", "points": "20", "level": 0, "first": 0, "last": 4}));
        assert_eq!(groups[1], json!({"name": "项目目标", "points": "4", "level": 1, "first": 0, "last": 0}));
        assert_eq!(data["rows"].as_array().unwrap().len(), 21);
        assert_eq!(data["rows"][0]["groups"], json!([0, 1]));
    }

    #[test]
    fn a_rate_shows_its_deduction_and_an_override_both_values() {
        let row = |data: &Value| data["rows"][20].clone();
        let before = row(&data_of(satisfaction()));
        assert_eq!((&before["score"], &before["deduction"]), (&json!("7.60"), &json!("0.40")));
        let to = Some(Override { score: dec!(8), reason: "报告自评".into() });
        let mut edits = satisfaction();
        edits.push(Edit::SetOverride { item: "satisfaction".into(), to });
        let data = data_of(edits);
        let after = row(&data);
        assert_eq!((&after["score"], &after["computed"]), (&json!("8.00"), &json!("7.60")));
        assert_eq!(after["override_reason"], "报告自评");
        assert_eq!(data["total"]["overridden"], json!(["服务对象满意度"]));
        assert_eq!(
            data["deducted"][0]["causes"][1],
            json!({"kind": "override", "label": "人工改分", "points": "+0.40"})
        );
    }

    #[test]
    fn amounts_keep_the_precision_they_were_entered_with() {
        let amount = |field, amount| Edit::SetFundAmount { line: 0, field, amount: Some(amount) };
        let data = data_of(vec![
            amount(FundField::AnnualBudget, dec!(297.9122)),
            amount(FundField::Executed, dec!(100.00)),
        ]);
        let line = &data["funds"]["lines"][0];
        assert_eq!(line["annual"], "297.9122");
        assert_eq!(line["executed"], "100.00");
        assert_eq!(line["execution"], "33.57%");
        assert_eq!(line["arrival"], Value::Null);
    }

    #[test]
    fn amounts_of_a_column_have_the_same_decimals() {
        let amount = |line, field, amount| Edit::SetFundAmount { line, field, amount: Some(amount) };
        let data = data_of(vec![
            amount(0, FundField::AnnualBudget, dec!(5588.17)),
            amount(0, FundField::Executed, dec!(5588.17)),
            amount(1, FundField::AnnualBudget, dec!(1000)),
            amount(1, FundField::Executed, dec!(1000)),
            amount(1, FundField::Received, dec!(1000)),
        ]);
        let funds = &data["funds"];
        let column = |name: &str| {
            let lines = funds["lines"].as_array().unwrap().iter();
            let all: Vec<_> = lines.chain([&funds["total"]]).map(|line| line[name].clone()).collect();
            json!(all)
        };
        assert_eq!(column("annual"), json!(["5588.17", "1000.00", null, "6588.17"]));
        assert_eq!(column("remainder"), json!(["0.00", "0.00", null, "0.00"]));
        assert_eq!(column("received"), json!([null, "1000", null, "1000"]), "nobody entered any decimals");
    }
}
