#define _GNU_SOURCE
// Signal handlers of the terminal interface: in C, so that nothing but these few lines runs in them.
#include "terminal_support.h"

#include <errno.h>
#include <iconv.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

static volatile sig_atomic_t watcher = -1;

static void tell(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  if (write((int)watcher, &byte, 1) < 0) { /* a full pipe: the loop is awake anyway */ }
  errno = saved;
}

int pv_signal_watch(int number, int descriptor) {
  watcher = descriptor;
  struct sigaction action = {.sa_handler = tell, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, NULL);
}

int pv_signal_default(int number) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, NULL);
}

static volatile sig_atomic_t armed = 0;
static struct termios settings;
static char restore_text[256];
static size_t restore_length;
// A crash may be that of a full stack: its handler runs on one of its own.
static char handler_stack[16384];

static void restore(void) {
  if (!armed) return;
  armed = 0;
  if (write(STDOUT_FILENO, restore_text, restore_length) < 0) { /* nothing to be done about it */ }
  tcsetattr(STDIN_FILENO, TCSANOW, &settings);
}

static void ended(int number) {
  restore();
  raise(number);  // SA_RESETHAND: this time, by default
}

// What ends a program by default and is neither watched nor ignored.
static const int endings[] = {SIGSEGV, SIGBUS,  SIGILL,  SIGTRAP, SIGABRT,   SIGFPE,
                              SIGSYS,  SIGALRM, SIGPROF, SIGPOLL, SIGVTALRM, SIGUSR1,
                              SIGUSR2, SIGXCPU, SIGXFSZ, SIGPWR,  SIGSTKFLT};

static int restore_before(int number) {
  struct sigaction before, action = {.sa_handler = ended,
                                     .sa_flags = SA_RESETHAND | SA_NODEFER | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  if (sigaction(number, NULL, &before) != 0) return -1;
  return before.sa_handler == SIG_IGN ? 0 : sigaction(number, &action, NULL);
}

int pv_terminal_guard(const struct termios *saved, const char *text, size_t length) {
  static int registered = 0;
  settings = *saved;
  restore_length = length < sizeof restore_text ? length : sizeof restore_text;
  memcpy(restore_text, text, restore_length);
  if (registered) return 0;
  registered = 1;
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  if (sigaltstack(&stack, NULL) != 0) return -1;
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
    if (restore_before(endings[i]) != 0) return -1;
  return atexit(restore);
}

void pv_terminal_arm(void) { armed = 1; }
void pv_terminal_disarm(void) { armed = 0; }

int pv_terminal_never_wait(void) {
  struct termios now;
  if (tcgetattr(STDIN_FILENO, &now) != 0) return -1;
  now.c_iflag &= ~(tcflag_t)IXON;
  now.c_cc[VMIN] = 0;
  now.c_cc[VTIME] = 0;
  return tcsetattr(STDIN_FILENO, TCSANOW, &now);
}

char *pv_encoded(const char *encoding, const char *text, size_t length, size_t *encoded_length) {
  // What an encoding does not have becomes something alike, or a question mark.
  char target[64];
  if (snprintf(target, sizeof target, "%s//TRANSLIT", encoding) >= (int)sizeof target) return NULL;
  iconv_t converter = iconv_open(target, "UTF-8");
  if (converter == (iconv_t)-1) return NULL;
  // No encoding takes more than four bytes, or a few letters, for a character of UTF-8.
  size_t room = length * 8 + 16;
  char *result = malloc(room);
  char *in = (char *)(uintptr_t)text, *out = result;
  if (result && iconv(converter, &in, &length, &out, &room) == (size_t)-1) {
    free(result);
    result = NULL;
  }
  iconv_close(converter);
  if (result) *encoded_length = (size_t)(out - result);
  return result;
}

int pv_character_width(uint32_t character) {
  char bytes[64];
  mbstate_t state = {0};
  if (wcrtomb(bytes, (wchar_t)character, &state) == (size_t)-1) return -1;
  return wcwidth((wchar_t)character);
}
