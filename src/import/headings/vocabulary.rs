//! What the headings of score tables are called, as data: `assets/import/headings.ron`, and what a unit adds to it.

use super::super::words::{folded, pattern, squeezed};
use crate::import::ImportError;
use crate::ron_text;
use regex::{Regex, RegexSet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// What a heading says of its column.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Meaning {
    /// Names of this level, from 1 (一级指标).
    Level(usize),
    /// Names of no stated level: 指标名称, 考核项目.
    Name,
    /// 考核内容: the names where nothing else is, else what is looked at.
    Content,
    /// 分值, 标准分.
    Points,
    /// 权重: of the names to its left, or the points where there is no other column of them.
    Weight,
    /// 指标解释, 考核要点.
    Criterion,
    /// 评分标准.
    Standard,
    /// 档次: a row for each level of an indicator.
    Tier,
    /// 指标性质: ≥, ＝, 定性.
    Sign,
    /// 年度指标值.
    Target,
    /// 计量单位.
    Unit,
    /// 实际完成值.
    Actual,
    /// 得分, 自评分.
    Score,
    /// 扣分, in points.
    Deduction,
    /// 扣分原因, 偏差原因.
    Reason,
    /// 佐证材料.
    Evidence,
    /// 备注.
    Remark,
    /// Known, and of no use for a score: 序号, 责任部门.
    Other,
}

impl Meaning {
    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Level(_) | Self::Name)
    }
}

/// Words of headings and what they mean.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    exact: RegexSet,
    /// One for each pattern of `exact`.
    exact_means: Vec<Meaning>,
    /// Known by how it begins or ends.
    loose: RegexSet,
    /// One for each pattern of `loose`.
    loose_means: Vec<Meaning>,
}

/// How sure it is what a heading means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Certainty {
    /// All of its words are known.
    Exact,
    /// Its beginning or its end is.
    Loose,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    sets: BTreeMap<String, Vec<String>>,
    headings: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    means: Meaning,
    words: Vec<String>,
}

/// A heading that is longer is a sentence, whatever it ends with.
const MOST_CHARACTERS: usize = 16;

const SHIPPED: &str = include_str!("../../../assets/import/headings.ron");

pattern!(BRACKETS, r"[(][^()]*[)]");

impl Vocabulary {
    /// The words that the program comes with.
    #[expect(clippy::expect_used, reason = "a file of the program, read by the tests")]
    pub fn shipped() -> &'static Arc<Self> {
        static SHIPPED_WORDS: LazyLock<Arc<Vocabulary>> =
            LazyLock::new(|| Arc::new(Vocabulary::read(&[SHIPPED]).expect("headings.ron")));
        &SHIPPED_WORDS
    }

    /// The words that the program comes with, and those of `own` (a file of the same form) before them.
    ///
    /// # Errors
    /// `own` cannot be read; what is wrong and where.
    pub fn with(own: &str) -> Result<Self, ImportError> {
        Self::read(&[own, SHIPPED])
    }

    fn read(files: &[&str]) -> Result<Self, ImportError> {
        let mut sets = BTreeMap::new();
        let mut entries = Vec::new();
        for file in files {
            let file: File = ron_text::read(file).map_err(|error| bad(&error.to_string()))?;
            sets.extend(file.sets);
            entries.extend(file.headings);
        }
        let (mut exact, mut loose) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
        for Entry { means, words } in entries {
            for words in words {
                let (patterns, meanings) = if words.contains('…') { &mut loose } else { &mut exact };
                patterns.push(expression(&words, &sets)?);
                meanings.push(means);
            }
        }
        let set = |patterns: Vec<String>| RegexSet::new(patterns).map_err(|error| bad(&error.to_string()));
        Ok(Self { exact: set(exact.0)?, exact_means: exact.1, loose: set(loose.0)?, loose_means: loose.1 })
    }

    /// What a heading means; `None` where its words are not known.
    pub fn meaning(&self, heading: &str) -> Option<Meaning> {
        self.certain_meaning(heading).map(|(meaning, _)| meaning)
    }

    pub(super) fn certain_meaning(&self, heading: &str) -> Option<(Meaning, Certainty)> {
        let words = bare(heading);
        if words.is_empty() || words.chars().count() > MOST_CHARACTERS {
            return None;
        }
        let first = |set: &RegexSet, meanings: &[Meaning]| {
            set.matches(&words).into_iter().next().and_then(|place| meanings.get(place).copied())
        };
        let exact = first(&self.exact, &self.exact_means).map(|meaning| (meaning, Certainty::Exact));
        exact.or_else(|| first(&self.loose, &self.loose_means).map(|meaning| (meaning, Certainty::Loose)))
    }
}

/// A heading as it is compared: one width, no blanks, nothing in brackets, no numbers of points.
fn bare(heading: &str) -> String {
    let words = squeezed(&folded(heading));
    let words = BRACKETS.replace_all(&words, "");
    words.trim_matches([':', '/', '、', '*', '×', '★', '%']).to_owned()
}

fn bad(detail: &str) -> ImportError {
    ImportError::Headings { detail: detail.to_owned() }
}

/// `[a|b]` may be missing, `(a|b)` is one of them, `{set}` one of a set, `…` anything.
fn expression(words: &str, sets: &BTreeMap<String, Vec<String>>) -> Result<String, ImportError> {
    let mut expression = String::from("^(?i:");
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '[' | '(' => expression += "(?:",
            ']' => expression += ")?",
            ')' | '|' => expression.push(c),
            '…' => expression += ".*",
            '{' => {
                let (name, after) = rest.split_once('}').ok_or_else(|| bad(words))?;
                let set = sets.get(name).ok_or_else(|| bad(&format!("{{{name}}}: {words}")))?;
                let set: Vec<String> = set.iter().map(|word| regex::escape(word)).collect();
                expression = expression + "(?:" + &set.join("|") + ")";
                rest = after;
            }
            c => expression += &regex::escape(c.encode_utf8(&mut [0; 4])),
        }
    }
    expression += ")$";
    // Its own error names the words; that of a set of patterns would name the pattern.
    Regex::new(&expression).map_err(|_| bad(words))?;
    Ok(expression)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(heading: &str) -> Option<Meaning> {
        Vocabulary::shipped().meaning(heading)
    }

    #[test]
    fn words_of_the_trade_are_known() {
        use Meaning::{Actual, Content, Criterion, Deduction, Name, Other, Points, Reason, Remark, Score};
        use Meaning::{Evidence, Level, Sign, Standard, Target, Tier, Unit, Weight};
        for (meaning, headings) in [
            (
                Level(1),
                "一级指标|一级指标名称|一级|第一级指标|1级指标|一级评价指标|一级考核内容|一级指标及分值",
            ),
            (Level(3), "三级指标|三级绩效指标|三 级 指 标|三级"),
            (
                Name,
                "考核项|考核项目|评分项|考核点|指标名称|项目|类别|评价指标|绩效指标（90分）|考评项目|检查项目|业务考核指标|年度考核目标任务",
            ),
            (Content, "考核内容|考评内容|评查内容|检查内容|评审内容|内容"),
            (
                Points,
                "分值|分值（分）|标准分|基准分|基准分（15分）|满分|总分值|分数|配分|权重分|信用赋分|考核分值|分",
            ),
            (Weight, "权重|权重（%）|权重占比设定|权重分解（100%）|指标权重|所占比例"),
            (
                Standard,
                "评分标准|评价标准|考核标准|评分细则|评分细则及标准（取至整分）|考核细则|计分办法|扣分标准|评分规则|加减分条件|基准标准|检查标准|评分标准及分值",
            ),
            (
                Criterion,
                "指标解释|指标说明|具体指标|考核要点|评审要点|评分因素|考核内容及要求|工作细则|具体事项|详细描述",
            ),
            (Tier, "档次|等级|分箱|评分等级"),
            (Sign, "指标性质|计算符号|指标方向"),
            (
                Target,
                "年度指标值|年初目标值|目标值（标准）|预期指标值|指标值|目标值|年度目标值|绩效目标值|计划值",
            ),
            (Unit, "计量单位|度量单位|单位"),
            (Actual, "实际完成值|完成值|全年实际完成值|实际完成情况|完成情况|实施进度"),
            (
                Score,
                "得分|自评分|自评得分|复核分|评分|考核得分|直属上级评分（考核分数权重100%）|综合评分|实得分|得 分|初评得分",
            ),
            (Deduction, "扣分|扣分值|实际扣分|减分"),
            (
                Reason,
                "扣分原因|扣分理由|扣分说明|偏差原因分析及改进措施|未完成原因分析|原因分析|扣分依据及理由",
            ),
            (Evidence, "佐证材料|证明材料|支撑材料"),
            (Remark, "备注|备注说明"),
            (Other, "序号|责任部门|牵头部门|配合部门|数据来源|状态|编号|责任单位及责任人"),
        ] {
            for heading in headings.split('|') {
                assert_eq!(means(heading), Some(meaning), "{heading}");
            }
        }
        for other in
            ["张三", "2023", "大师姐队", "", "对照年度目标，说明相关任务目标的完成情况及评分标准的依据"]
        {
            assert_eq!(means(other), None, "{other}");
        }
    }

    #[test]
    fn a_unit_adds_its_own_words() {
        let own = r#"(headings: [(means: Points, words: ["斤两"]), (means: Standard, words: ["等级"])])"#;
        let vocabulary = Vocabulary::with(own).unwrap();
        assert_eq!(vocabulary.meaning("斤两"), Some(Meaning::Points));
        assert_eq!(vocabulary.meaning("等级"), Some(Meaning::Standard), "before those of the program");
        assert_eq!(vocabulary.meaning("分值"), Some(Meaning::Points));
        for broken in [
            "(",
            "(headings: [(means: Points, words: [\"[甲\"])])",
            "(headings: [(means: Points, words: [\"{无}\"])])",
        ] {
            assert!(matches!(Vocabulary::with(broken), Err(ImportError::Headings { .. })), "{broken}");
        }
    }
}
