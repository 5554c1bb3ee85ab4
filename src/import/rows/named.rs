//! Rows with a name: groups and indicators.

use super::draft::{Draft, Kind};
use super::{Reader, fate};
use crate::import::filled::FilledRow;
use crate::import::grid::Row;
use crate::import::headings::Role;
use crate::import::label::{self, Named};
use crate::import::report::Fate;
use crate::number::plain;
use crate::text::Message;
use rust_decimal::Decimal;

/// A name with the points and the weight beside it.
struct Stated<'n> {
    named: &'n Named,
    points: Option<Decimal>,
    weight: Option<Decimal>,
}

/// Rank of the names of a level; a label on a row of its own stands one above.
fn rank(level: usize) -> usize {
    level * 2 + 1
}

impl Reader<'_> {
    pub(super) fn named_row(
        &mut self,
        index: usize,
        row: &Row,
        groups: &[(usize, Named)],
        level: usize,
        last: &Named,
    ) -> Fate {
        self.continues = None;
        let mut changes = Vec::new();
        let shared = self.shared_points(index, row, level);
        for (place, (group_level, named)) in groups.iter().enumerate() {
            let is_last = place + 1 == groups.len();
            let own = self.columns().group_points(row, *group_level);
            let points = own.or_else(|| shared.filter(|_| is_last && named.points.is_none()));
            let weight = self.columns().weight(row, *group_level);
            self.group(row, rank(*group_level), &Stated { named, points, weight }, &mut changes);
        }
        self.pending_header = false;
        if let Some(rank) = self.heads_a_group(index, row, level, last) {
            let columns = self.columns();
            let points = columns.group_points(row, level).or_else(|| columns.points(row));
            let weight = columns.weight(row, level);
            let words = columns.words(row);
            let filled = columns.filled(row, None);
            self.group(row, rank, &Stated { named: last, points, weight }, &mut changes);
            self.fill(self.open.get(rank).copied().flatten(), filled);
            if !words.criterion.is_empty() || !words.standard.is_empty() {
                changes.push(Message::new("import-row-group-words"));
            }
            return fate(changes, "import-row-group");
        }
        match self.indicator((index, row), level, last, shared.is_some(), &mut changes) {
            Ok(()) => fate(changes, "import-row-indicator"),
            Err(why) => Fate::Refused(why),
        }
    }

    /// Points that the row states for all of its group: the cell covers the next rows too, or the names below it, of
    /// the same group, state none.
    fn shared_points(&self, index: usize, row: &Row, level: usize) -> Option<Decimal> {
        let columns = self.columns();
        let points = columns.points(row)?;
        let next = self.grid.row(index + 1).filter(|_| !self.mapping.is_heading(index + 1))?;
        let labels = columns.labels(next);
        let [(next_level, named)] = labels.as_slice() else { return None };
        let is_sibling = *next_level == level && level > 0 && named.points.is_none();
        (is_sibling && columns.continues_points(next)).then_some(points)
    }

    /// The rows below it are its children: they begin deeper, or repeat its name and go on; or it is a label on a row of
    /// its own. Returns the rank of the group.
    fn heads_a_group(&self, index: usize, row: &Row, level: usize, named: &Named) -> Option<usize> {
        let columns = self.columns();
        let rows = self.grid.rows.iter().enumerate().skip(index + 1);
        let next = rows.clone().find(|(at, _)| !self.mapping.is_heading(*at)).map(|(_, row)| row)?;
        let labels = columns.labels(next);
        let (first, name) = labels.first()?;
        let deepest = labels.last().map_or(*first, |(deepest, _)| *deepest);
        let is_deeper = *first > level || (*first == level && deepest > level && name.name == named.name);
        if level.saturating_add(1) < columns.levels() && is_deeper {
            return Some(rank(level));
        }
        let is_last_level = level.saturating_add(1) == columns.levels();
        let is_alone = is_last_level && columns.is_label_only(row) && row.filled().count() < 3;
        if !is_alone || columns.are_signed || columns.is_label_only(next) || deepest != level {
            return None;
        }
        let stated = columns.points(row).or(named.points);
        let is_sum = || stated.is_none_or(|stated| self.sum_until_label(index + 1) == Some(stated));
        is_sum().then(|| rank(level) - 1)
    }

    /// What the indicators come to down to the next row that is but a label, or the end.
    fn sum_until_label(&self, from: usize) -> Option<Decimal> {
        let columns = self.columns();
        let rows = self.grid.rows.iter().skip(from).take_while(|row| !columns.is_label_only(row));
        let points = |row: &Row| {
            let named = || columns.labels(row).pop().and_then(|(_, named)| named.points);
            columns.points(row).or_else(named)
        };
        rows.filter_map(points).try_fold(Decimal::ZERO, |sum, points| sum.checked_add(points))
    }

    /// Opens a group, unless the same is printed once more.
    fn group(&mut self, row: &Row, rank: usize, stated: &Stated<'_>, changes: &mut Vec<Message>) {
        let Stated { named, points, weight } = stated;
        let points = points.or(named.points);
        let open = self.open.get(rank).copied().flatten();
        if let Some(open) = open.and_then(|open| self.table.drafts.get_mut(open)) {
            let agree = open.points.is_none() || points.is_none() || open.points == points;
            if open.name == named.name && agree {
                open.points = open.points.or(points);
                open.weight = open.weight.or(*weight);
                let is_interrupted = self.pending_header || open.stated.saturating_add(1) < row.number;
                open.stated = row.number;
                if is_interrupted {
                    let message = Message::new("import-row-group-again").with("name", &named.name);
                    changes.push(message.with("row", open.row));
                }
                return;
            }
        }
        let parent = self.parent_of(rank);
        let is_sibling = |draft: &&Draft| draft.parent == parent && draft.is_group();
        let mut earlier = self.table.drafts.iter().rev().filter(is_sibling);
        if let Some(other) = earlier.find(|draft| draft.name == named.name) {
            let message = Message::new("import-row-group-twice").with("name", &named.name);
            changes.push(message.with("row", other.row));
        }
        say_unnumbered(named, changes);
        self.push(row, rank, &named.name, points, *weight, Kind::Group);
        if let Some(open) = self.open.get_mut(rank) {
            *open = Some(self.table.drafts.len() - 1);
        }
    }

    fn push(
        &mut self,
        row: &Row,
        rank: usize,
        name: &crate::template::Label,
        points: Option<Decimal>,
        weight: Option<Decimal>,
        kind: Kind,
    ) {
        self.open.iter_mut().skip(rank).for_each(|open| *open = None);
        let parent = self.parent_of(rank);
        let (row, stated) = (row.number, row.number);
        let filled = Vec::new();
        self.table.drafts.push(Draft {
            parent,
            name: name.clone(),
            points,
            weight,
            row,
            stated,
            kind,
            filled,
        });
    }

    fn fill(&mut self, place: Option<usize>, filled: FilledRow) {
        let draft = place.and_then(|place| self.table.drafts.get_mut(place));
        if let Some(draft) = draft.filter(|_| !filled.is_blank()) {
            draft.filled.push(filled);
        }
    }

    fn parent_of(&self, rank: usize) -> Option<usize> {
        self.open.iter().take(rank).rev().flatten().next().copied()
    }

    fn indicator(
        &mut self,
        (index, row): (usize, &Row),
        level: usize,
        named: &Named,
        is_shared: bool,
        changes: &mut Vec<Message>,
    ) -> Result<(), Message> {
        let columns = self.columns();
        let mut words = columns.words(row);
        let stated = columns.points(row).filter(|_| !is_shared);
        let signed = columns.are_signed || stated.is_some_and(|points| points < Decimal::ZERO);
        let points = match (stated, named.points) {
            (Some(points), Some(labelled)) if points != labelled => {
                let message = Message::new("import-row-points-differ").with("points", plain(points));
                changes.push(message.with("labelled", plain(labelled)));
                Some(points)
            }
            (points, labelled) => points.or(labelled),
        };
        let in_words = || {
            let texts = [words.standard.as_str(), words.criterion.as_str()];
            texts.into_iter().find_map(label::points_in_words)
        };
        let points = points.or_else(|| in_words().filter(|_| !columns.has(Role::Points)));
        let compares = !columns.has(Role::Points) && !words.target.is_empty();
        if let Some(why) = self.no_points(row, (level, named), points, compares, is_shared) {
            self.push(row, rank(level), &named.name, None, None, Kind::Refused);
            return Err(why);
        }
        say_unnumbered(named, changes);
        let weight = columns.weight(row, level).filter(|_| columns.has(Role::Points));
        let tier = columns.has(Role::Tier);
        let has_pieces = self.has_pieces_below(index);
        let is_entry = signed && !tier && !has_pieces;
        let points = match points {
            Some(points) if is_entry => {
                words.entry = Some(points);
                Some(Decimal::ZERO)
            }
            points => points,
        };
        if let Some(points) = points.filter(|_| !is_entry && (tier || has_pieces)) {
            let (piece, is_tier) = columns.piece(self.grid, row);
            (words.pieces, words.are_tiers) = (vec![(piece.as_str().into(), points)], is_tier);
        }
        let part = (words.pieces.len() == 1).then_some(0);
        let filled = self.columns().filled(row, part);
        self.push(row, rank(level), &named.name, points, weight, Kind::Indicator(Box::new(words)));
        self.continues = Some(self.table.drafts.len() - 1);
        self.fill(self.continues, filled);
        Ok(())
    }

    /// The next row states points and no name of its own.
    fn has_pieces_below(&self, index: usize) -> bool {
        let columns = self.columns();
        let next = self.grid.row(index + 1).filter(|_| !self.mapping.is_heading(index + 1));
        next.is_some_and(|next| columns.labels(next).is_empty() && columns.points(next).is_some())
    }

    /// Why the indicator has no points; `None` where it has, or may have them of its group.
    fn no_points(
        &self,
        row: &Row,
        (level, named): (usize, &Named),
        points: Option<Decimal>,
        compares: bool,
        is_shared: bool,
    ) -> Option<Message> {
        let columns = self.columns();
        let of_group = || {
            let mut groups =
                self.open.iter().rev().flatten().filter_map(|group| self.table.drafts.get(*group));
            groups.next().is_some_and(|group| group.points.is_some() || group.weight.is_some())
        };
        let cell = columns.points_text(row);
        let is_blank = label::is_nothing(cell);
        let is_deepest = level.saturating_add(1) == columns.levels();
        let is_empty_line = !is_deepest && columns.is_label_only(row) && is_blank;
        if points.is_some() || compares || is_shared || (of_group() && is_blank && !is_empty_line) {
            return None;
        }
        let message = |key| Message::new(key).with("name", &named.name);
        Some(match (is_blank, columns.continues_points(row)) {
            (_, true) => message("import-row-points-merged"),
            (true, _) if is_empty_line => message("import-row-blank"),
            (true, _) => message("import-row-no-points"),
            _ => message("import-row-points-unread").with("text", cell),
        })
    }
}

fn say_unnumbered(named: &Named, changes: &mut Vec<Message>) {
    if named.was_numbered {
        changes.push(Message::new("import-row-unnumbered").with("name", &named.name));
    }
}
