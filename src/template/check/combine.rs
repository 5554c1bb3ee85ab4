//! How the scores of children become that of their parent: sums, weights, what can be compared.

use super::domain::Domain;
use super::interval::Interval;
use super::{Checker, Subject, sum, terms};
use crate::number::plain;
use crate::template::{Award, Banded, BandedBy, Combine, EqualSplit, Node, OpenGroup, Points, Rule};
use crate::text::Message;
use rust_decimal::Decimal;

impl Checker {
    /// Of a group or, at the top level, of the template. Children of 0 points only add and take.
    pub(super) fn combine(
        &mut self,
        points: Decimal,
        combine: &Combine,
        children: &[Node],
        open: Option<&OpenGroup>,
    ) {
        let compared: Vec<&Node> = children.iter().filter(|child| !child.points().is_zero()).collect();
        let is_compared = !matches!(combine, Combine::Sum | Combine::EqualSplit(_));
        if is_compared && compared.is_empty() && !children.is_empty() && open.is_none() {
            self.error(Message::new("problem-nothing-to-combine"));
        }
        if is_compared && points.is_zero() && !matches!(combine, Combine::Banded(_)) {
            self.error(Message::new("problem-zero-parent"));
        }
        match combine {
            Combine::Sum => self.children_sum(points, children, open.is_some()),
            Combine::Weighted => self.weights(children, open.is_some()),
            Combine::EqualSplit(EqualSplit { decimals, .. }) => self.rounding(*decimals),
            Combine::Banded(Banded { by, bands }) => {
                let rule = Rule::of(Award::Full);
                let subject = Subject { rule: &rule, points, ceiling: None };
                let domain = combined(*by, &compared);
                self.field("combine", |checker| {
                    checker.bands(bands, &domain, &subject);
                    checker.each("bands", bands, |checker, band| {
                        if matches!(band.points, Points::Share { .. } | Points::Range { .. }) {
                            checker.error(Message::new("problem-banded-choice"));
                        }
                    });
                });
            }
            Combine::Mean | Combine::Scale | Combine::Highest | Combine::Lowest => {}
        }
        if !matches!(combine, Combine::Weighted) {
            self.unused_weights(children);
        }
    }

    fn children_sum(&mut self, stated: Decimal, children: &[Node], open: bool) {
        let points: Vec<Decimal> = children.iter().map(Node::points).collect();
        let message = match self.spot.is_empty() {
            true => Message::new("problem-total"),
            false => Message::new("problem-sum"),
        };
        // What an open group lacks, or one around it, the evaluation's own indicators fill.
        let open = open || children.iter().any(is_open);
        let filled_later = open && sum(&points).is_some_and(|sum| sum < stated);
        if !filled_later {
            self.adds_up(message, stated, &points);
        }
    }

    /// `values` add up to what is stated (C64).
    pub(super) fn adds_up(&mut self, message: Message, stated: Decimal, values: &[Decimal]) {
        let Some(sum) = sum(values) else {
            return self.error(Message::new("problem-overflow"));
        };
        if !values.is_empty() && sum != stated {
            let message = message.with("stated", plain(stated)).with("sum", plain(sum));
            self.error(message.with("terms", terms(values)));
        }
    }

    fn unused_weights(&mut self, children: &[Node]) {
        let list = if self.spot.is_empty() { "nodes" } else { "children" };
        for (number, child) in children.iter().enumerate().filter(|(_, child)| child.weight().is_some()) {
            let message = Message::new("problem-weight-unused").with("name", child.name());
            self.item(list, number, |checker| checker.child(child, |child| child.warning(message)));
        }
    }

    /// Σ weights = 100 % (C71).
    fn weights(&mut self, children: &[Node], open: bool) {
        let list = if self.spot.is_empty() { "nodes" } else { "children" };
        let mut whole = true;
        self.each(list, children, |checker, node| {
            let name = node.name();
            checker.child(node, |checker| match node.weight() {
                Some(weight) if weight <= Decimal::ZERO || weight > Decimal::ONE => {
                    whole = false;
                    let message = Message::new("problem-weight-range").with("name", name);
                    checker.error(message.with("weight", plain(weight)));
                }
                Some(_) if node.points().is_zero() => {
                    checker.error(Message::new("problem-weight-no-points").with("name", name));
                }
                None if !node.points().is_zero() => {
                    whole = false;
                    checker.error(Message::new("problem-no-weight").with("name", name));
                }
                _ => {}
            });
        });
        let weights: Vec<Decimal> = children.iter().filter_map(Node::weight).collect();
        if whole && !open {
            self.share_out(&weights);
        }
    }

    /// Shares that must add up to 1.
    pub(super) fn share_out(&mut self, weights: &[Decimal]) {
        self.adds_up(Message::new("problem-weights"), Decimal::ONE, weights);
    }

    /// Reports something of a child while its parent is checked.
    fn child(&mut self, child: &Node, check: impl FnOnce(&mut Self)) {
        self.path.push(child.name().clone());
        self.nodes.push(child.id().clone());
        self.ids.push((self.spot.len(), child.id().clone()));
        check(self);
        self.ids.pop();
        self.nodes.pop();
        self.path.pop();
    }
}

/// The numbers that the children can come to.
fn combined(by: BandedBy, children: &[&Node]) -> Domain {
    let points: Vec<Decimal> = children.iter().map(|child| child.points()).collect();
    let most = match by {
        BandedBy::Sum => sum(&points),
        BandedBy::Mean => points.iter().max().copied(),
        BandedBy::Rate => Some(Decimal::ONE),
    };
    let most = most.filter(|_| !children.iter().any(|child| can_exceed(child)));
    let share = matches!(by, BandedBy::Rate);
    Domain { interval: Interval::closed(Decimal::ZERO, most), share, whole: false, may_lack_negatives: false }
}

fn is_open(node: &Node) -> bool {
    matches!(node, Node::Group(group) if group.is_open())
}

/// Something below can score above its points.
fn can_exceed(node: &Node) -> bool {
    match node {
        Node::Group(group) => group.open.is_some() || group.children.iter().any(can_exceed),
        Node::Indicator(indicator) => indicator.rule.ceiling.is_some_and(|top| top > indicator.points),
    }
}
