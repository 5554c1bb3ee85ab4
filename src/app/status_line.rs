//! What stands at the bottom of the window: the last thing that happened, and what is under way.

use super::context::Cx;
use super::request::Request;
use super::system::jobs::JobStatus;
use super::widgets::theme::Tokens;
use super::widgets::{bar, small};
use eframe::egui::{Label, Ui};
use std::time::Duration;

/// The last thing that happened, where nothing is open.
pub(crate) fn notice_ui<A: From<Request>>(ui: &mut Ui, cx: &Cx<'_, A>) {
    let tokens = Tokens::of(ui);
    if let Some(job) = cx.shared.jobs.shown() {
        ui.horizontal(|ui| job_ui(ui, cx, job));
        return;
    }
    match &cx.shared.notice {
        Some(notice) => {
            let ink = if notice.is_problem { tokens.deduction } else { tokens.ink_soft };
            ui.add(Label::new(small(&notice.message.full(cx.lang()), ink)).truncate());
        }
        None => drop(ui.label(small(&cx.t("status-offline"), tokens.ink_faint))),
    }
}

/// What runs, how far it is, and a button to stop it.
pub(crate) fn job_ui<A: From<Request>>(ui: &mut Ui, cx: &Cx<'_, A>, job: &JobStatus) {
    let tokens = Tokens::of(ui);
    if ui.button(cx.t("button-cancel")).clicked() {
        cx.send(Request::CancelJob);
    }
    let (done, total) = (job.progress.done(), job.progress.total());
    // Thousandths, for the length of a bar.
    let share = done.saturating_mul(1000).checked_div(total).unwrap_or(0).min(1000);
    bar(ui, 140.0, share as f32 / 1000.0);
    ui.label(small(&cx.text(&job.label), tokens.ink_soft));
    ui.ctx().request_repaint_after(Duration::from_millis(100));
}
