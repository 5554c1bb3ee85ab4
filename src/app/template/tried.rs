//! What was entered in a trial.

use crate::evaluation::{Inputs, LedgerRow};
use rust_decimal::Decimal;

/// What was entered to try the rule of an indicator.
#[derive(Clone, Default)]
pub(crate) struct Trial {
    pub inputs: Inputs,
    /// 全年预算数, 实际到位, 全年执行数
    pub funds: [Option<Decimal>; 3],
    pub ledger: Vec<LedgerRow>,
}
