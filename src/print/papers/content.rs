//! What the papers of one job read.

use crate::print::PrintJob;
use crate::print::data::{
    FundsRow, FundsTable, GroupData, RowData, TotalData, funds, groups, levels, rows, total,
};
use std::cell::OnceCell;

/// State of a row whose cells are filled in by hand.
pub(super) const BY_HAND: &str = "by-hand";

/// A job, and what its papers say: each part worked out when it is first asked for.
pub(in crate::print) struct Content<'a> {
    /// To be filled in by hand: nothing stands in the cells for it.
    pub(super) is_blank: bool,
    pub(super) job: &'a PrintJob<'a>,
    levels: OnceCell<Vec<String>>,
    groups: OnceCell<Vec<GroupData>>,
    rows: OnceCell<Vec<RowData<'a>>>,
    total: OnceCell<TotalData>,
    funds: OnceCell<FundsTable>,
}

impl<'a> Content<'a> {
    pub(in crate::print) fn new(job: &'a PrintJob<'a>) -> Self {
        Self {
            is_blank: false,
            job,
            levels: OnceCell::new(),
            groups: OnceCell::new(),
            rows: OnceCell::new(),
            total: OnceCell::new(),
            funds: OnceCell::new(),
        }
    }

    /// Of an evaluation in which nothing stands yet.
    pub(super) fn blank(job: &'a PrintJob<'a>) -> Self {
        Self { is_blank: true, ..Self::new(job) }
    }

    pub(super) fn levels(&self) -> &[String] {
        self.levels.get_or_init(|| levels(self.job.template))
    }

    pub(super) fn groups(&self) -> &[GroupData] {
        self.groups.get_or_init(|| groups(self.job.template))
    }

    pub(super) fn rows(&self) -> &[RowData<'a>] {
        self.rows.get_or_init(|| {
            let mut rows = rows(self.job);
            if self.is_blank {
                let open = rows.iter_mut().filter(|row| row.state != "blank");
                open.for_each(|row| row.state = BY_HAND);
            }
            rows
        })
    }

    pub(super) fn total(&self) -> &TotalData {
        self.total.get_or_init(|| total(self.job))
    }

    pub(super) fn funds(&self) -> &FundsTable {
        self.funds.get_or_init(|| {
            let mut funds = funds(self.job);
            if self.is_blank {
                funds.lines.iter_mut().chain([&mut funds.total]).for_each(FundsRow::leave_open);
            }
            funds
        })
    }
}
