# Words of derivations, causes and workings. Spaces at the ends of joints stand in quotes. A derivation may stand
# within another one: it begins with a small letter.

# Joints and brackets
words-comma = { ", " }
words-semicolon = { "; " }
words-labelled = { $number } ({ $label })
words-bracketed = ({ $inner })

# Derivations: why a score is what it is
why-gates = key requirements not met ({ $unmet }): no points = { $result }
why-all-parts = all requirements met: { $full } { PLURAL($full) ->
        [one] point
       *[other] points
    } = { $result }
why-not-all-parts = not met: { $unmet }; no points = { $result }
why-parts-unmet = { $sum }; not earned: { $unmet }
why-band = { $option }, { $range }
why-band-range = { $from } to { $to } points, at the evaluator’s discretion: { $result }
why-band-range-below = { $from } to { $to } points ({ $to } itself excluded), at the evaluator’s discretion: { $result }
why-within-band = { $source }, in the band “{ $band }”, { $range }
why-in-band = { $source }, in the band “{ $band }”; { $worth }
why-rate-complement = 1 − rate = { $share }
why-curve = interpolated between the nodes
why-curve-cut = { $source }, below the starting value { $cut-off }: no points = { $result }
why-per-unit = counted { $counted } × { $points } { PLURAL($points) ->
        [one] point
       *[other] points
    }
why-within-standard = within the standard
why-step-below = below { $at }: { $points } off for every { $unit } below{ $counting }{ $units }{ $most }
why-step-above = above { $at }: { $points } off for every { $unit } above{ $counting }{ $units }{ $most }
why-step-off = standard { $at }, off { $at }: { $points } off for every { $unit } of deviation{ $counting }{ $units }{ $most }
why-step-below-gives = below { $at }: { $points } added for every { $unit } below{ $counting }{ $units }{ $most }
why-step-above-gives = above { $at }: { $points } added for every { $unit } above{ $counting }{ $units }{ $most }
why-step-off-gives = standard { $at }, off { $at }: { $points } added for every { $unit } of deviation{ $counting }{ $units }{ $most }
why-step-share = { $sign } ({ $from } − { $to }) ÷ { $unit } × { $points }
why-standard-below = nothing off from { $at } on
why-standard-above = nothing off up to { $at }
why-standard-off = nothing off or added at { $at }
why-standard-below-gives = nothing added from { $at } on
why-standard-above-gives = nothing added up to { $at }
why-standards = { $standards }: { $source }
why-step-units = , { $units } counted
why-step-whole = , whole units only
why-step-begun = , part units counted as one
why-step-proportional = , pro rata
why-step-most = , at most { $most } off
why-step-most-gives = , at most { $most } added
why-whole-share = one for every full 100%: { $source }
why-whole-number = one for every full 1: { $source }
why-value = the number is the score: { $source }
why-target = target { $target }, actual { $actual }: { $verdict }
why-target-judged = target { $target }, actual { $actual } (judged): { $verdict }
why-target-met = met
why-target-not-met = not met
why-target-not-judged = not judged
why-alternative = { $label }: { $words }
why-alternative-within = { $path } › { $label }
why-alternatives-within = { $terms }; “{ $path }” in all { $result }
why-alternatives = { $terms }; total { $result }
why-alternatives-left = { $sum } (not chosen: { $left })
why-zero-denominator = the denominator is zero; as the template provides, { $points } { PLURAL($points) ->
        [one] point
       *[other] points
    } = { $result }
why-free = at the evaluator’s discretion: { $result }
why-nothing-taken = { $base } − 0 (nothing to deduct) = { $result }
why-less = { $text } = { $result }
why-less-floored = { $text }, but not below { $floor } = { $result }
words-clause = {", "}
why-most = at most { $points } { PLURAL($points) ->
        [one] point
       *[other] points
    }
why-least = at least { $points } { PLURAL($points) ->
        [one] point
       *[other] points
    }
why-most-units = at most { $units }
why-rate-typed = rate { $rate }
why-rate-is = that is { $rate }
why-rate-below = below { $cut-off }: no points
why-rate-at-most = counted as at most { $most }
why-rate-not-negative = counted as at least 0%
why-curve-line = { $y0 } + ({ $y1 } − { $y0 }) × ({ $x } − { $x0 }) ÷ ({ $x1 } − { $x0 })
why-curve-of = { $full } × ({ $line })
why-curve-first = not above the first node { $at }
why-curve-last = not below the last node { $at }
why-curve-end = { $worth } { PLURAL($worth) ->
        [one] point
       *[other] points
    } there
why-curve-end-of = there: { $full } × { $worth }
why-start = starting from { $start }
why-less-than-a-unit = off by less than one unit
why-share-of = { $option }: { $full } × { $share }
why-band-points = worth { $points } { PLURAL($points) ->
        [one] point
       *[other] points
    }
why-band-share = worth
why-overridden = by the rule: { $computed }; set by hand to { $result }, reason: { $reason }
why-vetoed = { $label }: scored { $result }; was { $computed }

# Where the number of a rule came from
source-value = { $source }, which is { $number }
source-less-exempt = ({ $name } { $value } − { $exempt } { $less })
source-ratio = { $actual } ÷ { $target }
source-ratio-reverse = { $target } ÷ { $actual }
source-ratio-linear = 1 − ({ $actual } − { $target }) ÷ { $target }
source-ratio-complement = 1 − { $actual } ÷ { $target }
source-target = target
source-actual = actual
source-budget = budget
source-received = received
source-executed = spent
source-deviation = deviation |actual { $actual } − target { $target }| ÷ target { $target }
source-deviation-signed = deviation (actual { $actual } − target { $target }) ÷ target { $target }
source-survey = { $answers } valid { PLURAL($answers) ->
        [one] response
       *[other] responses
    } ({ $counts })
source-panel-mean = mean of { $marks } { PLURAL($marks) ->
        [one] mark
       *[other] marks
    }
source-panel-marks = {" "}({ $marks })
source-panel-median = median of { $marks } { PLURAL($marks) ->
        [one] mark
       *[other] marks
    }{ $all }
source-panel-trimmed = mean of { $marks } { PLURAL($marks) ->
        [one] mark
       *[other] marks
    }{ $all } without the highest and the lowest
source-passes = { $passed } of { $all } up to standard
source-passes-failed = { $passes } (not: { $failed })
source-peers = own value ÷ best value: own value { $own }, best { $best }
source-peers-lowest = best value ÷ own value: own value { $own }, best { $best }
source-peers-rank = own value { $own }, rank { $rank } of { $units }
source-risks-none = nonconforming 0: none found
source-risks = nonconforming { $terms }
source-risks-ratio = { $sum }, ÷ applicable { $applicable }
source-risks-most = { $sum }, at most { $most }
source-target-zero = the target is zero, the actual value is not above zero
source-target-zero-exceeded = the target is zero, the actual value is above zero
source-actual-zero = the actual value is zero
source-survey-mean = ({ $terms }) ÷ { $answers }
source-survey-weighed = ({ $terms }) ÷ ({ $highest } × { $answers })
source-mean-of = ({ $terms }) ÷ { $count }
source-single = that is { $terms }
source-sum-of = { $terms } ÷ { $count }
source-rounded = rounded to { $decimals } decimals
source-other = { $words } of “{ $indicator }”
source-other-score = “{ $indicator }” scores { $number }
source-other-score-rate = “{ $indicator }” scores { $number } ÷ { $points } points
source-other-count = “{ $indicator }”: { $number } { PLURAL($number) ->
        [one] case
       *[other] cases
    }
source-ledger-count = ledger: { $number } { PLURAL($number) ->
        [one] case
       *[other] cases
    }
source-ledger-points = ledger: { $number } { PLURAL($number) ->
        [one] point
       *[other] points
    }
source-ledger-money = ledger: { $number } yuan
source-ledger-detail = { $ledger } ({ $detail })

# What the rows of a ledger come to
detail-joint = { "; " }
detail-kind = { $kind } { $count } { $unit }, { $points } { PLURAL($points) ->
        [one] point
       *[other] points
    }
detail-times = { $kind } × { $count }, { $points } { PLURAL($points) ->
        [one] point
       *[other] points
    }
detail-kind-money = { $kind } { $count } { $unit } { $points } yuan
detail-times-money = { $kind } { $count } times { $points } yuan
detail-sum = { $points } { PLURAL($points) ->
        [one] point
       *[other] points
    } in all
detail-cases = { "" }
detail-count = { $kind } × { $count }{ $unit }
detail-tier = { $from } or more in all: × { $times } is in each row
detail-same-matter = only the gravest of each matter counts, { $rows } { PLURAL($rows) ->
        [one] row
       *[other] rows
    } left out
detail-kill = { $count } reached, scored as { $to } { PLURAL($to) ->
        [one] point
       *[other] points
    }
detail-exempt = { $rows } exempt { PLURAL($rows) ->
        [one] row
       *[other] rows
    } left out

# What causes and deductions are called
naming-gates = Key requirements not met: { $unmet }
naming-each = { $label }: { $counted } × { $points } { PLURAL($points) ->
        [one] point
       *[other] points
    }
naming-each-exempt = { $label }: { $count } found, { $exempt } exempt, { $counted } × { $points } { PLURAL($points) ->
        [one] point
       *[other] points
    }
naming-each-most = { $each }, at most { $most }
naming-ledger = { $label }: { $detail }
naming-stepped = { $label } ({ $value })
naming-zeroed = “{ $group }” scores nothing: { $label }
naming-rest = Other
naming-below-full = Short of the value for full marks
naming-too-few = Too few counted
naming-off-standard = Off the standard
naming-starts-below-full = Starts below full marks
naming-not-reached = Target not met
naming-judged = Evaluator’s discretion
naming-zero-denominator = Denominator is 0
naming-adjustments = Ledger adjustments
naming-panel-marks = Panel marks
naming-sub-sheets = Sub-sheet scores
naming-risks = Risks
naming-ledger-rows = Ledger
naming-actual = Actual value
naming-override = Score set by hand
naming-cap = Capped { $cap }
naming-floor = Not below the floor
naming-least = Not below the floor { $floor }

# The numbers of a band
range-all = all values
range-at-least = at least { $edge }
range-above = above { $edge }
range-at-most = at most { $edge }
range-below = below { $edge }

# How groups and the sheet come about
workings-rescaled = { $score } × { $points } ÷ { $base } (leaving out what does not apply)
workings-weighted = { $points } × ({ $terms })
workings-weights = { $weighted } ÷ { $weights } (leaving out what does not apply)
workings-mean = { $points } × ({ $terms }) ÷ { $count }
workings-highest = { $points } × { $ratio } (the highest score rate, “{ $name }”)
workings-lowest = { $points } × { $ratio } (the lowest score rate, “{ $name }”)
workings-by-sum = sum { $value }
workings-by-mean = mean { $mean }, that is { $value }
workings-by-rate = rate { $score } ÷ { $base }, that is { $value }
workings-in-band = in the band “{ $band }”
workings-in-no-band = in no band
workings-adjust = added or taken
workings-open = { $name }, not scored
workings-not-applicable = { $name }, not applicable

# Grade while points are open
grading-withheld = not graded yet
grading-between = { $worst } to { $best }
