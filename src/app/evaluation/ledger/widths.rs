//! How wide the columns of a ledger are. Numbers and dates keep their width; what is written in words gives way where
//! there is too little room, each column down to its least, and takes what is left over.

use crate::evaluation::LedgerColumn;

pub(super) const NUMBER: f32 = 60.0;
pub(super) const RESULT: f32 = 104.0;
pub(super) const REMOVE: f32 = 52.0;

/// The width that a column likes, and the least that it can be read in.
fn wish(column: LedgerColumn) -> (f32, f32) {
    match column {
        // 2026年12月31日, 1,000,000 and 1234567.89 stand in them whole.
        LedgerColumn::Date => (140.0, 140.0),
        LedgerColumn::Count | LedgerColumn::Points => (60.0, 60.0),
        LedgerColumn::Money => (108.0, 108.0),
        LedgerColumn::Kind => (176.0, 112.0),
        LedgerColumn::Fault => (132.0, 88.0),
        LedgerColumn::Object | LedgerColumn::Handled => (112.0, 76.0),
        LedgerColumn::Exempt => (124.0, 76.0),
        LedgerColumn::Factors => (104.0, 76.0),
        LedgerColumn::Matter => (92.0, 76.0),
        LedgerColumn::ConfirmedBy => (92.0, 92.0),
    }
}

/// Of each column, in `room` points for all, those around them included. Where even the least is too wide, the table
/// scrolls.
pub(super) fn widths(columns: &[LedgerColumn], room: f32) -> Vec<f32> {
    let wishes: Vec<(f32, f32)> = columns.iter().map(|column| wish(*column)).collect();
    let whole: f32 = wishes.iter().map(|(likes, _)| likes).sum();
    let gives: f32 = wishes.iter().map(|(likes, least)| likes - least).sum();
    let left = room - NUMBER - RESULT - REMOVE - whole;
    // A share of what they can give, below 0, or of what there is to take.
    let share = if gives > 0.0 { (left / gives).max(-1.0) } else { 0.0 };
    wishes.iter().map(|(likes, least)| likes + (likes - least) * share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_in(room: f32) -> (Vec<f32>, f32) {
        let widths = widths(&LedgerColumn::ALL, room);
        let whole = widths.iter().sum::<f32>() + NUMBER + RESULT + REMOVE;
        (widths, whole)
    }

    #[test]
    fn twelve_columns_fit_a_laptop() {
        for room in [1355.0, 1269.0, 1500.0] {
            let (widths, whole) = all_in(room);
            assert!((whole - room).abs() < 0.5, "{whole} in {room}");
            for (column, width) in LedgerColumn::ALL.into_iter().zip(widths) {
                assert!(width >= wish(column).1, "{column:?} {width} in {room}");
            }
        }
    }

    #[test]
    fn numbers_and_dates_are_as_wide_in_any_window() {
        let fixed = [LedgerColumn::Date, LedgerColumn::Count, LedgerColumn::Points, LedgerColumn::Money];
        for room in [400.0, 1269.0, 3000.0] {
            let (widths, _) = all_in(room);
            for (column, width) in LedgerColumn::ALL.into_iter().zip(widths) {
                let differs = (width - wish(column).0).abs() > 0.01;
                assert!(!fixed.contains(&column) || !differs, "{column:?} {width} in {room}");
            }
        }
    }

    #[test]
    fn columns_stop_at_their_least() {
        let (_, least) = all_in(400.0);
        assert!((least - all_in(100.0).1).abs() < 0.01);
    }
}
