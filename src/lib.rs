//! 绩评工作台 (jiping): scoring how well a public project spent its money (项目支出绩效评价), offline.
//!
//! One way through the house:
//!
//! ```text
//! template (RON) ─┐
//!                 ├─> scoring::score ─> Scorecard ─> views, prints, exports, checks
//! evaluation ─────┘
//!      ▲
//!      └── Edit ◄── window, command line
//! ```
//!
//! `docs/ARCHITECTURE.md` has the picture and the reasons.

#[cfg(feature = "gui")]
pub mod app;
pub mod checks;
pub mod cli;
pub mod evaluation;
pub mod file;
pub mod fonts;
pub mod history;
pub mod import;
pub mod logging;
pub mod number;
pub mod print;
pub mod ron_text;
pub mod samples;
pub mod scoring;
pub mod template;
pub mod text;
pub mod wording;
