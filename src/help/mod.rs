//! 帮助: a page for each task, in each language of the window, and where in them something is found.
//!
//! The pages are `assets/help/<language>/<name>.md`, in the few forms that [`Page`] knows; their pictures stand in
//! `assets/help/pictures/`.

mod index;
mod page;
mod picture;
mod term;
mod topic;

pub use index::{Found, Index};
pub use page::{Block, Page, PageError, Span};
pub use picture::picture;
pub use term::Term;
pub use topic::Topic;
