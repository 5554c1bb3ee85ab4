//! What only the whole table tells: points that a group shares among its indicators, and groups of which nothing is left.

use super::Reader;
use super::draft::Kind;
use crate::import::report::Fate;
use crate::number::{plain, round};
use crate::text::Message;
use rust_decimal::Decimal;

impl Reader<'_> {
    pub(super) fn settle(&mut self) {
        for group in 0..self.table.drafts.len() {
            self.share(group);
        }
        for place in 0..self.table.drafts.len() {
            self.refuse_without_points(place);
        }
    }

    fn children(&self, group: usize) -> Vec<usize> {
        let drafts = self.table.drafts.iter().enumerate();
        let own =
            drafts.filter(|(_, draft)| draft.parent == Some(group) && !matches!(draft.kind, Kind::Refused));
        own.map(|(place, _)| place).collect()
    }

    /// A group with points, or a weight, whose indicators state none: they are worth the same.
    fn share(&mut self, group: usize) {
        let children = self.children(group);
        let Some(draft) = self.table.drafts.get(group).filter(|draft| draft.is_group()) else { return };
        let points = draft.points.or_else(|| draft.weight.map(|_| Decimal::ONE_HUNDRED));
        let lacks = |place: &usize| {
            self.table
                .drafts
                .get(*place)
                .is_some_and(|draft| draft.words().is_some() && draft.points.is_none())
        };
        let (Some(points), true) = (points, !children.is_empty() && children.iter().all(lacks)) else {
            return;
        };
        let name = draft.name.clone();
        if let Some(draft) = self.table.drafts.get_mut(group) {
            draft.points = Some(points);
        }
        let each =
            points.checked_div(Decimal::from(children.len())).map(|each| round(each, 2)).unwrap_or_default();
        let mut rest = points;
        for (number, child) in children.iter().enumerate() {
            let own = if number + 1 == children.len() { rest } else { each };
            rest = rest.saturating_sub(own);
            let Some(draft) = self.table.drafts.get_mut(*child) else { continue };
            draft.points = Some(own);
            let row = draft.row;
            self.say(row, Message::new("import-row-shares").with("name", &name).with("points", plain(own)));
        }
    }

    /// An indicator that hoped for the points of its group in vain.
    fn refuse_without_points(&mut self, place: usize) {
        let Some(draft) = self.table.drafts.get(place) else { return };
        let Some(words) = draft.words() else { return };
        let compares =
            !words.target.is_empty() && self.table.drafts.iter().all(|draft| draft.points.is_none());
        if draft.points.is_some() || compares {
            return;
        }
        let (row, name) = (draft.row, draft.name.clone());
        let message = Message::new("import-row-no-points").with("name", name);
        if let Some(entry) = self.table.report.rows.iter_mut().find(|entry| entry.number == row) {
            entry.fate = Fate::Refused(message);
        }
        if let Some(draft) = self.table.drafts.get_mut(place) {
            draft.kind = Kind::Refused;
        }
    }

    /// Adds to what became of a row.
    fn say(&mut self, row: usize, message: Message) {
        let entry = self.table.report.rows.iter_mut().find(|entry| entry.number == row);
        let Some(entry) = entry else { return };
        match &mut entry.fate {
            Fate::Changed(messages) => messages.push(message),
            fate => *fate = Fate::Changed(vec![message]),
        }
    }
}
