//! The window while a template is edited, below the bar at its top: the tree at the left, the fields of what is
//! selected, what is wrong below.

use super::problems::ROOM_FOR_PROBLEMS;
use super::state::{Action, Cx, TemplateWorkspace};
use super::{head, node, problems, tree, trial};
use crate::app::context;
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::theme::Tokens;
use crate::template::Node;
use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

/// Narrower than this, the trial stands below the rule and not beside it.
const ROOM_FOR_TRIAL: f32 = 1180.0;
/// Height of a line in the list of problems.
const PROBLEM: f32 = 30.0;
/// Lines of the list that are seen; it scrolls.
const PROBLEMS: f32 = 3.0;

impl TemplateWorkspace {
    /// Draws the window below the bar; `bar` frames the status line.
    pub fn ui(&mut self, ui: &mut Ui, base: &context::Cx<'_, Action>, bar: Frame) {
        let (draft, ui_state) = (&self.draft, &mut self.ui);
        let cx = &Cx::new(base, draft);
        let tokens = Tokens::of(ui);
        let (width, height) = (ui.available_width(), ui.available_height());
        Panel::bottom("status")
            .frame(bar)
            .show(ui, |ui| problems::status_ui(ui, cx, ui_state, draft, height));
        let shows_problems = ui_state.shows_problems.unwrap_or(height > ROOM_FOR_PROBLEMS);
        // As high with many problems as with none: what comes and goes while somebody types must not move the form.
        if shows_problems {
            Panel::bottom("template-problems")
                .frame(Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(14, 6)))
                .exact_size(PROBLEM * PROBLEMS + 14.0)
                .show(ui, |ui| problems::list_ui(ui, cx, draft));
        }
        let left = Frame::new().fill(tokens.paper).inner_margin(Margin::symmetric(10, 10));
        Panel::left("template-tree")
            .resizable(false)
            .exact_size((width * 0.26).clamp(210.0, 340.0))
            .frame(left)
            .show(ui, |ui| tree::tree_ui(ui, cx, ui_state, draft));
        let selected = draft.selected_node();
        let beside = width >= ROOM_FOR_TRIAL;
        if let (true, Some(Node::Indicator(indicator))) = (beside, selected) {
            let right = Frame::new().fill(tokens.paper).inner_margin(Margin::symmetric(12, 12));
            Panel::right("template-trial").resizable(false).exact_size(330.0).frame(right).show(ui, |ui| {
                ScrollArea::vertical().id_salt(("trial", &indicator.id)).auto_shrink(false).following(
                    ui,
                    |ui| {
                        trial::trial_ui(ui, cx, ui_state, draft, indicator);
                    },
                );
            });
        }
        CentralPanel::default().frame(Frame::new().fill(tokens.paper)).show(ui, |ui| {
            let shown = draft.selected.clone();
            ScrollArea::vertical().id_salt(("template-fields", shown)).auto_shrink(false).following(
                ui,
                |ui| {
                    Frame::new().inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| {
                        ui.set_max_width(ui.available_width().min(860.0));
                        ui.spacing_mut().item_spacing.y = 8.0;
                        match selected {
                            None => head::head_ui(ui, cx, ui_state, draft),
                            Some(Node::Group(group)) => node::group_ui(ui, cx, ui_state, draft, group),
                            Some(Node::Indicator(indicator)) => {
                                node::indicator_ui(ui, cx, ui_state, draft, indicator);
                                if !beside {
                                    trial::trial_ui(ui, cx, ui_state, draft, indicator);
                                }
                            }
                        }
                    });
                },
            );
        });
        ui_state.reveal = false;
    }
}
