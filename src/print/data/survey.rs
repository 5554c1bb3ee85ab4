//! 问卷: what a survey came to, option by option.

use crate::number::{percent, plain};
use crate::print::PrintJob;
use crate::scoring::{Derivation, Source};
use crate::template::Label;
use rust_decimal::Decimal;

/// A survey as it is printed; all numbers are text.
pub(in crate::print) struct SurveyData {
    /// The path of the indicator.
    pub(in crate::print) item: String,
    pub(in crate::print) options: Vec<OptionData>,
    /// 有效问卷, all options together, with its share, and Σ of answers by weight.
    pub(in crate::print) all: OptionData,
    /// How the rate comes about.
    pub(in crate::print) rate: String,
}

/// An answer of a survey.
pub(in crate::print) struct OptionData {
    pub(in crate::print) label: String,
    pub(in crate::print) answers: String,
    pub(in crate::print) share: String,
    pub(in crate::print) weight: String,
    /// Answers by weight.
    pub(in crate::print) weighed: String,
}

/// The surveys that were counted, in the order of the sheet.
pub(in crate::print) fn surveys(job: &PrintJob<'_>) -> Vec<SurveyData> {
    let items = job.template.indicators().zip(&job.card.items);
    let counted = items.filter_map(|(indicator, item)| match source_of(&item.derivation)? {
        Source::Survey { answers, counts, highest } => {
            Some(survey(job.template.path_of(&indicator.id), *answers, counts, *highest))
        }
        _ => None,
    });
    counted.collect()
}

/// Where the number comes from that the rule of an indicator worked with.
pub(super) fn source_of(derivation: &Derivation) -> Option<&Source> {
    match derivation {
        Derivation::Rate { source, .. }
        | Derivation::InBand { source, .. }
        | Derivation::Steps { source, .. }
        | Derivation::Curve { source, .. }
        | Derivation::PerUnit { source, .. }
        | Derivation::Value { source, .. } => Some(source),
        Derivation::Less { from, .. } => source_of(from),
        Derivation::Overridden { rule, .. } | Derivation::Vetoed { rule, .. } => source_of(rule),
        _ => None,
    }
}

fn survey(
    item: String,
    answers: Decimal,
    counts: &[(Label, Decimal, Decimal)],
    highest: Decimal,
) -> SurveyData {
    let rate =
        |part: Decimal, whole: Decimal| part.checked_div(whole).map_or_else(|| "—".to_owned(), percent);
    let product = |a: Decimal, b: Decimal| a.checked_mul(b).unwrap_or_default();
    let sum = counts
        .iter()
        .fold(Decimal::ZERO, |sum, (_, count, weight)| sum.saturating_add(product(*count, *weight)));
    let option = |(label, count, weight): &(Label, Decimal, Decimal)| OptionData {
        label: label.to_string(),
        answers: plain(*count),
        share: rate(*count, answers),
        weight: plain(*weight),
        weighed: plain(product(*count, *weight)),
    };
    let of = rate(sum, product(answers, highest));
    SurveyData {
        item,
        options: counts.iter().map(option).collect(),
        all: OptionData {
            label: "有效问卷合计".to_owned(),
            answers: plain(answers),
            share: rate(answers, answers),
            weight: String::new(),
            weighed: plain(sum),
        },
        rate: format!("{} ÷（{} × {}）= {of}", plain(sum), plain(answers), plain(highest)),
    }
}
