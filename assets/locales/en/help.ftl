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
