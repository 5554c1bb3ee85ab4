//! What a pasted block means for 自设指标: each line is taken or refused, and nothing before that.

use crate::app::context::{Asked, Cx, Dialog};
use crate::app::dialogs::{focus_first, heading};
use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::Action;
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{primary, small};
use crate::evaluation::{Edit, Evaluation, OwnLine, PastedOwn, RefusedLine, new_own_id};
use crate::number::plain;
use crate::template::{Id as NodeId, Label, Node, Template};
use crate::text::{Explain as _, Message};
use eframe::egui::{self, ComboBox, Grid, ScrollArea, Ui};
use std::sync::Arc;

/// A line of the dialog.
struct Row {
    line: OwnLine,
    /// Where it goes, and how it would be scored there; or why it cannot.
    place: Result<(NodeId, Label), Message>,
    /// An indicator of that name stands there already.
    is_there: bool,
    taken: bool,
}

pub(crate) struct PasteOwn {
    template: Arc<Template>,
    evaluation: Arc<Evaluation>,
    /// Open groups with their names.
    groups: Vec<(NodeId, Label)>,
    /// Where lines go that name no group, by its place among the groups.
    chosen: usize,
    rows: Vec<Row>,
    refused: Vec<RefusedLine>,
    left_out: Vec<(usize, String)>,
}

impl PasteOwn {
    pub(crate) fn new(document: &Document, pasted: PastedOwn, group: Option<&NodeId>) -> Self {
        let template = document.template.clone();
        let open =
            template.outline().groups().iter().filter(|group| document.open_group(&group.id).is_some());
        let groups: Vec<(NodeId, Label)> = open.map(|group| (group.id.clone(), group.name.clone())).collect();
        let chosen = groups.iter().position(|(id, _)| Some(id) == group).unwrap_or_default();
        let evaluation = document.evaluation().clone();
        let PastedOwn { lines, refused, left_out } = pasted;
        let rows = Vec::new();
        let mut dialog = Self { template, evaluation, groups, chosen, rows, refused, left_out };
        dialog.rows = lines.into_iter().map(|line| dialog.row(line)).collect();
        dialog
    }

    /// Tries the line on the evaluation: nothing is offered that would be refused later.
    fn row(&self, line: OwnLine) -> Row {
        let chosen = self.groups.get(self.chosen).map(|(id, _)| id.clone());
        let group = line.group.clone().or(chosen).unwrap_or_else(|| NodeId::from(""));
        let id = new_own_id(&self.template, &self.evaluation);
        let edits = line.edits(&self.template, &group, id).unwrap_or_default();
        let tried = self.evaluation.apply(&self.template, &Edit::Together(edits));
        let pattern = line.pattern(&self.template, &group).map(|pattern| pattern.label.clone());
        let is_there = self.has(&group, &line.name);
        let place = match tried {
            Ok(_) => Ok((group, pattern.unwrap_or_default())),
            Err(error) => Err(error.message()),
        };
        // What stands there already is not doubled by itself, and where it is to go is for the user to say.
        let taken = place.is_ok() && !is_there && line.misplaced.is_none();
        Row { line, place, is_there, taken }
    }

    fn has(&self, group: &str, name: &str) -> bool {
        match self.template.node(group) {
            Some(Node::Group(group)) => group.children.iter().any(|node| node.name().trim() == name),
            _ => false,
        }
    }

    fn group_name(&self, id: &NodeId) -> &str {
        self.groups.iter().find(|(group, _)| group == id).map_or("", |(_, name)| name)
    }

    /// Asks for the group of those lines that name none.
    fn group_ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        if self.rows.iter().all(|row| row.line.group.is_some()) {
            return;
        }
        let caption = asked.cx.t("own-paste-group");
        let before = self.chosen;
        ui.horizontal(|ui| {
            ui.label(small(&caption, Tokens::of(ui).ink_soft));
            let name = self.groups.get(self.chosen).map_or("", |(_, name)| name);
            let list = ComboBox::from_id_salt("own-paste-group").selected_text(name).show_ui(ui, |ui| {
                for (number, (_, name)) in self.groups.iter().enumerate() {
                    ui.selectable_value(&mut self.chosen, number, &**name);
                }
            });
            list.response.accessible_name(&caption);
        });
        if self.chosen != before {
            let lines: Vec<OwnLine> =
                std::mem::take(&mut self.rows).into_iter().map(|row| row.line).collect();
            self.rows = lines.into_iter().map(|line| self.row(line)).collect();
        }
    }

    fn rows_ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let cx = asked.cx;
        let tokens = Tokens::of(ui);
        let names: Vec<String> = self
            .rows
            .iter()
            .map(|row| row.place.as_ref().map_or("", |(group, _)| self.group_name(group)).to_owned())
            .collect();
        Grid::new("pasted-own").num_columns(6).striped(true).spacing([14.0, 6.0]).show(ui, |ui| {
            for key in ["paste-take", "own-group", "own-target", "own-points", "own-unit", "own-pattern"] {
                ui.label(small(&cx.t(key), tokens.ink_faint));
            }
            ui.end_row();
            for (row, group) in self.rows.iter_mut().zip(&names) {
                ui.add_enabled_ui(row.place.is_ok(), |ui| ui.checkbox(&mut row.taken, &row.line.name));
                for text in [group, &row.line.target, &plain(row.line.points), &row.line.unit] {
                    ui.label(small(text, tokens.ink));
                }
                let (text, ink) = match &row.place {
                    Err(why) => (cx.text(why), tokens.deduction),
                    Ok(_) if row.is_there => (cx.t("own-paste-there"), tokens.caution),
                    Ok(_) if let Some(why) = &row.line.misplaced => (cx.text(why), tokens.caution),
                    Ok((_, pattern)) => (pattern.to_string(), tokens.ink_soft),
                };
                ui.label(small(&text, ink));
                ui.end_row();
            }
        });
        if !self.left_out.is_empty() {
            let words = Message::new("own-paste-left-out").with("columns", self.left_out_words(cx));
            ui.add(egui::Label::new(small(&cx.text(&words), tokens.caution)).wrap());
        }
        for line in &self.refused {
            let why =
                Message::new("own-paste-refused").with("line", line.line).with("text", line.text.trim());
            let why = why.with_detail("why", &line.why.clone().into());
            ui.add(egui::Label::new(small(&cx.text(&why), tokens.deduction)).wrap());
        }
    }

    fn left_out_words(&self, cx: &Cx<'_, Action>) -> String {
        let words = self.left_out.iter().map(|(number, heading)| match heading.as_str() {
            "" => cx.text(&Message::new("own-paste-column").with("number", *number)),
            heading => heading.to_owned(),
        });
        words.collect::<Vec<_>>().join(&cx.t("list-separator"))
    }

    fn taken(&self) -> Vec<(OwnLine, NodeId)> {
        let taken = self.rows.iter().filter(|row| row.taken);
        taken.filter_map(|row| Some((row.line.clone(), row.place.as_ref().ok()?.0.clone()))).collect()
    }
}

impl Dialog<Action> for PasteOwn {
    fn name(&self) -> &'static str {
        "paste-own"
    }

    fn width(&self) -> f32 {
        860.0
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let cx = asked.cx;
        heading(ui, &cx.t("own-paste-title"));
        self.group_ui(ui, asked);
        let highest = (ui.ctx().content_rect().height() - 260.0).max(120.0);
        ScrollArea::vertical().max_height(highest).following(ui, |ui| self.rows_ui(ui, asked));
        ui.add_space(GRID);
        ui.horizontal(|ui| {
            let taken = self.taken();
            let text = cx.text(&Message::new("own-paste-do").with("count", taken.len()));
            let go = ui.add_enabled_ui(!taken.is_empty(), |ui| primary(ui, &text)).inner;
            focus_first(ui, &go);
            if go.clicked() {
                asked.answer(Action::TakeOwn(taken));
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }
}
