//! Awards: parts that add up, tiers that fall, bands that cover everything once.

use super::{At, Checker};
use crate::number::plain;
use crate::template::{Award, Choice, Id, Points, Rule};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

impl Checker {
    pub(super) fn rule(&mut self, at: &At, points: Decimal, rule: &Rule) {
        let mut parts = HashSet::new();
        match &rule.award {
            Award::Full if rule.deductions.is_empty() => {
                self.error(at, Message::new("problem-no-deductions"))
            }
            Award::Full => {}
            Award::Parts { parts: list, .. } => {
                for part in list {
                    let at = self.meet(&part.id, &mut parts);
                    self.points(&at, part.points);
                }
                if list.is_empty() {
                    self.error(at, Message::new("problem-no-parts"));
                }
                self.sum("problem-parts", at, points, list.iter().map(|part| part.points));
            }
            Award::OneOf { options } => self.options(at, points, options, &mut parts),
            Award::Rate { cut_off, .. } => {
                if cut_off.is_some_and(|share| share < Decimal::ZERO || share > Decimal::ONE) {
                    self.error(at, Message::new("problem-cut-off"));
                }
            }
            Award::Free { step } => self.step(at, *step),
            _ => {}
        }
        self.deductions(at, points, rule, &mut parts);
    }

    fn options(&mut self, at: &At, points: Decimal, options: &[Choice], met: &mut HashSet<Id>) {
        let places: Vec<At> = options.iter().map(|option| self.meet(&option.id, met)).collect();
        let fixed: Vec<Decimal> = options
            .iter()
            .filter_map(|option| match option.points {
                Points::Fixed(points) => Some(points),
                Points::Fraction(_) | Points::Range { .. } | Points::Share { .. } => None,
            })
            .collect();
        if options.len() < 2 {
            self.error(at, Message::new("problem-few-options"));
        } else if fixed.is_empty() {
            self.bands(at, &places, options);
        } else if fixed.len() == options.len() {
            for (place, tier) in places.iter().zip(&fixed) {
                self.points(place, *tier);
            }
            self.tiers(at, points, &fixed);
        } else {
            self.error(at, Message::new("problem-mixed-options"));
        }
    }

    /// Tiers fall from full marks, each below the one before it.
    fn tiers(&mut self, at: &At, points: Decimal, tiers: &[Decimal]) {
        if tiers.windows(2).any(|pair| pair[1] >= pair[0]) {
            let list = tiers.iter().map(|tier| plain(*tier)).collect::<Vec<_>>().join("/");
            self.error(at, Message::new("problem-tier-order").with("tiers", list));
        }
        let (highest, lowest) = (tiers.iter().max(), tiers.iter().min());
        if highest != Some(&points) {
            let highest = highest.map(|tier| plain(*tier)).unwrap_or_default();
            self.error(
                at,
                Message::new("problem-tier-top").with("highest", highest).with("points", plain(points)),
            );
        }
        if let Some(lowest) = lowest.filter(|lowest| **lowest > Decimal::ZERO) {
            self.warning(at, Message::new("problem-no-zero-tier").with("lowest", plain(*lowest)));
        }
    }

    /// Bands cover 0 to 1 once, from the best down.
    fn bands(&mut self, at: &At, places: &[At], options: &[Choice]) {
        let mut upper = Decimal::ONE;
        for (place, option) in places.iter().zip(options) {
            let Points::Share { from, to } = option.points else {
                continue;
            };
            let message = |key| {
                Message::new(key)
                    .with("band", &option.label)
                    .with("from", plain(from))
                    .with("to", plain(to))
                    .with("upper", plain(upper))
            };
            if from >= to {
                self.error(place, message("problem-band-empty"));
            } else if to < upper {
                self.error(place, message("problem-band-gap"));
            } else if to > upper {
                self.error(place, message("problem-band-overlap"));
            }
            if from < Decimal::ZERO {
                self.error(place, message("problem-band-below-zero"));
            }
            upper = from;
        }
        if upper > Decimal::ZERO {
            self.error(at, Message::new("problem-band-bottom").with("from", plain(upper)));
        }
    }
}
