//! Awards: what each form needs, and whether it can reach full marks.

use super::domain::Domain;
use super::{Checker, Subject, sum};
use crate::number::plain;
use crate::template::{Award, Bands, Direction, Id, Measure, Parts, PerUnit, Rate, Target};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

impl Checker {
    /// The rule of an indicator or of a pattern; the spot is at it.
    pub(super) fn rule(&mut self, subject: &Subject<'_>) {
        let rule = subject.rule;
        let mut met = HashSet::new();
        self.each("gates", &rule.gates, |checker, gate| {
            checker.meet_key(&gate.id, &mut met);
            checker.named(&gate.label);
        });
        self.field("award", |checker| checker.award(&rule.award, subject, &mut met));
        self.bounds(subject);
        self.deductions(subject, &mut met);
        if let Some(ledger) = &rule.ledger {
            self.field("ledger", |checker| checker.ledger(ledger, rule));
        }
        self.effects(rule, &mut met);
    }

    /// An award; M is that of `subject`, whose rule it stands in.
    pub(super) fn award(&mut self, award: &Award, subject: &Subject<'_>, met: &mut HashSet<Id>) {
        if let Some(measure) = award.measure() {
            self.measure(measure, subject, met);
        }
        match award {
            // A row that only vetoes, or only takes beyond itself, scores by its effects.
            Award::Full if subject.rule.deductions.is_empty() && subject.rule.effects.is_empty() => {
                self.error(Message::new("problem-no-deductions"));
            }
            Award::Full => {}
            Award::Parts(parts) => self.parts(parts, subject, met),
            Award::OneOf { options } => self.options(options, subject, met),
            Award::Rate(rate) => self.rate(rate, subject),
            Award::Bands(Bands { measure, bands, zero: _ }) => {
                self.bands(bands, &self.domain(measure, subject), subject);
            }
            Award::Steps(steps) => self.steps(steps, subject),
            Award::Curve(curve) => self.curve(curve, subject),
            Award::PerUnit(per_unit) => self.per_unit(per_unit, subject),
            Award::Value { measure } => self.value(&self.domain(measure, subject), subject),
            Award::Free { step } => {
                self.step(*step);
                let rest = subject.top().checked_rem(*step).unwrap_or_default();
                self.reaches(subject.top().saturating_sub(rest), subject);
            }
            Award::Entries => self.entries(subject),
            Award::Target { target } => {
                if let Some(target) = target.as_ref().filter(|target| Target::read(target).is_none()) {
                    self.warning(Message::new("problem-target-text").with("target", target));
                }
            }
            Award::Alternatives(alternatives) => self.alternatives(alternatives, subject, met),
        }
    }

    fn parts(
        &mut self,
        Parts { parts, needed: _, partial: _ }: &Parts,
        subject: &Subject<'_>,
        met: &mut HashSet<Id>,
    ) {
        self.each("parts", parts, |checker, part| {
            checker.meet_key(&part.id, met);
            checker.named(&part.label);
            checker.points(part.points);
        });
        if parts.is_empty() {
            self.error(Message::new("problem-no-parts"));
        }
        let points: Vec<Decimal> = parts.iter().map(|part| part.points).collect();
        self.adds_up(Message::new("problem-parts"), subject.full(), &points);
    }

    /// A direction turns 目标值 and 实际值 into a rate; what is a rate itself has no use for it.
    fn direction(&mut self, measure: &Measure, direction: Direction, subject: &Subject<'_>) {
        if !self.domain(measure, subject).share {
            self.warning(Message::new("problem-rate-of-number"));
        }
        let turns =
            matches!(direction, Direction::ReverseRatio | Direction::ReverseLinear | Direction::Equal);
        if turns && !self.has_both(measure) {
            self.warning(Message::new("problem-direction-unused"));
        }
    }

    fn rate(&mut self, rate: &Rate, subject: &Subject<'_>) {
        let Rate { measure, direction, cut_off, cap, zero: _ } = rate;
        self.direction(measure, *direction, subject);
        let cap = cap.unwrap_or(Decimal::ONE);
        if cap <= Decimal::ZERO {
            return self.positive("cap", cap);
        }
        if cut_off.is_some_and(|share| share < Decimal::ZERO || share > cap) {
            self.error(Message::new("problem-cut-off").with("cap", plain(cap)));
        }
        if cap > Decimal::ONE && subject.top() <= subject.points {
            let message =
                Message::new("problem-no-ceiling").with("most", plain(subject.points.saturating_mul(cap)));
            self.warning(message.with("points", plain(subject.points)));
        }
        self.reaches(subject.points.saturating_mul(cap), subject);
    }

    fn per_unit(&mut self, PerUnit { measure, points, most }: &PerUnit, subject: &Subject<'_>) {
        self.positive("points", *points);
        most.iter().for_each(|most| self.positive("most", *most));
        if self.domain(measure, subject).share {
            self.warning(Message::new("problem-units-of-share"));
        }
        if let Some(most) = most.filter(|most| *most > Decimal::ZERO) {
            self.reaches(points.saturating_mul(most.floor()), subject);
        }
    }

    fn value(&mut self, domain: &Domain, subject: &Subject<'_>) {
        if domain.share {
            return self.warning(Message::new("problem-value-of-share"));
        }
        if let Some(most) = domain.most().filter(|most| *most > Decimal::ZERO) {
            self.reaches(most, subject);
            self.is_cut(most, subject);
        }
    }

    /// What is worth more than can be earned is cut.
    pub(super) fn is_cut(&mut self, most: Decimal, subject: &Subject<'_>) {
        if most > subject.top() {
            let message = Message::new("problem-no-ceiling").with("most", plain(most));
            self.warning(message.with("points", plain(subject.top())));
        }
    }

    fn entries(&mut self, subject: &Subject<'_>) {
        self.needs_ledger(subject);
        if !subject.points.is_zero() {
            self.warning(Message::new("problem-entries-points").with("points", plain(subject.points)));
        } else if subject.top().is_zero() && subject.rule.floor.is_none_or(|floor| floor.is_zero()) {
            self.warning(Message::new("problem-entries-bounds"));
        }
    }

    fn bounds(&mut self, subject: &Subject<'_>) {
        let rule = subject.rule;
        if let Some(ceiling) = rule.ceiling {
            self.signed_points(ceiling);
            if ceiling < Decimal::ZERO {
                self.error(Message::new("problem-ceiling").with("ceiling", plain(ceiling)));
            } else {
                self.reaches(ceiling, &Subject { ceiling: None, ..*subject });
            }
        }
        if let Some(floor) = rule.floor {
            let needless = floor < Decimal::ZERO && !subject.points.is_zero();
            if needless || floor > subject.top() {
                let message = Message::new("problem-floor").with("floor", plain(floor));
                self.error(message.with("top", plain(subject.top())));
            }
            self.signed_points(floor);
        }
    }

    /// Some of the options add up to what is asked.
    pub(super) fn can_add_up(points: &[Decimal], to: Decimal) -> bool {
        let mut sums = HashSet::from([Decimal::ZERO]);
        for point in points {
            let next: Vec<Decimal> = sums.iter().filter_map(|sum| sum.checked_add(*point)).collect();
            sums.extend(next.into_iter().filter(|sum| *sum <= to));
            // Beyond any sheet: so many different sums that one of them surely fits, or nobody would ever know.
            if sums.len() > 100_000 {
                return sum(points).is_some_and(|all| all >= to);
            }
        }
        sums.contains(&to)
    }
}
