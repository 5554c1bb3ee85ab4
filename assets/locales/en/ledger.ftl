## Ledger
ledger-title = Ledger
ledger-open = Ledger…
ledger-open-tip = Show the rows of the ledger
ledger-back = Back to the scores
ledger-none = Select an indicator that has a ledger
ledger-add-row = Add row
ledger-add-row-tip = Adds a row (Insert; or Enter in the last row)
ledger-paste = Paste rows
ledger-paste-tip = Copy rows in Excel or WPS and press Ctrl+V: columns are matched by their headings, each line is accounted for
ledger-pasted = Pasted: { $rows } rows taken, { $refused } not taken
ledger-paste-no-headings = No headings found; columns were taken in the order of the window
ledger-paste-ignored = Columns left out: { $columns }
ledger-paste-line = Line { $line }: { $why } ({ $text })
ledger-remove-marked = Remove { $rows } selected rows
ledger-mark = select
ledger-all-months = All
ledger-no-month = No month stated
ledger-month = { $month }: { $rows } rows, { $points } points
ledger-totals = { $rows } rows, { $exempt } of them exempt; { $count } occurrences, { $points } points in all
ledger-totals-money = , { $money } yuan
ledger-waits = { $rows } rows; some lack their points or money, so there is no sum yet
ledger-empty = The ledger has no rows yet
ledger-empty-hint = Press Insert to add a row, or copy rows in Excel or WPS and press Ctrl+V
ledger-nothing-to-deduct = Nothing to deduct in this period
ledger-nothing = Nothing to enter in this period
ledger-result = Counts
ledger-row-name = Row { $row } { $column }
ledger-counts = { $points }
ledger-counts-capped = { $points } (cap)
ledger-counts-as = { $points } (as { $kind })
ledger-counts-exempt = exempt
ledger-counts-matter = same matter as row { $row }
ledger-counts-no-offset = no offset
ledger-counts-kills = { $points } (number reached)
ledger-counts-killed = not counted
command-ledger = Ledger
survey-import = Import answers…
survey-import-tip = Reads CSV or text: one answer in each line, or a column of answers
survey-n = n = { $n }
survey-unreadable = The file { $file } cannot be read: { $detail }.
survey-unreadable-hint = Check that the file is there and not in use by another program, then try again.
survey-counted = Survey: n = { $taken }, { $blank } blank
survey-counted-but = Survey: n = { $taken }, { $blank } blank; { $odd } answers are none of the options and were not counted. Lines and answers: { $lines }.
survey-counted-but-hint = Check these answers; mended, the file can be imported again.
path-survey = Path of the file of answers
kind-responses = Answers
