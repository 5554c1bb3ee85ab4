//! What Chinese words are found by: themselves, their pinyin, its initials.

use pinyin::ToPinyin as _;

/// `资金使用` becomes `资金使用 zijinshiyong zjsy`.
pub fn searchable(name: &str) -> String {
    let (mut full, mut initials) = (String::new(), String::new());
    for c in name.chars() {
        match c.to_pinyin() {
            Some(sound) => {
                full += sound.plain();
                initials.extend(sound.plain().chars().next());
            }
            None => {
                full.push(c);
                initials.push(c);
            }
        }
    }
    format!("{name} {full} {initials}").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::searchable;

    #[test]
    fn pinyin_and_its_initials_are_found() {
        let words = searchable("资金使用");
        for typed in ["资金", "zijin", "zjsy", "jinshi"] {
            assert!(words.contains(typed), "{typed} in {words}");
        }
    }
}
