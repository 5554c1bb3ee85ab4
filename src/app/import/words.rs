//! Roles of columns and rules, in words.

use crate::app::import::state::Cx;
use crate::import::{Imported, Mapping, Reading, Role};
use crate::number::plain;
use crate::template::{
    Award, Band, Bands, Counting, Deduction, Direction, EachDeduction, Edge, EnteredRate, FundsRate, Measure,
    MeasuredNumber, Parts, PartsNeeded, Points, RangeDeduction, Rate, Rule, Side, Step, Steps,
};
use crate::text::Message;
use rust_decimal::Decimal;

pub(crate) fn role(cx: &Cx<'_>, role: Role) -> String {
    cx.text(&role.name(cx.lang()))
}

/// Rows by what became of them, and rules by whether they were read.
pub(crate) fn summary(cx: &Cx<'_>, imported: &Imported) -> String {
    let counts = imported.rows.counts();
    let items = imported.readings.len();
    let message = Message::new("import-summary")
        .with("items", items)
        .with("points", plain(imported.template.points))
        .with("read", items - imported.by_hand())
        .with("manual", imported.by_hand())
        .with("rows", imported.rows.rows.len())
        .with("taken", counts.taken)
        .with("changed", counts.changed)
        .with("refused", counts.refused);
    cx.text(&message)
}

/// The form of the rule that was chosen.
pub(crate) fn form(cx: &Cx<'_>, reading: &Reading) -> String {
    cx.t(reading.proposal().map_or("import-form-by-hand", |proposal| proposal.form.key()))
}

/// What a rule says, line by line; `points` are those of the indicator.
pub(crate) fn rule(cx: &Cx<'_>, rule: &Rule, points: Decimal) -> Vec<String> {
    let mut lines = award(cx, &rule.award, points);
    lines.extend(rule.deductions.iter().map(|found| deduction(cx, found)));
    lines
}

fn award(cx: &Cx<'_>, award: &Award, points: Decimal) -> Vec<String> {
    match award {
        Award::Full => vec![cx.text(&Message::new("import-words-full").with("points", plain(points)))],
        Award::Parts(Parts { parts, needed, .. }) => {
            let all = (*needed == PartsNeeded::All)
                .then(|| cx.text(&Message::new("import-words-all").with("points", plain(points))));
            let each = parts.iter().map(|part| match needed {
                PartsNeeded::Each => worth(cx, &part.label, &in_points(cx, part.points)),
                PartsNeeded::All => part.label.to_string(),
            });
            all.into_iter().chain(each).collect()
        }
        Award::OneOf { options } => {
            let option = |label, worth_of| worth(cx, label, &points_words(cx, worth_of));
            options.iter().map(|found| option(&found.label, &found.points)).collect()
        }
        Award::Rate(found) => rate(cx, found),
        Award::Bands(Bands { measure, bands, .. }) => {
            let (name, is_rate) = (measured(cx, measure), is_rate(measure));
            let band = |band: &Band| worth(cx, &edges(&name, band, is_rate), &points_words(cx, &band.points));
            bands.iter().map(band).collect()
        }
        Award::Steps(Steps { measure, start, steps, .. }) => {
            let name = measured(cx, measure);
            let start = plain(start.unwrap_or(points));
            let begins = cx.text(&Message::new("import-words-start").with("points", start));
            let is_rate = is_rate(measure);
            std::iter::once(begins).chain(steps.iter().map(|found| step(cx, &name, found, is_rate))).collect()
        }
        Award::Free { step } => vec![cx.text(&Message::new("import-words-free").with("step", plain(*step)))],
        Award::Target { target } => {
            let target = target.as_deref().unwrap_or_default();
            vec![cx.text(&Message::new("import-words-target").with("target", target))]
        }
        // No table makes these.
        Award::Curve(_) | Award::PerUnit(_) | Award::Value { .. } | Award::Entries => Vec::new(),
        Award::Alternatives(_) => Vec::new(),
    }
}

fn worth(cx: &Cx<'_>, label: &str, worth: &str) -> String {
    cx.text(&Message::new("import-words-worth").with("label", label).with("worth", worth))
}

fn in_points(cx: &Cx<'_>, points: Decimal) -> String {
    cx.text(&Message::new("import-words-points").with("points", plain(points)))
}

fn percent(share: Decimal) -> String {
    format!("{}%", plain(share.saturating_mul(Decimal::ONE_HUNDRED)))
}

fn points_words(cx: &Cx<'_>, points: &Points) -> String {
    let between = |from, to| Message::new("import-words-between").with("from", from).with("to", to);
    match points {
        Points::Fixed(points) => in_points(cx, *points),
        Points::Fraction(share) => {
            cx.text(&Message::new("import-words-share").with("share", percent(*share)))
        }
        Points::Range { from, to } => cx.text(&between(plain(*from), plain(*to))),
        Points::Share { from, to } => {
            let message = Message::new("import-words-share-between").with("from", percent(*from));
            cx.text(&message.with("to", percent(*to)))
        }
    }
}

fn measured(cx: &Cx<'_>, measure: &Measure) -> String {
    match measure {
        Measure::Entered(EnteredRate { rate, .. }) => rate.to_string(),
        Measure::Number(MeasuredNumber { label, .. }) => label.to_string(),
        Measure::Funds(FundsRate::Arrival) => cx.t("import-words-arrival"),
        Measure::Funds(FundsRate::Execution) => cx.t("import-words-execution"),
        Measure::Funds(FundsRate::Spending) => cx.t("import-words-spending"),
        Measure::Deviation(_) => cx.t("te-measure-deviation"),
        _ => cx.t("te-measure"),
    }
}

/// Its number is a share, which is written in per cent.
fn is_rate(measure: &Measure) -> bool {
    !matches!(measure, Measure::Number(number) if !number.is_percent())
}

fn rate(cx: &Cx<'_>, Rate { measure, direction, cut_off, .. }: &Rate) -> Vec<String> {
    let name = measured(cx, measure);
    let mut lines = vec![cx.text(&Message::new("import-words-rate").with("rate", name))];
    if let Measure::Entered(EnteredRate { target, actual, .. }) = measure {
        let key = match direction {
            Direction::Positive => "te-direction-positive",
            Direction::ReverseRatio => "te-direction-ratio",
            Direction::ReverseLinear => "te-direction-linear",
            Direction::Equal => "te-direction-equal",
            Direction::Complement => "te-direction-complement",
        };
        let of = Message::new("import-words-inputs").with("target", target).with("actual", actual);
        lines.push(cx.text(&of.with("direction", cx.t(key))));
    }
    let below = |share| cx.text(&Message::new("import-words-cut-off").with("share", percent(share)));
    lines.extend(cut_off.map(below));
    lines
}

/// `80% ≤ 完成率 < 90%`
fn edges(name: &str, band: &Band, is_rate: bool) -> String {
    let number = |edge: Edge| match edge {
        Edge::Including(at) | Edge::Excluding(at) => at,
    };
    let sign = |edge: Edge| if matches!(edge, Edge::Including(_)) { "≤" } else { "<" };
    let shown = |edge: Edge| if is_rate { percent(number(edge)) } else { plain(number(edge)) };
    let from = band.from.map(|edge| format!("{} {} ", shown(edge), sign(edge))).unwrap_or_default();
    let to = band.to.map(|edge| format!(" {} {}", sign(edge), shown(edge))).unwrap_or_default();
    format!("{from}{name}{to}")
}

fn step(cx: &Cx<'_>, name: &str, step: &Step, is_rate: bool) -> String {
    let number = |at: Decimal| if is_rate { percent(at) } else { plain(at) };
    let message = match (step.side, step.gives) {
        (Side::Below, false) => Message::new("import-words-step-below"),
        (Side::Above, false) => Message::new("import-words-step-above"),
        (Side::Both, false) => Message::new("import-words-step-both"),
        (_, true) => Message::new("import-words-step-gives"),
    };
    let counting = match step.counting {
        Counting::Whole => "import-words-whole",
        Counting::Begun => "import-words-begun",
        Counting::Proportional => "import-words-proportional",
    };
    let message = message.with("name", name).with("at", number(step.at)).with("unit", number(step.unit));
    cx.text(&message.with("points", plain(step.points)).with("counting", cx.t(counting)))
}

fn deduction(cx: &Cx<'_>, deduction: &Deduction) -> String {
    let words = match deduction {
        Deduction::Between(RangeDeduction { from, to, .. }) if from == to => {
            Message::new("import-words-takes").with("points", plain(*to))
        }
        Deduction::Between(RangeDeduction { from, to, .. }) => {
            Message::new("import-words-takes").with("points", format!("{}–{}", plain(*from), plain(*to)))
        }
        Deduction::Each(EachDeduction { points, .. }) => {
            Message::new("import-words-takes-each").with("points", plain(*points))
        }
        Deduction::Ledger(_) => Message::new("import-words-ledger"),
        Deduction::Steps(steps) => return steps.label.to_string(),
    };
    worth(cx, deduction.label(), &cx.text(&words))
}

/// Rows of the grid that are headings.
pub(crate) fn is_heading(mapping: &Mapping, row: usize) -> bool {
    mapping.is_heading(row)
}

/// Cells of several lines in one.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
