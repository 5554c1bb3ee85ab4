//! The help beside what one does: opened at the page of where one is, closed by Esc, which gives the focus back.

mod blocks;
mod keys;
mod state;
mod view;

pub(crate) use state::{Help, WayBack, take_key};
