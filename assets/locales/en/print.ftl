## Printing
print-no-sheet = No sheet was chosen.
print-no-sheet-hint = Choose the score sheet, the sheet of deductions, or both.
print-pdf = The PDF could not be written: { $detail }
print-pdf-hint = This is an error of the program; the evaluation is untouched. Please report this sentence with the name of the template.
print-not-installed = No program for printing is installed on this computer.
print-not-installed-hint = Have the system's program for printing installed, or save as PDF and print it from a viewer.
print-no-scheduler = The print service is not running.
print-no-scheduler-hint = Have the system's print service started, or save as PDF and print it from a viewer.
print-no-printers = No printer is set up on this computer.
print-no-printers-hint = Add a printer in the system's settings, or save as PDF.
print-unknown-printer = There is no printer called “{ $name }”.
print-unknown-printer-hint = Read the list of printers again and choose another one.
print-copies = { $copies } copies cannot be printed.
print-copies-hint = Enter 1 to 999 copies.
print-refused = The print service did not take the job: { $detail }
print-refused-hint = Check the printer, or save as PDF and print it from a viewer.
print-no-such-page = There is no page { $page }: there are { $count }.
print-no-such-page-hint = Change the range of pages, such as 1-{ $count }; leave it empty for all.
print-withdrawn = The job was cancelled before it was sent whole.
print-withdrawn-hint = Print once more; the queue of the printer shows who cancelled it.

# stands behind a text that was cut

## Where the points are
standing-title = Where the points are
standing-aside = a click leads to the reason
standing-words = { $name }: { $points } points, scored { $score }, lost { $lost }, open { $open }
standing-losses = Largest losses
standing-no-losses = Nothing was deducted
standing-nothing = Nothing is scored yet
standing-more = { $count } smaller ones
standing-copy = Copy picture
standing-save = Save picture…
picture-copied = The chart is copied: paste it into Word, WPS or another program.
path-picture = Save picture
kind-picture = PNG pictures
