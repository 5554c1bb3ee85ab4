#!/usr/bin/env python3
"""Packs a folder as a .zip, the same bytes each time: sorted, one time for all, names in UTF-8.

    zip.py OUT.zip FOLDER       FOLDER itself is the first part of each name; SOURCE_DATE_EPOCH is the time
"""

import os
import sys
import time
import zipfile
from pathlib import Path


def main(out, folder):
    folder = Path(folder)
    moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    with zipfile.ZipFile(out, "w") as archive:
        for path in files:
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), moment)
            # Whoever packs, on whatever system: a plain file of Unix.
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
