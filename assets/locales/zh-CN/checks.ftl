# 签字前的检查
check-severity-error = 必须处理
check-severity-warning = 请再看一眼
check-severity-info = 提请注意

## 表头
check-no-name = 项目名称没有填。
check-no-name-hint = 请在“项目与资金”里填写，它会印在评分表上。
check-no-unit = 实施单位没有填。
check-no-unit-hint = 请在“项目与资金”里填写。
check-no-year = 年度没有填。
check-no-year-hint = 请在“项目与资金”里填四位数的年份，例如 2020。
check-bad-year = 年度“{ $year }”不是四位数的年份。
check-bad-year-hint = 请填四位数字，例如 2020。
check-no-evaluator = 评价人没有填。
check-no-evaluator-hint = 请在“项目与资金”里填写由谁评分。
check-other-years = 本模板适用于 { $from } 至 { $to } 年度，评价的是 { $year } 年度。
check-other-years-hint = 请核对年度，或改用适用的模板。

## 资金
check-no-arrival-rate = 全年预算数为 0，到位率无法计算。
check-no-arrival-rate-hint = 请核对资金表；若确无预算，请把用到位率评分的指标标为不适用并写明理由。
check-no-execution-rate = 全年预算数为 0，执行率无法计算。
check-no-execution-rate-hint = 请核对资金表；若确无预算，请把用执行率评分的指标标为不适用并写明理由。
check-overspent = 全年执行数 { $amount } 大于全年预算数 { $budget }。
check-overspent-hint = 请核对预算调整数是否已计入全年预算数，以及单位是否一致。
check-over-received = 实际到位 { $amount } 大于全年预算数 { $budget }。
check-over-received-hint = 请核对预算调整数是否已计入全年预算数，以及单位是否一致。

## 指标
check-all-full = 所有指标都是满分。
check-all-full-hint = 请确认每项都有依据；全部满分的评价通常会被要求复核。
check-unscored = { $item }：还没有评分。
check-unscored-brief = 还没有评分。
check-unscored-hint = 请完成评分；确实不能评的，标为“资料不足”或“不适用”。
check-no-information = { $item }：资料不足，没有得分，合计仍是暂定。
check-no-information-brief = 资料不足，没有得分，合计仍是暂定。
check-no-information-hint = 请补充资料后评分，或与被评价单位确认。
check-outside-band = { $item }：所填分数不在所选档的区间内。
check-outside-band-brief = 所填分数不在所选档的区间内。
check-outside-band-hint = 请改填本档内的分数，或另选一档。
check-out-of-range = { $item }：文件中的数值不合本项规则。
check-out-of-range-brief = 文件中的数值不合本项规则。
check-out-of-range-hint = 请重新填写本项；评价文件可能被手工改过。
check-not-a-measurement = “{ $item }”的实际值写成了范围。
check-not-a-measurement-hint = 实际值应是测得的数，例如 82%，不能写“≥80%”。
check-points-sum = “{ $name }”下各项分值相加为 { $sum }，应为 { $stated }。
check-points-sum-hint = 请调整分值，使各项相加等于 { $stated }；自设指标的分值也计入。
check-weights-sum = “{ $name }”下各项权重相加为 { $sum }，应为 { $stated }。
check-weights-sum-hint = 请调整权重，使各项相加等于 { $stated }。
check-zero-target = { $item }：目标值为 0，无法按率计算。
check-zero-target-brief = 目标值为 0，无法按率计算。
check-zero-target-hint = 请核对目标值，或直接填写率。
check-no-reason-offset = { $item }：扣了 { $points } 分，虽有加分相抵，没有写扣分原因。
check-no-reason-offset-brief = 扣了 { $points } 分，虽有加分相抵，没有写扣分原因。
check-no-reason-offset-hint = 请写明扣分原因及改进措施。
check-no-reason = { $item }：扣了 { $points } 分，没有写扣分原因。
check-no-reason-brief = 扣了 { $points } 分，没有写扣分原因。
check-no-reason-hint = 请写明扣分原因及改进措施。
check-no-evidence = { $item }：有得分，没有佐证。
check-no-evidence-brief = 有得分，没有佐证。
check-no-evidence-hint = 请添加佐证材料，或在佐证说明里写明依据。
check-override = { $item }：人工改分，规则计算 { $computed }，改为 { $score }，理由：{ $reason }
check-override-brief = 人工改分，规则计算 { $computed }，改为 { $score }，理由：{ $reason }
check-override-hint = 两个分数都会打印；签字前请确认理由成立。
check-above = { $item }：实际达到目标的 { $rate }，超过 100%。
check-above-brief = 实际达到目标的 { $rate }，超过 100%。
check-above-hint = 请确认数字没有填错；若目标定得偏低，可在备注里说明。
check-far-above = { $item }：实际达到目标的 { $rate }，远超目标。
check-far-above-brief = 实际达到目标的 { $rate }，远超目标。
check-far-above-hint = 请说明原因；若目标定得过低，宜酌情扣分。
check-reason-left = { $item }：没有扣分，仍写着扣分原因。
check-reason-left-brief = 没有扣分，仍写着扣分原因。
check-reason-left-hint = 请看原因是否还对；它会印在评分表上。
check-doubtful = { $item }：{ $doubt }。
check-doubtful-brief = { $doubt }。
check-doubtful-hint = 请核对所填的数。

# What findings are grouped by
finding-kind-required = 必填项
finding-kind-unscored = 评分未完成
finding-kind-figures = 数字
finding-kind-reasons = 扣分原因
finding-kind-evidence = 佐证材料
finding-kind-results = 计分结果
finding-kind-funds = 资金
finding-kind-year = 年度与模板
