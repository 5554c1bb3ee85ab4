//! Equations in English, with the marks and words of the Chinese ones, so that one calculator reads both.

/// English and Chinese, what is longer first.
const PHRASES: &[(&str, &str)] = &[
    ("by the rule: ", "规则计算："),
    ("set by hand to", "人工改为"),
    ("key requirements not met", "关键要素未满足"),
    ("no nonconformity found", "未发现不符合项"),
    ("at the evaluator’s discretion:", "酌定"),
    (": no points", "，不得分"),
    ("but not below", "扣至"),
    ("counted as at most", "最高计"),
    ("counted as at least", "最低"),
    ("at most", "最多计"),
    ("at least", "最低"),
    ("÷ applicable", "÷ 适用"),
    ("own value", "本单位"),
    ("which is", "为"),
    ("that is", "为"),
    ("in the band", "属"),
    ("in no band", "不在任何一档"),
    ("not above the first node", "不高于首点"),
    ("not below the last node", "不低于末点"),
    ("not earned:", "未得 "),
    ("(not chosen:", "（未选："),
    ("below ", "低于 "),
    ("best ", "最优 "),
    ("was ", "原为 "),
    ("valid responses", "有效问卷"),
    ("valid response", "有效问卷"),
    ("rounded to ", "取 "),
    (" decimals", " 位小数"),
    (" marks", " 人打分"),
    (" mark", " 人打分"),
];

/// `text` as [`super::equations::judge`] reads it.
pub(crate) fn in_chinese(text: &str) -> String {
    let parts = text.split("; ").map(|clause| clause.split(", ").map(counted).collect::<Vec<_>>().join("，"));
    let text = parts.collect::<Vec<_>>().join("；");
    // Words that begin a clause stand behind its mark by now.
    let text = text.replace("；no points", "，不得分").replace("；total ", "；合计 ");
    let text = PHRASES.iter().fold(text, |text, (english, chinese)| text.replace(english, chinese));
    let text = match text.contains("target ") && text.contains("，actual ") {
        true => text.replace("target ", "预期 "),
        false => text,
    };
    text.replace('(', "（").replace(')', "）")
}

/// `2 of 3 up to standard` and `rank 2 of 3`, with the numbers where the Chinese has them.
fn counted(part: &str) -> String {
    if let Some((rank, units)) = part.strip_prefix("rank ").and_then(|rest| rest.split_once(" of ")) {
        return format!("{units} 个单位中第 {rank} 名");
    }
    let Some((before, rest)) = part.split_once(" up to standard") else { return part.to_owned() };
    let (label, passed, all) = match before.rsplit_once(": ") {
        Some((label, counts)) => (format!("{label}："), counts.split_once(" of "), rest),
        None => (String::new(), before.split_once(" of "), rest),
    };
    let (passed, of) = passed.unwrap();
    format!("{label}{of} 项中 {passed} 项达标{all}")
}
