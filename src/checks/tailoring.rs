//! Points and weights that the evaluation sets for itself still add up (C64, C71).

use super::finding::{CheckId, Finding, Place, Severity};
use crate::number::{percent, plain};
use crate::template::{Summed, Template};
use crate::text::Message;
use rust_decimal::Decimal;

/// Nothing for a template that leaves nothing to set: it was checked when it was read.
pub(super) fn findings(template: &Template) -> Vec<Finding> {
    let sums = if template.is_tailorable() { template.sums() } else { Vec::new() };
    let wrong = sums.into_iter().filter(|sum| !sum.adds_up());
    let finding = wrong.map(|sum| {
        let (id, key, figure): (_, _, fn(Decimal) -> String) = match sum.of {
            Summed::Points => (CheckId::C64, "check-points-sum", plain),
            Summed::Weights => (CheckId::C71, "check-weights-sum", percent),
        };
        let message = Message::new(key).with("name", &sum.name);
        let message = message.with("stated", figure(sum.stated)).with("sum", figure(sum.sum));
        Finding::new(id, Severity::Error, Place::Tailoring, message)
    });
    finding.collect()
}
