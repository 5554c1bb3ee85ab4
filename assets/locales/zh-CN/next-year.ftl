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
