# A new year from last year's file, last year's scores

# What last year says of an indicator
last-year-points = Last year { $score }, { $deduction } deducted
last-year-full = Last year { $score }, nothing deducted
last-year-bonus = Last year { $score }, { $deduction } added
last-year-incomparable = Not comparable with last year: { $why }
last-year-incomparable-then = Not comparable with last year: { $why } ({ $then }; worth { $points } then)
incomparable-new = last year's sheet did not have this indicator
incomparable-unscored = not scored last year
incomparable-no-information = no information last year
incomparable-not-applicable = not applicable last year
incomparable-compared = only compared last year, without points
incomparable-renamed = it was called “{ $then }” last year
incomparable-points = points changed from { $then } to { $now }
incomparable-rule = rule or criteria differ from last year

# What was taken from last year's file
next-year-made = An evaluation for { $year } was made from “{ $file }”. Taken: the project, evaluator and signatories, { $sources } sources of funds, targets of { $targets } indicators, { $own } indicators of your own, { $adjusted } adjusted points and weights, and the template. Not taken: the date, amounts, scores and actual values, ledgers, reasons, remarks, evidence.
next-year-made-hint = Last year's score and deduction have columns of their own in the score table; where points or rule changed they say “not comparable”. Last year's file was not changed; the new evaluation is not saved yet.
next-year-made-undated = An evaluation was made from “{ $file }”. The year there is not four digits: please type the new one. Taken: the project, evaluator and signatories, { $sources } sources of funds, targets of { $targets } indicators, { $own } indicators of your own, { $adjusted } adjusted points and weights, and the template. Not taken: the date, amounts, scores and actual values, ledgers, reasons, remarks, evidence.
next-year-made-undated-hint = Last year's score and deduction have columns of their own in the score table; where points or rule changed they say “not comparable”. Last year's file was not changed; the new evaluation is not saved yet.

# jiping new --from, jiping score
cli-arg-from = Make it from last year's file: takes project, sources of funds, own indicators, targets, points, weights and template, but no scores, reasons or evidence
cli-last-year-stays = “{ $file }” is last year's file itself; it was not changed.
cli-last-year-stays-hint = Name another file with -o.
