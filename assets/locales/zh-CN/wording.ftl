# 推导过程、扣分原因、汇总过程的用语。分隔符里的空格写在引号中。

# Joints and brackets
words-comma = 、
words-semicolon = ；
words-labelled = { $number }（{ $label }）
words-bracketed = （{ $inner }）

# Derivations: why a score is what it is
why-gates = 关键要素未满足（{ $unmet }），不得分 = { $result }
why-all-parts = 各项全部符合，计 { $full } 分 = { $result }
why-not-all-parts = 不符合 { $unmet }，不得分 = { $result }
why-parts-unmet = { $sum }；未得 { $unmet }
why-band = { $option }，{ $range }
why-band-range = { $from }～{ $to } 分：酌定 { $result }
why-band-range-below = { $from }～{ $to } 分（不含 { $to } 分）：酌定 { $result }
why-within-band = { $source }，属“{ $band }”一档，{ $range }
why-in-band = { $source }，属“{ $band }”一档；{ $worth }
why-rate-complement = 1 − 率 = { $share }
why-curve = 按分段直线计算
why-curve-cut = { $source }，低于起算值 { $cut-off }，不得分 = { $result }
why-per-unit = 计 { $counted } × { $points } 分
why-within-standard = 未偏离标准
why-step-below = 低于 { $at }，每低 { $unit } 扣 { $points } 分{ $counting }{ $units }{ $most }
why-step-above = 高于 { $at }，每高 { $unit } 扣 { $points } 分{ $counting }{ $units }{ $most }
why-step-off = 标准为 { $at }：偏离 { $at }，每偏离 { $unit } 扣 { $points } 分{ $counting }{ $units }{ $most }
why-step-below-gives = 低于 { $at }，每低 { $unit } 加 { $points } 分{ $counting }{ $units }{ $most }
why-step-above-gives = 高于 { $at }，每高 { $unit } 加 { $points } 分{ $counting }{ $units }{ $most }
why-step-off-gives = 标准为 { $at }：偏离 { $at }，每偏离 { $unit } 加 { $points } 分{ $counting }{ $units }{ $most }
why-step-share = { $sign }（{ $from } − { $to }）÷ { $unit } × { $points }
why-standard-below = 低于 { $at } 才扣
why-standard-above = 高于 { $at } 才扣
why-standard-off = 偏离 { $at } 才计
why-standard-below-gives = 低于 { $at } 才加
why-standard-above-gives = 高于 { $at } 才加
why-standards = { $standards }：{ $source }
why-step-units = ，计 { $units } 个
why-step-whole = ，不满不计
why-step-begun = ，不足按一个计
why-step-proportional = ，按比例
why-step-most = ，最多扣 { $most } 分
why-step-most-gives = ，最多加 { $most } 分
why-whole-share = 每满 100% 计一个：{ $source }
why-whole-number = 每满 1 计一个：{ $source }
why-value = 直接计分：{ $source }
why-target = 预期 { $target }，实际 { $actual }：{ $verdict }
why-target-judged = 预期 { $target }，实际 { $actual }（人工判断）：{ $verdict }
why-target-met = 达成
why-target-not-met = 未达成
why-target-not-judged = 未判定
why-alternative = { $label }：{ $words }
why-alternative-within = { $path } › { $label }
why-alternatives-within = { $terms }；“{ $path }”合计 { $result }
why-alternatives = { $terms }；合计 { $result }
why-alternatives-left = { $sum }（未选：{ $left }）
why-zero-denominator = 分母为零，按模板规定计 { $points } 分 = { $result }
why-free = 酌定 { $result }
why-nothing-taken = { $base } − 0（无扣分情形）= { $result }
why-less = { $text }= { $result }
why-less-floored = { $text }，扣至 { $floor } 为止 = { $result }
words-clause = ，
why-most = 最多计 { $points } 分
why-least = 最低 { $points } 分
why-most-units = 最多 { $units } 个
why-rate-typed = 率 { $rate }
why-rate-is = 为 { $rate }
why-rate-below = 低于 { $cut-off }，不得分
why-rate-at-most = 最高计 { $most }
why-rate-not-negative = 最低 0%
why-curve-line = { $y0 } +（{ $y1 } − { $y0 }）×（{ $x } − { $x0 }）÷（{ $x1 } − { $x0 }）
why-curve-of = { $full } ×（{ $line }）
why-curve-first = 不高于首点 { $at }
why-curve-last = 不低于末点 { $at }
why-curve-end = 该点 { $worth } 分
why-curve-end-of = 该点：{ $full } × { $worth }
why-start = 起评 { $start } 分
why-less-than-a-unit = 相差不足一个单位
why-share-of = { $option }：{ $full } × { $share }
why-band-points = 该档 { $points } 分
why-band-share = 该档
why-overridden = 规则计算：{ $computed }；人工改为 { $result }，理由：{ $reason }
why-vetoed = { $label }，计 { $result }；原为 { $computed }

# Where the number of a rule came from
source-value = { $source }，为 { $number }
source-less-exempt = （{ $name } { $value } − { $exempt } { $less }）
source-ratio = { $actual } ÷ { $target }
source-ratio-reverse = { $target } ÷ { $actual }
source-ratio-linear = 1 −（{ $actual } − { $target }）÷ { $target }
source-ratio-complement = 1 − { $actual } ÷ { $target }
source-target = 目标
source-actual = 实际
source-budget = 预算数
source-received = 到位数
source-executed = 执行数
source-deviation = 偏离度 |实际 { $actual } − 目标 { $target }| ÷ 目标 { $target }
source-deviation-signed = 偏离度（实际 { $actual } − 目标 { $target }）÷ 目标 { $target }
source-survey = 有效问卷 { $answers } 份：{ $counts }
source-panel-mean = { $marks } 人打分，取平均
source-panel-marks = ：{ $marks }
source-panel-median = { $marks } 人打分{ $all }，取中位数
source-panel-trimmed = { $marks } 人打分{ $all }，去掉最高分和最低分各一个后平均
source-passes = { $all } 项中 { $passed } 项达标
source-passes-failed = { $passes }，未达标：{ $failed }
source-peers = 本单位 ÷ 最优：本单位 { $own }，最优 { $best }
source-peers-lowest = 最优 ÷ 本单位：本单位 { $own }，最优 { $best }
source-peers-rank = 本单位 { $own }，{ $units } 个单位中第 { $rank } 名
source-risks-none = 不符合 0：未发现不符合项
source-risks = 不符合 { $terms }
source-risks-ratio = { $sum }，÷ 适用 { $applicable }
source-risks-most = { $sum }，最多 { $most }
source-target-zero = 目标值为零，实际值未超过零
source-target-zero-exceeded = 目标值为零，实际值超过零
source-actual-zero = 实际值为零
source-survey-mean = （{ $terms }）÷ { $answers }
source-survey-weighed = （{ $terms }）÷（{ $highest } × { $answers }）
source-mean-of = （{ $terms }）÷ { $count }
source-single = 即 { $terms }
source-sum-of = { $terms } ÷ { $count }
source-rounded = 取 { $decimals } 位小数
source-other = “{ $indicator }”的{ $words }
source-other-score = “{ $indicator }”得分 { $number }
source-other-score-rate = “{ $indicator }”得分 { $number } ÷ 分值 { $points }
source-other-count = “{ $indicator }” { $number } 处
source-ledger-count = 台账 { $number } 次
source-ledger-points = 台账 { $number } 分
source-ledger-money = 台账 { $number } 元
source-ledger-detail = { $ledger }（{ $detail }）

# What the rows of a ledger come to
detail-joint = 、
detail-kind = { $kind } { $count }{ $unit } { $points } 分
detail-times = { $kind } { $count }次 { $points } 分
detail-kind-money = { $kind } { $count }{ $unit } { $points } 元
detail-times-money = { $kind } { $count }次 { $points } 元
detail-sum = 合计 { $points } 分
detail-cases = 次
detail-count = { $kind } { $count }{ $unit }
detail-tier = 累计满 { $from } 次，各行分数已 ×{ $times }
detail-same-matter = 同一事项就高，{ $rows } 行不计
detail-kill = 满 { $count } 次，按 { $to } 分计
detail-exempt = 免责 { $rows } 行不计

# What causes and deductions are called
naming-gates = 关键要素未满足：{ $unmet }
naming-each = { $label }：{ $counted } × { $points } 分
naming-each-exempt = { $label }：{ $count } 处，免责 { $exempt } 处，{ $counted } × { $points } 分
naming-each-most = { $each }，最多 { $most } 分
naming-ledger = { $label }：{ $detail }
naming-stepped = { $label }（{ $value }）
naming-zeroed = “{ $group }”不得分：{ $label }
naming-rest = 其余
naming-below-full = 未达到满分值
naming-too-few = 条数不足
naming-off-standard = 偏离标准
naming-starts-below-full = 起点低于满分
naming-not-reached = 未达成
naming-judged = 酌定
naming-zero-denominator = 分母为 0
naming-adjustments = 台账加减分
naming-panel-marks = 评委打分
naming-sub-sheets = 附表得分
naming-risks = 风险点
naming-ledger-rows = 台账
naming-actual = 实际值
naming-override = 人工改分
naming-cap = 封顶 { $cap }
naming-floor = 扣完为止
naming-least = 保底 { $floor }

# The numbers of a band
range-all = 全部
range-at-least = 不低于 { $edge }
range-above = 高于 { $edge }
range-at-most = 不高于 { $edge }
range-below = 低于 { $edge }

# How groups and the sheet come about
workings-rescaled = { $score } × { $points } ÷ { $base }（不适用的不计）
workings-weighted = { $points } ×（{ $terms }）
workings-weights = { $weighted } ÷ { $weights }（不适用的不计）
workings-mean = { $points } ×（{ $terms }）÷ { $count }
workings-highest = { $points } × { $ratio }（取得分率最高的一项“{ $name }”）
workings-lowest = { $points } × { $ratio }（取得分率最低的一项“{ $name }”）
workings-by-sum = 合计 { $value }
workings-by-mean = 平均 { $mean }，为 { $value }
workings-by-rate = 得分率 { $score } ÷ { $base }，为 { $value }
workings-in-band = 属“{ $band }”一档
workings-in-no-band = 不在任何一档
workings-adjust = 加减分
workings-open = { $name }，未评
workings-not-applicable = { $name }，不适用

# 等级 while points are open
grading-withheld = 暂不评级
grading-between = { $worst }至{ $best }
