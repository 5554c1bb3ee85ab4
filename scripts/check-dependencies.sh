#!/bin/sh
# What `cargo deny check licenses bans sources` checks, in a few seconds and with nothing to install:
# the licence of every dependency against the allow list of deny.toml, the banned crates, the sources.
# It reads what the crates declare; cargo-deny, which CI uses, also reads their licence files.
#
#   scripts/check-dependencies.sh             check
#   scripts/check-dependencies.sh --list      every dependency with its licence
set -eu
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# "licence<TAB>name version" of everything that any system and any feature can bring in.
cargo tree --locked --target all --all-features --edges normal,build,dev --prefix none --format '{l}	{p}' \
    >"$work/tree"
sed 's/ (\*)$//; s/ (proc-macro)$//' "$work/tree" | sort -u >"$work/dependencies"

if [ "${1:-}" = --list ]; then
    awk -F '\t' '{ printf "%-45s %s\n", $2, $1 }' "$work/dependencies" | sort
    exit 0
fi

status=0

# Licences: each is an SPDX expression; "A/B" is the old way to write "A OR B".
awk -F '\t' '
    # --- first file: the allow list of deny.toml
    FNR == NR {
        if ($0 ~ /^allow = \[/) { inside = 1; next }
        if (inside && $0 ~ /^\]/) { inside = 0 }
        if (inside && match($0, /"[^"]+"/)) allowed[substr($0, RSTART + 1, RLENGTH - 2)] = 1
        next
    }
    # --- second file: the dependencies
    function either(    ok, right) {
        ok = both()
        while (token[at] == "OR") { at++; right = both(); ok = ok || right }
        return ok
    }
    function both(    ok, right) {
        ok = one()
        while (token[at] == "AND") { at++; right = one(); ok = ok && right }
        return ok
    }
    function one(    ok, name) {
        if (token[at] == "(") { at++; ok = either(); at++; return ok }
        name = token[at++]
        # "MPL-2.0+": that version, or a later one.
        sub(/\+$/, "", name)
        if (token[at] == "WITH") { name = name " WITH " token[at + 1]; at += 2 }
        return name in allowed
    }
    {
        expression = $1
        gsub(/\//, " OR ", expression)
        gsub(/[()]/, " & ", expression)
        gsub(/^ +| +$/, "", expression)
        split("", token)
        count = split(expression, token, / +/)
        at = 1
        ok = either()
        if (expression == "" || !ok || at != count + 1) {
            printf "licence not allowed: %s: %s\n", $2, ($1 == "" ? "(none declared)" : $1)
            bad = 1
        }
    }
    END { exit bad }
' deny.toml "$work/dependencies" || status=1

# Banned crates.
sed -n 's/^ *{ crate = "\([^"]*\)".*/\1/p' deny.toml >"$work/banned"
awk -F '\t' '{ split($2, part, " "); print part[1] }' "$work/dependencies" | sort -u >"$work/names"
if grep -Fxf "$work/banned" "$work/names" >"$work/found"; then
    sed 's/^/banned crate (see deny.toml): /' "$work/found"
    status=1
fi

# Sources: everything in Cargo.lock comes from one registry, with a checksum.
if grep '^source = ' Cargo.lock | grep -v '^source = "registry+'; then
    echo "Cargo.lock: the sources above are no registry"
    status=1
fi
if [ "$(grep '^source = ' Cargo.lock | sort -u | wc -l)" -gt 1 ]; then
    echo "Cargo.lock: more than one registry"
    status=1
fi
if [ "$(grep -c '^source = ' Cargo.lock)" != "$(grep -c '^checksum = ' Cargo.lock)" ]; then
    echo "Cargo.lock: a source without a checksum"
    status=1
fi

if [ "$status" = 0 ]; then
    echo "$(wc -l <"$work/dependencies") dependencies: licences, banned crates and sources are in order"
fi
exit "$status"
