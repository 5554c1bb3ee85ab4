//! Open groups: patterns for an evaluation's own indicators, which must fit whatever points these get.

use super::{Checker, Subject};
use crate::template::{
    Alternatives, Award, Bands, Curve, Measure, OpenGroup, Panel, Points, Rule, Scale, Steps,
};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

impl Checker {
    pub(super) fn patterns(&mut self, open: &OpenGroup) {
        self.not_empty("patterns", &open.patterns);
        let mut met = HashSet::new();
        self.each("patterns", &open.patterns, |checker, pattern| {
            checker.path.push(pattern.label.clone());
            checker.meet(&pattern.id, &mut met);
            checker.named(&pattern.label);
            let rule = &pattern.rule;
            if has_fixed_points(rule) {
                checker.error(Message::new("problem-pattern-fixed"));
            } else {
                let subject = Subject { rule, points: Decimal::ONE, ceiling: None };
                checker.field("rule", |checker| checker.rule(&subject));
            }
            checker.path.pop();
        });
    }
}

/// Something in it is right for one number of points only.
fn has_fixed_points(rule: &Rule) -> bool {
    let bounds = rule.ceiling.is_some() || rule.floor.is_some_and(|floor| !floor.is_zero());
    bounds || is_fixed(&rule.award)
}

fn is_fixed(award: &Award) -> bool {
    let of_points = |points: &Points| matches!(points, Points::Fixed(_) | Points::Range { .. });
    // Nothing is nothing, whatever the points.
    let fixed = |points: &Points| of_points(points) && *points != Points::Fixed(Decimal::ZERO);
    match award {
        Award::Parts(_) | Award::Entries | Award::PerUnit(_) => true,
        Award::OneOf { options } => options.iter().any(|option| fixed(&option.points)),
        Award::Bands(Bands { bands, .. }) => bands.iter().any(|band| fixed(&band.points)),
        Award::Steps(Steps { start, .. }) => start.is_some(),
        Award::Curve(Curve { scale, .. }) => *scale == Scale::Points,
        Award::Value { measure } => !matches!(measure, Measure::Panel(Panel { most: None, .. })),
        Award::Alternatives(Alternatives { options, several }) => {
            *several || options.iter().any(|option| is_fixed(&option.award))
        }
        Award::Full | Award::Rate(_) | Award::Free { .. } | Award::Target { .. } => false,
    }
}
