#!/bin/sh
# jiping.exe for Windows 10 and 11, built and tried on Debian 12 with nothing but its own packages and the crates.
#
#   scripts/windows.sh setup             what is missing: mingw-w64, wine, the standard library for Windows
#   scripts/windows.sh cargo ARGS        cargo for Windows (build, clippy, test …); what it starts runs under wine
#   scripts/windows.sh run X.exe ARGS    a program under wine, with a screen of its own where there is none
#   scripts/windows.sh has-toolchain     ends with 0 where `setup` has been through
#
# rustup cannot be asked for another target without its server; Debian packs the source of the very rustc that is
# installed (rust-src, in backports), and from that the standard library is built once. It is put into a copy of the
# toolchain, by hard links, below JIPING_WINDOWS (~/.cache/jiping-windows): rustup's own folder stays as it is.
set -eu

TARGET=x86_64-pc-windows-gnu
CACHE=${JIPING_WINDOWS:-"$HOME/.cache/jiping-windows"}
VERSION=$(rustc --version | awk '{ print $2 }')
TOOLCHAIN=$CACHE/toolchain-$VERSION
SHIM=$CACHE/shim
SELF=$(realpath "$0")
LINKER=x86_64-w64-mingw32-gcc-posix
WINE=/usr/lib/wine/wine64

say() { printf '%s\n' "windows: $*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# (The mark: one that was built before had the names of this machine's folders in it, and no bitcode, without which a
# release cannot be linked as one.)
has_std() { [ -f "$TOOLCHAIN/lib/rustlib/$TARGET/with-bitcode" ]; }

has_toolchain() { command -v "$LINKER" >/dev/null 2>&1 && has_std; }

# ---------------------------------------------------------------- setting up

packages() {
    if command -v "$LINKER" >/dev/null 2>&1 && [ -x "$WINE" ] && command -v xvfb-run >/dev/null 2>&1; then
        return
    fi
    say "installing mingw-w64, wine and xvfb"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        gcc-mingw-w64-x86-64-posix g++-mingw-w64-x86-64-posix mingw-w64-x86-64-dev binutils-mingw-w64-x86-64 \
        wine wine64 xvfb xauth >/dev/null
}

# The source of the standard library of exactly this rustc: Debian keeps its last versions in backports.
standard_source() {
    source=$CACHE/src-$VERSION
    [ ! -d "$source" ] || return 0
    say "fetching the source of Rust $VERSION's standard library"
    mkdir -p "$CACHE/apt/lists/partial" "$CACHE/apt/cache/archives/partial" "$CACHE/debs"
    archive=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | sort -u | grep '/debian/$' | head -n 1)
    printf 'deb %s %s main\n' "$archive" trixie-backports "$archive" testing >"$CACHE/apt/sources.list"
    set -- -o "Dir::Etc::SourceList=$CACHE/apt/sources.list" -o Dir::Etc::SourceParts=/nonexistent \
        -o "Dir::State::Lists=$CACHE/apt/lists" -o "Dir::Cache=$CACHE/apt/cache" -o Acquire::Languages=none \
        -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false
    apt-get "$@" update -qq
    package=$(apt-cache "$@" madison rust-src | awk -v v="$VERSION+" 'index($3, v) == 1 { print $3; exit }')
    if [ -z "$package" ]; then
        say "Debian has no rust-src of Rust $VERSION: install the target another way, or another Rust"
        exit 3
    fi
    (cd "$CACHE/debs" && apt-get "$@" download "rust-src=$package" >/dev/null)
    dpkg-deb -x "$CACHE/debs/rust-src_$VERSION"*.deb "$source.new"
    mv "$source.new" "$source"
}

toolchain() {
    [ ! -d "$TOOLCHAIN" ] || return 0
    # -H: folders of rustup may be symbolic links; what they lead to is copied.
    rm -rf "$TOOLCHAIN.new"
    if ! cp -alH "$(rustc --print sysroot)" "$TOOLCHAIN.new" 2>/dev/null; then
        # On another disk: links cannot be made, and what of the copy is there already would take the other into itself.
        rm -rf "$TOOLCHAIN.new"
        cp -aH "$(rustc --print sysroot)" "$TOOLCHAIN.new"
    fi
    mv "$TOOLCHAIN.new" "$TOOLCHAIN"
}

standard_library() {
    ! has_std || return 0
    say "building the standard library for Windows"
    hello=$CACHE/hello
    mkdir -p "$hello/src"
    printf '[package]\nname = "hello"\nversion = "0.1.0"\nedition = "2024"\n[workspace]\n' >"$hello/Cargo.toml"
    printf 'fn main() {}\n' >"$hello/src/main.rs"
    (
        cd "$hello"
        environment
        RUSTC_BOOTSTRAP=1 __CARGO_TESTS_ONLY_SRC_ROOT="$CACHE/src-$VERSION/usr/src/rustc-$VERSION/library" \
            CARGO_TARGET_DIR="$hello/target" \
            RUSTFLAGS="--remap-path-prefix=$CACHE/src-$VERSION/usr/src/rustc-$VERSION=/rustc/$VERSION \
                --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo --remap-path-prefix=$hello=/hello \
                -Cembed-bitcode=yes" \
            cargo build --quiet --release --target "$TARGET" -Zbuild-std=std,panic_unwind,panic_abort,test
    )
    library=$TOOLCHAIN/lib/rustlib/$TARGET/lib
    rm -rf "$library.new"
    mkdir -p "$library.new"
    cp "$hello/target/$TARGET"/release/deps/*.rlib "$library.new/"
    rm -rf "$library"
    mv "$library.new" "$library"
    touch "$TOOLCHAIN/lib/rustlib/$TARGET/with-bitcode"
    rm -rf "$hello"
    say "done; what was built for Windows with another one does not fit it any more: remove target/windows"
}

# What Windows has and wine 8 has not: bcryptprimitives.dll, where Rust takes the seeds of its maps from, and
# windows.data.pdf.dll, which draws PDFs for printers and here only says that it cannot.
stand_ins() {
    [ ! -f "$SHIM/windows.data.pdf.dll" ] || return 0
    mkdir -p "$SHIM"
    printf '%s\n' '#include <windows.h>' '#include <ntsecapi.h>' \
        '__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n) { return RtlGenRandom(p, (ULONG)n); }' \
        >"$SHIM/bcryptprimitives.c"
    "$LINKER" -shared -O2 -s -o "$SHIM/bcryptprimitives.dll" "$SHIM/bcryptprimitives.c" -ladvapi32
    printf '%s\n' '#include <windows.h>' \
        '__declspec(dllexport) HRESULT WINAPI PdfCreateRenderer(void *device, void **made) { return E_NOTIMPL; }' \
        >"$SHIM/windows.data.pdf.c"
    "$LINKER" -shared -O2 -s -o "$SHIM/windows.data.pdf.dll" "$SHIM/windows.data.pdf.c"
}

setup() {
    packages
    mkdir -p "$CACHE"
    standard_source
    toolchain
    standard_library
    stand_ins
}

# ---------------------------------------------------------------- building and running

environment() {
    # Builds for two systems in one folder wait for each other.
    export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$(dirname "$SELF")/../target/windows}"
    export PATH="$TOOLCHAIN/bin:$PATH" RUSTC="$TOOLCHAIN/bin/rustc"
    export CARGO_BUILD_TARGET=$TARGET CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=$LINKER
    export CC_x86_64_pc_windows_gnu=$LINKER CXX_x86_64_pc_windows_gnu=x86_64-w64-mingw32-g++-posix
    export AR_x86_64_pc_windows_gnu=x86_64-w64-mingw32-ar
    CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER="$SELF run"
    export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER
}

# A prefix of Windows 10 with the stand-ins in it; made once.
prefix() {
    export WINEPREFIX="${WINEPREFIX:-$CACHE/prefix}" WINEDEBUG="${WINEDEBUG:--all}" WINEDLLOVERRIDES="${WINEDLLOVERRIDES:-mscoree,mshtml=}"
    [ ! -f "$WINEPREFIX/ready-2" ] || return 0
    mkdir -p "$WINEPREFIX"
    (
        # Tests start many at once: one of them makes it.
        flock 9
        [ ! -f "$WINEPREFIX/ready-2" ] || exit 0
        "$WINE" wineboot -i >/dev/null 2>&1
        wineserver -w
        cp "$SHIM"/*.dll "$WINEPREFIX/drive_c/windows/system32/"
        "$WINE" winecfg -v win10 >/dev/null 2>&1
        wineserver -w
        touch "$WINEPREFIX/ready-2"
    ) 9>"$WINEPREFIX/lock"
}

run() {
    prefix
    exec "$WINE" "$@"
}

case ${1:-} in
    setup) setup ;;
    has-toolchain) has_toolchain ;;
    cargo) shift; environment; exec cargo "$@" ;;
    run) shift; run "$@" ;;
    *) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
