//! The tree: points that add up, ids, grades, rounding.

use super::{At, Checker, MOST_DECIMALS};
use crate::number::plain;
use crate::template::{Id, Node, Template};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

impl Checker {
    pub(super) fn template(&mut self, template: &Template) {
        let mut met = HashSet::new();
        let at = self.meet(&template.id, &mut met);
        self.sum("problem-total", &at, template.points, template.nodes.iter().map(Node::points));
        self.grades(&at, template);
        let rounding = &template.rounding;
        for decimals in [rounding.item_decimals, rounding.total_decimals] {
            if decimals > MOST_DECIMALS {
                let message = Message::new("problem-decimals").with("decimals", decimals);
                return self.error(&at, message.with("most", MOST_DECIMALS));
            }
        }
        self.step(&at, rounding.step);
        self.decimals(&at, template.points, rounding.total_decimals);
        if template.nodes.is_empty() {
            self.error(&at, Message::new("problem-empty"));
        }
        self.nodes(&template.nodes, &mut met);
    }

    fn grades(&mut self, at: &At, template: &Template) {
        for pair in template.grades.windows(2) {
            let [better, worse] = pair else { continue };
            if worse.from >= better.from {
                let message = Message::new("problem-grade-order").with("better", &better.name);
                self.error(at, message.with("worse", &worse.name));
            }
        }
        if let Some(last) = template.grades.last()
            && last.from > Decimal::ZERO
        {
            let message = Message::new("problem-grade-gap").with("grade", &last.name);
            self.error(at, message.with("from", plain(last.from)));
        }
    }

    fn nodes(&mut self, nodes: &[Node], met: &mut HashSet<Id>) {
        let mut previous: Option<&Node> = None;
        for node in nodes {
            self.path.push(node.name().clone());
            let at = self.meet(node.id(), met);
            self.points(&at, node.points());
            if previous.is_some_and(|other| other.name() == node.name() && other.points() == node.points()) {
                self.warning(&at, Message::new("problem-repeated").with("name", node.name()));
            }
            match node {
                Node::Group(group) => {
                    if group.children.is_empty() {
                        self.error(&at, Message::new("problem-empty"));
                    }
                    self.sum("problem-sum", &at, group.points, group.children.iter().map(Node::points));
                    self.nodes(&group.children, met);
                }
                Node::Indicator(indicator) => self.rule(&at, indicator.points, &indicator.rule),
            }
            previous = Some(node);
            self.path.pop();
        }
    }

    pub(super) fn sum(
        &mut self,
        key: &'static str,
        at: &At,
        stated: Decimal,
        parts: impl Iterator<Item = Decimal>,
    ) {
        let parts: Vec<Decimal> = parts.collect();
        let Some(sum) = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part)) else {
            return self.error(at, Message::new("problem-overflow"));
        };
        if !parts.is_empty() && sum != stated {
            let terms = parts.iter().map(|part| plain(*part)).collect::<Vec<_>>().join("+");
            let message = Message::new(key).with("stated", plain(stated)).with("sum", plain(sum));
            self.error(at, message.with("terms", terms));
        }
    }
}
