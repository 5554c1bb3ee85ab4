//! The block that was pasted last.

use crate::evaluation::Pasted;
use crate::template::Id as NodeId;
use std::sync::Arc;

/// The block that was pasted last, and into which ledger.
#[derive(Clone, Debug)]
pub struct LastPaste {
    pub item: NodeId,
    pub pasted: Arc<Pasted>,
}
