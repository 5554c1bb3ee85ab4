# Indicators of one's own: why there can be none, pasting a block

own-nowhere = “{ $title }” has no group that takes indicators of your own.
own-nowhere-hint = Copy the template on the start view and tick “An evaluation may add indicators here” in a group.
own-not-here = “{ $group }” takes no indicators of your own; groups that do have “＋ Add indicator”.

# A pasted block of indicators
own-paste-above = above the headings
own-paste-too-many = No more than { $most } indicators are pasted at once
own-paste-sum = a line of sums
own-paste-no-name = no name
own-paste-no-group = no group is called “{ $group }”
own-paste-not-open = “{ $group }” takes no indicators of your own

own-paste = Paste indicators
own-paste-tip = Copy the columns name, target, points (and unit, group) from a spreadsheet and paste them here (Ctrl+V); nothing counts before you confirm it
own-paste-title = Paste indicators of your own
own-paste-group = Lines without a group go to
own-paste-there = an indicator of that name is there
own-paste-nothing = There is no usable line on the clipboard.
own-paste-nothing-hint = Copy the columns name, target, points.
own-paste-refused = Line { $line } “{ $text }” was not taken: { $why }
own-paste-left-out = Columns that were not taken: { $columns }
own-paste-column = column { $number }
own-paste-do = Add { $count }
own-pasted = { $count } indicators added; one “undo” takes them back.
own-group = Group
own-target = Target
