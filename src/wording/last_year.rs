//! What is said of last year.

use crate::evaluation::{LastState, LastYear, NextYear, Taken};
use crate::number::{fixed, in_full, plain};
use crate::scoring::{Incomparable, LastPoints, LastScore};
use crate::text::{Lang, Message};
use rust_decimal::Decimal;

impl LastScore {
    /// `上年 5.00，扣 1.00`, or why it cannot be compared.
    pub fn text(&self, lang: Lang, decimals: u32) -> String {
        match self {
            Self::Comparable(points) => points.message(decimals).text(lang),
            Self::Incomparable { why, then: None } => {
                Message::new("last-year-incomparable").with_detail("why", &why.message().into()).text(lang)
            }
            Self::Incomparable { why, then: Some(then) } => {
                let message = Message::new("last-year-incomparable-then").with("points", plain(then.points));
                let message = message.with_detail("why", &why.message().into());
                message.with_detail("then", &then.message(decimals).into()).text(lang)
            }
        }
    }
}

impl LastYear {
    /// What last year's sheet came to: `2024 年度（去年.jiping）：合计 88.48 / 100，良`.
    pub fn message(&self) -> Message {
        let key = if self.provisional { "last-year-sheet-provisional" } else { "last-year-sheet" };
        Message::new(key)
            .with("year", &self.year)
            .with("file", &self.file)
            .with("total", fixed(self.total, self.rounding.total_decimals))
            .with("points", plain(self.points))
            .with("grade", self.grade.as_deref().unwrap_or("—"))
    }
}

impl NextYear {
    /// That it was made, of which file.
    pub fn message(&self) -> Message {
        let file = self.evaluation.last_year.as_deref().map(|last| &*last.file).unwrap_or_default();
        match &*self.evaluation.project.year {
            "" => Message::new("next-year-made-undated").with("file", file),
            year => Message::new("next-year-made").with("file", file).with("year", year),
        }
    }
}

impl Taken {
    /// What was taken from last year's evaluation, and what not.
    pub fn message(&self) -> Message {
        let Self { sources, targets, own, adjusted } = self;
        Message::new("next-year-taken")
            .with("sources", sources)
            .with("targets", targets)
            .with("own", own)
            .with("adjusted", adjusted)
    }
}

impl LastPoints {
    fn message(&self, decimals: u32) -> Message {
        let key = match self.deduction {
            none if none.is_zero() => "last-year-full",
            lost if lost > Decimal::ZERO => "last-year-points",
            _ => "last-year-bonus",
        };
        let message = Message::new(key).with("score", in_full(self.score, decimals));
        message.with("deduction", in_full(self.deduction.abs(), decimals))
    }
}

impl Incomparable {
    /// Why two years cannot be compared.
    pub fn message(&self) -> Message {
        match self {
            Self::New => Message::new("incomparable-new"),
            Self::NotScored(state) => Message::new(match state {
                LastState::Unscored => "incomparable-unscored",
                LastState::NoInformation => "incomparable-no-information",
                LastState::NotApplicable => "incomparable-not-applicable",
                LastState::Compared => "incomparable-compared",
            }),
            Self::Renamed { then } => Message::new("incomparable-renamed").with("then", then),
            Self::Points { then, now } => {
                Message::new("incomparable-points").with("then", plain(*then)).with("now", plain(*now))
            }
            Self::Rule => Message::new("incomparable-rule"),
        }
    }
}
