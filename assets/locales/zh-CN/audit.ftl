## 连同得分导入：原表核对
audit-provenance = 按原表第 { $row } 行的得分；原表没有写明规则所需的实际值
audit-actual = 实际完成值：{ $actual }
audit-score = 原表得分：{ $score }
audit-other-scores = 还有得分列没有采用：{ $columns }。
audit-other-scores-hint = 只能按一列得分录入。要按另一列，请把它的含义设为“得分”，把现在这一列设为“不采用”。
audit-funds-unit = 表里没有写金额的单位，按“万元”录入。
audit-funds-unit-hint = 请核对；若是元，请在“项目与资金”里改单位。
audit-funds-sum = “{ $column }”的总额写 { $stated }，各项来源相加为 { $sum }。
audit-funds-sum-hint = 评价里的总额由各项来源相加得出，请核对原表。
audit-not-taken = 第 { $row } 行“{ $name }”没有录入：{ $why }
audit-not-taken-hint = 请建好评价后在“评分”里补录。
audit-deduction = 第 { $row } 行“{ $name }”：分值 { $points }，得分 { $score }，扣分 { $deducted }，三者对不上，按得分录入。
audit-deduction-hint = 请核对原表的得分和扣分。
audit-differs = 第 { $row } 行“{ $name }”：原表 { $stated } 分，按规则 { $computed } 分。
audit-differs-hint = 请核对。以规则为准就不用管；要保留原表的得分，请写明理由（人工改分）。
audit-undecided = 第 { $row } 行“{ $name }”：原表 { $stated } 分，表里没有写明怎样得来，暂按原表。
audit-undecided-hint = 请在“评分”里补录实际值或扣分情形，或写明按原表的理由。
audit-impossible = 第 { $row } 行“{ $name }”：“{ $score }”不是满分 { $points } 的指标能得的分，没有录入。
audit-impossible-hint = 请核对原表，在“评分”里补录。
audit-sum-group = 第 { $row } 行“{ $group }”小计写 { $stated } 分，原表各项得分相加为 { $sum } 分。
audit-sum-group-hint = 小计由程序相加，不用录入；请核对原表。
audit-sum-total = 第 { $row } 行合计写 { $stated } 分，原表各项得分相加为 { $sum } 分。
audit-sum-total-hint = 合计由程序相加，不用录入；请核对原表。
audit-sum-group-deducted = 第 { $row } 行“{ $group }”扣分小计写 { $stated } 分，原表各项扣分相加为 { $sum } 分。
audit-sum-group-deducted-hint = 小计由程序相加，不用录入；请核对原表。
audit-sum-total-deducted = 第 { $row } 行扣分合计写 { $stated } 分，原表各项扣分相加为 { $sum } 分。
audit-sum-total-deducted-hint = 合计由程序相加，不用录入；请核对原表。
audit-grade = 第 { $row } 行等级写“{ $stated }”，按评价的得分应为“{ $grade }”。
audit-grade-hint = 等级由程序按得分评定，不用录入；请核对原表。
audit-grade-unknown = 第 { $row } 行等级写“{ $stated }”，模板的等级中没有它，没有比较。
audit-grade-unknown-hint = 请核对模板的等级。
audit-summary = 原表核对：{ $items } 项有得分，与规则一致 { $agree } 项，不一致 { $differ } 项，原表没有写明怎样得来 { $undecided } 项；评价合计 { $total } 分。
audit-nothing = 这张表没有填写得分、完成情况或项目信息。
audit-nothing-hint = 只要评分表，就不用 --scores；要连同得分，请检查得分在哪一列（--column "F=score"）。
audit-kept = 保留原表得分，理由：{ $reason }
cli-audit-written = 评价已写入 { $file }。
cli-keep = “{ $keep }”没有说清哪一项、什么理由。
cli-keep-hint = 写成 指标=理由，指标写名称或编号，例如 --keep "满意度=按调查报告认定"。
cli-keep-same = “{ $name }”不需要理由：原表得分与规则一致，或者没有得分。
cli-keep-same-hint = 只有原表得分与规则不一致、或规则算不出的指标才写理由。
cli-arg-scores = 连同得分：同时写出评价（.jiping），并核对原表得分是否符合规则
cli-arg-keep = 保留与规则不符的原表得分，写“指标=理由”；可以写多次
audit-template = 模板还有错误，没有写评价。
audit-template-hint = 模板已写出：请按上面的检查结果改正，再新建评价；或改好原表后重新导入。
