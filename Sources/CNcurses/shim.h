// The wide ncurses API, with accessors for what Swift cannot import: globals that Swift 6 refuses
// (stdscr, LINES, COLS) and constants that are macros with casts.
#ifndef PROCVIZ_CNCURSES_SHIM_H
#define PROCVIZ_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <term.h>

static inline WINDOW *cn_stdscr(void) { return stdscr; }
static inline int cn_lines(void) { return LINES; }
static inline int cn_columns(void) { return COLS; }
static inline int cn_colors(void) { return COLORS; }

static inline attr_t cn_bold(void) { return A_BOLD; }
static inline attr_t cn_dim(void) { return A_DIM; }
static inline attr_t cn_reverse(void) { return A_REVERSE; }
static inline attr_t cn_underline(void) { return A_UNDERLINE; }

// newterm(3) on standard input and output, which Swift 6 refuses as globals that may change.
static inline SCREEN *cn_newterm(void) { return newterm(NULL, stdout, stdin); }

// tigetstr answers (char *)-1 for a name that is no string capability: NULL here.
static inline const char *cn_capability(const char *name) {
  char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

// The names of all string capabilities, by number; NULL behind the last one.
static inline const char *cn_capability_name(int index) { return strnames[index]; }

#endif
