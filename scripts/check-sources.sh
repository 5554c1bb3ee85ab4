#!/bin/sh
# House rules that no lint knows: names the file and the remedy.
set -eu
cd "$(dirname "$0")/.."

most_lines=650
status=0

sources=$(git ls-files --cached --others --exclude-standard -- 'src/*.rs' 'tests/*.rs' 'benches/*.rs' 'examples/*.rs')

for file in $sources; do
    [ -f "$file" ] || continue
    lines=$(wc -l <"$file")
    if [ "$lines" -gt "$most_lines" ]; then
        echo "$file: $lines lines, the house rule is about 600: split it by what its parts do"
        status=1
    fi
done

# Decimal::try_from(a float) and f64::try_from(a decimal) have no path that clippy.toml could ban.
# shellcheck disable=SC2086 # a list of file names without spaces
if [ -n "$sources" ] && grep -nE '\b(f32|f64|Decimal)::try_from\(' $sources; then
    echo 'points and money never pass through a float (the lines above): parse the text'
    status=1
fi

# Scoring yields data, src/wording words it: identifiers are ASCII, so what is left of a line without its comment and
# without single characters (a date is read by its 年) is Chinese only within a string. Tests stand last in a file.
chinese=$(git ls-files --cached --others --exclude-standard -- 'src/scoring/*.rs' | while read -r file; do
    [ -f "$file" ] || continue
    LC_ALL=C awk -v file="$file" '
        /^#\[cfg\(test\)\]/ { exit }
        {
            sub(/\/\/.*/, "")
            gsub(/\047[\300-\377][\200-\277]+\047/, "")
            # U+3000 to U+9FFF, and the wide （），：；
            if (/[\343-\351][\200-\277][\200-\277]|\357\274[\210\211\214\232\233]/) print file ":" FNR ": " $0
        }
    ' "$file"
done)
if [ -n "$chinese" ]; then
    echo "$chinese"
    echo 'no Chinese in src/scoring (the lines above): a variant with its arguments there, its words in src/wording'
    status=1
fi

# Every dependency of Cargo.toml has its line in docs/DEPENDENCIES.md.
crates=$(awk '/^\[/ { inside = /dependencies\]$/ } inside && /^[a-z]/ { print $1 }' Cargo.toml)
for crate in $crates; do
    if ! grep -q "^| \`$crate\` |" docs/DEPENDENCIES.md; then
        echo "docs/DEPENDENCIES.md: no line for $crate"
        status=1
    fi
done

# Every message stands in both languages.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for language in zh-CN en; do
    # One file, or a folder of them.
    find assets/locales -path "assets/locales/$language*" -name '*.ftl' \
        -exec sed -n 's/^\(-\{0,1\}[A-Za-z][A-Za-z0-9_-]*\) *=.*/\1/p' {} + 2>/dev/null >"$work/all" || true
    sort "$work/all" | uniq -d | sed "s/^/assets\/locales, $language: written twice: /" >"$work/twice"
    if [ -s "$work/twice" ]; then
        cat "$work/twice"
        status=1
    fi
    LC_ALL=C sort -u "$work/all" >"$work/$language"
done
only_in() {
    LC_ALL=C comm "$1" "$work/zh-CN" "$work/en" | sed "s/^/assets\/locales, $2: missing: /" >"$work/missing"
    if [ -s "$work/missing" ]; then
        cat "$work/missing"
        status=1
    fi
}
only_in -23 en
only_in -13 zh-CN

exit "$status"
