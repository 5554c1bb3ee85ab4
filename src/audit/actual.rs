//! 实际完成值 as a table writes it, as what the rule is given.

use crate::evaluation::{InputKey, Value, input};
use crate::template::{Award, Measure, Target};
use rust_decimal::Decimal;

type Given = Vec<(InputKey, Option<Value>)>;

/// What the rule is given by these words; `None` where they say nothing that it takes.
pub(super) fn given(award: &Award, target: &str, actual: &str) -> Option<Given> {
    let text = |key: &str, text: &str| (InputKey::from(key), Some(Value::Text(text.to_owned())));
    if let Award::Target { target: own } = award {
        let expected = own.is_none().then(|| text(input::EXPECTED, target)).filter(|_| !target.is_empty());
        return Some(expected.into_iter().chain([text(input::REACHED, actual)]).collect());
    }
    let measure = award.measure()?;
    let actual = measured(actual)?;
    let number = |key: &str, number: Decimal| (InputKey::from(key), Some(Value::Number(number)));
    let pair = |(target, actual)| vec![number(input::TARGET, target), number(input::ACTUAL, actual)];
    match measure {
        Measure::Entered(_) => match Target::read(target) {
            Some(target) if target.percent || !actual.percent => pair_of(&target, &actual).map(pair),
            // 完成进度 100% beside a target in words or of things is the rate itself.
            _ if actual.percent => Some(vec![number(input::RATE, in_unit(&actual))]),
            _ => None,
        },
        Measure::Deviation(_) => pair_of(&Target::read(target)?, &actual).map(pair),
        Measure::Number(wanted) => {
            let fits = match wanted.is_percent() {
                true => actual.percent || is_plain_percent(&actual),
                false => !actual.percent && agree(&actual.unit, &wanted.unit),
            };
            fits.then(|| vec![number(input::VALUE, in_unit(&actual))])
        }
        _ => None,
    }
}

/// `已完成100%。` is 100 %; a bound (≥95%) is no measurement.
fn measured(actual: &str) -> Option<Target> {
    let actual = actual.trim().trim_end_matches(['。', '；', ';', '，']);
    let words = ["已", "完成", "达到", "达", "实现", "为", "：", ":"];
    let mut bare = actual;
    while let Some(rest) = words.iter().find_map(|word| bare.strip_prefix(word)) {
        bare = rest.trim_start();
    }
    if Target::is_bound(bare) {
        return None;
    }
    Target::read(bare).or_else(|| Target::read(only_rate(bare)?))
}

/// 满意度为95%: the only number of the words, where it is a rate.
fn only_rate(words: &str) -> Option<&str> {
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    let start = words.find(is_number)?;
    let rest = words.get(start..)?;
    let (number, behind) = rest.split_at_checked(rest.find(|c| !is_number(c))?)?;
    let behind = behind.strip_prefix(['%', '％'])?;
    let length = rest.len() - behind.len();
    (!number.is_empty() && !behind.contains(is_number)).then(|| rest.get(..length)).flatten()
}

/// 目标值 and 实际值 in one unit, in which they are entered.
fn pair_of(target: &Target, actual: &Target) -> Option<(Decimal, Decimal)> {
    let fits = match target.percent {
        true => actual.percent || is_plain_percent(actual),
        false => !actual.percent && agree(&actual.unit, &target.unit),
    };
    fits.then(|| (in_unit(target), in_unit(actual)))
}

/// The number as it is typed: 98 of 98 %.
fn in_unit(number: &Target) -> Decimal {
    match number.percent {
        true => number.value.saturating_mul(Decimal::ONE_HUNDRED).normalize(),
        false => number.value,
    }
}

/// 98 where per cent are meant. 0.98 may be either.
fn is_plain_percent(number: &Target) -> bool {
    !number.percent && number.unit.is_empty() && (number.value > Decimal::ONE || number.value.is_zero())
}

fn agree(one: &str, other: &str) -> bool {
    one.is_empty() || other.is_empty() || one == other
}

#[cfg(test)]
mod tests {
    use super::given;
    use crate::evaluation::Value;
    use crate::template::{Award, EnteredRate, Measure, MeasuredNumber, Rate};

    fn said(measure: Measure, target: &str, actual: &str) -> Option<String> {
        let given = given(&Award::Rate(Rate::blank(measure)), target, actual)?;
        let word = |(key, value): &(crate::evaluation::InputKey, Option<Value>)| match value {
            Some(Value::Number(number)) => format!("{key}={}", number.normalize()),
            other => format!("{key}={other:?}"),
        };
        Some(given.iter().map(word).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_rate_is_given_what_stands_beside_it() {
        let rate = || Measure::Entered(EnteredRate::blank());
        let said = |target, actual| said(rate(), target, actual);
        assert_eq!(said("≥735人次", "735").as_deref(), Some("target=735 actual=735"));
        assert_eq!(said("≥95%", "98%").as_deref(), Some("target=95 actual=98"));
        assert_eq!(said("≥95%", "98").as_deref(), Some("target=95 actual=98"));
        assert_eq!(said("≥95%", "0.98"), None, "0.98 may be 98 % or less than one");
        assert_eq!(said("", "95%").as_deref(), Some("rate=95"));
        assert_eq!(said("按期完成", "已完成100%").as_deref(), Some("rate=100"));
        assert_eq!(said("120盏", "100%").as_deref(), Some("rate=100"));
        assert_eq!(said("120盏", "118个"), None, "another unit");
        assert_eq!(said("", "问卷满意率为95%。").as_deref(), Some("rate=95"));
        assert_eq!(said("", "发卷120份，满意率95%"), None, "two numbers");
        assert_eq!(said("≥95%", "≥95%"), None, "a bound is no measurement");
        assert_eq!(said("有效", "有效"), None);
    }

    #[test]
    fn a_number_is_given_in_its_unit() {
        let number =
            |unit: &str| Measure::Number(MeasuredNumber { unit: unit.into(), ..MeasuredNumber::blank() });
        assert_eq!(said(number("%"), "", "87.5%").as_deref(), Some("value=87.5"));
        assert_eq!(said(number("%"), "", "87.5").as_deref(), Some("value=87.5"));
        assert_eq!(said(number("天"), "", "3天").as_deref(), Some("value=3"));
        assert_eq!(said(number("天"), "", "3%"), None);
    }
}
