//! 目标 and 实际 beside each other.

use std::sync::Arc;

/// 目标 and 实际 as written, and whether the one is reached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comparison {
    /// 预期指标值, of the template or of the evaluation.
    pub target: Arc<str>,
    /// 实际完成值
    pub actual: Arc<str>,
    /// 达成 or 未达成; `None` where nobody said and it cannot be worked out.
    pub met: Option<bool>,
    /// Worked out from two numbers, not said by the evaluator.
    pub worked_out: bool,
}
