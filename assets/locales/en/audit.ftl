## Importing with the scores: the audit of the table
audit-provenance = The score of row { $row } of the table; it does not say the measured value that the rule needs
audit-actual = Reached: { $actual }
audit-score = Score in the table: { $score }
audit-other-scores = Columns of scores that were not used: { $columns }.
audit-other-scores-hint = Scores come from one column. For another one, let it mean “Score”, and ignore the present one.
audit-funds-unit = The table names no unit of its amounts; they are taken as 10,000 yuan.
audit-funds-unit-hint = Check that; if they are yuan, change the unit under “Project and funds”.
audit-funds-sum = “{ $column }” states { $stated } in all; its sources come to { $sum }.
audit-funds-sum-hint = The evaluation adds up the sources; check the table.
audit-not-taken = Row { $row } “{ $name }” was not entered: { $why }
audit-not-taken-hint = Enter it in the evaluation.
audit-deduction = Row { $row } “{ $name }”: { $points } points, score { $score }, deducted { $deducted } do not fit; the score counts.
audit-deduction-hint = Check score and deduction in the table.
audit-differs = Row { $row } “{ $name }”: { $stated } in the table, { $computed } by the rule.
audit-differs-hint = Check it. If the rule is right, nothing is to be done; to keep the table's score give the reason (override).
audit-undecided = Row { $row } “{ $name }”: { $stated } in the table, which does not say how; kept for now.
audit-undecided-hint = Enter the measured value or what was deducted, or say why the table's score stands.
audit-impossible = Row { $row } “{ $name }”: “{ $score }” is no score of an indicator worth { $points }; it was not entered.
audit-impossible-hint = Check the table, and enter it in the evaluation.
audit-sum-group = Row { $row } states { $stated } for “{ $group }”; the scores below it come to { $sum }.
audit-sum-group-hint = The program adds up; check the table.
audit-sum-total = Row { $row } states { $stated } in all; the scores of the table come to { $sum }.
audit-sum-total-hint = The program adds up; check the table.
audit-sum-group-deducted = Row { $row }: “{ $group }” states a subtotal of { $stated } deducted points, and its items add up to { $sum }.
audit-sum-group-deducted-hint = Subtotals are added up by the program and need not be entered; check the table.
audit-sum-total-deducted = Row { $row } states a total of { $stated } deducted points, and the items add up to { $sum }.
audit-sum-total-deducted-hint = Totals are added up by the program and need not be entered; check the table.
audit-grade = Row { $row } states the grade “{ $stated }”; the points of the evaluation give “{ $grade }”.
audit-grade-hint = The grade follows from the points and need not be entered; check the table.
audit-grade-unknown = Row { $row } states the grade “{ $stated }”, which the template does not have; it was not compared.
audit-grade-unknown-hint = Check the grades of the template.
audit-summary = Audit: { $items } items have scores, { $agree } as the rule gives, { $differ } otherwise, { $undecided } without saying how; the evaluation comes to { $total }.
audit-nothing = Nothing was filled into this table: no score, no value reached, no project.
audit-nothing-hint = For the template alone leave --scores out; else check which column holds the scores (--column "F=score").
audit-kept = The table's score stays, because: { $reason }
cli-audit-written = Evaluation written to { $file }.
cli-keep = “{ $keep }” does not say which item and why.
cli-keep-hint = Write ITEM=REASON, the item by its name or id, such as --keep "Satisfaction=as the survey report says".
cli-keep-same = “{ $name }” needs no reason: the rule gives the table's score, or there is none.
cli-keep-same-hint = Reasons are for scores that the rule does not give.
cli-arg-scores = with the scores: also writes an evaluation (.jiping), and holds the scores of the table against the rules
cli-arg-keep = keeps a score that the rule does not give: ITEM=REASON; may be repeated
audit-template = The template has errors; no evaluation was written.
audit-template-hint = The template was written: mend what the check says and make a new evaluation of it, or mend the table and import it again.
