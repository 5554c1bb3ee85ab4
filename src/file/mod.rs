//! The evaluation's file (评价文件, `*.jiping`): a container with everything in it, saved whole or not at all.
//!
//! Every step that may take long runs on the caller's thread, tells how far it is through a [`Progress`] and stops
//! soon after that is cancelled. Nothing here asks the user anything.

mod bytes;
mod container;
mod draft;
mod edits;
mod error;
mod evidence;
mod finding;
mod headings;
mod journal;
mod leftover;
mod lock;
mod names;
mod open;
mod output;
mod places;
mod progress;
mod recent;
mod record;
mod recovery;
mod replace;
mod save;
mod seal;
mod stamp;
mod target;
mod templates;
mod write;

pub use bytes::read_file;
pub use draft::{Draft, DraftKind, DraftStart};
pub use edits::Start;
pub use error::FileError;
pub use evidence::{Added, EvidenceStore};
pub use finding::Finding;
pub use headings::save_headings;
pub use journal::{Action, Entry, Journal};
pub use leftover::{Leftover, Restored};
pub use lock::{DocumentLock, Holder, LockOutcome, account};
pub use names::{LONGEST_NAME, NameProblem, check_name, name_for};
pub use open::{Opened, open, open_bytes};
pub use output::{Replaced, may_write, save_output};
pub use places::Places;
pub use progress::Progress;
pub use recent::{Recent, RecentFile};
pub use record::RecordStart;
pub use recovery::Recovery;
pub use save::{SaveRequest, reachable_evidence, save};
pub use target::{Saved, is_same_place};
pub use templates::{
    OwnTemplate, SaveTemplate, TEMPLATE_EXTENSION, TEMPLATE_MIB, TemplateFile, is_template, own_templates,
    place_for_template, read_template, save_template,
};

use stamp::Stamp;

/// Extension of an evaluation's file.
pub const EXTENSION: &str = "jiping";
