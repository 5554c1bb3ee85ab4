## What has no name in a template, and points written in its words
problem-no-name = Something has no name; on paper it is blank.
problem-no-name-hint = Give it a name, or remove it.
problem-no-name-part = A part has no words; on paper it is blank.
problem-no-name-part-hint = Write the part, or remove it.
problem-no-name-option = An option has no name; on paper it is blank.
problem-no-name-option-hint = Give it a name, or remove the option.
problem-no-name-deduction = A deduction has no name; points would be taken for no stated cause.
problem-no-name-deduction-hint = Write the cause, or remove it.
problem-no-name-gate = A key condition has no words; nobody knows what to judge.
problem-no-name-gate-hint = Write the condition, or remove it.
problem-no-name-effect = A veto or an extra deduction has no name; nobody knows when to tick it.
problem-no-name-effect-hint = Give it a name, or remove it.
problem-words-criterion = The criterion names points ({ $named }) that the rule does not give; the indicator has { $points }.
problem-words-criterion-hint = Change the “（…分）” in the words to the points as they are now, or change the points back.
problem-words-standard = The standard names points ({ $named }) that the rule does not give; the indicator has { $points }.
problem-words-standard-hint = Change the “（…分）” in the words to the points as they are now, or change the points back.
