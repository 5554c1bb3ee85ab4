#!/bin/sh
# The program's icon in the sizes and formats that systems want, from assets/icons/jiping.svg. Their pictures are
# committed: only whoever changes the drawing needs rsvg-convert (librsvg2-bin) and icotool (icoutils).
set -eu
cd "$(dirname "$0")/../assets/icons"

for size in 16 24 32 48 64 128 256; do
    rsvg-convert -w $size -h $size jiping.svg -o "jiping-$size.png"
done
# Windows shows the large one as it is, packed.
icotool -c -o jiping.ico jiping-16.png jiping-24.png jiping-32.png jiping-48.png jiping-64.png --raw=jiping-256.png
