//! What the papers of one job read.

use crate::print::PrintJob;
use crate::print::data::{FundsTable, GroupData, RowData, TotalData, funds, groups, levels, rows, total};
use std::cell::OnceCell;

/// A job, and what its papers say: each part worked out when it is first asked for.
pub(in crate::print) struct Content<'a> {
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
            job,
            levels: OnceCell::new(),
            groups: OnceCell::new(),
            rows: OnceCell::new(),
            total: OnceCell::new(),
            funds: OnceCell::new(),
        }
    }

    pub(super) fn levels(&self) -> &[String] {
        self.levels.get_or_init(|| levels(self.job.template))
    }

    pub(super) fn groups(&self) -> &[GroupData] {
        self.groups.get_or_init(|| groups(self.job.template))
    }

    pub(super) fn rows(&self) -> &[RowData<'a>] {
        self.rows.get_or_init(|| rows(self.job))
    }

    pub(super) fn total(&self) -> &TotalData {
        self.total.get_or_init(|| total(self.job))
    }

    pub(super) fn funds(&self) -> &FundsTable {
        self.funds.get_or_init(|| funds(self.job))
    }
}
