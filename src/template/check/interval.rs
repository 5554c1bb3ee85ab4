//! Intervals with ends that belong to them or not, and what several of them leave out or cover twice.

use crate::number::{percent, plain};
use crate::template::{Band, Edge};
use rust_decimal::Decimal;

/// A place between numbers: right before or right after one, or beyond all of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Cut {
    Lowest,
    At(Decimal, Side),
    Highest,
}

/// Which side of its number a cut is on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Side {
    Before,
    After,
}

/// The numbers between two cuts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Interval {
    pub(super) start: Cut,
    pub(super) end: Cut,
}

impl Interval {
    /// `from` and everything above, up to and with `to`.
    pub(super) fn closed(from: Decimal, to: Option<Decimal>) -> Self {
        let end = to.map_or(Cut::Highest, |to| Cut::At(to, Side::After));
        Self { start: Cut::At(from, Side::Before), end }
    }

    pub(super) fn everything() -> Self {
        Self { start: Cut::Lowest, end: Cut::Highest }
    }

    pub(super) fn of(band: &Band) -> Self {
        let start = match band.from {
            None => Cut::Lowest,
            Some(Edge::Including(from)) => Cut::At(from, Side::Before),
            Some(Edge::Excluding(from)) => Cut::At(from, Side::After),
        };
        let end = match band.to {
            None => Cut::Highest,
            Some(Edge::Including(to)) => Cut::At(to, Side::After),
            Some(Edge::Excluding(to)) => Cut::At(to, Side::Before),
        };
        Self { start, end }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.start >= self.end
    }

    /// It ends before 0.
    pub(super) fn is_negative(&self) -> bool {
        self.end <= Cut::At(Decimal::ZERO, Side::Before)
    }

    /// There is a whole number in it.
    pub(super) fn holds_a_whole_number(&self) -> bool {
        let Cut::At(from, side) = self.start else { return true };
        let first = match side {
            Side::Before => from.ceil(),
            Side::After => from.floor().saturating_add(Decimal::ONE),
        };
        Cut::At(first, Side::Before) < self.end
    }

    /// `[60%, 80%)`, `(100, +∞)`, or the number itself where it is only one.
    pub(super) fn text(&self, share: bool) -> String {
        let number = |value: Decimal| match share && value.scale() <= 4 {
            true => percent(value).replace(".00%", "%"),
            false => plain(value),
        };
        let start = match self.start {
            Cut::At(from, _) if self.end == Cut::At(from, Side::After) => return number(from),
            Cut::At(from, Side::Before) => format!("[{}", number(from)),
            Cut::At(from, Side::After) => format!("({}", number(from)),
            Cut::Lowest | Cut::Highest => "(−∞".to_owned(),
        };
        let end = match self.end {
            Cut::At(to, Side::Before) => format!("{})", number(to)),
            Cut::At(to, Side::After) => format!("{}]", number(to)),
            Cut::Lowest | Cut::Highest => "+∞)".to_owned(),
        };
        format!("{start}, {end}")
    }
}

/// What is wrong with how intervals cover a domain. `at` is the number of the interval that it is shown at: of two
/// neighbours the one that stands later.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Flaw {
    Gap { at: usize, missing: Interval },
    Overlap { at: usize, twice: Interval },
    Outside { at: usize },
}

/// All flaws, from the lowest number up. Empty intervals are passed over.
pub(super) fn flaws(intervals: &[Interval], domain: Interval) -> Vec<Flaw> {
    let mut sorted: Vec<(usize, Interval)> =
        intervals.iter().copied().enumerate().filter(|(_, interval)| !interval.is_empty()).collect();
    sorted.sort_by_key(|(_, interval)| interval.start);
    let mut flaws = Vec::new();
    let (mut reached, mut last) = (domain.start, None::<usize>);
    for (number, interval) in sorted {
        if interval.end <= domain.start || interval.start >= domain.end {
            flaws.push(Flaw::Outside { at: number });
            continue;
        }
        let at = last.map_or(number, |last| number.max(last));
        if interval.start > reached {
            flaws.push(Flaw::Gap { at, missing: Interval { start: reached, end: interval.start } });
        } else if interval.start < reached && last.is_some() {
            let end = interval.end.min(reached);
            flaws.push(Flaw::Overlap { at, twice: Interval { start: interval.start, end } });
        }
        if last.is_none() || interval.end > reached {
            (reached, last) = (interval.end.max(reached), Some(number));
        }
    }
    let first = intervals.iter().position(|interval| !interval.is_empty());
    if let Some(at) = last.or(first)
        && reached < domain.end
    {
        flaws.push(Flaw::Gap { at, missing: Interval { start: reached, end: domain.end } });
    }
    flaws
}
