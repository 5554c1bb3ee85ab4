//! 汇总: the evaluations of a folder in a list; a click opens one of them.

use super::state::{Action, Context, Folder};
use crate::app::context::{Asked, Cx, Dialog};
use crate::app::dialogs::{focus_first, heading, words};
use crate::app::request::{Next, Request};
use crate::app::system::file_prompt::PickFile;
use crate::app::system::jobs::Kind;
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{small, strong};
use crate::file::FileError;
use crate::overview::{Overview, evaluations_in};
use crate::text::{Explain as _, Message};
use eframe::egui::{Button, Grid, Label, ScrollArea, Ui};
use std::path::PathBuf;

/// The headings of what is known of each, by their keys.
const COLUMNS: [&str; 6] =
    ["folder-name", "folder-year", "folder-template", "folder-total", "folder-grade", "folder-progress"];
/// Names and titles are cut at so many points: the whole name stands in the tooltip.
const NAME: f32 = 300.0;
const TEMPLATE: f32 = 200.0;

/// Asks for the folder, beginning in the one that was last looked at.
pub(super) fn pick(context: &mut Context<'_>) {
    let last = context.shared.settings.folder.clone().filter(|folder| folder.is_dir());
    context.pick(PickFile::folder("folder-pick", "folder-pick", Action::ReadFolder).beginning_in(last));
}

/// Reads what lies in it, in a job.
pub(super) fn read(path: PathBuf, context: &mut Context<'_>) {
    context.shared.settings.folder = Some(path.clone());
    let places = context.shared.places.clone();
    let label = Some(Message::new("job-reading-folder"));
    context.start("folder", Kind::Quiet, label, move |progress| {
        Some(match evaluations_in(&path, &places, progress) {
            Ok((listed, left_out)) => Action::ShowFolder(Folder { path, listed, left_out }),
            Err(FileError::Cancelled) => return None,
            Err(error) => Action::Request(Request::failed(&error)),
        })
    });
}

impl Folder {
    fn overviews(&self) -> impl Iterator<Item = &Overview> {
        self.listed.iter().filter_map(|listed| listed.read.as_ref().ok())
    }

    /// How many evaluations, and how many of each grade.
    fn counts(&self, cx: &Cx<'_, Action>) -> String {
        let mut counts: Vec<(String, usize)> = Vec::new();
        let standings = self.listed.iter().map(|listed| match &listed.read {
            Ok(overview) => grade_words(cx, overview),
            Err(_) => cx.t("folder-unreadable"),
        });
        for standing in standings.filter(|standing| !standing.is_empty()) {
            match counts.iter_mut().find(|(name, _)| *name == standing) {
                Some((_, count)) => *count += 1,
                None => counts.push((standing, 1)),
            }
        }
        let all = cx.text(&Message::new("folder-count").with("count", self.listed.len()));
        let each = counts.into_iter().map(|(name, count)| format!("{name} {count}"));
        std::iter::once(all).chain(each).collect::<Vec<_>>().join("　")
    }

    /// As a spreadsheet takes it.
    fn as_table(&self, cx: &Cx<'_, Action>) -> String {
        let heads = COLUMNS.map(|key| cx.t(key)).join("\t");
        let lines = self.overviews().map(|overview| cells(cx, overview).join("\t"));
        std::iter::once(heads).chain(lines).collect::<Vec<_>>().join("\r\n")
    }

    fn rows_ui(&self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let (cx, tokens) = (asked.cx, Tokens::of(ui));
        Grid::new("folder").num_columns(COLUMNS.len()).striped(true).spacing([16.0, 6.0]).show(ui, |ui| {
            for key in COLUMNS {
                ui.label(small(&cx.t(key), tokens.ink_faint));
            }
            ui.end_row();
            for listed in &self.listed {
                let shown = listed.path.display().to_string();
                let file = listed.path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
                match &listed.read {
                    Ok(overview) => {
                        let [name, year, template, figures @ ..] = cells(cx, overview);
                        ui.scope(|ui| {
                            ui.set_max_width(NAME);
                            let open = ui.add(Button::new(name).frame(false).truncate());
                            if open.on_hover_text(&shown).clicked() {
                                asked.answer(Request::Leave(Next::Open(listed.path.clone())));
                            }
                        });
                        ui.label(small(&year, tokens.ink_soft));
                        ui.scope(|ui| {
                            ui.set_max_width(TEMPLATE);
                            ui.add(Label::new(small(&template, tokens.ink_soft)).truncate());
                        });
                        let ink = if overview.provisional { tokens.caution } else { tokens.ink };
                        for figure in figures {
                            ui.label(strong(&figure).color(ink));
                        }
                    }
                    Err(error) => {
                        ui.add(Label::new(small(&file, tokens.deduction)).truncate()).on_hover_text(&shown);
                        ui.label("");
                        let why = cx.text(&error.message());
                        ui.add(Label::new(small(&why, tokens.deduction)).truncate()).on_hover_text(&why);
                    }
                }
                ui.end_row();
            }
        });
    }
}

/// What stands in the columns of one.
fn cells(cx: &Cx<'_, Action>, overview: &Overview) -> [String; 6] {
    let (done, all) = overview.progress;
    [
        overview.name.clone(),
        overview.year.clone(),
        overview.template.clone(),
        overview.total.clone().unwrap_or_default(),
        grade_words(cx, overview),
        format!("{done}/{all}"),
    ]
}

/// 等级, 暂定 or 不计分.
fn grade_words(cx: &Cx<'_, Action>, overview: &Overview) -> String {
    match (&overview.total, &overview.grade) {
        (None, _) => cx.t("folder-no-points"),
        (Some(_), Some(grade)) => grade.clone(),
        (Some(_), None) if overview.provisional => cx.t("provisional"),
        (Some(_), None) => String::new(),
    }
}

impl Dialog<Action> for Folder {
    fn name(&self) -> &'static str {
        "folder"
    }

    fn width(&self) -> f32 {
        920.0
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let cx = asked.cx;
        heading(ui, &cx.text(&Message::new("folder-title").with("folder", self.path.display())));
        if self.listed.is_empty() {
            words(ui, &cx.t("folder-empty"));
        } else {
            words(ui, &self.counts(cx));
            let highest = (ui.ctx().content_rect().height() - 240.0).max(120.0);
            ScrollArea::both().max_height(highest).following(ui, |ui| self.rows_ui(ui, asked));
        }
        if self.left_out > 0 {
            words(ui, &cx.text(&Message::new("folder-left-out").with("count", self.left_out)));
        }
        ui.add_space(GRID);
        ui.horizontal(|ui| {
            let close = asked.close_button(ui, self, "folder-close");
            focus_first(ui, &close);
            if ui.button(cx.t("folder-other")).clicked() {
                asked.answer(Action::PickFolder);
            }
            if !self.listed.is_empty() && ui.button(cx.t("folder-copy")).clicked() {
                ui.ctx().copy_text(self.as_table(cx));
            }
        });
    }
}
