//! Writes a template in code: a group and three indicators with a rule each (a rate, parts, deductions). It is checked,
//! and printed as RON where nothing is wrong with it:
//!
//! ```text
//! cargo run --example write_template > mine.ron
//! ```

use jiping::template::{
    self, Award, Combine, Deduction, EachDeduction, EnteredRate, Group, Indicator, Measure, Node, Part,
    Parts, Rate, Rule, Template,
};
use jiping::text::{Lang, tr};
use rust_decimal::{Decimal, dec};
use std::io::{self, Write as _};
use std::process::ExitCode;

fn main() -> ExitCode {
    let (written, code) = match checked(&small(), Lang::default()) {
        Ok(ron) => (io::stdout().write_all(ron.as_bytes()), ExitCode::SUCCESS),
        Err(problems) => (io::stderr().write_all(problems.as_bytes()), ExitCode::from(2)),
    };
    if written.is_ok() { code } else { ExitCode::from(2) }
}

/// Of 100 points, graded 优, 良, 中, 差 as [`Template::blank`] has it.
pub(crate) fn small() -> Template {
    // 40 × 实际值 ÷ 目标值, at most 40.
    let rate = Rule::of(Award::Rate(Rate::blank(Measure::Entered(EnteredRate::blank()))));
    // 15 for each of two points that is met.
    let part = |id: &str, label: &str| Part { id: id.into(), label: label.into(), points: dec!(15) };
    let parts = vec![part("rules", "制度健全"), part("records", "记录完整")];
    let parts = Rule::of(Award::Parts(Parts::of(parts)));
    // 30, less 2 for each fault, down to 0.
    let faults =
        EachDeduction { points: dec!(2), ..EachDeduction::blank("faults".into(), "设备故障".into()) };
    let deductions = vec![Deduction::Each(faults)];
    let deductions = Rule { deductions, floor: Some(Decimal::ZERO), ..Rule::of(Award::Full) };

    let group = Group {
        id: "operation".into(),
        name: "运行维护".into(),
        points: dec!(100),
        weight: None,
        combine: Combine::Sum,
        cap: None,
        floor: None,
        open: None,
        children: vec![
            indicator("completion", "任务完成率", dec!(40), rate),
            indicator("management", "管理制度", dec!(30), parts),
            indicator("condition", "设备完好", dec!(30), deductions),
        ],
    };
    let mut template = Template::blank("运维考核表");
    template.id = "small-example".into();
    template.nodes = vec![Node::Group(group)];
    // The look-ups follow the tree.
    template.outlined()
}

fn indicator(id: &str, name: &str, points: Decimal, rule: Rule) -> Node {
    Node::Indicator(Indicator {
        id: id.into(),
        name: name.into(),
        points,
        weight: None,
        criterion: "".into(),
        standard: "".into(),
        unit: "".into(),
        rule,
        evidence_expected: false,
        always_applies: false,
    })
}

/// The template as RON; or a line for each problem: where it is, what is wrong, how to mend it.
pub(crate) fn checked(template: &Template, lang: Lang) -> Result<String, String> {
    let problems = template::check(template);
    if problems.is_empty() {
        return template::write(template).map_err(|error| format!("{error}\n"));
    }
    let line = |problem: &template::Problem| {
        let severity = tr(lang, if problem.is_error() { "cli-error" } else { "cli-warning" });
        format!("{severity}{}  {}\n", problem.path, problem.message.full(lang))
    };
    Err(problems.iter().map(line).collect())
}
