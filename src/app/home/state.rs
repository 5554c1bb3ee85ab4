//! What can be done where nothing is open.

use crate::app::context;
use crate::app::request::Request;
use crate::overview::Listed;
use std::path::PathBuf;

/// What the start view asks for.
pub enum Action {
    /// Of the session.
    Request(Request),
    /// Asks for the file of a template to begin an evaluation by.
    PickOwn,
    /// Asks for the file of a template to edit.
    PickTemplate,
    /// Asks whether what a session left behind, by its number, is to be given up.
    Discard(usize),
    GiveUpLeftover(usize),
    ForgetRecent(PathBuf),
    /// Asks for a folder whose evaluations are listed.
    PickFolder,
    ReadFolder(PathBuf),
    /// It was read.
    ShowFolder(Folder),
    /// 第一次使用 was read.
    DismissFirstSteps,
}

impl From<Request> for Action {
    fn from(request: Request) -> Self {
        Self::Request(request)
    }
}

/// What was found in a folder.
pub struct Folder {
    pub path: PathBuf,
    pub listed: Vec<Listed>,
    /// Files beyond those that are read.
    pub left_out: usize,
}

/// Nothing is open.
#[derive(Default)]
pub struct HomeWorkspace;

pub(crate) type Context<'a> = context::Context<'a, Action>;
