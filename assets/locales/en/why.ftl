## Why it cannot be done now
why-needs-evaluation = Open an evaluation first.
why-nothing-open = No file is open.
why-saved = There is nothing to save.
why-nothing-to-undo = There is nothing to undo.
why-nothing-to-redo = There is nothing to redo.
why-needs-item = Select an indicator in the scores first.
why-not-tailorable = This template takes no indicators of one’s own, and its points cannot be adjusted.
why-no-points = This sheet has no points, only findings of met or not met.
why-no-ledger = No indicator of this template has a ledger.
why-other-ledgers = The selected indicator has no ledger; these have: { $names }.
