//! 月份 of a date as people type it.

use std::fmt;
use unicode_normalization::UnicodeNormalization as _;

/// A month of a year; months follow each other in time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month {
    /// 1900 to 2999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
}

impl Month {
    /// Of `2020-03-05`, `2020/3/5`, `2020.3.5`, `2020年3月5日`, `2020年3月`, `20200305`, in either width and with
    /// spaces between. `None` where the text does not begin with a year of four digits (1900 to 2999) and a month.
    pub fn of(date: &str) -> Option<Self> {
        let folded: String = date.nfkc().filter(|c| !c.is_whitespace()).collect();
        let digits_of = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
        let leading = digits_of(&folded);
        let (year, month) = match leading {
            4 => {
                let rest = folded.get(4..)?.strip_prefix(['-', '/', '.', '年', '−', '–'])?;
                let length = digits_of(rest);
                (1..=2).contains(&length).then_some(())?;
                (folded.get(..4)?, rest.get(..length)?)
            }
            8 => (folded.get(..4)?, folded.get(4..6)?),
            _ => return None,
        };
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        ((1900..=2999).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }
}

/// `2020-03`
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_of_dates_as_people_type_them() {
        for typed in [
            "2020-03-05",
            "2020/3/5",
            "2020年3月5日",
            "2020.3.5",
            "2020年3月",
            "20200305",
            "２０２０－０３－０５",
            " 2020 年 3 月 5 日 ",
            "2020-3-5 14:30",
            "2020-03",
        ] {
            assert_eq!(
                Month::of(typed).map(|month| month.to_string()).as_deref(),
                Some("2020-03"),
                "{typed}"
            );
        }
    }

    #[test]
    fn no_month_is_guessed() {
        for typed in [
            "",
            "3月5日",
            "20-3-5",
            "2020",
            "2020-13-01",
            "2020-0-1",
            "43895",
            "5/3/2020",
            "2020-123",
            "三月",
        ] {
            assert_eq!(Month::of(typed), None, "{typed}");
        }
    }
}
