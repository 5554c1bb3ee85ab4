//! What papers say of an evaluation: text that was typed, and numbers of the scorecard already formatted.

mod chart;
mod deductions;
pub(super) mod digest;
mod head;
mod language;
mod ledger;
mod rows;
#[cfg(test)]
mod sums;
mod survey;
mod total;
mod values;

pub(super) use chart::{Chart, LedgerBars, LossBar, SectionBar, chart};
pub(super) use deductions::{AttachmentData, CarriedData, DeductedData, attachments, carried_down, deducted};
pub(super) use head::{FundsRow, FundsTable, funds};
pub(super) use language::LANG;
pub use ledger::ledger_months;
pub(super) use ledger::{LedgerData, LedgerRowData, SumsData, sheets as ledger_sheets};
pub(super) use rows::{GroupData, RowData, groups, levels, rows};
pub(super) use survey::{OptionData, SurveyData, surveys};
pub(super) use total::{TotalData, total};

/// All of it, for tests that read what is printed as a reader would.
#[cfg(test)]
fn as_json(job: &super::job::PrintJob<'_>) -> serde_json::Value {
    serde_json::json!({
        "funds": funds(job),
        "levels": levels(job.template),
        "groups": groups(job.template),
        "rows": rows(job),
        "total": total(job),
        "deducted": deducted(job),
        "carried": carried_down(job),
        "ledgers": ledger_sheets(job, super::LedgerSheet::default()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::{Edit, Evaluation, FundField, Override, Value as Input};
    use crate::print::PrintJob;
    use crate::scoring;
    use crate::template::{Template, shipped_by_id};
    use rust_decimal::dec;
    use serde_json::{Value, json};

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
        as_json(&job)
    }

    fn satisfaction() -> Vec<Edit> {
        let inputs = vec![("rate".into(), Some(Input::Number(dec!(95))))];
        vec![Edit::SetInputs { item: "satisfaction".into(), inputs }]
    }

    #[test]
    fn levels_have_the_headings_of_the_sheet() {
        let data = data_of(Vec::new());
        assert_eq!(data["levels"], json!(["一级指标", "二级指标", "三级指标"]));
    }

    #[test]
    fn groups_span_their_rows() {
        let data = data_of(Vec::new());
        let groups = &data["groups"];
        assert_eq!(groups[0], json!({"name": "项目决策", "points": "20", "level": 0, "rows": [0, 4]}));
        assert_eq!(groups[1], json!({"name": "项目目标", "points": "4", "level": 1, "rows": [0, 0]}));
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
