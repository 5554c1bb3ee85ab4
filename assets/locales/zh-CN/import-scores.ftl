## 表里的得分和原因
import-note-scores = 表里的“{ $columns }”不会带入模板：模板只有指标、分值和评分规则，没有得分和原因。
import-note-scores-hint = 要沿用这些得分和原因，请先生成模板、新建评价，再在 Excel 里复制这几列，到“评分”里按 Ctrl+V 粘贴。
