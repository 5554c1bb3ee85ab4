## 表里的得分和原因
import-note-scores = 表里的“{ $columns }”不会带入模板：模板只有指标、分值和评分规则，没有得分和原因。
import-note-scores-hint = 要沿用这些得分和原因，请选“连同得分”。
import-with-scores = 这张表已经填过：
import-template-only = 只要评分表
import-scores-too = 连同得分
import-finish-scores = 建成评价
import-list-scores = 得分核对 { $count }
import-scores-agree = 原表得分都与规则一致。
import-scores-differs = 原表的得分与规则算出的不同。以规则为准就不用填；要按原表，请写理由（人工改分，会打印）。
import-scores-undecided = 原表没有写明这个得分怎样得来，暂按原表。可以写明理由，也可以建好评价后补录实际值或扣分情形。
import-scores-impossible = 不是这项指标能得的分，没有录入，原文留在备注里。请建好评价后补录。
import-scores-numbers = 原表 { $stated } · 按规则 { $computed } · 满分 { $points }
import-scores-reason = “{ $name }”按原表 { $score } 分的理由
import-scores-why = 按原表 { $score } 分的理由
import-scores-errors = 模板还有错误，不能连同得分建成评价。
import-scores-errors-hint = 请看“说明与检查”，在原表或各列里改好；或先选“只要评分表”，在模板编辑器里改。
