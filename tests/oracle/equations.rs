//! Every equation that is shown, recomputed from its own printed digits with exact arithmetic.
//!
//! A derivation is a chain of clauses (；), a clause parts (，) that work on a value one after the other, ending in
//! `= R`. What is no equation (a state, a choice, a target) is left out and counted.

use jiping::number::exact::{Exact, exact, fraction};
use rust_decimal::Decimal;
use std::str::FromStr as _;

/// What became of the equations of a text.
#[derive(Default, Debug)]
pub(crate) struct Verdict {
    pub(crate) right: usize,
    /// No arithmetic is printed.
    pub(crate) words: usize,
    pub(crate) wrong: Vec<String>,
}

pub(crate) fn judge(text: &str, verdict: &mut Verdict) {
    let text = text.strip_prefix("规则计算：").unwrap_or(text);
    let clauses = split(text, '；');
    for (at, clause) in clauses.iter().enumerate() {
        let is_told = ["人工改为", "预期", "未得 ", "酌定", "合计 "].iter().any(|word| clause.contains(word));
        let is_old = clauses.get(at + 1).is_some_and(|next| next.starts_with("原为 "));
        if is_told || is_old {
            continue;
        }
        let clause = clause.strip_prefix("原为 ").unwrap_or(clause);
        let Some((left, right)) = equation(clause) else { continue };
        match value(left) {
            None => verdict.words += 1,
            Some(value) if is_rounded(&value, right) => verdict.right += 1,
            Some(value) => verdict.wrong.push(format!("{clause}   [{value}] in {text}")),
        }
    }
}

/// The two sides of the last ` = ` outside of brackets, what is left of a choice cut off.
fn equation(clause: &str) -> Option<(&str, &str)> {
    let clause = clause.split_once("（未选：").map_or(clause, |(before, _)| before);
    let (left, right) = clause.rsplit_once("= ")?;
    let number = right.trim();
    Decimal::from_str(number.trim_end_matches('%')).ok()?;
    Some((left.trim_end(), number))
}

/// `right` is `value` rounded half away from zero to the digits that are printed.
fn is_rounded(value: &Exact, right: &str) -> bool {
    let percent = right.ends_with('%');
    let printed = Decimal::from_str(right.trim_end_matches('%')).unwrap();
    let value = if percent { value * exact(Decimal::ONE_HUNDRED) } else { value.clone() };
    let half = exact(Decimal::new(5, printed.scale() + 1));
    let (size, printed_size) = (value.clone().max(-value.clone()), exact(printed.abs()));
    let same_sign = printed.is_zero() || (value > exact(Decimal::ZERO)) == (printed > Decimal::ZERO);
    let (low, high) = (&printed_size - &half, &printed_size + &half);
    low <= size && size < high && same_sign
}

/// Parts outside of brackets and quotes.
fn split(text: &str, at: char) -> Vec<String> {
    let (mut parts, mut depth, mut quoted) = (vec![String::new()], 0, false);
    for c in text.chars() {
        match c {
            '（' => depth += 1,
            '）' => depth -= 1,
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        if c == at && depth <= 0 && !quoted {
            parts.push(String::new());
        } else {
            parts.last_mut().unwrap().push(c);
        }
    }
    parts
}

/// What stands before the equals sign comes to; `None` where no arithmetic is printed.
fn value(left: &str) -> Option<Exact> {
    let mut value: Option<Exact> = None;
    for part in split(left, '，') {
        let part = part.trim();
        let number = || first_number(part);
        if part.starts_with("最多") || part.starts_with("最高") {
            value = value.zip(number()).map(|(value, most)| value.min(most));
        } else if part.starts_with("最低") || part.starts_with("扣至") {
            value = value.zip(number()).map(|(value, least)| value.max(least));
        } else if part.starts_with("取 ") && part.ends_with("位小数") {
            let decimals = part.chars().find_map(|c| c.to_digit(10)).unwrap();
            value = value.and_then(|value| jiping::number::exact::rounded(&value, decimals)).map(exact);
        } else if part.contains("本单位 ") {
            // The number of the unit itself: what is made of it follows.
        } else if let Some(rank) = part.strip_suffix(" 名").and_then(|part| part.split_once("个单位中第 "))
        {
            value = Decimal::from_str(rank.1).ok().map(exact);
        } else if part == "不得分" {
            value = Some(exact(Decimal::ZERO));
        } else if let Some(applicable) = part.strip_prefix("÷ 适用 ") {
            value = value.map(|value| value / exact(Decimal::from_str(applicable).unwrap()));
        } else if part.starts_with("为 ") {
            value = value.or_else(number);
        } else if ["属", "低于", "未达标", "不高于首点", "不低于末点", "最优"]
            .iter()
            .any(|word| part.starts_with(word))
            || part.contains("人打分")
            || part.contains("有效问卷")
        {
            // Said beside the value.
        } else if part.contains("未发现不符合项") {
            value = Some(exact(Decimal::ZERO));
        } else if let Some((all, passed)) =
            part.strip_suffix(" 项达标").and_then(|part| part.split_once(" 项中 "))
        {
            let all = all.rsplit(['：', ' ']).next().unwrap();
            value = fraction(Decimal::from_str(passed).unwrap(), Decimal::from_str(all).unwrap());
        } else if let Some(found) = Expression::read(part) {
            let replaces = value.is_none() || found.operators > 0;
            if replaces {
                value = Some(found.value);
            }
        }
    }
    value
}

fn first_number(text: &str) -> Option<Exact> {
    let start = text.find(|c: char| c.is_ascii_digit() || c == '-')?;
    let (number, rest) = leading(text.get(start..)?)?;
    Some(if rest.starts_with('%') { number / exact(Decimal::ONE_HUNDRED) } else { number })
}

/// The number that the text begins with.
fn leading(text: &str) -> Option<(Exact, &str)> {
    let end =
        text.char_indices().find(|(at, c)| !(c.is_ascii_digit() || *c == '.' || (*c == '-' && *at == 0)));
    let end = end.map_or(text.len(), |(at, _)| at);
    Some((exact(Decimal::from_str(text.get(..end)?).ok()?), text.get(end..)?))
}

struct Expression {
    value: Exact,
    operators: usize,
}

impl Expression {
    fn read(text: &str) -> Option<Self> {
        let mut reader = Reader { rest: text, operators: 0 };
        let value = reader.sum()?;
        reader.rest.trim().is_empty().then_some(Self { value, operators: reader.operators })
    }
}

/// Reads sums of products; words around numbers are passed over, brackets behind a number are its label.
struct Reader<'t> {
    rest: &'t str,
    operators: usize,
}

impl Reader<'_> {
    fn sum(&mut self) -> Option<Exact> {
        let mut sum = self.product()?;
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix('+') {
                (self.rest, self.operators) = (rest, self.operators + 1);
                sum += self.product()?;
            } else if let Some(rest) = self.rest.strip_prefix('−') {
                (self.rest, self.operators) = (rest, self.operators + 1);
                sum -= self.product()?;
            } else {
                return Some(sum);
            }
        }
    }

    fn product(&mut self) -> Option<Exact> {
        let mut product = self.factor()?;
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix('×') {
                (self.rest, self.operators) = (rest, self.operators + 1);
                product *= self.factor()?;
            } else if let Some(rest) = self.rest.strip_prefix('÷') {
                (self.rest, self.operators) = (rest, self.operators + 1);
                let divisor = self.factor()?;
                assert!(divisor != exact(Decimal::ZERO), "a printed division by zero: {}", self.rest);
                product /= divisor;
            } else {
                return Some(product);
            }
        }
    }

    fn factor(&mut self) -> Option<Exact> {
        let begins = |c: char| c.is_ascii_digit() || matches!(c, '-' | '（' | '|');
        self.rest = self.rest.get(self.rest.find(begins)?..)?;
        if let Some(rest) = self.rest.strip_prefix('（') {
            self.rest = rest;
            let inner = self.sum()?;
            self.rest = self.rest.trim_start().strip_prefix('）')?;
            return Some(inner);
        }
        if let Some(rest) = self.rest.strip_prefix('|') {
            self.rest = rest;
            let inner = self.sum()?;
            self.rest = self.rest.trim_start().strip_prefix('|')?;
            let negative = -inner.clone();
            return Some(inner.max(negative));
        }
        let (number, rest) = leading(self.rest)?;
        let (number, rest) = match rest.strip_prefix(['%', '％']) {
            Some(rest) => (number / exact(Decimal::ONE_HUNDRED), rest),
            None => (number, rest),
        };
        // Its unit, up to what comes next.
        let end = rest.find(['+', '−', '×', '÷', '（', '）', '|']).unwrap_or(rest.len());
        let unit = rest.get(..end)?;
        if unit.chars().any(|c| c.is_ascii_digit()) {
            return None;
        }
        self.rest = rest.get(end..)?;
        if self.rest.starts_with('（') {
            self.label()?;
        }
        Some(number)
    }

    fn label(&mut self) -> Option<()> {
        let mut depth = 0;
        for (at, c) in self.rest.char_indices() {
            match c {
                '（' => depth += 1,
                '）' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.rest = self.rest.get(at + c.len_utf8()..)?;
                return Some(());
            }
        }
        None
    }
}

#[test]
fn what_is_false_is_found() {
    let wrong = |text: &str| {
        let mut verdict = Verdict::default();
        judge(text, &mut verdict);
        (verdict.right, verdict.wrong.len())
    };
    assert_eq!(wrong("7 − 2.00（支出依据不合规）= 5.00"), (1, 0));
    assert_eq!(wrong("7 − 2.00（支出依据不合规）= 5.10"), (0, 1));
    assert_eq!(wrong("7741273.5 ÷ 8127600；10 × 95.25% = 9.52"), (0, 1), "too few digits");
    assert_eq!(wrong("7741273.5 ÷ 8127600；10 × 95.2467% = 9.52"), (1, 0));
    assert_eq!(wrong("台账 10.4 分（k 3次 10.4 分），最多计 3 分 = 3.00"), (1, 0));
    assert_eq!(wrong("台账 10.4 分（k 3次 10.4 分）= 3.00"), (0, 1), "a limit that is not said");
    assert_eq!(wrong("100 ×（70% × 75 ÷ 100 + 30% × 98.19 ÷ 100）= 82.46"), (0, 1));
    assert_eq!(wrong("100 ×（70% × 75 ÷ 100 + 30% × 98.19 ÷ 100） + 0.50（加减分）= 82.46"), (1, 0));
}
