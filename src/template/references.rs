//! Which indicators take numbers from others (取自另一指标), and in which order they can be scored.

use super::id::Id;
use super::node::Indicator;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// The most steps from an indicator by what it takes from: each looks into the one before.
pub const LONGEST_CHAIN: usize = 32;

/// Indicators that take numbers from others, by position, worked out once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct References {
    /// In the order in which they can be scored, each with those that it takes from; at the end the circular ones.
    in_order: Vec<(usize, Vec<usize>)>,
    /// Those that wait for each other, that take from too far, or wait for such: there is no number to take from them.
    circular: BTreeMap<usize, Vec<usize>>,
    /// Those whose chain is longer than [`LONGEST_CHAIN`].
    too_far: BTreeSet<usize>,
}

impl References {
    /// `indicators` in the order of the sheet; what `position` does not find is left out.
    pub(super) fn of<'i>(
        indicators: impl Iterator<Item = &'i Indicator>,
        position: impl Fn(&Id) -> Option<usize>,
    ) -> Self {
        let mut waiting: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, indicator) in indicators.enumerate() {
            let mut others = indicator.rule.others().peekable();
            if others.peek().is_some() {
                waiting.insert(at, others.filter_map(|other| position(&other.indicator)).collect());
            }
        }
        let mut takers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut open: BTreeMap<usize, usize> = BTreeMap::new();
        for (&at, others) in &waiting {
            let unscored = others.iter().filter(|other| waiting.contains_key(other));
            open.insert(at, unscored.clone().count());
            unscored.for_each(|other| takers.entry(*other).or_default().push(at));
        }
        let mut ready: BTreeSet<usize> =
            open.iter().filter(|(_, open)| **open == 0).map(|(at, _)| *at).collect();
        let (mut in_order, mut too_far) = (Vec::new(), BTreeSet::new());
        let mut steps: BTreeMap<usize, usize> = BTreeMap::new();
        while let Some(at) = ready.pop_first() {
            let before = waiting.get(&at).into_iter().flatten().filter_map(|other| steps.get(other)).max();
            let own = before.map_or(1, |before| before + 1);
            if own > LONGEST_CHAIN {
                // What waits for it waits for ever.
                too_far.insert(at);
                continue;
            }
            steps.insert(at, own);
            in_order.push((at, waiting.remove(&at).unwrap_or_default()));
            for taker in takers.remove(&at).unwrap_or_default() {
                let left = open.entry(taker).or_default();
                *left = left.saturating_sub(1);
                if *left == 0 {
                    ready.insert(taker);
                }
            }
        }
        in_order.extend(waiting.iter().map(|(at, others)| (*at, others.clone())));
        Self { in_order, circular: waiting, too_far }
    }

    /// Positions of the indicators that take from others, each with the positions that it takes from: whatever it takes
    /// from stands before it, takes from none, or [is circular](Self::is_circular).
    pub fn in_order(&self) -> &[(usize, Vec<usize>)] {
        &self.in_order
    }

    /// Its chain is longer than [`LONGEST_CHAIN`].
    pub fn is_too_far(&self, position: usize) -> bool {
        self.too_far.contains(&position)
    }

    /// It waits for itself by way of others, takes from too far, or waits for such.
    pub fn is_circular(&self, position: usize) -> bool {
        self.circular.contains_key(&position)
    }

    /// The shortest way from the indicator at `position` by what it takes from back to itself, `position` first and
    /// last; `None` where there is none.
    pub fn circle(&self, position: usize) -> Option<Vec<usize>> {
        let mut came_from: BTreeMap<usize, usize> = BTreeMap::new();
        let mut reached = vec![position];
        while !reached.is_empty() {
            let mut next = Vec::new();
            for at in reached {
                for &other in self.circular.get(&at).into_iter().flatten() {
                    if other == position {
                        let back = std::iter::successors(Some(at), |at| came_from.get(at).copied());
                        let mut way: Vec<usize> = back.collect();
                        way.reverse();
                        way.push(position);
                        return Some(way);
                    }
                    if let Entry::Vacant(unseen) = came_from.entry(other) {
                        unseen.insert(at);
                        next.push(other);
                    }
                }
            }
            reached = next;
        }
        None
    }
}
