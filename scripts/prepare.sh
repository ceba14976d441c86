#!/bin/sh
# Makes sure that the tools and libraries for something are there, and says what is missing where
# it cannot install them. Usage: scripts/prepare.sh run|test|screenshots
set -eu

fail() {
  echo "procviz: $1" >&2
  exit 1
}

need_swift() {
  command -v swift >/dev/null || fail "no swift command was found. ProcViz needs Swift 6:
  https://www.swift.org/install/linux/ tells how to get it (swiftly, or a tarball for Debian 12);
  afterwards, its usr/bin must be in PATH."
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 6 ] || fail "Swift 6 is needed, this is Swift ${version:-of an unknown version}:
  https://www.swift.org/install/linux/ tells how to get a newer one."
}

# need_header HEADER PACKAGE: remembers the package if the header is not there.
missing=
need_header() {
  [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ] || missing="$missing $2"
}

# need COMMAND-OR-FILE PACKAGE: the same for anything else.
need() {
  [ -e "$1" ] || command -v "$1" >/dev/null || missing="$missing $2"
}

install_missing() {
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null || fail "these Debian packages, or what corresponds to them here, have to be installed first:$missing"
  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif command -v sudo >/dev/null; then
    as_root=sudo
  else
    fail "some packages are missing, and there is no sudo to install them with. As root, run:
  apt-get install$missing"
  fi
  echo "procviz: installing$missing"
  $as_root apt-get update -q
  # shellcheck disable=SC2086 # a list of packages
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends $missing ||
    fail "apt-get could not install$missing"
}

case "${1:-}" in
run) need_header ncurses.h libncurses-dev ;;
test)
  need_header ncurses.h libncurses-dev
  need_header vterm.h libvterm-dev
  ;;
screenshots)
  need_header ncurses.h libncurses-dev
  need_header vterm.h libvterm-dev
  need Xvfb xvfb
  need alacritty alacritty
  # alacritty opens these by name, so its package does not ask for them; without a graphics card
  # Mesa draws.
  libraries=/usr/lib/$(uname -m)-linux-gnu
  need "$libraries/libX11-xcb.so.1" libx11-xcb1
  need "$libraries/libXcursor.so.1" libxcursor1
  need "$libraries/libXi.so.6" libxi6
  need "$libraries/libXrandr.so.2" libxrandr2
  need "$libraries/libEGL.so.1" libegl1
  need "$libraries/libGL.so.1" libgl1
  need "$libraries/dri/swrast_dri.so" libgl1-mesa-dri
  need import imagemagick
  need pngquant pngquant
  need fc-match fontconfig
  need /usr/share/fonts/truetype/jetbrains-mono fonts-jetbrains-mono
  need /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc fonts-noto-cjk
  ;;
*) fail "usage: scripts/prepare.sh run|test|screenshots" ;;
esac
need_swift
install_missing
