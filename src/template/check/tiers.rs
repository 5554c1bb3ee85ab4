//! Options of which exactly one holds: tiers that fall from full marks, ranges that do not overlap, bands of shares.

use super::bands::worth;
use super::{Checker, Subject};
use crate::number::plain;
use crate::template::{Choice, Id, Points};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

/// The least and the most of an option.
type Span = (Decimal, Decimal);

impl Checker {
    pub(super) fn options(&mut self, options: &[Choice], subject: &Subject<'_>, met: &mut HashSet<Id>) {
        self.each("options", options, |checker, option| {
            // It is the value of an input, not a key: it may be called like one.
            checker.meet(&option.id, met);
            checker.named(&option.label);
            if !matches!(option.points, Points::Share { .. }) {
                checker.worth(&option.points, subject);
            }
        });
        let shares = options.iter().filter(|option| matches!(option.points, Points::Share { .. })).count();
        if options.len() < 2 {
            self.error(Message::new("problem-few-options"));
        } else if shares == options.len() {
            self.shares(options);
        } else if shares > 0 {
            self.error(Message::new("problem-mixed-options"));
        } else {
            self.tiers(options, subject);
        }
    }

    /// Tiers fall from full marks, each below the one before it.
    fn tiers(&mut self, options: &[Choice], subject: &Subject<'_>) {
        let spans: Vec<Span> = options.iter().map(|option| worth(&option.points, subject.points)).collect();
        if spans.iter().any(|(least, most)| least > most) {
            return;
        }
        let mut falling = true;
        for (number, pair) in spans.windows(2).enumerate() {
            let [(least, most), next] = pair else { continue };
            let both_fixed = least == most && next.0 == next.1;
            if next.1 < *least {
                // 8–12 and 15–20: 12.5 is neither. Fixed points are meant to leave others out.
                let is_hole = least != most && next.0 != next.1 && least.saturating_sub(next.1) > self.step;
                if is_hole {
                    let message = Message::new("problem-range-hole").with("from", plain(next.1));
                    let message = message.with("to", plain(*least));
                    self.item("options", number + 1, |checker| checker.warning(message));
                }
                continue;
            }
            if next.1 == *least && !both_fixed {
                let message = Message::new("problem-common-edge").with("edge", plain(*least));
                self.item("options", number + 1, |checker| checker.warning(message));
            } else if both_fixed || next.0 >= *most {
                falling = false;
            } else {
                let (from, to) = (next.0.max(*least), next.1.min(*most));
                let message = Message::new("problem-ranges-overlap").with("from", plain(from));
                self.item("options", number + 1, |checker| checker.error(message.with("to", plain(to))));
            }
        }
        if !falling {
            let tiers: Vec<String> = spans.iter().map(|span| span_text(*span)).collect();
            self.warning(Message::new("problem-tier-order").with("tiers", tiers.join("/")));
        }
        if let Some(most) = spans.iter().map(|span| span.1).max() {
            self.reaches(most, subject);
        }
        if let Some(least) = spans.iter().map(|span| span.0).min() {
            self.falls_to_zero(least);
        }
    }

    /// Bands of shares cover 0 to 1 once, from the best down.
    fn shares(&mut self, options: &[Choice]) {
        let mut upper = Decimal::ONE;
        for (number, option) in options.iter().enumerate() {
            let Points::Share { from, to } = option.points else {
                continue;
            };
            let with = |message: Message| {
                let message = message.with("band", &option.label).with("from", plain(from));
                message.with("to", plain(to)).with("upper", plain(upper))
            };
            self.item("options", number, |checker| {
                checker.ids.push((checker.spot.len(), option.id.clone()));
                if from >= to {
                    checker.error(with(Message::new("problem-band-empty")));
                } else if to < upper {
                    checker.error(with(Message::new("problem-band-gap")));
                } else if to > upper {
                    checker.error(with(Message::new("problem-band-overlap")));
                }
                if from < Decimal::ZERO {
                    checker.error(with(Message::new("problem-band-below-zero")));
                }
            });
            upper = from;
        }
        if upper > Decimal::ZERO {
            self.error(Message::new("problem-band-bottom").with("from", plain(upper)));
        }
    }
}

fn span_text((least, most): Span) -> String {
    if least == most { plain(least) } else { format!("{}–{}", plain(least), plain(most)) }
}
