//! What is said of findings wherever they stand: places, colours, counts.

use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::Cx;
use crate::app::widgets::theme::Tokens;
use crate::checks::{Finding, Place, Severity};
use crate::text::{Lang, Message, tr};
use eframe::egui::Color32;

/// Where it is, in the words of the sheet.
pub(super) fn place_name(document: &Document, lang: Lang, finding: &Finding) -> String {
    match &finding.place {
        Place::Score(item) | Place::Reason(item) | Place::Evidence(item) => {
            let indicator = document.template.indicator(item);
            indicator.map(|indicator| indicator.name.to_string()).unwrap_or_default()
        }
        Place::Head(_) | Place::Funds => tr(lang, "view-project"),
        Place::Tailoring => tr(lang, "command-tailor"),
        Place::Sheet => tr(lang, "findings-whole-sheet"),
    }
}

/// Ink and ground of a severity.
pub(super) fn colours(tokens: &Tokens, severity: Severity) -> (Color32, Color32) {
    match severity {
        Severity::Error => (tokens.deduction, tokens.deduction_soft),
        Severity::Warning => (tokens.caution, tokens.caution_soft),
        Severity::Info => (tokens.ink_soft, tokens.line),
    }
}

/// `错误`, `提醒`, `提示`.
pub(super) fn level_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "level-error",
        Severity::Warning => "level-warning",
        Severity::Info => "level-info",
    }
}

/// How many open ones of a severity there are.
pub(super) fn count(document: &Document, severity: Severity) -> usize {
    let open = document.findings().iter().filter(|finding| finding.is_open());
    open.filter(|finding| finding.severity == severity).count()
}

/// `4 项错误，须改正或写明说明`.
pub(super) fn counted(cx: &Cx<'_>, key: &'static str, count: usize) -> String {
    cx.text(&Message::new(key).with("count", count))
}
