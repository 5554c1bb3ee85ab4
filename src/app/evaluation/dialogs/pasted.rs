//! What a pasted block means for each row of the table: each is taken or refused, and nothing before that.

use crate::app::context::{Asked, Dialog};
use crate::app::dialogs::{focus_first, focus_text, heading, line, words};
use crate::app::evaluation::pasting::{Pasted, Proposal, WayIn};
use crate::app::evaluation::state::Action;
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::theme::{Tokens, size};
use crate::app::widgets::{primary, small, strong};
use crate::help::Topic;
use crate::text::Message;
use eframe::egui::{Grid, Key, Label, RichText, ScrollArea, Ui};

/// A row of the dialog.
pub(crate) struct PastedRow {
    pub proposal: Proposal,
    /// Its name, and what stands there now.
    pub name: String,
    pub score: String,
    pub reason: String,
    /// It is taken.
    pub taken: bool,
}

/// Wide enough for what is said of a score on one line or two.
const HOW: f32 = 210.0;

pub(crate) struct PasteScores {
    rows: Vec<PastedRow>,
    left_over: usize,
    /// 改分理由 of all scores that the rules do not give.
    by_hand: String,
}

impl PasteScores {
    /// `row` says of a proposal what stands in its row now: name, score, reason.
    pub(crate) fn new(pasted: Pasted, row: impl Fn(&Proposal) -> [String; 3]) -> Self {
        let rows = pasted.proposals.into_iter().map(|proposal| {
            let [name, score, reason] = row(&proposal);
            // What would be written over somebody's own words is not taken by itself.
            let taken = proposal.can_be_taken() && (reason.trim().is_empty() || proposal.reason.is_none());
            PastedRow { proposal, name, score, reason, taken }
        });
        Self { rows: rows.collect(), left_over: pasted.left_over, by_hand: String::new() }
    }

    fn needs_reason(&self) -> bool {
        let by_hand = |row: &PastedRow| {
            row.taken && row.proposal.score.as_ref().is_some_and(|score| matches!(score.way, WayIn::ByHand))
        };
        self.rows.iter().any(by_hand)
    }

    fn rows_ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let cx = asked.cx;
        let tokens = Tokens::of(ui);
        let highest = (ui.ctx().content_rect().height() - 300.0).max(120.0);
        ScrollArea::vertical().max_height(highest).following(ui, |ui| {
            Grid::new("pasted").num_columns(4).striped(true).spacing([14.0, 6.0]).show(ui, |ui| {
                for key in ["paste-take", "column-score", "paste-how", "column-reason"] {
                    ui.label(small(&cx.t(key), tokens.ink_faint));
                }
                ui.end_row();
                for row in &mut self.rows {
                    ui.checkbox(&mut row.taken, &row.name);
                    let now = if row.score.is_empty() { "—" } else { row.score.as_str() };
                    match &row.proposal.score {
                        Some(score) => ui.label(strong(&format!("{now} → {}", score.text))),
                        None => ui.label(small(now, tokens.ink_faint)),
                    };
                    let (how, ink) = match row.proposal.score.as_ref().map(|score| &score.way) {
                        Some(WayIn::ByRule(_)) => (cx.t("paste-by-rule"), tokens.ink_soft),
                        Some(WayIn::ByHand) => (cx.t("paste-by-hand"), tokens.caution),
                        Some(WayIn::Refused(message)) => (cx.text(message), tokens.deduction),
                        Some(WayIn::Unchanged) | None => (String::new(), tokens.ink_faint),
                    };
                    ui.vertical(|ui| {
                        ui.set_width(HOW);
                        ui.add(Label::new(small(&how, ink)).wrap());
                    });
                    let reason = match (&row.proposal.reason, row.reason.trim()) {
                        (Some(new), "") => new.clone(),
                        (Some(new), old) => {
                            cx.text(&Message::new("paste-over").with("old", old).with("new", new.as_str()))
                        }
                        (None, old) => old.to_owned(),
                    };
                    ui.add(Label::new(RichText::new(reason).size(size::SMALL)).truncate());
                    ui.end_row();
                }
            });
        });
    }
}

impl Dialog<Action> for PasteScores {
    fn name(&self) -> &'static str {
        "pasted"
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::CopyPaste)
    }

    fn width(&self) -> f32 {
        900.0
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let cx = asked.cx;
        heading(ui, &cx.t("paste-title"));
        if self.left_over > 0 {
            words(ui, &cx.text(&Message::new("paste-left-over").with("rows", self.left_over)));
        }
        self.rows_ui(ui, asked);
        let mut entered = false;
        if self.needs_reason() {
            let field = line(ui, &cx.t("paste-reason"), &mut self.by_hand, 1);
            // Asked before the focus goes back: a field that has it again has not lost it.
            entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            focus_text(ui, &field, &self.by_hand);
        }
        ui.horizontal(|ui| {
            let has_reason = !self.by_hand.trim().is_empty();
            let comes = |row: &&PastedRow| row.taken && row.proposal.comes_to_something(has_reason);
            let count = self.rows.iter().filter(comes).count();
            let text = cx.text(&Message::new("paste-do").with("count", count));
            let take = ui.add_enabled_ui(count > 0, |ui| primary(ui, &text)).inner;
            focus_first(ui, &take);
            if count > 0 && (take.clicked() || entered) {
                let taken = self.rows.iter().filter(|row| row.taken).map(|row| row.proposal.clone());
                let (taken, by_hand) = (taken.collect(), self.by_hand.clone());
                asked.answer(Action::TakePasted { taken, by_hand });
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }
}
