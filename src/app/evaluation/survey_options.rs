//! The questionnaire that an indicator is scored by.

use crate::template::{Alternatives, AnswerOption, Award, Indicator, Measure};

/// The options of the survey of an indicator; `prefix` is `<alternative>/` where it stands in one.
pub(crate) fn survey_options<'t>(indicator: &'t Indicator, prefix: &str) -> Option<&'t [AnswerOption]> {
    let mut award = &indicator.rule.award;
    for id in prefix.split('/').filter(|id| !id.is_empty()) {
        let Award::Alternatives(Alternatives { options, .. }) = award else { return None };
        award = &options.iter().find(|option| *option.id == *id)?.award;
    }
    match award.measure() {
        Some(Measure::Survey { options }) => Some(options),
        _ => None,
    }
}
