//! How a group or the sheet came about.

use crate::number::{fixed, percent, plain, round};
use crate::scoring::{Combined, Counted, Workings};
use crate::template::BandedBy;
use crate::text::{Lang, Message};
use rust_decimal::Decimal;

impl Workings {
    /// `20 × 36 ÷ 40 = 18.00`. `decimals` are those of the score.
    pub fn text(&self, lang: Lang, decimals: u32) -> String {
        format!("{} = {}", self.words(lang, decimals), fixed(self.score, decimals))
    }

    fn words(&self, lang: Lang, decimals: u32) -> String {
        let number = |value: Decimal| plain(round(value, decimals));
        let full = plain(self.points);
        let ratio = |one: &Counted| format!("{} ÷ {}", number(one.score), plain(one.base));
        let of_points = |key| Message::new(key).with("points", &full);
        match &self.how {
            Combined::Rescaled { score, base } => {
                let message = of_points("workings-rescaled").with("score", number(*score));
                message.with("base", plain(*base)).text(lang)
            }
            Combined::MeanOf { count, weighted } => {
                let key = if *weighted { "workings-weighted-mean-of" } else { "workings-mean-of" };
                of_points(key).with("count", count).text(lang)
            }
            Combined::Weighted { children, weights } => {
                let weight = |one: &Counted| percent(one.weight.unwrap_or_default());
                let terms: Vec<String> =
                    children.iter().map(|one| format!("{} × {}", weight(one), ratio(one))).collect();
                let text = of_points("workings-weighted").with("terms", terms.join(" + ")).text(lang);
                if *weights == Decimal::ONE { text } else { format!("{text} ÷ {}", percent(*weights)) }
            }
            Combined::Mean { children } => {
                let terms: Vec<String> = children.iter().map(ratio).collect();
                let message = of_points("workings-mean").with("terms", terms.join(" + "));
                message.with("count", children.len()).text(lang)
            }
            Combined::Scaled { score, base } => format!("{full} × {} ÷ {}", number(*score), plain(*base)),
            Combined::Highest(one) => of_points("workings-highest").with("ratio", ratio(one)).text(lang),
            Combined::Lowest(one) => of_points("workings-lowest").with("ratio", ratio(one)).text(lang),
            Combined::Banded { by, value, band } => {
                let (key, value) = match by {
                    BandedBy::Sum => ("workings-by-sum", number(*value)),
                    BandedBy::Mean => ("workings-by-mean", number(*value)),
                    BandedBy::Rate => ("workings-by-rate", percent(*value)),
                };
                let by = Message::new(key).with("value", value).text(lang);
                match band {
                    Some(band) => Message::new("workings-in-band").with("band", band.text(lang)),
                    None => Message::new("workings-in-no-band"),
                }
                .with("by", by)
                .text(lang)
            }
        }
    }
}
