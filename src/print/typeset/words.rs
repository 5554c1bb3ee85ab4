//! The words of the trade, so that a label is broken between them: 满意度 / 指标, not 满意度指 / 标.

use std::sync::LazyLock;

/// Single characters at the end belong to what stands before them.
const WORDS: &str = "\
    服务对象 可持续性 可持续 满意度 合规性 及时性 充分性 规范性 合理性 明确性 \
    科学性 健全性 有效性 完成率 达标率 到位率 执行率 节约率 指标值 预算数 执行数 \
    完成值 负责人 经济 社会 生态 环境 效益 影响 指标 数量 质量 时效 成本 产出 \
    效果 项目 管理 资金 决策 过程 组织 实施 目标 绩效 预算 执行 年度 完成 \
    实际 预期 年初 全年 财政 拨款 本年 上年 结转 其他 使用 制度 机构 财务 \
    分配 办法 结果 依据 程序 立项 投入 到位 情况 原因 分析 改进 措施 偏差 \
    扣分 评价 标准 及 的 率";

/// The words as characters.
static KNOWN: LazyLock<Vec<Vec<char>>> =
    LazyLock::new(|| WORDS.split(' ').map(|word| word.chars().collect()).collect());

/// Forbids what would break a word.
pub(super) fn keep_words(text: &[char], breaks: &mut [bool]) {
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let found = KNOWN.iter().filter(|word| rest.starts_with(word)).map(Vec::len);
        // Single characters belong to what stands before them.
        let Some(length) = found.max() else {
            at += 1;
            continue;
        };
        let before = at.checked_sub(1).filter(|_| length == 1);
        if let Some(before) = before.and_then(|before| breaks.get_mut(before)) {
            *before = false;
        }
        breaks.iter_mut().skip(at).take(length - 1).for_each(|may| *may = false);
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole() {
        let text: Vec<char> = "服务对象满意度指标".chars().collect();
        let mut breaks = vec![true; text.len()];
        keep_words(&text, &mut breaks);
        let ends: Vec<usize> = (0..breaks.len()).filter(|at| breaks[*at]).collect();
        assert_eq!(ends, [3, 6, 8]);
    }
}
