## Scores and reasons of an imported table
import-note-scores = “{ $columns }” of the table are not taken over: a template has indicators, points and rules, no scores and no reasons.
import-note-scores-hint = To take them along, choose “With the scores”.
import-with-scores = The table is filled in:
import-template-only = Template only
import-scores-too = With the scores
import-finish-scores = Make the evaluation
import-list-scores = Scores { $count }
import-scores-agree = The rules give every score of the table.
import-scores-differs = The rule gives another score. Where the rule is right leave this blank; to keep the table's give the reason (an override, printed).
import-scores-undecided = The table does not say how it came to this score; it stands for now. Give the reason, or enter what was measured or deducted in the evaluation.
import-scores-impossible = No score of this indicator; it was not entered, and is kept in the remark. Enter it in the evaluation.
import-scores-numbers = Table { $stated } · rule { $computed } · of { $points }
import-scores-reason = Why “{ $name }” keeps the table's { $score }
import-scores-why = Why the table's { $score } stands
import-scores-errors = The template has errors: no evaluation can be made of it.
import-scores-errors-hint = See “Notes and checks” and mend the table or its columns; or take the template only and mend it in the editor.
