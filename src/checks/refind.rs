//! What an edit changed among the findings, anew; the rest as it was. [`super::findings`] is the definition.

use super::finding::Finding;
use super::{answer, items, of_sheet};
use crate::evaluation::Evaluation;
use crate::scoring::{Rescored, Scorecard};
use crate::template::Template;
use std::collections::HashSet;

/// Each finding is put in its place: for more indicators than that, looking at all is sooner done.
const FEW: usize = 100;

/// Makes of `found`, which are the findings of `before`, those of `after`, which scores as `card` says: `rescored` is
/// what came of [`crate::scoring::rescore`] between them.
pub fn refind(
    found: &mut Vec<Finding>,
    template: &Template,
    before: &Evaluation,
    after: &Evaluation,
    card: &Scorecard,
    rescored: &Rescored,
) {
    let positions = match rescored {
        Rescored::Items(positions) if positions.len() <= FEW && before.answers == after.answers => positions,
        _ => {
            *found = super::findings(template, after, card);
            return;
        }
    };
    let ids: HashSet<&str> =
        positions.iter().filter_map(|&at| template.indicator_at(at)).map(|item| &*item.id).collect();
    found.retain(|finding| finding.item().is_some_and(|item| !ids.contains(&**item)));
    let mut anew = of_sheet(template, after, card);
    for &position in positions {
        items::of_position(template, after, card, position, &mut anew);
    }
    answer(&mut anew, &after.answers);
    // Where the sheet has it: what concerns no indicator comes first.
    let place = |finding: &Finding| {
        let item = finding.item().and_then(|item| template.outline().position(item));
        (finding.severity, item.map_or(0, |position| position + 1))
    };
    for finding in anew {
        let key = place(&finding);
        let at = found.partition_point(|other| place(other) <= key);
        found.insert(at, finding);
    }
}
