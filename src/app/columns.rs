//! The columns of the score table: which are shown, and how wide.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use strum::{IntoStaticStr, VariantArray};

/// A column of the score table.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    VariantArray,
    IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(prefix = "column-", serialize_all = "kebab-case")]
pub enum SheetColumn {
    /// 指标
    Indicator,
    /// 分值
    Points,
    /// 得分
    Score,
    /// 扣分
    Deduction,
    /// 上年得分
    LastScore,
    /// 上年扣分
    LastDeduction,
    /// 扣分原因及改进措施
    Reason,
    /// 评价标准
    Standard,
    /// 佐证
    Evidence,
}

impl SheetColumn {
    /// Key of its heading; a sheet without points compares targets instead of scoring.
    pub fn heading_key(self, has_points: bool) -> &'static str {
        match self {
            Self::Score if !has_points => "column-outcome",
            Self::Reason if !has_points => "column-deviation",
            _ => self.into(),
        }
    }

    /// A sheet has it, as it is scored or not, and was made from last year's or not.
    pub fn stands_in(self, has_points: bool, has_last_year: bool) -> bool {
        match self {
            Self::Points | Self::Deduction => has_points,
            Self::LastScore | Self::LastDeduction => has_points && has_last_year,
            Self::Indicator | Self::Score | Self::Reason | Self::Standard | Self::Evidence => true,
        }
    }

    /// It can be hidden: without the others there is no table.
    pub fn is_optional(self) -> bool {
        !matches!(self, Self::Indicator | Self::Points | Self::Score)
    }

    /// Only an evaluation that was made from last year's has it.
    pub fn is_of_last_year(self) -> bool {
        matches!(self, Self::LastScore | Self::LastDeduction)
    }

    /// Figures stand at the right.
    pub(crate) fn is_right(self) -> bool {
        !matches!(self, Self::Indicator | Self::Reason | Self::Standard)
    }

    /// In points, where nobody chose another width.
    fn natural(self) -> f32 {
        match self {
            Self::Indicator => 176.0,
            Self::Points => 46.0,
            Self::Score => 92.0,
            Self::Deduction | Self::LastScore | Self::LastDeduction => 64.0,
            Self::Reason => 210.0,
            Self::Standard => 140.0,
            Self::Evidence => 58.0,
        }
    }

    fn least(self) -> f32 {
        match self {
            // Five characters of a name, set in below its group.
            Self::Indicator => 136.0,
            Self::Reason => 130.0,
            Self::Standard => 90.0,
            Self::Score => 84.0,
            Self::Points | Self::Deduction | Self::LastScore | Self::LastDeduction | Self::Evidence => 40.0,
        }
    }

    fn most(self) -> f32 {
        match self {
            Self::Indicator | Self::Reason | Self::Standard => 900.0,
            Self::Points
            | Self::Score
            | Self::Deduction
            | Self::LastScore
            | Self::LastDeduction
            | Self::Evidence => 200.0,
        }
    }
}

/// What was chosen of the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Columns {
    hidden: BTreeSet<SheetColumn>,
    /// In points.
    widths: BTreeMap<SheetColumn, u16>,
}

/// These give way where there is no room, the first one first.
const GIVE_WAY: [SheetColumn; 6] = [
    SheetColumn::Standard,
    SheetColumn::LastDeduction,
    SheetColumn::Reason,
    SheetColumn::LastScore,
    SheetColumn::Deduction,
    SheetColumn::Evidence,
];

impl Columns {
    /// Whether it is shown where there is room.
    pub fn shows(&self, column: SheetColumn) -> bool {
        !self.hidden.contains(&column)
    }

    /// Shows it, or hides it.
    #[must_use]
    pub fn showing(&self, column: SheetColumn, shown: bool) -> Self {
        let mut columns = self.clone();
        match shown || !column.is_optional() {
            true => columns.hidden.remove(&column),
            false => columns.hidden.insert(column),
        };
        columns
    }

    /// Those that such a sheet has, see [`SheetColumn::stands_in`].
    #[must_use]
    pub fn of_sheet(&self, has_points: bool, has_last_year: bool) -> Self {
        let mut columns = self.clone();
        let absent = SheetColumn::VARIANTS.iter().filter(|it| !it.stands_in(has_points, has_last_year));
        columns.hidden.extend(absent);
        columns
    }

    /// With another width, in points.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a width of a screen, rounded"
    )]
    pub fn with_width(&self, column: SheetColumn, width: f32) -> Self {
        let mut columns = self.clone();
        let width = width.clamp(column.least(), column.most()).round() as u16;
        columns.widths.insert(column, width);
        columns
    }

    /// The columns that have room in this width, with their own: together they fill it.
    pub(crate) fn laid_out(&self, room: f32) -> Vec<(SheetColumn, f32)> {
        let mut shown: Vec<(SheetColumn, f32)> = SheetColumn::VARIANTS
            .iter()
            .filter(|column| self.shows(**column))
            .map(|column| (*column, self.width(*column)))
            .collect();
        let least = |shown: &[(SheetColumn, f32)]| -> f32 {
            // What was chosen for figures is kept; words can be cut.
            shown.iter().map(|(column, width)| if column.is_right() { *width } else { column.least() }).sum()
        };
        // Last year takes the room of the standard, not that of the names.
        let names = SheetColumn::Indicator.natural() - SheetColumn::Indicator.least();
        let of_last_year = shown.iter().any(|(column, _)| column.is_of_last_year());
        if of_last_year && least(&shown) + names > room {
            shown.retain(|(column, _)| *column != SheetColumn::Standard);
        }
        for column in GIVE_WAY {
            if least(&shown) > room {
                shown.retain(|(other, _)| *other != column);
            }
        }
        let over = room - shown.iter().map(|(_, width)| width).sum::<f32>();
        spread(&mut shown, over);
        shown
    }

    fn width(&self, column: SheetColumn) -> f32 {
        self.widths.get(&column).map_or(column.natural(), |width| f32::from(*width))
    }
}

/// What is over goes to the words, the reason before all; what is missing is taken from them as far as it goes.
fn spread(shown: &mut [(SheetColumn, f32)], over: f32) {
    let order = match over < 0.0 {
        true => [SheetColumn::Standard, SheetColumn::Indicator, SheetColumn::Reason],
        false => [SheetColumn::Reason, SheetColumn::Standard, SheetColumn::Indicator],
    };
    let words: Vec<SheetColumn> =
        order.into_iter().filter(|column| shown.iter().any(|(other, _)| other == column)).collect();
    let mut over = over;
    for (n, column) in words.iter().enumerate() {
        let Some((_, width)) = shown.iter_mut().find(|(other, _)| other == column) else { continue };
        let both = column == &SheetColumn::Reason && words.get(n + 1) == Some(&SheetColumn::Standard);
        let share = match over < 0.0 {
            true => over.max(column.least() - *width),
            // A wide window shows more of both.
            false if both => over * 0.6,
            false => over,
        };
        *width += share;
        over -= share;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(columns: &Columns, room: f32) -> Vec<SheetColumn> {
        columns.laid_out(room).into_iter().map(|(column, _)| column).collect()
    }

    #[test]
    fn columns_fill_the_room_whatever_was_chosen() {
        let chosen =
            Columns::default().with_width(SheetColumn::Reason, 400.0).showing(SheetColumn::Evidence, false);
        for columns in [Columns::default(), chosen] {
            for room in [400.0, 420.0, 560.0, 740.0, 826.0, 1300.0] {
                let sum: f32 = columns.laid_out(room).iter().map(|(_, width)| width).sum();
                assert!((sum - room).abs() < 0.1, "{sum} of {room}: {:?}", columns.laid_out(room));
            }
        }
    }

    #[test]
    fn the_standard_gives_way_first_and_figures_never() {
        let columns = Columns::default().of_sheet(true, false);
        let of_this_year = SheetColumn::VARIANTS.iter().filter(|column| !column.is_of_last_year());
        assert_eq!(names(&columns, 826.0), of_this_year.copied().collect::<Vec<_>>());
        assert_eq!(
            names(&Columns::default(), 826.0),
            SheetColumn::VARIANTS,
            "a laptop has room for last year"
        );
        let narrower = Columns::default().laid_out(749.0);
        assert!(!narrower.iter().any(|(column, _)| *column == SheetColumn::Standard), "{narrower:?}");
        assert!(narrower[0].1 >= 150.0, "names are whole: {narrower:?}");
        assert!(!names(&columns, 540.0).contains(&SheetColumn::Standard));
        assert!(names(&columns, 540.0).contains(&SheetColumn::Reason));
        let few = names(&columns, 340.0);
        assert!(
            [SheetColumn::Indicator, SheetColumn::Points, SheetColumn::Score].iter().all(|c| few.contains(c))
        );
    }

    #[test]
    fn names_stay_readable_beside_the_help() {
        let shown = Columns::default().laid_out(560.0);
        assert!(
            shown.iter().any(|(column, width)| *column == SheetColumn::Indicator && *width >= 136.0),
            "{shown:?}"
        );
    }

    #[test]
    fn what_makes_the_table_cannot_be_hidden() {
        assert!(Columns::default().showing(SheetColumn::Score, false).shows(SheetColumn::Score));
        let hidden = Columns::default().showing(SheetColumn::Reason, false);
        assert!(!names(&hidden, 1300.0).contains(&SheetColumn::Reason));
        assert_eq!(hidden.showing(SheetColumn::Reason, true), Columns::default());
    }
}
