//! Exact fractions, for formulas that divide: a third stays a third until it is rounded once.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One as _, Signed as _, Zero as _};
use rust_decimal::Decimal;

/// A fraction without loss. It cannot overflow.
pub type Exact = BigRational;

/// `value` as a fraction.
pub fn exact(value: Decimal) -> Exact {
    let scale = BigInt::from(10).pow(value.scale());
    BigRational::new(BigInt::from(value.mantissa()), scale)
}

/// `a ÷ b`; `None` where `b` is 0.
pub fn fraction(a: Decimal, b: Decimal) -> Option<Exact> {
    (!b.is_zero()).then(|| exact(a) / exact(b))
}

/// Numerator and denominator without a common factor; `None` where they are too large for decimals.
pub fn parts(value: &Exact) -> Option<(Decimal, Decimal)> {
    let part = |integer: &BigInt| Decimal::try_from_i128_with_scale(i128::try_from(integer).ok()?, 0).ok();
    Some((part(value.numer())?, part(value.denom())?))
}

/// 四舍五入 to `decimals` places, half away from zero, without zeros at the end; `None` where the number is too large for a decimal.
pub fn rounded(value: &Exact, decimals: u32) -> Option<Decimal> {
    let scaled = value.abs() * BigRational::from_integer(BigInt::from(10).pow(decimals));
    let two = BigInt::from(2);
    let half_up = (scaled.numer() * &two + scaled.denom()) / (scaled.denom() * &two);
    let mantissa = i128::try_from(half_up).ok()?;
    let signed = if value.is_negative() { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(signed, decimals).ok().map(|rounded| rounded.normalize())
}

/// `value` kept within `low` and `high`.
pub fn clamped(value: Exact, low: &Exact, high: &Exact) -> Exact {
    if value < *low {
        low.clone()
    } else if value > *high {
        high.clone()
    } else {
        value
    }
}

/// 0.
pub fn zero() -> Exact {
    Exact::zero()
}

/// 1.
pub fn one() -> Exact {
    Exact::one()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_tie_is_seen_after_any_division() {
        let sixth = fraction(dec!(1), dec!(600)).unwrap_or_else(zero);
        assert_eq!(rounded(&(exact(dec!(3)) * sixth), 2), Some(dec!(0.01)));
        assert_eq!(rounded(&exact(dec!(-0.125)), 2), Some(dec!(-0.13)));
        assert_eq!(rounded(&exact(dec!(-0.004)), 2), Some(dec!(0)));
        assert_eq!(rounded(&exact(Decimal::MAX), 0), Some(Decimal::MAX));
        assert_eq!(rounded(&exact(Decimal::MAX), 6), None);
    }
}
