//! The template editor (模板编辑): the tree at the left, the fields of what is selected, what is wrong below.

pub mod draft;
mod form;
mod head;
mod node;
mod problems;
mod rule;
mod table;
mod tree;
mod trial;
mod update;

pub use form::State;

use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{primary, small, strong};
use crate::app::{Action, Command, Cx, Drafting, Local, TemplateAction};
use crate::template::{Id as NodeId, Node, Problem};
use crate::text::Message;
use eframe::egui::{
    self, Align, CentralPanel, Frame, Id, Label, Layout, Margin, Panel, RichText, ScrollArea, Ui,
};

/// Narrower than this, the trial stands below the rule and not beside it.
const ROOM_FOR_TRIAL: f32 = 1180.0;
/// Lower than this, the list of problems begins folded.
const ROOM_FOR_PROBLEMS: f32 = 560.0;

/// Height of a line in the list of problems.
const PROBLEM: f32 = 30.0;

/// The field that holds the name of a group or indicator.
pub fn name_field(node: &NodeId) -> Id {
    form::field_id(&format!("node/{node}/name"))
}

/// The window while a template is edited, below the bar at its top.
pub fn window_ui(ui: &mut Ui, cx: &Cx<'_>, local: &mut Local, drafting: &Drafting, bar: Frame) {
    let tokens = Tokens::of(ui);
    let (width, height) = (ui.available_width(), ui.available_height());
    Panel::bottom("status").frame(bar).show(ui, |ui| problems::status_ui(ui, cx, local, drafting, height));
    let shows_problems = local.template.shows_problems.unwrap_or(height > ROOM_FOR_PROBLEMS);
    if shows_problems && !drafting.problems().is_empty() {
        let lines = drafting.problems().len().clamp(2, 4);
        Panel::bottom("template-problems")
            .frame(Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(14, 6)))
            .exact_size(PROBLEM * lines as f32 + 14.0)
            .show(ui, |ui| problems::list_ui(ui, cx, drafting));
    }
    let left = Frame::new().fill(tokens.paper).inner_margin(Margin::symmetric(10, 10));
    Panel::left("template-tree")
        .resizable(false)
        .exact_size((width * 0.26).clamp(210.0, 340.0))
        .frame(left)
        .show(ui, |ui| tree::tree_ui(ui, cx, local, drafting));
    let selected = drafting.selected_node();
    let beside = width >= ROOM_FOR_TRIAL;
    if let (true, Some(Node::Indicator(indicator))) = (beside, selected) {
        let right = Frame::new().fill(tokens.paper).inner_margin(Margin::symmetric(12, 12));
        Panel::right("template-trial").resizable(false).exact_size(330.0).frame(right).show(ui, |ui| {
            ScrollArea::vertical().id_salt(("trial", &indicator.id)).auto_shrink(false).show(ui, |ui| {
                trial::trial_ui(ui, cx, local, drafting, indicator);
            });
        });
    }
    CentralPanel::default().frame(Frame::new().fill(tokens.paper)).show(ui, |ui| {
        let shown = drafting.selected.clone();
        ScrollArea::vertical().id_salt(("template-fields", shown)).auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| {
                ui.set_max_width(ui.available_width().min(860.0));
                ui.spacing_mut().item_spacing.y = 8.0;
                match selected {
                    None => head::head_ui(ui, cx, local, drafting),
                    Some(Node::Group(group)) => node::group_ui(ui, cx, local, drafting, group),
                    Some(Node::Indicator(indicator)) => {
                        node::indicator_ui(ui, cx, local, drafting, indicator);
                        if !beside {
                            trial::trial_ui(ui, cx, local, drafting, indicator);
                        }
                    }
                }
            });
        });
    });
    local.template.reveal = false;
}

/// The right part of the bar at the top of the window.
pub fn bar_ui(ui: &mut Ui, cx: &Cx<'_>, drafting: &Drafting, roomy: bool) {
    let tokens = Tokens::of(ui);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let sound = drafting.errors() == 0;
        let tip = cx.t(if sound { "te-use-tip" } else { "te-use-errors" });
        let go = ui.add_enabled_ui(sound, |ui| primary(ui, &cx.t("te-use"))).inner;
        if go.on_hover_text(&tip).on_disabled_hover_text(&tip).clicked() {
            cx.send(Action::Template(TemplateAction::Use));
        }
        let commands: &[Command] =
            if roomy { &[Command::Save, Command::Redo, Command::Undo] } else { &[Command::Save] };
        for &command in commands {
            command_button(ui, cx, drafting, command);
        }
        if !roomy {
            return;
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if drafting.is_dirty() {
                let word = if drafting.path().is_some() { "title-unsaved" } else { "title-never-saved" };
                ui.label(small(&format!("● {}", cx.t(word)), tokens.caution));
            }
            let path = drafting.path().map(|path| path.display().to_string());
            let title = cx.text(&Message::new("te-bar").with("title", drafting.title()));
            ui.add(Label::new(strong(&title)).truncate())
                .on_hover_text(path.unwrap_or_else(|| cx.t("title-never-saved")));
        });
    });
}

fn command_button(ui: &mut Ui, cx: &Cx<'_>, drafting: &Drafting, command: Command) {
    let label = match command {
        Command::Undo => drafting.undo_label(),
        Command::Redo => drafting.redo_label(),
        _ => None,
    };
    let mut tip = cx.t(command.label_key());
    if let Some(label) = label {
        tip = format!("{tip}：{}", cx.text(label));
    }
    let words = RichText::new(cx.t(&format!("{}-short", command.label_key()))).size(14.0);
    let enabled = crate::app::menu_bar::is_enabled(cx, command);
    if ui.add_enabled(enabled, egui::Button::new(words)).on_hover_text(tip).clicked() {
        cx.command(command);
    }
}

/// Problems that concern a group or indicator, or the template as a whole.
fn problems_of<'d>(drafting: &'d Drafting, node: Option<&'d NodeId>) -> Vec<&'d Problem> {
    drafting.problems_of(node).collect()
}
