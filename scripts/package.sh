#!/bin/sh
# What users get, in target/package: for Windows a zip and an installer, for Linux a .deb and a tarball, with their
# SHA-256. The same commit gives the same files.
#
#   scripts/package.sh             everything
#   scripts/package.sh windows     zip and installer
#   scripts/package.sh linux       .deb and tarball
#   scripts/package.sh programs    only builds the two programs
#
# On Debian 12 with nothing but its own packages, PyPI's and the crates: what is missing is fetched first.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:${CARGO_HOME:-${HOME:-}/.cargo}/bin"

VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
OUT=$PWD/target/package
TOOLS=$OUT/tools
# UOS 20 and Kylin V10 have this one.
GLIBC=2.28
GLIBC_TARGET=x86_64-unknown-linux-gnu
# Draws where there is no OpenGL: Mesa as Qt ships it.
MESA_WHEEL='pyside6-essentials==6.12.0'
MESA_SHA256=18aedc7a4b610f53bcc7b7a5c5ed9293c7e86f030e3273ad54ed3bb1ebd36702

export LC_ALL=C TZ=UTC
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
JIPING_COMMIT=$(git rev-parse --short=12 HEAD)
export SOURCE_DATE_EPOCH JIPING_COMMIT

say() { printf '%s\n' "package: $*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# needs COMMAND PACKAGE ...
needs() {
    missing=
    while [ $# -gt 1 ]; do
        command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
        shift 2
    done
    [ -n "$missing" ] || return 0
    say "installing$missing"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    # shellcheck disable=SC2086 # a list of package names
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# Names of folders of this machine have no place in a program.
remapped() {
    printf '%s' "--remap-path-prefix=$PWD=/jiping --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
}

# ---------------------------------------------------------------- programs

windows_program() {
    sh scripts/windows.sh setup
    RUSTFLAGS="$(remapped) -Clink-arg=-Wl,--no-insert-timestamp" CARGO_TARGET_DIR=target/windows \
        sh scripts/windows.sh cargo build --locked --release --bin jiping
    WINDOWS_PROGRAM=$PWD/target/windows/x86_64-pc-windows-gnu/release/jiping.exe
}

# A linker that knows the symbols of an old glibc; everything else is Rust's own.
linux_program() {
    if [ ! -d "$TOOLS/venv" ]; then
        needs python3 python3
        python3 -m venv "$TOOLS/venv" || { needs no-such-command python3-venv; python3 -m venv "$TOOLS/venv"; }
        "$TOOLS/venv/bin/pip" install -q 'ziglang==0.17.1' 'cargo-zigbuild==0.24.1'
    fi
    RUSTFLAGS=$(remapped) CARGO_TARGET_DIR=target/linux PATH="$TOOLS/venv/bin:$PATH" \
        cargo zigbuild --locked --release --bin jiping --target "$GLIBC_TARGET.$GLIBC"
    LINUX_PROGRAM=$PWD/target/linux/$GLIBC_TARGET/release/jiping
    asked=$(objdump -T "$LINUX_PROGRAM" | sed -n 's/.*GLIBC_\([0-9.]*\).*/\1/p' | sort -uV | tail -n 1)
    say "the Linux program asks for glibc $asked"
    [ "$(printf '%s\n' "$asked" "$GLIBC" | sort -V | tail -n 1)" = "$GLIBC" ] || {
        say "that is newer than $GLIBC"
        exit 1
    }
}

case ${1:-all} in
    programs) mkdir -p "$OUT"; windows_program; linux_program ;;
esac
