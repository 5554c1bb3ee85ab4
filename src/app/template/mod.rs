//! 模板编辑: an open template in the window: its state, what changes it, its views.

mod bar;
mod draft;
mod form;
mod head;
mod keys;
mod node;
mod open;
mod problems;
mod rule;
mod state;
mod table;
mod tree;
mod trial;
mod update;
mod view;
mod words;

pub use draft::TemplateDraft;
pub(crate) use state::Action;
pub use state::TemplateWorkspace;
