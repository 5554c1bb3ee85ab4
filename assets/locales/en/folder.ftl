# The evaluations of a folder

start-folder = Folder…
start-folder-tip = Lists total and grade of all evaluations in a folder
folder-pick = Choose a folder to list
folder-title = Evaluations in { $folder }
folder-count = { $count } evaluations
folder-unreadable = unreadable
folder-empty = There is no evaluation in this folder.
folder-left-out = { $count } more files were not read: 500 are the most.
folder-other = Another folder…
folder-copy = Copy table
folder-no-points = not scored
folder-name = Project
folder-year = Year
folder-template = Template
folder-total = Total
folder-grade = Grade
folder-progress = Scored
job-reading-folder = Reading the folder…
folder-close = Close
