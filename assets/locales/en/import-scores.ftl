## Scores and reasons of an imported table
import-note-scores = “{ $columns }” of the table are not taken over: a template has indicators, points and rules, no scores and no reasons.
import-note-scores-hint = To use these scores and reasons, make the template, begin an evaluation with it, then copy these columns in Excel and paste them in the scores with Ctrl+V.
