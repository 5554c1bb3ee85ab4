//! What is not right in a file that opens all the same.

use crate::text::{Explain, Message};

/// Something amiss that does not keep the rest from opening. Nothing of it is dropped silently.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// The evaluation names this evidence (附件), the file does not hold it.
    EvidenceMissing {
        /// Its id in the evaluation.
        id: u32,
        /// Its original file name.
        name: String,
    },
    /// The bytes are not those that were added.
    EvidenceChanged {
        /// Its id in the evaluation.
        id: u32,
        /// Its original file name.
        name: String,
    },
    /// The container's record of it is damaged.
    EvidenceUnreadable {
        /// Its id in the evaluation.
        id: u32,
        /// Its original file name.
        name: String,
    },
    /// It would grow far beyond its stated size when unpacked; it was left packed.
    EvidenceBomb {
        /// Its id in the evaluation.
        id: u32,
        /// Its original file name.
        name: String,
    },
    /// A name that would climb out of its folder, or that no system could store. Never written anywhere.
    BadName {
        /// The name, as it can be shown.
        member: String,
    },
    /// In the container, but the evaluation knows nothing of it. Kept when saving.
    Unlisted {
        /// Its name in the container.
        member: String,
    },
    /// The evaluation has entries or evidence for an indicator that its template lacks. Kept when saving.
    UnknownItem {
        /// The id that the template does not have.
        item: String,
    },
    /// The template in the file is not the one that the evaluation names.
    OtherTemplate {
        /// Id and version that the evaluation names.
        named: String,
        /// Id and version of the template in the file, by which it is scored.
        found: String,
    },
    /// The audit trail cannot be read; the evaluation itself can.
    JournalBroken {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// There is no audit trail; the evaluation itself is whole.
    JournalMissing,
    /// Bytes of the file are not those that were saved: by another program, or by a disk that fails.
    Altered,
}

impl Finding {
    /// The evidence that it is about.
    pub fn evidence(&self) -> Option<u32> {
        match self {
            Self::EvidenceMissing { id, .. }
            | Self::EvidenceChanged { id, .. }
            | Self::EvidenceUnreadable { id, .. }
            | Self::EvidenceBomb { id, .. } => Some(*id),
            Self::BadName { .. }
            | Self::Unlisted { .. }
            | Self::UnknownItem { .. }
            | Self::OtherTemplate { .. }
            | Self::JournalBroken { .. }
            | Self::JournalMissing
            | Self::Altered => None,
        }
    }
}

impl Explain for Finding {
    fn message(&self) -> Message {
        match self {
            Self::EvidenceMissing { name, .. } => Message::new("evidence-found-missing").with("name", name),
            Self::EvidenceChanged { name, .. } => Message::new("evidence-found-changed").with("name", name),
            Self::EvidenceUnreadable { name, .. } => {
                Message::new("evidence-found-unreadable").with("name", name)
            }
            Self::EvidenceBomb { name, .. } => Message::new("evidence-found-bomb").with("name", name),
            Self::BadName { member } => Message::new("evidence-found-bad-name").with("member", member),
            Self::Unlisted { member } => Message::new("evidence-found-unlisted").with("member", member),
            Self::UnknownItem { item } => Message::new("file-found-unknown-item").with("item", item),
            Self::OtherTemplate { named, found } => {
                Message::new("file-found-other-template").with("named", named).with("found", found)
            }
            Self::JournalBroken { line, column } => {
                Message::new("file-found-journal-broken").with("line", line).with("column", column)
            }
            Self::JournalMissing => Message::new("file-found-journal-missing"),
            Self::Altered => Message::new("file-found-altered"),
        }
    }
}
