## Making a template from a table: cannot be read
import-not-a-workbook = This file is not a readable workbook ({ $detail }).
import-not-a-workbook-hint = .xlsx, .xls and .ods can be read. Open it in a spreadsheet program and save it as .xlsx without a password, or copy the table and paste it.
import-no-sheet = There is no sheet “{ $name }”.
import-no-sheet-hint = The sheets are: { $known }.
import-too-large = The table has { $rows } rows and { $columns } columns, more than any score table.
import-too-large-hint = At most 20000 rows and 200 columns. Delete what lies outside of the table and try again.
import-empty = The table holds no text at all.
import-empty-hint = Choose another sheet, or copy the table again.
import-no-heading = No headings were found (一级指标, 分值, 评价标准 …).
import-no-heading-hint = Choose the sheet with the score table, or say which row holds the headings and what each column is.
import-no-indicator = With these columns not a single indicator could be read.
import-no-indicator-hint = Check which columns hold the names and the points; points may also stand in the name, as in 目标内容（4分）.

## What became of the rows
import-row-title = taken as the title
import-row-heading = headings
import-row-heading-again = headings repeated after a page break, not counted again
import-row-total = total
import-row-subtotal = subtotal, agrees with the indicators, not counted again
import-row-subtotal-differs = subtotal { $stated } differs from the sum of the indicators, { $sum }
import-row-subtotal-differs-hint = The template goes by the indicators. Check the table.
import-row-indicator = indicator
import-row-group = group
import-row-group-again = “{ $name }” is the group of row { $row } (repeated after a page break), not counted again
import-row-group-twice = “{ $name }” has the name of row { $row }, with another group between: kept as two groups
import-row-group-twice-hint = If they are one group, move the indicators together in the template.
import-row-group-words = the words beside the group were not taken into the template
import-row-unnumbered = the numbering before “{ $name }” was taken off
import-row-points-differ = the points column says { $points }, the name says { $labelled }: the column counts
import-row-points-differ-hint = Check the table.
import-row-joined = words added to “{ $name }” above
import-row-no-points = “{ $name }” has no points
import-row-no-points-hint = Add the points to the table and import it again, or add the indicator in the template.
import-row-points-unread = the points “{ $text }” of “{ $name }” are not a number
import-row-points-unread-hint = Write a number in the table and import it again, or add the indicator in the template.
import-row-points-merged = the points of “{ $name }” are merged with the row above: nobody knows who has how many
import-row-points-merged-hint = Split the merged cell in the table and state the points of each indicator.
import-row-no-name = points without the name of an indicator
import-row-no-name-hint = Add the name to the table and import it again, or add the indicator in the template.
import-row-outside = words outside of the table

## Assumed for the whole table
import-note-total = The table states no total: the top level adds up to { $points } points.
import-note-title = The table has no title; it is called 评分表 for now.
import-note-grades = The table has no grades: 优, 良, 中, 差 from 90%, 80%, 60% of { $points } points, to be changed in the template.

## Forms of rules
import-form-parts = checklist
import-form-all-parts = all or nothing
import-form-tiers = tiers
import-form-deductions = deductions from full marks
import-form-rate = by rate
import-form-bands = bands
import-form-steps = deduction per unit
import-form-qualitative = qualitative bands
import-form-comparison = target and actual
import-form-free = free score
import-form-by-hand = by hand

## Assumptions (to be confirmed)
import-assumed-all = read as { $count } points that must all be met; one that is missing leaves nothing
import-assumed-floor = the table does not say 扣完为止: deducted down to 0
import-assumed-arrival = 到位率 from the funds form: received ÷ annual budget
import-assumed-execution = 执行率 from the funds form: executed ÷ annual budget
import-assumed-spending = 支出率 from the funds form: executed ÷ received
import-assumed-reverse-ratio = lower cost is better, the table states no formula: planned ÷ actual
import-assumed-reverse-linear = lower cost is better, the table states no formula: 1 − (actual − planned) ÷ planned
import-assumed-positive = actual ÷ target, higher is better
import-assumed-complement = lower is better: 1 − { $rate }
import-assumed-degree-rate = the table only says 程度: as a rate that can be measured
import-assumed-degree-bands = the table only says 程度: three qualitative bands with edges at 80% and { $lower }%
import-assumed-edges = edges without 含 or 不含: 以上 and 以下 include the number, intervals include the lower and not the upper one
import-assumed-upper = both bands include { $edge }: it belongs to the upper one
import-assumed-threshold = the table does not say where deducting begins: at 100%
import-assumed-whole = less than { $unit } percentage points takes nothing (whole units count)
import-assumed-begun = less than { $unit } percentage points counts as { $unit }
import-assumed-proportional = less than { $unit } percentage points counts by proportion

## Why it was not recognised
import-why-no-words = there are no words of a standard
import-why-unread = the words of the standard were not understood
import-why-each = { $count } points of { $each } each come to { $sum }, not to { $points }
import-why-sum = the pieces come to { $sum }: neither do they add up to { $points } nor is the best of them worth { $points }
import-why-tiers = two tiers are worth the same
import-why-deductions = the words of the deductions were not all understood
import-why-steps = the words of the deduction per unit were not all understood
import-why-threshold = the table does not say beyond which number deducting begins
import-why-rate = how “{ $rate }” becomes points is not said
import-why-band-top = the highest band ends at { $high }, and nothing is said of more
import-why-band-bottom = nothing is said of less than { $low }
import-why-band-gap = two bands do not meet: { $from } and { $to }

## Command line
cli-about-template-import = make a template from a score table (.xlsx, .xls, .ods, or .tsv text), with a list of what became of each row and rule
cli-arg-table = the score table: .xlsx, .xls, .ods, or text copied from a table as .tsv
cli-arg-table_sheet = name of the sheet; else the first that holds a score table
cli-import-rows = { $file }: { $rows } rows, taken { $taken }, changed { $changed }, refused { $refused }.
cli-import-rules = { $items } indicators, rules recognised { $read }, by hand { $manual }.
cli-import-row = row { $row }
cli-import-changed = changed
cli-import-refused = refused
cli-import-assumed = assumed:
cli-import-other = could also be read as:
cli-import-manual = by hand:
cli-import-written = The template was written to { $file }.
cli-import-problems = Check of the template:
