//! What an open template is in the window: the draft, and what was typed so far.

use super::draft::TemplateDraft;
use crate::app::Command;
use crate::app::context;
use crate::app::request::Request;
use crate::app::widgets::text_field::{Draft, FieldFocus};
use crate::evaluation::{Inputs, LedgerRow};
use crate::template::{Id as NodeId, TemplateEdit};
use eframe::egui::Id;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::ops::Deref;

/// A place in the tree for the keyboard to move to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shift {
    Up,
    Down,
    /// Into the group above.
    In,
    /// Out of its group.
    Out,
}

/// What views and keyboard ask of an open template.
pub enum Action {
    /// Not of the template, but of the session.
    Request(Request),
    /// One of its own commands.
    Command(Command),
    Edit {
        edit: Box<TemplateEdit>,
        /// The field that is being typed into: further edits of it join the step.
        typed: Option<String>,
    },
    /// The field was left: what is typed next is a step of its own.
    Seal,
    /// `None` is the template as a whole.
    Select(Option<NodeId>),
    AddGroup,
    AddIndicator,
    Duplicate,
    Remove,
    Shift(Shift),
    /// Begins an evaluation with the template as it stands.
    Use,
}

impl From<Request> for Action {
    fn from(request: Request) -> Self {
        Self::Request(request)
    }
}

/// What was entered to try the rule of an indicator.
#[derive(Clone, Default)]
pub(crate) struct Trial {
    pub inputs: Inputs,
    /// 全年预算数, 实际到位, 全年执行数
    pub funds: [Option<Decimal>; 3],
    pub ledger: Vec<LedgerRow>,
}

/// What only views know. Losing it loses no work but drafts, and those are settled before anything else happens.
#[derive(Default)]
pub(crate) struct UiState {
    /// What is being typed, by the path of its field.
    pub drafts: BTreeMap<String, Draft>,
    pub fields: FieldFocus,
    /// Bring the selected row of the tree into sight.
    pub reveal: bool,
    /// The name of what was just added is typed anew.
    pub select_all: bool,
    /// Whether the list of problems is shown; where nobody said, there is one if there is room for it.
    pub shows_problems: Option<bool>,
    pub trials: BTreeMap<NodeId, Trial>,
}

impl UiState {
    /// What could be read is in the template already; what could not stays in its field, with the reason.
    pub(crate) fn settle(&mut self) {
        self.drafts.retain(|_, draft| draft.refused.is_some());
    }
}

/// An open template in the window.
pub struct TemplateWorkspace {
    /// What views read.
    pub draft: TemplateDraft,
    pub(super) ui: UiState,
}

/// What a change of the template works with.
pub(crate) type Context<'a> = context::Context<'a, Action>;

/// What a view of the template gets.
pub(crate) struct Cx<'a> {
    base: &'a context::Cx<'a, Action>,
    pub draft: &'a TemplateDraft,
}

impl<'a> Cx<'a> {
    pub(crate) fn new(base: &'a context::Cx<'a, Action>, draft: &'a TemplateDraft) -> Self {
        Self { base, draft }
    }
}

impl<'a> Deref for Cx<'a> {
    type Target = context::Cx<'a, Action>;

    fn deref(&self) -> &Self::Target {
        self.base
    }
}

/// The id of a field, from its path.
pub(crate) fn field_id(path: &str) -> Id {
    Id::unique(("template-field", path))
}

/// The field that holds the name of a group or indicator.
pub(crate) fn name_field(node: &NodeId) -> Id {
    field_id(&format!("node/{node}/name"))
}
