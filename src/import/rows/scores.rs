//! Which of several columns of scores holds those that count.

use crate::import::words::{folded, pattern, squeezed};

pattern!(EARLIER, r"上年|去年|上一年|往年|历史|上期|最高|平均|折算前");
pattern!(FINAL, r"复核|复评|审核|核定|核分|终评|终审|最终|最后|评价得分|考核得分|财政|专家|实得|综合");
pattern!(OWN, r"自评|自查|自测|自我|自考|初评|初核|小计");

/// The place of the column whose scores count, by the headings of those that hold any: what was decided last (复核分
/// before 得分 before 自评分). 上年得分 never counts.
pub(super) fn counting(headings: &[String]) -> Option<usize> {
    let ranked = headings.iter().enumerate().filter_map(|(place, heading)| Some((rank(heading)?, place)));
    ranked.max().map(|(_, place)| place)
}

fn rank(heading: &str) -> Option<usize> {
    let heading = squeezed(&folded(heading));
    if EARLIER.is_match(&heading) {
        return None;
    }
    Some(match (FINAL.is_match(&heading), OWN.is_match(&heading)) {
        (true, _) => 2,
        (false, false) => 1,
        (false, true) => 0,
    })
}

#[cfg(test)]
mod tests {
    use super::counting;

    #[test]
    fn what_was_decided_last_counts() {
        let counting = |headings: &[&str]| {
            let headings: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
            counting(&headings)
        };
        assert_eq!(counting(&["自评分", "复核分"]), Some(1));
        assert_eq!(counting(&["复核得分", "自评得分"]), Some(0));
        assert_eq!(counting(&["得分", "上年得分"]), Some(0));
        assert_eq!(counting(&["自评分"]), Some(0));
        assert_eq!(counting(&["上年得分"]), None);
        assert_eq!(counting(&[]), None);
    }
}
