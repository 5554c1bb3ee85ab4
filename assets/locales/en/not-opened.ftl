## No program of the system opens a file
not-opened = The system did not open the file ({ $detail }).
not-opened-hint = There may be no program for such files. Copy the path and open it from the file manager; a PDF can also be saved and opened on another computer.
not-opened-lies = The file is at { $path }
not-opened-copy = Copy path
not-opened-copied = Path copied
