//! Evaluations to print, and what poppler reads from the result.

use jiping::evaluation::{
    Applicability, Edit, Evaluation, Evidence, FundField, Override, ProjectField, Signatory, Value,
};
use jiping::print::{Compiled, Paper, PrintJob, Printed};
use jiping::scoring;
use jiping::template::{Award, Deduction, Parts, Points, Rate, Template, shipped_by_id};
use rust_decimal::{Decimal, dec};
use std::path::PathBuf;
use std::process::Command;

pub(crate) const DIGEST: &str = "3f9a0c4be17d52860011223344556677";

pub(crate) fn template() -> Template {
    shipped_by_id("decision-management-performance").unwrap()
}

/// An evaluation of `template`, all edits applied.
pub(crate) fn evaluation(template: &Template, edits: Vec<Edit>) -> Evaluation {
    edits.iter().fold(Evaluation::new(template), |evaluation, edit| evaluation.apply(template, edit).unwrap())
}

/// Every indicator at full marks, funds and head filled in.
pub(crate) fn complete(template: &Template) -> Vec<Edit> {
    let mut edits = head();
    edits.extend(funds());
    for indicator in template.indicators() {
        let inputs: Vec<(std::sync::Arc<str>, Value)> = match &indicator.rule.award {
            Award::Full => {
                let no = |deduction: &Deduction| (deduction.id().clone(), Value::Flag(false));
                indicator.rule.deductions.iter().map(no).collect()
            }
            Award::Parts(Parts { parts, .. }) => {
                parts.iter().map(|part| (part.id.clone(), Value::Flag(true))).collect()
            }
            Award::OneOf { options } => {
                let best = options.first().unwrap();
                let mut inputs = vec![("choice".into(), Value::Choice(best.id.clone()))];
                if matches!(best.points, Points::Share { .. }) {
                    inputs.push(("points".into(), Value::Number(indicator.points)));
                }
                inputs
            }
            Award::Rate(Rate { measure: jiping::template::Measure::Funds(_), .. }) => Vec::new(),
            Award::Rate(_) => vec![("rate".into(), Value::Number(dec!(100)))],
            Award::Free { .. } => vec![("points".into(), Value::Number(indicator.points))],
            other => panic!("{other:?} is not a rule of this sheet"),
        };
        edits.push(inputs_of(&indicator.id, inputs));
    }
    edits
}

pub(crate) fn inputs_of(item: &str, inputs: Vec<(std::sync::Arc<str>, Value)>) -> Edit {
    let inputs = inputs.into_iter().map(|(key, value)| (key, Some(value))).collect();
    Edit::SetInputs { item: item.into(), inputs }
}

fn head() -> Vec<Edit> {
    let field = |field, text: &str| Edit::SetProject { field, text: text.into() };
    let person = |role: &str, name: &str| Signatory { role: role.into(), name: name.into() };
    vec![
        field(ProjectField::Name, "城市报警与监控系统运行维护"),
        field(ProjectField::Department, "某市公安局"),
        field(ProjectField::Unit, "某市公安局某区分局"),
        field(ProjectField::Year, "2020"),
        field(ProjectField::Evaluator, "某会计师事务所评价组"),
        field(ProjectField::Date, "2021年3月8日"),
        Edit::SetSignatories(vec![
            person("填报人", "甲"),
            person("财务负责人", ""),
            person("项目负责人", "乙"),
            person("单位负责人", ""),
        ]),
    ]
}

fn funds() -> Vec<Edit> {
    let amount = |line, field, amount| Edit::SetFundAmount { line, field, amount: Some(amount) };
    let mut edits = Vec::new();
    for (field, first, second) in [
        (FundField::InitialBudget, dec!(800.00), dec!(12.7600)),
        (FundField::AnnualBudget, dec!(800.00), dec!(12.7600)),
        (FundField::Received, dec!(800.00), dec!(12.7600)),
        (FundField::Executed, dec!(761.3674), dec!(12.76)),
    ] {
        edits.push(amount(0, field, first));
        edits.push(amount(2, field, second));
    }
    edits
}

/// What a real sheet has: deductions with reasons, an override, evidence, an item that does not apply.
pub(crate) fn lively(template: &Template) -> Vec<Edit> {
    let mut edits = complete(template);
    let reason = |item: &str, text: &str| Edit::SetReason { item: item.into(), text: text.into() };
    edits.push(inputs_of("satisfaction", vec![("rate".into(), Value::Number(dec!(95)))]));
    edits.push(overriding("satisfaction", dec!(8), "自评报告按满分计，主管部门审核同意"));
    edits.push(inputs_of("fund-use", vec![("improper-basis".into(), Value::Flag(true))]));
    edits.push(reason(
        "fund-use",
        "抽查 36 份凭证，其中 2 份差旅费缺少审批单，支出依据不合规。\n改进措施：补办审批手续，今后凭审批单报销。",
    ));
    edits.push(inputs_of("goal-content", vec![("quantified".into(), Value::Flag(false))]));
    edits.push(inputs_of("output-quality", vec![("rate".into(), Value::Number(dec!(97.5)))]));
    edits.push(reason("output-quality", "40 路摄像头中 1 路夜间成像不达标；已列入 2021 年更换计划。"));
    edits.push(Edit::SetRemark {
        item: "output-quality".into(), text: "以第三方检测报告为准。".into()
    });
    edits.push(Edit::SetApplicability {
        item: "environmental-benefit".into(),
        to: Applicability::NotApplicable { reason: "运行维护项目不产生环境影响".into() },
    });
    edits.extend(evidence());
    edits
}

pub(crate) fn overriding(item: &str, score: Decimal, reason: &str) -> Edit {
    Edit::SetOverride { item: item.into(), to: Some(Override { score, reason: reason.into() }) }
}

fn evidence() -> Vec<Edit> {
    let file = |id, item: &str, name: &str, size| {
        Edit::AttachEvidence(Evidence {
            id,
            item: item.into(),
            name: name.into(),
            size,
            sha256: "9d5ed678fe57bcca610140957afab571aa00bb11cc22dd33ee44ff5566778899".into(),
        })
    };
    vec![
        file(1, "satisfaction", "群众满意度问卷汇总表.xlsx", 48_213),
        file(2, "fund-use", "记账凭证扫描件_2020年1-12月_第03册_含附件及审批单.pdf", 73_400_320),
        file(3, "fund-use", "scan_0001_voucher_with_a_very_long_latin_name_final_v2.pdf", 1_204),
        file(4, "goal-content", "绩效目标申报表.docx", 20_480),
    ]
}

pub(crate) fn compiled(template: &Template, edits: Vec<Edit>, sheets: &[Paper]) -> Compiled {
    let evaluation = evaluation(template, edits);
    compiled_evaluation(template, &evaluation, Some(DIGEST), sheets)
}

pub(crate) fn compiled_evaluation(
    template: &Template,
    evaluation: &Evaluation,
    file_digest: Option<&str>,
    sheets: &[Paper],
) -> Compiled {
    let card = scoring::score(template, evaluation);
    let eight_hours = jiff::tz::TimeZone::fixed(jiff::tz::offset(8));
    let printed_at = jiff::civil::date(2021, 3, 8).at(9, 30, 0, 0).to_zoned(eight_hours).unwrap();
    let job = PrintJob { template, evaluation, card: &card, file_digest, printed_at };
    Compiled::new(&job, sheets).unwrap()
}

/// A PDF in a folder of its own, for poppler. With `JIPING_PRINT_OUT=folder` it is kept there to be looked at.
pub(crate) struct Printout {
    pub printed: Printed,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Printout {
    pub(crate) fn of(name: &str, compiled: &Compiled) -> Self {
        let printed = compiled.printed().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sheet.pdf");
        jiping::file::save_output(&path, &printed.pdf, jiping::file::Replaced::Gone, || true).unwrap();
        if let Some(keep) = std::env::var_os("JIPING_PRINT_OUT") {
            std::fs::write(PathBuf::from(keep).join(format!("{name}.pdf")), &printed.pdf).unwrap();
        }
        Self { printed, path, _folder: folder }
    }

    fn poppler(&self, program: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(program);
        command.args(arguments.iter().filter(|argument| **argument != "-")).arg(&self.path);
        if arguments.contains(&"-") {
            command.arg("-");
        }
        let output = command.output().unwrap_or_else(|error| panic!("{program} (poppler-utils): {error}"));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The text of all pages without white space: lines are broken where the columns end.
    pub(crate) fn text(&self) -> String {
        squeezed(&self.poppler("pdftotext", &["-raw", "-"]))
    }

    /// The text of each page without white space.
    pub(crate) fn pages(&self) -> Vec<String> {
        let text = self.poppler("pdftotext", &["-raw", "-"]);
        text.trim_end_matches('\u{c}').split('\u{c}').map(squeezed).collect()
    }

    pub(crate) fn fonts(&self) -> String {
        self.poppler("pdffonts", &[])
    }

    pub(crate) fn info(&self) -> String {
        self.poppler("pdfinfo", &[])
    }

    /// No word stands on another or outside of the page's margins; gives how many words there are.
    pub(crate) fn assert_apart(&self) -> usize {
        let mut count = 0;
        let mut page: Vec<([f32; 4], String)> = Vec::new();
        let (mut width, mut height) = (0.0, 0.0);
        for line in self.poppler("pdftotext", &["-bbox", "-"]).lines() {
            let number = |name: &str| -> Option<f32> {
                let (_, rest) = line.split_once(&format!("{name}=\""))?;
                rest.split_once('"')?.0.parse().ok()
            };
            if line.trim_start().starts_with("<page ") {
                (width, height) = (number("width").unwrap(), number("height").unwrap());
                page.clear();
            }
            if !line.trim_start().starts_with("<word ") {
                continue;
            }
            let [left, top, right, bottom] =
                ["xMin", "yMin", "xMax", "yMax"].map(|name| number(name).unwrap());
            let text = line.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned();
            // The right half of a closing mark is empty, and may be taken.
            let right = if text.ends_with(['）', '，', '。', '；', '：', '、', '》']) {
                right - 5.0
            } else {
                right
            };
            assert!(
                left > 70.0 && right < width - 70.0 && top > 50.0 && bottom < height - 40.0,
                "{text} in the margin"
            );
            for ([other_left, other_top, other_right, other_bottom], other) in &page {
                // Boxes are those of the font, higher than the ink.
                let across = right.min(*other_right) - left.max(*other_left);
                let down = bottom.min(*other_bottom) - top.max(*other_top);
                assert!(across < 1.0 || down < 4.5, "“{text}” stands on “{other}”");
            }
            page.push(([left, top, right, bottom], text));
            count += 1;
        }
        count
    }

    pub(crate) fn assert_has(&self, wanted: &str) {
        let text = self.text();
        assert!(text.contains(&squeezed(wanted)), "“{wanted}” is not in:\n{text}");
    }
}

pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}
