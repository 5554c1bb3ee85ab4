# 用去年的新建、上年得分

# What last year says of an indicator
last-year-points = 上年 { $score }，扣 { $deduction }
last-year-full = 上年 { $score }，未扣分
last-year-bonus = 上年 { $score }，加 { $deduction }
last-year-incomparable = 上年不可比：{ $why }
last-year-incomparable-then = 上年不可比：{ $why }（{ $then }；上年分值 { $points }）
incomparable-new = 上年的表没有这项指标
incomparable-unscored = 上年未评
incomparable-no-information = 上年资料不足
incomparable-not-applicable = 上年不适用
incomparable-compared = 上年只对照，不计分
incomparable-renamed = 上年名称为“{ $then }”
incomparable-points = 分值由 { $then } 改为 { $now }
incomparable-rule = 评分规则或评价标准与上年不同


# jiping new --from, jiping score
cli-arg-from = 用去年的评价文件新建：带入项目、资金来源、自设指标、目标值、分值权重和模板，不带得分、原因、佐证
cli-last-year-stays = “{ $file }”就是去年的文件，没有改动。
cli-last-year-stays-hint = 请用 -o 另起一个文件名。

# What was taken from last year's file
next-year-made = 已按“{ $file }”新建 { $year } 年度的评价
next-year-made-hint = 上年得分和上年扣分在评分表里各成一列，分值或规则变了的写明不可比。去年的文件没有改动；新的评价还没有保存。
next-year-made-undated = 已按“{ $file }”新建评价；那里的年度不是四位数，新的年度请自己填
next-year-made-undated-hint = 上年得分和上年扣分在评分表里各成一列，分值或规则变了的写明不可比。去年的文件没有改动；新的评价还没有保存。
next-year-taken = 带入：项目信息、评价人和签字人，资金来源 { $sources } 行，目标值 { $targets } 项，自设指标 { $own } 项，调整过的分值和权重 { $adjusted } 处，评分模板。没有带入：评价日期，资金金额，实际值和得分，台账，扣分原因，备注，佐证。

# In the window
command-new-from-last = 用去年的新建…
command-new-from-last-tip = 从去年的评价文件新建：带入项目、资金来源、自设指标、目标值、分值权重和模板，不带得分、原因和佐证
column-last-score = 上年得分
column-last-deduction = 上年扣分
last-year-not-comparable = 不可比
last-year-sheet = { $year } 年度（{ $file }）：合计 { $total } / { $points }，{ $grade }
last-year-sheet-provisional = { $year } 年度（{ $file }）：合计（暂定）{ $total } / { $points }，{ $grade }
