# 自设指标：为什么不能加，粘贴一块

own-nowhere = “{ $title }”没有能自设指标的分组。
own-nowhere-hint = 要自设，请在开始页复制这份模板，在分组里勾选“每份评价可以在这里加自己的指标”。
own-not-here = “{ $group }”不能自设指标；能自设的分组有“＋ 增加指标”。

# A pasted block of indicators
own-paste-above = 在表头之上
own-paste-too-many = 一次最多粘贴 { $most } 项指标
own-paste-sum = 合计行
own-paste-no-name = 没有指标名称
own-paste-no-group = 没有叫“{ $group }”的分组
own-paste-not-open = “{ $group }”不能自设指标

own-paste = 粘贴指标
own-paste-tip = 从 Excel 复制名称、目标值、分值（和计量单位、二级指标）几列，在这里粘贴（Ctrl+V）；确认后才计入
own-paste-title = 粘贴自设指标
own-paste-group = 没有写分组的放到
own-paste-there = 已有同名指标
own-paste-nothing = 剪贴板里没有可用的行。
own-paste-nothing-hint = 请复制名称、目标值、分值几列。
own-paste-refused = 第 { $line } 行“{ $text }”没有采用：{ $why }
own-paste-left-out = 没有采用的列：{ $columns }
own-paste-column = 第 { $number } 列
own-paste-do = 增加 { $count } 项
own-pasted = 已增加 { $count } 项指标；用“撤销”可以一次退回。
own-group = 分组
own-target = 目标值
