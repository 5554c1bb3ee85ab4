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


# jiping new --from, jiping score
cli-arg-from = Make it from last year's file: takes project, sources of funds, own indicators, targets, points, weights and template, but no scores, reasons or evidence
cli-last-year-stays = “{ $file }” is last year's file itself; it was not changed.
cli-last-year-stays-hint = Name another file with -o.

# What was taken from last year's file
next-year-made = An evaluation for { $year } was made from “{ $file }”
next-year-made-hint = Last year's score and deduction have columns of their own in the score table, which say “no match” where points or rule changed. Last year's file was not changed; the new evaluation is not saved yet.
next-year-made-undated = An evaluation was made from “{ $file }”; the year there is not four digits: please type the new one
next-year-made-undated-hint = Last year's score and deduction have columns of their own in the score table, which say “no match” where points or rule changed. Last year's file was not changed; the new evaluation is not saved yet.
next-year-taken = Taken: the project, evaluator and signatories, { $sources } sources of funds, targets of { $targets } indicators, { $own } indicators of your own, { $adjusted } adjusted points and weights, the template. Not taken: the date, amounts, actual values and scores, ledgers, reasons, remarks, evidence.

# In the window
command-new-from-last = New from last year's…
command-new-from-last-tip = A new evaluation from last year's file: takes the project, sources of funds, own indicators, targets, points, weights and template, but no scores, reasons or evidence
column-last-score = Last year
column-last-deduction = Lost then
last-year-not-comparable = no match
last-year-sheet = { $year } ({ $file }): total { $total } / { $points }, { $grade }
last-year-sheet-provisional = { $year } ({ $file }): total (provisional) { $total } / { $points }, { $grade }
