//! 绩评工作台 (jiping): scoring how well a public project spent its money (项目支出绩效评价), offline.
//!
//! A [`template::Template`] holds the indicators and the rule of each; an [`evaluation::Evaluation`] holds what was
//! entered, and changes by [`evaluation::Edit`]s alone; [`scoring::score`] makes of both the one
//! [`scoring::Scorecard`] that screen, paper and exports read.
//!
//! ```
//! use jiping::evaluation::{Edit, Evaluation, Value, input};
//! use jiping::number::fixed;
//! use jiping::{scoring, template};
//! use rust_decimal::dec;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Three indicators of 20, 40 and 40 points, each scored freely in steps of 1 point.
//! let template = template::shipped_by_id("process-output-effect").ok_or("no such template")?;
//! let mut evaluation = Evaluation::new(&template);
//! for (item, points) in [("process-score", dec!(15)), ("output-score", dec!(36)), ("effect-score", dec!(32))] {
//!     let inputs = vec![(input::POINTS.into(), Some(Value::Number(points)))];
//!     evaluation = evaluation.apply(&template, &Edit::SetInputs { item: item.into(), inputs })?;
//! }
//!
//! let card = scoring::score(&template, &evaluation);
//! let total = fixed(card.total, card.total_decimals);
//! println!("{total} / {}: {}", card.points, card.grade.as_deref().unwrap_or("—"));
//! assert_eq!((total.as_str(), card.grade.as_deref()), ("83.00", Some("良")));
//! assert_eq!(card.deductions, dec!(17));
//!
//! // An edit that does not fit is refused, and nothing changes: 20 points are the most.
//! let inputs = vec![(input::POINTS.into(), Some(Value::Number(dec!(21))))];
//! assert!(evaluation.apply(&template, &Edit::SetInputs { item: "process-score".into(), inputs }).is_err());
//! # Ok(())
//! # }
//! ```
//!
//! Points and money are exact decimals ([`rust_decimal::Decimal`]), strings in every file. Points (分值, 得分, 扣分)
//! are in points; rates and weights are shares, 95 % being 0.95, but an input that is a rate is entered in per cent;
//! amounts of the funds form are in its [`evaluation::MoneyUnit`], those of a ledger in 元. Ids are text
//! ([`template::Id`]); positions and lines count from 0.
//!
//! | room | what is in it |
//! | --- | --- |
//! | [`template`] | 评分模板: indicators, rules, grades; reading, checking, editing |
//! | [`evaluation`] | 评价: what was entered, and the edits that change it |
//! | [`scoring`] | points, deductions and their derivations, as data |
//! | [`wording`], [`text`] | the words of it, in Chinese and English |
//! | [`checks`] | what must be looked at before signing |
//! | [`file`](mod@file) | `.jiping` files: opening, saving, evidence, recovery |
//! | [`import`] | templates from tables of a spreadsheet or the clipboard |
//! | [`overview`] | an evaluation in one line, and those of a folder (汇总) |
//! | [`print`](mod@print), [`fonts`] | PDF, printers, the fonts on paper |
//! | [`number`], [`ron_text`], [`history`] | 四舍五入 and parsing, RON with places, undo |
//! | [`help`], [`searchable`] | 帮助: its pages and terms; finding by pinyin |
//! | [`samples`], [`logging`], [`cli`], `app` | built-in samples, the log, the command line, the window (feature `gui`) |
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

#![warn(missing_docs)]

#[cfg(feature = "gui")]
pub mod app;
pub mod audit;
pub mod checks;
pub mod cli;
mod encoding;
pub mod evaluation;
pub mod file;
pub mod fonts;
pub mod help;
pub mod history;
pub mod import;
pub mod logging;
pub mod number;
pub mod overview;
pub mod print;
pub mod ron_text;
pub mod samples;
pub mod scoring;
pub mod searchable;
pub mod template;
pub mod text;
mod whole_file;
pub mod wording;
