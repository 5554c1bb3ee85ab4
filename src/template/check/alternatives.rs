//! Awards of which one is chosen, or several.

use super::{Checker, Subject, terms};
use crate::number::plain;
use crate::template::{Alternative, Alternatives, Id};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

impl Checker {
    pub(super) fn alternatives(
        &mut self,
        Alternatives { options, several }: &Alternatives,
        subject: &Subject<'_>,
        met: &mut HashSet<Id>,
    ) {
        if options.len() < 2 {
            self.error(Message::new("problem-few-options"));
        }
        self.each("options", options, |checker, option| {
            checker.path.push(option.label.clone());
            // Where one is chosen, its id is the value of an input and no key.
            match *several {
                true => checker.meet_key(&option.id, met),
                false => checker.meet(&option.id, met),
            }
            checker.named(&option.label);
            checker.alternative(option, *several, subject);
            checker.path.pop();
        });
        let points: Vec<Decimal> = options.iter().filter_map(|option| option.points).collect();
        if *several && points.len() == options.len() && !Self::can_add_up(&points, subject.points) {
            let message = Message::new("problem-alternatives-sum").with("points", plain(subject.points));
            self.error(message.with("terms", terms(&points)));
        }
    }

    fn alternative(&mut self, option: &Alternative, several: bool, subject: &Subject<'_>) {
        match (several, option.points) {
            (true, None) => self.error(Message::new("problem-alternative-no-points")),
            (true, Some(points)) => {
                self.positive("points", points);
                self.points(points.max(Decimal::ZERO));
            }
            (false, Some(_)) => self.warning(Message::new("problem-alternative-points")),
            (false, None) => {}
        }
        let own = match option.points.filter(|_| several) {
            Some(points) => Subject { points, ceiling: None, ..*subject },
            None => *subject,
        };
        // Inputs of this award are keyed below the option, so its ids need only differ from each other.
        self.field("award", |checker| checker.award(&option.award, &own, &mut HashSet::new()));
    }
}
