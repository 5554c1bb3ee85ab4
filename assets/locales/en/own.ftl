# Indicators of one's own: why there can be none, pasting a block

own-nowhere = “{ $title }” has no group that takes indicators of your own.
own-nowhere-hint = Copy the template on the start view and tick “An evaluation may add indicators here” in a group.
own-not-here = “{ $group }” takes no indicators of your own; groups that do have “＋ Add indicator”.

# A pasted block of indicators
own-paste-above = above the headings
own-paste-sum = a line of sums
own-paste-no-name = no name
own-paste-no-group = no group is called “{ $group }”
own-paste-not-open = “{ $group }” takes no indicators of your own
