## 为什么现在不能做
why-needs-evaluation = 打开评价文件后才能用。
why-nothing-open = 没有打开的文件。
why-saved = 没有要保存的修改。
why-nothing-to-undo = 没有可以撤销的修改。
why-nothing-to-redo = 没有可以重做的修改。
why-needs-item = 请先在“评分”里选中一项指标。
why-not-tailorable = 这份模板不能自设指标，也不能调整分值。
why-no-points = 这张表不打分，只有结论。
why-no-ledger = 这份模板没有带台账的指标。
why-other-ledgers = 所选指标没有台账；有台账的是：{ $names }。
