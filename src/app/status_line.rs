//! What stands at the bottom of the window: the last thing that happened, and what is under way.

use super::context::Cx;
use super::request::Request;
use super::system::jobs::JobStatus;
use super::widgets::theme::Tokens;
use super::widgets::{bar, running_bar, small};
use crate::text::Message;
use eframe::egui::{Label, Ui};
use std::time::Duration;

/// In points.
const BAR: f32 = 140.0;

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
    let (progress, is_cancelled) = (&job.progress, job.progress.is_cancelled());
    let can_be_cancelled = !is_cancelled && !progress.is_committed();
    if can_be_cancelled && ui.button(cx.t("button-cancel")).clicked() {
        cx.send(Request::CancelJob(job.id));
    }
    let (done, total) = (progress.done(), progress.total());
    match total {
        // How much there is to do nobody knows; but something is done.
        0 => running_bar(ui, BAR),
        _ if is_cancelled => running_bar(ui, BAR),
        // Thousandths, for the length of a bar.
        _ => bar(ui, BAR, (done.saturating_mul(1000) / total).min(1000) as f32 / 1000.0),
    }
    ui.add(Label::new(small(&job_words(cx, job), tokens.ink_soft)).truncate());
    ui.ctx().request_repaint_after(Duration::from_millis(60));
}

fn job_words<A>(cx: &Cx<'_, A>, job: &JobStatus) -> String {
    let mut words = match (job.progress.is_cancelled(), job.progress.parts()) {
        (true, _) => cx.t("job-cancelling"),
        (false, (done, all)) if all > 1 => {
            let label = cx.text(&job.label);
            cx.text(&Message::new("job-parts").with("label", label).with("done", done).with("all", all))
        }
        _ => cx.text(&job.label),
    };
    let others = cx.shared.jobs.count().saturating_sub(1);
    if others > 0 {
        let others = cx.text(&Message::new("job-others").with("count", others));
        words = format!("{words} · {others}");
    }
    words
}
