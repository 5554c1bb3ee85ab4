//! The columns of 指标与分值: as wide in the headings as in the rows.

use crate::template::Sum;

pub(super) const PATTERN: f32 = 170.0;
pub(super) const UNIT: f32 = 84.0;
pub(super) const FIGURE: f32 = 76.0;
/// From the end of a number to that of its column.
pub(super) const FIGURE_END: f32 = 24.0;
pub(super) const RESET: f32 = 52.0;

/// What all rows share.
pub(super) struct List {
    pub name_width: f32,
    pub weighted: bool,
    pub sums: Vec<Sum>,
}
