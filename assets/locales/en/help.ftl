## Help
menu-view = View
command-help = Help
command-first-steps = First steps
help-back = ‹ Back
help-contents = Contents
help-close = Close Esc
help-search = Search the help
help-search-hint = Search, then Enter opens
help-nothing = Nothing found. Try another word, or the contents.

## First steps, on the start page
first-step-1 = Choose a template: a click on its card begins.
first-step-2 = Fill in project and funds.
first-step-3 = Type a score for each indicator.
first-step-4 = Give reasons for deductions, evidence for scores.
first-step-5 = Check, print, sign.
first-steps-page = How to F1
first-steps-sample = Look at a sample
first-steps-dismiss = Do not show again
