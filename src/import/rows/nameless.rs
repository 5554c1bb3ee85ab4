//! Rows without a name: more words of the indicator above, its parts, or its levels.

use super::{Reader, append, outside, refused};
use crate::import::grid::Row;
use crate::import::report::Fate;
use crate::text::Message;
use rust_decimal::Decimal;

impl Reader<'_> {
    pub(super) fn nameless_row(&mut self, row: &Row) -> Fate {
        let columns = self.columns();
        let points = columns.points(row);
        let (criterion, standard) = columns.more_words(row);
        let (piece, is_tier) = columns.piece(self.grid, row);
        let mut filled = columns.filled(row, None);
        let Some(above) = self.continues.and_then(|above| self.table.drafts.get_mut(above)) else {
            return if points.is_some() { refused("import-row-no-name") } else { outside() };
        };
        let name = above.name.clone();
        let part = above.words().filter(|_| points.is_some()).map(|words| words.pieces.len());
        filled.part = part;
        let Some(words) = above.words_mut() else { return outside() };
        match points {
            Some(points) if !words.pieces.is_empty() => {
                words.are_tiers |= is_tier || points < Decimal::ZERO;
                words.pieces.push((piece.as_str().into(), points));
                let worth = words.pieces.iter().map(|(_, points)| *points);
                above.points = match words.are_tiers {
                    true => worth.max(),
                    false => worth.reduce(Decimal::saturating_add),
                };
                above.filled.extend(Some(filled).filter(|filled| !filled.is_blank()));
                let key = if is_tier { "import-row-tier" } else { "import-row-part" };
                Fate::Changed(vec![Message::new(key).with("name", name)])
            }
            Some(_) => refused("import-row-no-name"),
            None if criterion.is_empty() && standard.is_empty() => {
                // 扣分原因 over several rows: nothing of it stands in the template, all of it in the evaluation.
                above.filled.extend(Some(filled).filter(|filled| !filled.is_blank()));
                outside()
            }
            None => {
                append(&mut words.criterion, &criterion);
                append(&mut words.standard, &standard);
                above.filled.extend(Some(filled).filter(|filled| !filled.is_blank()));
                Fate::Changed(vec![Message::new("import-row-joined").with("name", name)])
            }
        }
    }
}
