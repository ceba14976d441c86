// libvterm, the terminal emulator that the tests look at, with accessors for what Swift cannot
// import: bit-fields, and the union behind a colour.
#ifndef PROCVIZ_CVTERM_SHIM_H
#define PROCVIZ_CVTERM_SHIM_H

#include <stdbool.h>
#include <vterm.h>

// A colour: kind 0 is the terminal's own, 1 one of the palette (index), 2 red, green and blue.
typedef struct {
  uint8_t kind, index, red, green, blue;
} cv_colour;

// One cell: its characters up to the first 0, and how they are drawn. The second half of a wide
// character has chars[0] == 0xFFFFFFFF.
typedef struct {
  uint32_t chars[VTERM_MAX_CHARS_PER_CELL];
  int width;
  bool bold, underline, italic, blink, reverse;
  cv_colour foreground, background;
} cv_cell;

static inline cv_colour cv_colour_of(const VTermColor *colour) {
  if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour))
    return (cv_colour){0, 0, 0, 0, 0};
  if (VTERM_COLOR_IS_INDEXED(colour)) return (cv_colour){1, colour->indexed.idx, 0, 0, 0};
  return (cv_colour){2, 0, colour->rgb.red, colour->rgb.green, colour->rgb.blue};
}

// vterm_screen_get_cell, with its bit-fields unpacked.
static inline bool cv_get_cell(const VTermScreen *screen, int row, int column, cv_cell *out) {
  VTermScreenCell cell;
  if (!vterm_screen_get_cell(screen, (VTermPos){row, column}, &cell)) return false;
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) out->chars[i] = cell.chars[i];
  out->width = cell.width;
  out->bold = cell.attrs.bold;
  out->underline = cell.attrs.underline != 0;
  out->italic = cell.attrs.italic;
  out->blink = cell.attrs.blink;
  out->reverse = cell.attrs.reverse;
  out->foreground = cv_colour_of(&cell.fg);
  out->background = cv_colour_of(&cell.bg);
  return true;
}

#endif
