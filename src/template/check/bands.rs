//! Bands: together they cover every number that the measure can yield, once (C68); what they are worth.

use super::domain::Domain;
use super::interval::{Flaw, Interval, flaws};
use super::{Checker, Severity, Subject};
use crate::number::plain;
use crate::template::{Band, Edge, Points};
use crate::text::Message;
use rust_decimal::Decimal;

/// The least and the most that an option or a band is worth.
pub(super) fn worth(points: &Points, full: Decimal) -> (Decimal, Decimal) {
    match *points {
        Points::Fixed(points) => (points, points),
        Points::Fraction(share) => (full.saturating_mul(share), full.saturating_mul(share)),
        Points::Share { from, to } => (full.saturating_mul(from), full.saturating_mul(to)),
        Points::Range { from, to } => (from, to),
    }
}

impl Checker {
    pub(super) fn bands(&mut self, bands: &[Band], domain: &Domain, subject: &Subject<'_>) {
        self.not_empty("bands", bands);
        let intervals: Vec<Interval> = bands.iter().map(Interval::of).collect();
        for (number, (band, interval)) in bands.iter().zip(&intervals).enumerate() {
            self.item("bands", number, |checker| {
                checker.worth(&band.points, subject);
                let edges = [band.from, band.to].into_iter().flatten();
                checker.thresholds(
                    domain,
                    edges.map(|edge| match edge {
                        Edge::Including(value) | Edge::Excluding(value) => value,
                    }),
                );
                if interval.is_empty() {
                    checker.error(Message::new("problem-bands-empty"));
                }
            });
        }
        for flaw in flaws(&intervals, domain.interval) {
            self.flaw(flaw, domain);
        }
        let worths = bands.iter().map(|band| worth(&band.points, subject.points));
        if let Some((least, most)) = worths.reduce(|(a, b), (c, d)| (a.min(c), b.max(d))) {
            self.reaches(most, subject);
            self.falls_to_zero(least);
        }
    }

    fn flaw(&mut self, flaw: Flaw, domain: &Domain) {
        let (at, severity, message) = match flaw {
            Flaw::Gap { missing, .. } | Flaw::Overlap { twice: missing, .. }
                if domain.whole && !missing.holds_a_whole_number() =>
            {
                return;
            }
            Flaw::Gap { at, missing } if domain.may_lack_negatives && missing.is_negative() => {
                let message = Message::new("problem-bands-negatives");
                (at, Severity::Warning, message.with("gap", missing.text(domain.share)))
            }
            Flaw::Gap { at, missing } => {
                let message = Message::new("problem-bands-gap");
                (at, Severity::Error, message.with("gap", missing.text(domain.share)))
            }
            Flaw::Overlap { at, twice } => {
                let message = Message::new("problem-bands-overlap");
                (at, Severity::Error, message.with("overlap", twice.text(domain.share)))
            }
            Flaw::Outside { at } => {
                let message = Message::new("problem-bands-outside");
                (at, Severity::Warning, message.with("domain", domain.interval.text(domain.share)))
            }
        };
        self.item("bands", at, |checker| checker.report(severity, message));
    }

    /// What an option or a band is worth, by itself.
    pub(super) fn worth(&mut self, points: &Points, subject: &Subject<'_>) {
        match *points {
            Points::Fixed(points) => self.points(points),
            Points::Fraction(share) => self.not_negative("Fraction", share),
            Points::Share { from, to } if from < Decimal::ZERO || from >= to => {
                let message = Message::new("problem-share-range").with("from", plain(from));
                return self.error(message.with("to", plain(to)));
            }
            Points::Range { from, to } if from > to => {
                let message = Message::new("problem-reversed").with("from", plain(from));
                return self.error(message.with("to", plain(to)));
            }
            Points::Share { .. } => {}
            Points::Range { from, to } => {
                [from, to].into_iter().for_each(|points| self.points(points));
                self.on_step(&[from, to]);
            }
        }
        let (_, most) = worth(points, subject.points);
        if most > subject.top() {
            let message = Message::new("problem-worth-over").with("most", plain(most));
            self.error(message.with("points", plain(subject.top())));
        }
    }
}
