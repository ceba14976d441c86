#!/bin/bash
# Takes the pictures in screenshots/ from the running program in a real terminal emulator: alacritty
# on a virtual display. Usage: scripts/screenshots.sh [SCENE …]; without a scene, all of them.
# `scripts/prepare.sh screenshots` installs what it needs.
set -euo pipefail
cd "$(dirname "$0")/.."

build=(-c release --static-swift-stdlib)
swift build "${build[@]}" --product procviz
swift build "${build[@]}" --product Screenshots
bin=$(swift build "${build[@]}" --show-bin-path)

work=$(mktemp -d /tmp/procviz-screenshots-XXXXXX)
xvfb=
cleanup() {
  [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

cat >"$work/fonts.conf" <<'FONTS'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>Noto Sans Mono CJK SC</string></edit>
  </match>
</fontconfig>
FONTS

cat >"$work/alacritty.yml" <<'COLOURS'
window:
  padding: { x: 14, y: 12 }
  decorations: none
font:
  normal: { family: JetBrains Mono }
  size: 12
colors:
  primary: { background: '#121212', foreground: '#d7dae0' }
  normal: { black: '#121212', red: '#e06c75', green: '#98c379', yellow: '#e5c07b', blue: '#61afef', magenta: '#c678dd', cyan: '#56b6c2', white: '#d7dae0' }
  bright: { black: '#5c6370', red: '#ff7b85', green: '#b5e890', yellow: '#ffd587', blue: '#7cc4ff', magenta: '#de8ff5', cyan: '#6fd3df', white: '#ffffff' }
COLOURS

# Xvfb writes the number of the display that it took, once it is ready.
mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 2400x1600x24 -nolisten tcp 3>"$work/display" 2>"$work/xvfb.log" &
xvfb=$!
read -r number <"$work/display"

mkdir -p screenshots
export DISPLAY=":$number" FONTCONFIG_FILE="$work/fonts.conf" WINIT_X11_SCALE_FACTOR=1 LIBGL_ALWAYS_SOFTWARE=1
for size in 120x36 80x24; do
  for language in en zh; do
    # A Chinese character is as wide as its em, two cells of this Latin font are wider.
    tighter=0; [ "$language" = zh ] && tighter=-1
    alacritty --config-file "$work/alacritty.yml" \
      -o "font.offset.x=$tighter" -o "window.dimensions.columns=${size%x*}" -o "window.dimensions.lines=${size#*x}" \
      -e /bin/sh -c 'log=$1; shift; "$@" 2>"$log"; echo $? >"$log.status"' sh "$work/log" \
      "$bin/Screenshots" "$bin/procviz" "$work" "$language" "$@" >"$work/alacritty.log" 2>&1
    if [ "$(cat "$work/log.status")" != 0 ]; then cat "$work/log" >&2; exit 1; fi
  done
done
for picture in "$work"/*.png; do
  pngquant --strip --force --quality 80-100 --output "screenshots/${picture##*/}" "$picture"
done
ls -l screenshots
