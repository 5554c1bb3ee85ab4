# 自设指标：为什么不能加，粘贴一块

own-nowhere = “{ $title }”没有能自设指标的分组。
own-nowhere-hint = 要自设，请在开始页复制这份模板，在分组里勾选“每份评价可以在这里加自己的指标”。
own-not-here = “{ $group }”不能自设指标；能自设的分组有“＋ 增加指标”。

# A pasted block of indicators
own-paste-above = 在表头之上
own-paste-sum = 合计行
own-paste-no-name = 没有指标名称
own-paste-no-group = 没有叫“{ $group }”的分组
own-paste-not-open = “{ $group }”不能自设指标
