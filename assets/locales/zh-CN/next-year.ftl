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

# What was taken from last year's file
next-year-made = 已按“{ $file }”新建 { $year } 年度的评价。带入：项目信息、评价人和签字人，资金来源 { $sources } 行，目标值 { $targets } 项，自设指标 { $own } 项，调整过的分值和权重 { $adjusted } 处，以及评分模板。没有带入：评价日期，资金金额，得分和实际值，台账，扣分原因，备注，佐证。
next-year-made-hint = 上年得分和上年扣分在评分表里各成一列；分值或规则变了的标“不可比”。去年的文件没有改动；新的评价还没有保存。
next-year-made-undated = 已按“{ $file }”新建评价。去年的年度不是四位数，新的年度请自己填。带入：项目信息、评价人和签字人，资金来源 { $sources } 行，目标值 { $targets } 项，自设指标 { $own } 项，调整过的分值和权重 { $adjusted } 处，以及评分模板。没有带入：评价日期，资金金额，得分和实际值，台账，扣分原因，备注，佐证。
next-year-made-undated-hint = 上年得分和上年扣分在评分表里各成一列；分值或规则变了的标“不可比”。去年的文件没有改动；新的评价还没有保存。

# jiping new --from, jiping score
cli-arg-from = 用去年的评价文件新建：带入项目、资金来源、自设指标、目标值、分值权重和模板，不带得分、原因、佐证
cli-last-year-stays = “{ $file }”就是去年的文件，没有改动。
cli-last-year-stays-hint = 请用 -o 另起一个文件名。
