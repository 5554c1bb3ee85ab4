//! What is open: one thing at a time.

use super::session::{OpenDocument, Recorder};
use super::{Document, Drafting, Importing, Model};

/// What the window is about.
pub enum Workspace {
    /// The start view.
    Home,
    /// 评价
    Evaluation(Box<Document>),
    /// 评分模板
    Template(Box<Drafting>),
    /// 从评分表生成模板
    Import(Box<Importing>),
}

impl Workspace {
    /// What can be edited and saved.
    pub fn open(&self) -> Option<&dyn OpenDocument> {
        match self {
            Self::Evaluation(document) => Some(&**document),
            Self::Template(drafting) => Some(&**drafting),
            Self::Home | Self::Import(_) => None,
        }
    }

    pub fn open_mut(&mut self) -> Option<&mut dyn OpenDocument> {
        match self {
            Self::Evaluation(document) => Some(&mut **document),
            Self::Template(drafting) => Some(&mut **drafting),
            Self::Home | Self::Import(_) => None,
        }
    }

    /// The record of what a crash would take.
    pub fn recorder(&self) -> Option<&Recorder> {
        match self {
            Self::Home => None,
            Self::Evaluation(_) | Self::Template(_) => self.open().map(|open| open.file().recorder()),
            Self::Import(importing) => Some(importing.recorder()),
        }
    }

    pub fn recorder_mut(&mut self) -> Option<&mut Recorder> {
        match self {
            Self::Home => None,
            Self::Evaluation(document) => Some(document.file_mut().recorder_mut()),
            Self::Template(drafting) => Some(drafting.file_mut().recorder_mut()),
            Self::Import(importing) => Some(importing.recorder_mut()),
        }
    }

    /// What is to be lost if it is left now: changes that no file has, or things that were chosen.
    pub fn is_unsaved(&self) -> bool {
        match self {
            Self::Home => false,
            Self::Evaluation(_) | Self::Template(_) => self.open().is_some_and(|open| open.file().is_dirty()),
            Self::Import(importing) => importing.is_decided(),
        }
    }

    /// Changes with every change of what is open, and nothing else ever has it.
    pub fn revision(&self) -> Option<u64> {
        match self {
            Self::Import(importing) => Some(importing.revision()),
            _ => self.open().map(|open| open.file().revision()),
        }
    }

    pub fn document(&self) -> Option<&Document> {
        match self {
            Workspace::Evaluation(document) => Some(document),
            _ => None,
        }
    }

    pub fn document_mut(&mut self) -> Option<&mut Document> {
        match self {
            Workspace::Evaluation(document) => Some(document),
            _ => None,
        }
    }

    pub fn drafting(&self) -> Option<&Drafting> {
        match self {
            Workspace::Template(drafting) => Some(drafting),
            _ => None,
        }
    }

    pub fn drafting_mut(&mut self) -> Option<&mut Drafting> {
        match self {
            Workspace::Template(drafting) => Some(drafting),
            _ => None,
        }
    }

    pub fn importing(&self) -> Option<&Importing> {
        match self {
            Workspace::Import(importing) => Some(importing),
            _ => None,
        }
    }

    pub fn importing_mut(&mut self) -> Option<&mut Importing> {
        match self {
            Workspace::Import(importing) => Some(importing),
            _ => None,
        }
    }
}

impl Model {
    pub fn document(&self) -> Option<&Document> {
        self.workspace.document()
    }

    pub fn document_mut(&mut self) -> Option<&mut Document> {
        self.workspace.document_mut()
    }

    pub fn drafting(&self) -> Option<&Drafting> {
        self.workspace.drafting()
    }

    pub fn drafting_mut(&mut self) -> Option<&mut Drafting> {
        self.workspace.drafting_mut()
    }

    pub fn importing(&self) -> Option<&Importing> {
        self.workspace.importing()
    }

    pub fn importing_mut(&mut self) -> Option<&mut Importing> {
        self.workspace.importing_mut()
    }
}
