//! Thresholds and shares in a template: `"0.95"` and `"95%"` are the same number. For `#[serde(with = …)]`.

use rust_decimal::Decimal;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serializer};
use std::str::FromStr as _;

/// What an error of this module begins with; the text that was refused follows. Whoever words it for people
/// recognises it by this.
pub const REFUSED: &str = "neither a number nor a percentage: ";

/// Always as a number, never as a percentage.
///
/// # Errors
/// As the serializer says.
pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(value, serializer)
}

/// A number, or a percentage in either width.
///
/// # Errors
/// Text that is neither a number nor a percentage.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
    of(&text).ok_or_else(|| D::Error::custom(format!("{REFUSED}{text}")))
}

fn of(text: &str) -> Option<Decimal> {
    let text = text.trim();
    match text.strip_suffix(['%', '％']) {
        Some(percent) => Decimal::from_str(percent.trim()).ok()?.checked_div(Decimal::ONE_HUNDRED),
        None => Decimal::from_str(text).ok(),
    }
}

/// The same for a field that may be absent.
pub mod option {
    use super::{Decimal, Deserializer, Serializer};
    use serde::{Deserialize, Serialize as _};

    #[derive(Deserialize)]
    #[serde(transparent)]
    struct Quantity(#[serde(with = "super")] Decimal);

    /// Always as a number, never as a percentage.
    ///
    /// # Errors
    /// As the serializer says.
    pub fn serialize<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    /// As the outer one; a field that is absent is `None`.
    ///
    /// # Errors
    /// Text that is neither a number nor a percentage.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
        Ok(Option::<Quantity>::deserialize(deserializer)?.map(|quantity| quantity.0))
    }
}
