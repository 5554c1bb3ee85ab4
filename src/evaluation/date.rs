//! Days as people write them.

use jiff::civil::Date;

/// The day that a text means: `2026-03-05`, `2026年3月5日`, `2026.3.5`, `2026/3/5`, `20260305`, in either width; with `year`
/// also `3月5日` and `3.5`. None where it says more or less than a day.
pub fn day_of(text: &str, year: Option<i16>) -> Option<Date> {
    let text: String = super::text_table::folded(text).chars().filter(|c| !c.is_whitespace()).collect();
    let says_more =
        |c: char| !(c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | '年' | '月' | '日' | '号'));
    if text.contains(says_more) {
        return None;
    }
    let numbers: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (year, month, day) = match numbers.as_slice() {
        [year, month, day] if year.len() == 4 => (year.parse().ok()?, *month, *day),
        [month, day] if month.len() <= 2 && text.contains(['月', '.', '/']) => (year?, *month, *day),
        [whole] if whole.len() == 8 => (whole.get(..4)?.parse().ok()?, whole.get(4..6)?, whole.get(6..)?),
        _ => return None,
    };
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The same as it is kept: `2026-03-05`.
pub(super) fn normal(text: &str, year: Option<i16>) -> Option<String> {
    day_of(text, year).map(|day| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in
            ["2026-03-05", "2026年3月5日", "2026.3.5", "2026/3/5", " 20260305 ", "２０２６ 年 3 月 5 日"]
        {
            assert_eq!(normal(text, None).as_deref(), Some("2026-03-05"), "{text}");
        }
        assert_eq!(normal("3月5日", Some(2020)).as_deref(), Some("2020-03-05"));
        assert_eq!(normal("11.2", Some(2020)).as_deref(), Some("2020-11-02"));
        for text in ["", "三月", "2026-13-01", "2026-02-30", "3月5日", "2026年3月", "2026-03-05 上午", "3"]
        {
            assert_eq!(normal(text, None), None, "{text}");
        }
    }
}
