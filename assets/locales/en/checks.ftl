# Checks before signing
check-severity-error = To be mended
check-severity-warning = Worth a second look
check-severity-info = Please note

## Head
check-no-name = The project has no name.
check-no-name-hint = Enter it under “Project and funds”; it is printed on the sheet.
check-no-unit = The implementing unit is missing.
check-no-unit-hint = Enter it under “Project and funds”.
check-no-year = The fiscal year is missing.
check-no-year-hint = Enter four digits, such as 2020, under “Project and funds”.
check-bad-year = “{ $year }” is not a year of four digits.
check-bad-year-hint = Enter four digits, such as 2020.
check-no-evaluator = The evaluator is missing.
check-no-evaluator-hint = Enter who scores, under “Project and funds”.
check-other-years = The template serves { $from } to { $to }; this is the year { $year }.
check-other-years-hint = Check the year, or choose a template that serves it.

## Funds
check-no-arrival-rate = The annual budget is 0: there is no arrival rate.
check-no-arrival-rate-hint = Check the funds form; without a budget mark the items scored by it as not applicable, with a reason.
check-no-execution-rate = The annual budget is 0: there is no execution rate.
check-no-execution-rate-hint = Check the funds form; without a budget mark the items scored by it as not applicable, with a reason.
check-overspent = Executed { $amount } is more than the annual budget of { $budget }.
check-overspent-hint = Check that the annual budget includes adjustments, and that the units agree.
check-over-received = Received { $amount } is more than the annual budget of { $budget }.
check-over-received-hint = Check that the annual budget includes adjustments, and that the units agree.

## Items
check-all-full = Every item has full marks.
check-all-full-hint = Make sure that each has its grounds; sheets without any deduction are usually sent back.
check-unscored = { $item }: not scored yet.
check-unscored-brief = Not scored yet.
check-unscored-hint = Score it; what cannot be scored is marked as no information or not applicable.
check-no-information = { $item }: no information, hence no score; the total stays provisional.
check-no-information-brief = No information, hence no score; the total stays provisional.
check-no-information-hint = Obtain the documents and score it, or ask the unit.
check-outside-band = { $item }: the points lie outside the chosen band.
check-outside-band-brief = The points lie outside the chosen band.
check-outside-band-hint = Enter points within the band, or choose another.
check-out-of-range = { $item }: the number in the file does not fit the rule.
check-out-of-range-brief = The number in the file does not fit the rule.
check-out-of-range-hint = Enter it again; the file may have been changed by hand.
check-not-a-measurement = The actual value of “{ $item }” is written as a bound.
check-not-a-measurement-hint = The actual value must be a measurement such as 82 %, not “≥80%”.
check-points-sum = The points below “{ $name }” add up to { $sum } instead of { $stated }.
check-points-sum-hint = Change the points so that they add up to { $stated }; your own indicators count too.
check-weights-sum = The weights below “{ $name }” add up to { $sum } instead of { $stated }.
check-weights-sum-hint = Change the weights so that they add up to { $stated }.
check-zero-target = { $item }: the target is 0, so there is no rate.
check-zero-target-brief = The target is 0, so there is no rate.
check-zero-target-hint = Check the target, or enter the rate itself.
check-no-reason-offset = { $item }: { $points } points were deducted, and offset by a bonus, without a reason.
check-no-reason-offset-brief = { $points } points taken and offset by a bonus, without a reason.
check-no-reason-offset-hint = Give the reason and what will be done about it.
check-no-reason = { $item }: { $points } points taken without a reason.
check-no-reason-brief = { $points } points taken without a reason.
check-no-reason-hint = Write down why, and what is to be improved.
check-no-evidence = { $item }: scored without evidence.
check-no-evidence-brief = Scored without evidence.
check-no-evidence-hint = Attach a file, or say in the evidence note what it rests on.
check-override = { $item }: overridden, { $computed } by the rule, { $score } by hand, reason: { $reason }
check-override-brief = Overridden, { $computed } by the rule, { $score } by hand, reason: { $reason }
check-override-hint = Both are printed; make sure before signing that the reason holds.
check-above = { $item }: { $rate } of the target was reached, more than 100%.
check-above-brief = { $rate } of the target was reached, more than 100%.
check-above-hint = See whether the numbers are right; where the target was low, say so in the remark.
check-far-above = { $item }: { $rate } of the target was reached, far above it.
check-far-above-brief = { $rate } of the target was reached, far above it.
check-far-above-hint = Say why; if the target was set too low, consider a deduction.
check-reason-left = { $item }: nothing is lost, and a reason still stands there.
check-reason-left-brief = Nothing is lost, and a reason still stands there.
check-reason-left-hint = See whether it is still right: it is printed.
check-doubtful = { $item }: { $doubt }.
check-doubtful-brief = { $doubt }.
check-doubtful-hint = See whether the number is right.

# What findings are grouped by
finding-kind-required = To be filled in
finding-kind-unscored = Not scored yet
finding-kind-figures = Figures
finding-kind-reasons = Reasons
finding-kind-evidence = Evidence
finding-kind-results = Results
finding-kind-funds = Funds
finding-kind-year = Year and template
