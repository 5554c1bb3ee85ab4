//! From the indicators up to the total and its grade.

mod attachments;
mod digits;
mod grade;
mod groups;
mod rescore;
mod sheet;
mod strikes;
mod whole;

pub(super) use groups::worth;
pub(super) use rescore::rescore;
pub(super) use whole::score;
