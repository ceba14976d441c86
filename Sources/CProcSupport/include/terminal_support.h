// What the terminal interface needs from C: code that runs inside signal handlers.
#ifndef PROCVIZ_TERMINAL_SUPPORT_H
#define PROCVIZ_TERMINAL_SUPPORT_H

#include <stddef.h>
#include <stdint.h>
#include <termios.h>

// sigaction(2): from now on, when `number` arrives, one byte, the number itself, is written
// to `descriptor`. Returns 0, or -1 with errno.
int pv_signal_watch(int number, int descriptor);

// sigaction(2): the signal does what it does by default.
int pv_signal_default(int number);

// Registers, once, a restoration of the terminal for exit(3), for signals that mean a crash, and for
// all others that end the program and are not watched: from pv_terminal_arm to pv_terminal_disarm it
// writes `text` to standard output and sets the saved settings of standard input; then the signal
// has its usual effect.
int pv_terminal_guard(const struct termios *saved, const char *text, size_t length);
void pv_terminal_arm(void);
void pv_terminal_disarm(void);

// termios(3): from now on, read(2) of standard input never waits (MIN 0, TIME 0), and Ctrl-S does not
// stop the output. Returns 0, or -1 with errno.
int pv_terminal_never_wait(void);

// wcrtomb(3), wcwidth(3): how many columns a character takes; -1 where the locale does not have it.
int pv_character_width(uint32_t character);

// iconv(3): UTF-8 in another encoding, to be freed; NULL where that is not known here.
char *pv_encoded(const char *encoding, const char *text, size_t length, size_t *encoded_length);

#endif
