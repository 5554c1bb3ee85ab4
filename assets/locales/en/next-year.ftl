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
