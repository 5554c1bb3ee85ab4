//! The tree: ids, points, grades, rounding, bounds of groups.

use super::{Checker, MOST_DECIMALS, Subject};
use crate::number::plain;
use crate::template::{Group, Indicator, Node, Template, TotalCap};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

impl Checker {
    pub(super) fn template(&mut self, template: &Template) {
        let mut met = HashSet::new();
        self.meet(&template.id, &mut met);
        self.grades(template);
        let rounding = &template.rounding;
        let kept = [Some(rounding.item_decimals), Some(rounding.total_decimals), rounding.group_decimals];
        kept.into_iter().flatten().for_each(|decimals| self.rounding(decimals));
        self.step(rounding.step);
        if template.points < Decimal::ZERO {
            self.error(Message::new("problem-negative").with("points", plain(template.points)));
        }
        self.decimals(template.points, rounding.total_decimals.min(MOST_DECIMALS));
        if let TotalCap::At(cap) = template.cap {
            self.positive("cap", cap);
        }
        if let Some((from, to)) = template.years.from.zip(template.years.to).filter(|(from, to)| from > to) {
            self.error(Message::new("problem-reversed").with("from", from).with("to", to));
        }
        if template.nodes.is_empty() {
            self.error(Message::new("problem-empty"));
        }
        self.combine(template.points, &template.combine, &template.nodes, None);
        self.nodes("nodes", &template.nodes, &mut met);
    }

    fn grades(&mut self, template: &Template) {
        for (number, pair) in template.grades.windows(2).enumerate() {
            let [better, worse] = pair else { continue };
            if worse.from >= better.from {
                let message = Message::new("problem-grade-order").with("better", &better.name);
                self.item("grades", number + 1, |grade| grade.error(message.with("worse", &worse.name)));
            }
        }
        let mut names = HashSet::new();
        self.each("grades", &template.grades, |checker, grade| {
            if !names.insert(grade.name.clone()) {
                checker.error(Message::new("problem-grade-twice").with("grade", &grade.name));
            }
        });
        if let Some(last) = template.grades.last()
            && last.from > Decimal::ZERO
        {
            let message = Message::new("problem-grade-gap").with("grade", &last.name);
            let message = message.with("from", plain(last.from));
            self.item("grades", template.grades.len() - 1, |grade| grade.error(message));
        }
        let highest = match template.cap {
            TotalCap::FullMarks => template.points,
            TotalCap::At(cap) => cap,
            TotalCap::Unlimited => return,
        };
        self.each("grades", &template.grades, |checker, grade| {
            if grade.from > highest {
                let message = Message::new("problem-grade-unreachable").with("grade", &grade.name);
                checker.warning(message.with("from", plain(grade.from)).with("highest", plain(highest)));
            }
        });
    }

    fn nodes(&mut self, list: &'static str, nodes: &[Node], met: &mut HashSet<crate::template::Id>) {
        let mut previous: Option<&Node> = None;
        for (number, node) in nodes.iter().enumerate() {
            self.path.push(node.name().clone());
            self.nodes.push(node.id().clone());
            self.item(list, number, |checker| {
                checker.meet(node.id(), met);
                checker.named(node.name());
                checker.points(node.points());
                if previous
                    .is_some_and(|other| other.name() == node.name() && other.points() == node.points())
                {
                    checker.warning(Message::new("problem-repeated").with("name", node.name()));
                }
                match node {
                    Node::Group(group) => {
                        checker.group(group);
                        checker.nodes("children", &group.children, met);
                    }
                    Node::Indicator(indicator) => checker.indicator(indicator),
                }
            });
            previous = Some(node);
            self.nodes.pop();
            self.path.pop();
        }
    }

    fn group(&mut self, group: &Group) {
        if group.children.is_empty() && group.open.is_none() {
            self.error(Message::new("problem-empty"));
        }
        self.combine(group.points, &group.combine, &group.children, group.open.as_ref());
        if let Some((floor, cap)) = group.floor.zip(group.cap).filter(|(floor, cap)| floor > cap) {
            let message = Message::new("problem-group-bounds").with("floor", plain(floor));
            self.error(message.with("cap", plain(cap)));
        } else if let Some(cap) = group.cap.filter(|cap| *cap < group.points) {
            let message = Message::new("problem-cap-low").with("cap", plain(cap));
            self.warning(message.with("points", plain(group.points)));
        }
        for bound in [group.floor, group.cap].into_iter().flatten() {
            self.signed_points(bound);
        }
        if let Some(open) = &group.open {
            self.field("open", |checker| checker.patterns(open));
        }
    }

    fn indicator(&mut self, indicator: &Indicator) {
        let rule = &indicator.rule;
        let subject = Subject { rule, points: indicator.points, ceiling: rule.ceiling };
        self.words(indicator);
        self.field("rule", |checker| checker.rule(&subject));
    }
}
