#!/bin/sh
# What users get, in target/package: for Windows a zip and an installer, for Linux a .deb and a tarball, with their
# SHA-256. The same commit in the same folder gives the same files; whether they work: scripts/package-test.sh.
#
#   scripts/package.sh             everything
#   scripts/package.sh windows     zip and installer
#   scripts/package.sh linux       .deb and tarball
#   scripts/package.sh programs    only builds the two programs
#
# On Debian 12 with nothing but its own packages, PyPI's and the crates: what is missing is fetched first, tools into
# JIPING_PACKAGING (~/.cache/jiping-packaging).
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:${CARGO_HOME:-${HOME:-}/.cargo}/bin:/usr/sbin:/sbin"

VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
OUT=$PWD/target/package
STAGE=$OUT/stage
TOOLS=${JIPING_PACKAGING:-"$HOME/.cache/jiping-packaging"}
# UOS 20 and Kylin V10 have this one or a newer one.
GLIBC=2.28
LINUX=x86_64-unknown-linux-gnu
WINDOWS=x86_64-pc-windows-gnu
# Draws where there is no OpenGL: Mesa as Qt ships it.
MESA_WHEEL=pyside6-essentials==6.12.0
MESA_WHEEL_SHA256=c9a95102aa23c1f86516a30d5a9be37552d324eee7e567eb7508973f1218cb42
MESA_SHA256=18aedc7a4b610f53bcc7b7a5c5ed9293c7e86f030e3273ad54ed3bb1ebd36702

export LC_ALL=C TZ=UTC
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
JIPING_COMMIT=$(git rev-parse --short=12 HEAD)
export SOURCE_DATE_EPOCH JIPING_COMMIT

say() { printf '%s\n' "package: $*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# needs COMMAND PACKAGE ...: installs the packages whose commands are missing.
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

# ---------------------------------------------------------------- programs

# Names of folders of this machine have no place in a program.
remapped() {
    printf '%s' "--remap-path-prefix=$PWD=/jiping --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
}

names_no_folder_of_this_machine() {
    # Import libraries are named after the folder that they were made in: /a/b-c is _a_b_c there.
    if grep -aqF -e "$HOME/." -e "$PWD" -e "$(printf '%s' "$PWD" | tr -c '[:alnum:]' _)_target" "$1"; then
        say "$1 names a folder of this machine"
        exit 1
    fi
}

# By the target that rustup has, else by scripts/windows.sh, which makes one.
windows_program() {
    flags="$(remapped) -Clink-arg=-Wl,--no-insert-timestamp"
    if [ -d "$(rustc --print sysroot)/lib/rustlib/$WINDOWS/lib" ]; then
        needs x86_64-w64-mingw32-gcc-posix gcc-mingw-w64-x86-64-posix
        needs x86_64-w64-mingw32-strip binutils-mingw-w64-x86-64
        CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc-posix RUSTFLAGS=$flags \
            cargo build --locked --release --bin jiping --target "$WINDOWS" --target-dir target/windows
    else
        sh scripts/windows.sh setup
        RUSTFLAGS=$flags CARGO_TARGET_DIR=target/windows \
            sh scripts/windows.sh cargo build --locked --release --bin jiping
    fi
    WINDOWS_PROGRAM=$PWD/target/windows/$WINDOWS/release/jiping.exe
    # Rust leaves the table of symbols in it: 7 MB, and names of the folder that it was built in. No time of its own.
    x86_64-w64-mingw32-strip --preserve-dates --strip-all "$WINDOWS_PROGRAM"
    names_no_folder_of_this_machine "$WINDOWS_PROGRAM"
}

# Debian's own python3 has none, and must not be written into.
pip() {
    if [ ! -x "$TOOLS/venv/bin/pip" ]; then
        needs python3 python3
        mkdir -p "$TOOLS"
        python3 -m venv "$TOOLS/venv" || { needs no-such-command python3-venv; python3 -m venv "$TOOLS/venv"; }
    fi
    "$TOOLS/venv/bin/pip" "$@"
}

# A linker that knows the symbols of an old glibc; everything else is Rust's own.
linux_program() {
    needs objdump binutils python3 python3
    if [ ! -x "$TOOLS/venv/bin/cargo-zigbuild" ]; then
        pip install -q ziglang==0.17.1 cargo-zigbuild==0.24.1
    fi
    RUSTFLAGS=$(remapped) PATH="$TOOLS/venv/bin:$PATH" \
        cargo zigbuild --locked --release --bin jiping --target "$LINUX.$GLIBC" --target-dir target/linux
    LINUX_PROGRAM=$PWD/target/linux/$LINUX/release/jiping
    asked=$(objdump -T "$LINUX_PROGRAM" | sed -n 's/.*GLIBC_\([0-9.]*\).*/\1/p' | sort -uV | tail -n 1)
    say "the Linux program asks for glibc $asked"
    if [ -z "$asked" ] || [ "$(printf '%s\n' "$asked" "$GLIBC" | sort -V | tail -n 1)" != "$GLIBC" ]; then
        say "that is not $GLIBC or older"
        exit 1
    fi
    names_no_folder_of_this_machine "$LINUX_PROGRAM"
}

# ---------------------------------------------------------------- what comes along

# licences TARGET [TITLE=FILE ...]
licences() {
    target=$1
    shift
    python3 packaging/licences.py "$target" "Noto Sans SC=assets/fonts/LICENSE-NotoSansSC-OFL.txt" \
        "Noto Serif SC=assets/fonts/LICENSE-NotoSerifSC-OFL.txt" "$@"
}

software_gl() {
    dll=$TOOLS/$MESA_SHA256/opengl32.dll
    if [ ! -f "$dll" ]; then
        say "fetching Mesa's OpenGL"
        work=$(mktemp -d)
        printf '%s --hash=sha256:%s\n' "$MESA_WHEEL" "$MESA_WHEEL_SHA256" >"$work/requirements"
        pip download -q --no-deps --only-binary=:all: --platform win_amd64 --python-version 3.12 \
            --require-hashes -r "$work/requirements" -d "$work"
        python3 -m zipfile -e "$work"/*.whl "$work"
        echo "$MESA_SHA256  $work/PySide6/opengl32sw.dll" | sha256sum -c --quiet
        mkdir -p "$(dirname "$dll")"
        mv "$work/PySide6/opengl32sw.dll" "$dll"
        rm -rf "$work"
    fi
    printf '%s' "$dll"
}

# Same time, same rights, whatever the umask: part of what makes archives the same.
settled() {
    find "$1" -type d -exec chmod 755 {} +
    find "$1" -type f -exec chmod 644 {} +
    find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# For Windows' own editor.
for_notepad() {
    printf '\357\273\277'
    sed 's/\r*$/\r/' "$1"
}

# ---------------------------------------------------------------- Windows

windows_packages() {
    needs makensis nsis python3 python3
    gl=$(software_gl)
    tree=$STAGE/jiping-$VERSION
    rm -rf "$tree"
    mkdir -p "$tree/software-gl" "$tree/scoring_templates"
    cp "$WINDOWS_PROGRAM" "$tree/jiping.exe"
    cp "$gl" "$tree/software-gl/opengl32.dll"
    cp scoring_templates/* "$tree/scoring_templates/"
    licences "$WINDOWS" "Mesa, LLVM=packaging/licences/software-gl.txt" "mingw-w64=packaging/licences/mingw-w64.txt" \
        >"$STAGE/third-party"
    for_notepad "$STAGE/third-party" >"$tree/THIRD-PARTY.txt"
    for_notepad packaging/licences/software-gl.txt >"$tree/software-gl/LICENSE.txt"
    for_notepad LICENSE-MIT >"$tree/LICENSE-MIT.txt"
    for_notepad LICENSE-APACHE >"$tree/LICENSE-APACHE.txt"
    for_notepad packaging/windows/readme.zh-CN.txt >"$tree/使用说明.txt"
    settled "$tree"
    zip=$OUT/jiping-$VERSION-windows-x86_64.zip
    installer=$OUT/jiping-$VERSION-windows-x86_64-setup.exe
    rm -f "$zip" "$installer"
    python3 packaging/zip.py "$zip" "$tree"
    # The words of the installer are UTF-8, so its compiler's locale has to be as well.
    LC_ALL=C.UTF-8 makensis -V2 -INPUTCHARSET UTF8 -DSTAGE="$tree" -DASSETS="$PWD/assets" -DVERSION="$VERSION" \
        -DSIZE="$(du -sk --apparent-size "$tree" | cut -f 1)" -DOUT="$installer" packaging/windows/jiping.nsi >&2
}

# ---------------------------------------------------------------- Linux

# The tree below /usr, which is also the tarball's.
linux_tree() {
    tree=$1
    mkdir -p "$tree/bin" "$tree/share/applications" "$tree/share/mime/packages" "$tree/share/jiping/scoring_templates" \
        "$tree/share/man/man1" "$tree/share/man/zh_CN/man1" "$tree/share/bash-completion/completions" \
        "$tree/share/zsh/vendor-completions" "$tree/share/fish/vendor_completions.d" "$tree/share/doc/jiping" \
        "$tree/share/icons/hicolor/scalable/apps"
    cp "$LINUX_PROGRAM" "$tree/bin/jiping"
    cp assets/linux/jiping.desktop "$tree/share/applications/"
    cp assets/linux/jiping-mime.xml "$tree/share/mime/packages/jiping.xml"
    cp assets/icons/jiping.svg "$tree/share/icons/hicolor/scalable/apps/"
    for size in 16 24 32 48 64 128 256; do
        mkdir -p "$tree/share/icons/hicolor/${size}x$size/apps"
        cp "assets/icons/jiping-$size.png" "$tree/share/icons/hicolor/${size}x$size/apps/jiping.png"
    done
    cp scoring_templates/* "$tree/share/jiping/scoring_templates/"
    gzip -9nc assets/linux/jiping.1 >"$tree/share/man/man1/jiping.1.gz"
    gzip -9nc assets/linux/jiping.zh_CN.1 >"$tree/share/man/zh_CN/man1/jiping.1.gz"
    cp assets/linux/jiping.bash "$tree/share/bash-completion/completions/jiping"
    cp assets/linux/_jiping "$tree/share/zsh/vendor-completions/"
    cp assets/linux/jiping.fish "$tree/share/fish/vendor_completions.d/"
    licences "$LINUX" | gzip -9nc >"$tree/share/doc/jiping/THIRD-PARTY.txt.gz"
    { cat packaging/linux/copyright; sed 's/^$/./; s/^/ /' LICENSE-MIT; } >"$tree/share/doc/jiping/copyright"
}

deb() {
    root=$STAGE/deb
    rm -rf "$root"
    mkdir -p "$root/DEBIAN"
    linux_tree "$root/usr"
    sed -e "s/@VERSION@/$VERSION/" -e "s/@GLIBC@/$GLIBC/" -e "s/@SIZE@/$(du -sk --apparent-size "$root/usr" | cut -f 1)/" \
        packaging/linux/control >"$root/DEBIAN/control"
    (cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum >DEBIAN/md5sums)
    settled "$root"
    chmod 755 "$root/usr/bin/jiping"
    # xz: the dpkg of UOS 20 does not know zstd.
    dpkg-deb --root-owner-group -Zxz --build "$root" "$OUT/jiping_${VERSION}_amd64.deb" >&2
}

tarball() {
    name=jiping-$VERSION
    root=$STAGE/tarball
    rm -rf "$root"
    linux_tree "$root/$name"
    cp scripts/associate.sh "$root/$name/associate.sh"
    cp packaging/linux/readme.zh-CN.txt "$root/$name/使用说明.txt"
    settled "$root"
    chmod 755 "$root/$name/bin/jiping" "$root/$name/associate.sh"
    tar -C "$root" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$name" | xz -T1 -6e \
        >"$OUT/$name-linux-x86_64.tar.xz"
}

linux_packages() {
    needs dpkg-deb dpkg xz xz-utils python3 python3
    deb
    tarball
}

sums() {
    (cd "$OUT" && find . -maxdepth 1 -type f -name 'jiping*' | sed 's|^\./||' | sort | xargs sha256sum >SHA256SUMS)
    (cd "$OUT" && ls -l jiping* SHA256SUMS) >&2
}

mkdir -p "$STAGE"
case ${1:-all} in
    all) windows_program; linux_program; windows_packages; linux_packages; sums ;;
    windows) windows_program; windows_packages; sums ;;
    linux) linux_program; linux_packages; sums ;;
    programs) windows_program; linux_program ;;
    *) sed -n '2,11s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
rm -rf "$STAGE"
