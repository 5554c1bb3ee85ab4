# Command line

## Help
cli-about = Jiping: scores project expenditure evaluations (项目支出绩效评价), offline. Without a command it opens the window.
cli-about-new = Make an evaluation from a scoring template, or from last year's (--from)
cli-about-apply = Apply a list of edits to an evaluation: all of them, or none if one is refused
cli-about-score = Score: total, grade, each item with its derivation, and the checks before signing
cli-about-papers = Lists the papers of an evaluation: id, title, pages
cli-about-print = Print to PDF: the score sheet, the list of deductions, monthly sheets of ledgers
cli-about-template = Scoring templates
cli-about-template-check = Check a template file: all problems with line and column, place and remedy
cli-about-template-list = List the templates that the program brings along
cli-usage = Usage:{" "}
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-arg-file = Evaluation to open (.jiping)
cli-arg-lang = Language: zh Chinese (default), en English
cli-arg-json = Answer and errors as JSON; all numbers are decimal strings
cli-arg-help = Show help
cli-arg-version = Show the version
cli-arg-template = Id of a shipped template (see template list), or a template file .ron
cli-arg-output = File to write; apply changes the evaluation itself without it
cli-arg-force = Overwrite a file that exists; the old one stays as .bak
cli-arg-evaluation = Evaluation (.jiping)
cli-arg-edits = List of edits in RON, comments allowed; AttachFile(item: "id", path: "relative path") attaches evidence
cli-arg-strict = Exit with 1 for warnings (template check) or errors among the checks (score) too
cli-arg-papers = Which papers, given any number of times, see papers for their ids; without it the score sheet, all: score sheet, deductions and attachments
cli-arg-ledger = Print the monthly sheets of ledgers instead: of the indicator of this id or name, or of all
cli-arg-month = Only this month (such as 2020-03); otherwise month by month
cli-exit-codes = Exit codes: 0 done, 1 findings, 2 cannot. Each command has --help.

## Wrong arguments
cli-unknown-argument = Unknown argument “{ $argument }”.
cli-unknown-argument-hint = See --help.
cli-missing-argument = Missing: { $argument }.
cli-missing-argument-hint = Add it; --help shows how.
cli-missing-command = Say what to do, too.
cli-missing-command-hint = --help lists the commands.
cli-unknown-command = There is no command “{ $name }”.
cli-unknown-command-hint = --help lists the commands; to open this file, name nothing but the file.
cli-invalid-value = { $argument } cannot be “{ $value }”.
cli-invalid-value-hint = It can be: { $valid }.
cli-wrong-arguments = Wrong arguments ({ $detail }).
cli-wrong-arguments-hint = See --help.
cli-json-without-command = --json goes with a command.
cli-json-without-command-hint = Such as jiping score file.jiping --json.
cli-no-window = This build has no window.
cli-no-window-hint = jiping --help lists the commands; or install a build with the window.
cli-json-failed = The answer cannot be written as JSON ({ $detail }).
cli-json-failed-hint = Try without --json, and report this.

## New, apply, print
cli-old-file-stays = “{ $file }” is the evaluation itself and was not touched.
cli-old-file-stays-hint = Write to another file with -o: the old one stays as it is.
cli-no-template = There is no template “{ $name }”.
cli-no-template-hint = Shipped are: { $known }. The path of a template file (.ron) works too.
cli-template-unusable = The template “{ $file }” has errors and cannot be used for scoring.
cli-template-unusable-hint = Mend them; jiping template check looks again.
cli-at = { $place }  { $what }
cli-at-hint = { $remedy }
cli-created = Made { $file }: { $title }, { $items } items.
cli-edits-not-text = It is not UTF-8 text.
cli-edits-not-text-hint = Save it as UTF-8.
cli-edits-unreadable = The list of edits “{ $file }” cannot be understood: { $what }
cli-edits-unreadable-hint = { $remedy } The evaluation was not touched.
cli-edit-row = row { $row }
cli-edit-refused = { $file }:{ $place } edit { $number } is refused ({ $name }): { $why }
cli-edit-refused-hint = { $remedy } None of the edits was applied; the evaluation was not touched.
cli-in-use = “{ $file }” is open ({ $who }) and was not touched.
cli-in-use-hint = Save and close it in the window first, or write elsewhere with -o.
cli-version = { $version } (commit { $commit }); format of evaluations { $evaluation }, of templates { $template }
cli-applied = Applied { $count } edits; saved as { $file }.
cli-parted = “{ $file }” has another name (a hard link), under which it is still as before.
cli-no-ledgers = The template of this evaluation has no indicator with a ledger.
cli-no-ledgers-hint = Monthly sheets are for indicators whose rule has a ledger.
cli-no-ledger = There is no indicator “{ $item }” with a ledger.
cli-no-ledger-hint = Name the id or the name of an indicator of the template that has a ledger.
cli-month = “{ $month }” is not a month.
cli-month-hint = Write it as 2020-03.
cli-paper = { $id }  { $title }  { $pages } pages
cli-printed = Printed to { $file }, { $pages } pages.
cli-substituted = The embedded fonts lack: { $characters }
cli-substituted-hint = They show as boxes on paper; use common characters or write them in by hand.

## Table of scores
cli-column-item = Item
cli-column-points = Points
cli-column-score = Score
cli-column-deduction = Lost
cli-column-derivation = Derivation
cli-total = Total { $total } of { $points }, lost { $deductions }, grade { $grade }
cli-total-provisional = Total (provisional) { $total } of { $points }, lost { $deductions }, pending { $pending }, grade { $grade }
cli-next-grade = { $distance } short of “{ $name }”
cli-workings = Combined: { $how }
cli-cause = { $scope }: { $label }, { $points } points taken
cli-cause-gives = { $scope }: { $label }, { $points } points given
cli-unset = { $points } points of what is lost have no indicator yet
cli-not-scaled = additions and deductions are not scaled
cli-sheet = Total
cli-grade-veto = The grade is decided by “{ $label }”
cli-scaled = Scaled: { $sum } × { $points } ÷ { $applicable } = { $scaled } (items that do not apply are left out)
cli-findings = Checks before signing:

## Scoring templates
cli-template-line = { $id }  { $version }  { $title } ({ $points } points, { $items } items)
cli-template-sound = { $file }: no problems.
cli-template-problems = { $file }: { $errors } errors, { $warnings } warnings.
cli-error = error:{" "}
cli-warning = warning:{" "}
cli-template-draft = { $file } has { $errors } errors: it is a draft and cannot be used for scoring.
cli-template-draft-hint = See them with jiping template check, or mend them in the window's template editor.
