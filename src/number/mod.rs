//! Exact numbers as people type and read them. No float anywhere.

pub mod exact;
pub mod quantity;

use crate::text::{Explain, Message, worded_errors};
use rust_decimal::{Decimal, RoundingStrategy, dec};
use std::str::FromStr as _;
use unicode_normalization::UnicodeNormalization as _;

/// 四舍五入 to `decimals` places: half away from zero, never banker's rounding.
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// Rounded and with all its decimals written out, as a column of figures needs: `5` at 2 is `5.00`.
pub fn fixed(value: Decimal, decimals: u32) -> String {
    // Not the library's own precision: it has no room for the zeros that the longest numbers would need.
    let mut text = round(value, decimals).to_string();
    let written = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let missing = (decimals as usize).saturating_sub(written);
    if written == 0 && missing > 0 {
        text.push('.');
    }
    text.extend(std::iter::repeat_n('0', missing));
    text
}

/// All its decimals, six at most, and at least `least` of them: a sum that a reader adds up.
pub fn in_full(value: Decimal, least: u32) -> String {
    fixed(value, least.max(value.normalize().scale().min(6)))
}

/// As few digits as say the same: `4.00` is `4`, `0.50` is `0.5`.
pub fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

/// A share as a percentage with two decimals: 0.95246733 is `95.25%`.
pub fn percent(share: Decimal) -> String {
    match share.checked_mul(Decimal::ONE_HUNDRED) {
        Some(percent) => format!("{}%", fixed(percent, 2)),
        None => format!("{}×100%", plain(share)),
    }
}

/// Bounds of an entry. `step` is the 得分增量: the entry must be a whole multiple of it, or the
/// greatest value itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Limits {
    /// The least that may be entered; `None` without bound.
    pub min: Option<Decimal>,
    /// The greatest, unless `below_max`; `None` without bound.
    pub max: Option<Decimal>,
    /// The greatest value is itself refused (half-open range).
    pub below_max: bool,
    /// 得分增量, above 0; `None`: any number.
    pub step: Option<Decimal>,
}

impl Limits {
    /// Without bounds that are there against slips only: nobody comes near them, and to read them helps nobody.
    pub(crate) fn near(&self) -> Self {
        let near = |bound: Option<Decimal>| bound.filter(|bound| bound.abs() < FAR);
        Self { min: near(self.min), max: near(self.max), ..*self }
    }

    /// `value` as it is, where it may be entered.
    ///
    /// # Errors
    /// The first bound that `value` breaks.
    pub fn check(&self, value: Decimal) -> Result<Decimal, EntryError> {
        let too_low = self.min.is_some_and(|min| value < min);
        let too_high = self.max.is_some_and(|max| value > max || (self.below_max && value == max));
        if too_low || too_high {
            return Err(EntryError::OutOfRange { value, limits: *self });
        }
        match self.step {
            // Full marks are full marks, whatever the step.
            Some(step)
                if self.max != Some(value)
                    && !step.is_zero()
                    && value.checked_rem(step) != Some(Decimal::ZERO) =>
            {
                Err(EntryError::OffStep { value, step })
            }
            _ => Ok(value),
        }
    }
}

/// Why an entry is refused. The entry itself stays in its field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EntryError {
    /// Not digits with at most one point; holds what was typed, without blanks around it.
    NotANumber(String),
    /// Below the least or above the greatest value.
    OutOfRange {
        /// What was entered.
        value: Decimal,
        /// What may be entered.
        limits: Limits,
    },
    /// 得分增量: neither a whole multiple of the step nor the greatest value.
    OffStep {
        /// What was entered.
        value: Decimal,
        /// What it should be a multiple of.
        step: Decimal,
    },
}

worded_errors!(EntryError);

/// More than anybody counts or pays.
const FAR: Decimal = dec!(1_000_000_000_000_000);

impl Explain for EntryError {
    fn message(&self) -> Message {
        match self {
            Self::NotANumber(text) => Message::new("entry-not-a-number").with("text", text),
            Self::OutOfRange { value, limits } => {
                // Of the bounds the broken one is said, however far it is.
                let (near, is_low) = (limits.near(), limits.min.is_some_and(|min| *value < min));
                let bounds = if is_low { (limits.min, near.max) } else { (near.min, limits.max) };
                let value = plain(*value);
                match bounds {
                    (Some(min), Some(max)) => Message::new(match limits.below_max {
                        true => "entry-out-of-half-open-range",
                        false => "entry-out-of-range",
                    })
                    .with("min", plain(min))
                    .with("max", plain(max)),
                    (Some(min), None) => Message::new("entry-too-low").with("min", plain(min)),
                    (None, Some(max)) => Message::new("entry-too-high").with("max", plain(max)),
                    (None, None) => Message::new("entry-not-a-number").with("text", &value),
                }
                .with("value", value)
            }
            Self::OffStep { value, step } => {
                Message::new("entry-off-step").with("value", plain(*value)).with("step", plain(*step))
            }
        }
    }
}

/// Reads a number as typed on a Chinese keyboard or pasted from a sheet: `３．５`, `3。5`, `8,127,600`, ` 12 `.
///
/// # Errors
/// Anything that is not plain digits with at most one point: `abc`, `1e3`, `1_000`, `3.5.1`.
pub fn parse(typed: &str) -> Result<Decimal, EntryError> {
    let refused = || EntryError::NotANumber(typed.trim().to_owned());
    let folded: String = typed.trim().replace('。', ".").nfkc().collect::<String>().replace(['−', '–'], "-");
    let digits = without_thousands(folded.trim()).ok_or_else(refused)?;
    let unsigned = digits.strip_prefix('-').unwrap_or(&digits);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(decimals) {
        return Err(refused());
    }
    let number =
        Decimal::from_str_exact(&digits).or_else(|_| Decimal::from_str(&digits)).map_err(|_| refused())?;
    // There is no −0 among points and money.
    Ok(if number.is_zero() { number.abs() } else { number })
}

/// Like [`parse`], and a trailing per cent sign is understood: `95`, `95%` and `95％` are all 95.
///
/// # Errors
/// As [`parse`].
pub fn parse_percent(typed: &str) -> Result<Decimal, EntryError> {
    parse(typed.trim().trim_end_matches(['%', '％']))
}

/// `None` where the commas do not stand between groups of three digits.
fn without_thousands(text: &str) -> Option<String> {
    if !text.contains(',') {
        return Some(text.to_owned());
    }
    let (whole, decimals) = text.split_once('.').map_or((text, None), |(w, d)| (w, Some(d)));
    let mut groups = whole.trim_start_matches('-').split(',');
    let first_fits = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
    if !first_fits || !groups.all(|group| group.len() == 3) {
        return None;
    }
    let whole = whole.replace(',', "");
    Some(decimals.map_or_else(|| whole.clone(), |d| format!("{whole}.{d}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn what_a_chinese_keyboard_types_is_read() {
        for typed in ["３．５", "3。5", " 3.5 ", "3.5", "３。５"] {
            assert_eq!(parse(typed), Ok(dec!(3.5)), "{typed}");
        }
        assert_eq!(parse("8,127,600"), Ok(dec!(8127600)));
        assert_eq!(parse("７，７４１，２７３．５"), Ok(dec!(7741273.5)));
        assert_eq!(parse("－１"), Ok(dec!(-1)));
        assert_eq!(parse_percent("95％"), Ok(dec!(95)));
    }

    #[test]
    fn what_is_not_a_plain_number_is_refused() {
        for typed in ["abc", "1e3", "1_000", "", "3.5.1", "1,00", "+5", ".", "5.", "inf", "1,0000"] {
            assert!(parse(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn limits_name_what_they_refuse() {
        let limits =
            Limits { min: Some(dec!(0)), max: Some(dec!(8)), step: Some(dec!(0.01)), below_max: false };
        assert_eq!(limits.check(dec!(8)), Ok(dec!(8)));
        assert!(matches!(limits.check(dec!(8.001)), Err(EntryError::OutOfRange { .. })));
        assert!(matches!(limits.check(dec!(7.001)), Err(EntryError::OffStep { .. })));
        assert!(matches!(limits.check(dec!(-1)), Err(EntryError::OutOfRange { .. })));
        let half_open = Limits { below_max: true, ..limits };
        assert!(half_open.check(dec!(8)).is_err());
        let said = |limits: Limits, value| limits.check(value).unwrap_err().message().text(Lang::Chinese);
        let far = Limits { min: Some(dec!(0)), max: Some(Decimal::MAX), ..Limits::default() };
        assert_eq!(said(far, dec!(-1)), "-1 小于 0。");
        let far = Limits { max: Some(FAR), ..far };
        assert!(said(far, Decimal::MAX).contains("0 至 1000000000000000 之间"), "the broken one is said");
    }

    #[test]
    fn the_longest_numbers_can_be_written_with_decimals() {
        assert_eq!(fixed(Decimal::MAX, 6), format!("{}.000000", Decimal::MAX));
        assert_eq!(fixed(Decimal::MIN, 2), format!("{}.00", Decimal::MIN));
        let long = Decimal::MAX.checked_div(dec!(100)).unwrap_or_default();
        assert_eq!(fixed(long, 6), "792281625142643375935439503.350000");
        assert_eq!(fixed(dec!(-0.004), 2), "0.00");
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        assert_eq!(fixed(dec!(79.995), 2), "80.00");
        assert_eq!(fixed(dec!(0.125), 2), "0.13");
        assert_eq!(fixed(dec!(-0.125), 2), "-0.13");
        assert_eq!(percent(dec!(0.95246733)), "95.25%");
        assert_eq!(plain(dec!(4.00)), "4");
    }
}
