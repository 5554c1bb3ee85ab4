# Files: opening, saving, evidence, recovery

## Opening
file-cancelled = Cancelled.
file-cancelled-hint = Nothing was changed.
file-not-found = “{ $file }” was not found (in { $folder }).
file-not-found-hint = Check whether it was moved or renamed, or its USB stick removed.
file-no-permission = No permission to read “{ $file }” (in { $folder }).
file-no-permission-hint = Ask its owner for permission, or copy it to a folder of your own and try again.
file-is-folder = “{ $file }” is a folder, not an evaluation.
file-is-folder-hint = Choose a file ending in .jiping inside it, or another file name.
file-unreadable = “{ $file }” cannot be read ({ $detail }).
file-unreadable-hint = The disk or the network may be faulty. Copy the file to this computer and open the copy, or open the .bak beside it.
file-not-container = “{ $file }” is not an evaluation.
file-not-container-hint = Evaluations are saved by this program and end in .jiping. Check that it is the right file; it was not changed.
file-truncated = “{ $file }” is incomplete: its end is missing.
file-truncated-hint = It may not have been copied or downloaded to the end. Copy it again, or open “{ $file }.bak” in { $folder }. It was not changed.
file-damaged = { $member } in “{ $file }” is damaged ({ $detail }).
file-damaged-hint = Copy the file again, or open “{ $file }.bak” in { $folder }. It was not changed.
file-missing-member = “{ $file }” lacks { $member }: it is not a complete evaluation.
file-missing-member-hint = If it was unpacked and packed again, put { $member } at the top level of the archive; or open “{ $file }.bak”.
file-not-text = { $member } in “{ $file }” is not UTF-8 text.
file-not-text-hint = If another program changed it, save it again as UTF-8; or open “{ $file }.bak”.
file-syntax = { $member } in “{ $file }”, line { $line }, column { $column }: not written correctly.
file-syntax-hint = If { $member } was edited by hand, mend this place; otherwise open “{ $file }.bak”. The file was not changed.
file-newer = “{ $file }” was saved by a newer version of this program ({ $member } has format { $found }; this program reads up to { $newest }).
file-newer-hint = Update this program and open it again. The file was not changed.
file-template-unsound = The template.ron in “{ $file }” has errors: no sheet can be scored by it.
file-template-unsound-hint = Mend the template, or open “{ $file }.bak”. Nothing of the evaluation is lost.
file-template-unsound-at = The template.ron in “{ $file }” has an error in line { $line }, column { $column }: no sheet can be scored by it.
file-template-unsound-at-hint = Mend the template, or open “{ $file }.bak”. Nothing of the evaluation is lost.
file-too-large = { $member } in “{ $file }” unpacks to more than { $limit } MiB; reading was stopped.
file-too-large-hint = No evaluation is that large: the file may be damaged or of doubtful origin. Ask whoever gave it to you, or open “{ $file }.bak”.
file-not-a-file = “{ $file }” was not read: it is a device or a pipe, no file.
file-not-a-file-hint = Choose a file; copy what is on a device into one first.
file-larger-than-any = “{ $file }” was not read: it has more than { $limit } MiB, and no file of its kind has.
file-larger-than-any-hint = Make sure that it is the right file, or ask whoever gave it to you.

## Found while opening
file-found-unknown-item = The template has no indicator “{ $item }”, but the file has entries or evidence for it.
file-found-unknown-item-hint = They do not count, and are kept when saving. Check that the template is the right one.
file-found-other-template = The evaluation names the template { $named }, the file brings { $found }.
file-found-other-template-hint = It is scored by the one in the file; please check.
file-found-journal-broken = The audit trail in the file cannot be read (line { $line }, column { $column }).
file-found-journal-broken-hint = The evaluation is not affected; the trail begins anew. If you need the old one, copy the file before saving.
file-found-journal-missing = The file has no audit trail.
file-found-journal-missing-hint = The evaluation is not affected; the trail begins anew.
file-found-altered = The file was changed after it was saved: some of its bytes are not those that were written.
file-found-altered-hint = Everything that could be read is open. Compare it with the .bak or another copy; save it again once you are sure.
evidence-found-missing = The evidence “{ $name }” is missing from the file.
evidence-found-missing-hint = Everything else was opened. Find the original and add it again.
evidence-found-changed = The evidence “{ $name }” is not what was added (SHA-256 or size differ).
evidence-found-changed-hint = Everything else was opened. Check it, remove it, and add the original again.
evidence-found-unreadable = The evidence “{ $name }” is damaged and cannot be read.
evidence-found-unreadable-hint = Everything else was opened. Add the original again, or take it from the .bak file.
evidence-found-bomb = The evidence “{ $name }” would grow out of all proportion; it was left packed.
evidence-found-bomb-hint = It may be malicious. Remove it, and ask whoever gave you the file.
evidence-found-bad-name = The file holds something with an unacceptable name, “{ $member }”; it was neither read nor written anywhere.
evidence-found-bad-name-hint = Names may not hold parent folders, drive letters or backslashes. Ask where the file comes from; the next save leaves it out (the .bak keeps it).
evidence-found-unlisted = The file holds “{ $member }”, which the evaluation does not mention.
evidence-found-unlisted-hint = It does not count as evidence, and is kept when saving.

## Saving
file-folder-missing = “{ $file }” was not saved: the folder { $folder } does not exist.
file-folder-missing-hint = A USB stick or network drive may be gone. Connect it and try again, or save elsewhere.
file-read-only = “{ $file }” was not saved: it is read-only (in { $folder }).
file-read-only-hint = The file is as it was. Make it writable and try again, or save elsewhere.
file-write-denied = “{ $file }” was not saved: no permission to write to { $folder }.
file-write-denied-hint = The file is as it was. Save elsewhere, for example among your documents.
file-disk-full = “{ $file }” was not written: the disk of { $folder } is full.
file-disk-full-hint = The file is as it was. Make room and try again, or save elsewhere.
file-unwritable = “{ $file }” was not written ({ $detail }).
file-unwritable-hint = The file is as it was. Try again, or save elsewhere.
file-verify-failed = “{ $file }” was not saved: what was written reads back differently ({ $detail }).
file-verify-failed-hint = The file is as it was. The disk may be faulty: save elsewhere.
file-member-detail = { $member }: { $detail }
file-changed-on-disk = “{ $file }” was not saved: something or somebody else changed it since it was opened.
file-changed-on-disk-hint = The file on disk is as it was. Save under another name and compare; if you do overwrite it, the other version stays as “{ $file }.bak”.
file-place-lost = “{ $file }” was written, but is not in “{ $folder }”, or is not what was written: the disk or the network may be gone, or another program wrote there as well.
file-place-lost-hint = Check that the stick or the network place is there and save again, or choose another place.
file-moved-away = “{ $file }” was not saved: since it was opened it was moved, renamed or deleted, and is no longer in “{ $folder }”.
file-moved-away-hint = If it only went to another place, choose “Save elsewhere” and point to that place, so that there are not two evaluations that differ; to put it back here, choose “Save it here again”.
file-not-regular = “{ $file }” was not written: it is a device or a pipe, no file.
file-not-regular-hint = Choose another name.
file-broken-link = “{ $file }” was not written: it is a link to a file that does not exist.
file-broken-link-hint = Bring back the file that it leads to, or choose another name.
file-bad-name = “{ $file }” cannot be the name of a file.
file-bad-name-hint = Choose another name: the file may be used on other computers.
file-name-device = Windows keeps that name for a device (CON, NUL, COM1 …).
file-name-character = “{ $character }” cannot stand in a name on some systems.
file-name-temporary = such names are for the program’s own temporary files
file-name-ending = A name cannot end with a dot or a blank: Windows leaves it out.
file-name-length = The name is too long ({ $bytes } bytes): some { $most } Chinese characters are the most.
file-extension = “{ $file }” has another extension than .{ $extension }.
file-extension-hint = Use a name that ends in .{ $extension }; nothing was written.
file-exists = “{ $file }” exists already and was not touched.
file-exists-hint = Choose another name, or add --force; the old file stays as .bak.

## Evidence
evidence-source-folder = “{ $file }” is a folder and cannot be added as evidence.
evidence-source-folder-hint = Choose the files inside it (several at once if you like), or pack it into one file first.
evidence-source-unreadable = “{ $file }” cannot be read and was not added ({ $detail }).
evidence-source-unreadable-hint = Close the program that uses it, or copy it to this computer and add the copy.
evidence-lost = The content of the evidence “{ $name }” cannot be reached.
evidence-lost-hint = Connect its USB stick or network drive and try again; or remove it and add the original again. Nothing else is affected, the file is as it was.
evidence-changed = The evidence “{ $name }” is not what was added (SHA-256 or size differ), and was not opened.
evidence-changed-hint = Check it, remove it, and add the original again.

## The program's own folder, and recovery
file-data = The program's own folder cannot be used: “{ $file }” (in { $folder }; { $detail }).
file-data-hint = Check permissions and free space there, or name another folder in the environment variable JIPING_DATA. Saved files are not affected.
file-recovery-broken = The record of unsaved changes “{ $file }” cannot be read ({ $detail }).
file-recovery-broken-hint = It stays in { $folder }. Open the file as last saved and go on from there.
file-template-unreadable = “{ $file }” cannot be read as a template.
file-template-unreadable-hint = Mend it where it says, or open “{ $file }.bak” in the same folder. The file was not changed.
