#include "arguments.h"

#include <sys/auxv.h>

static int count;
static char **words;

// glibc hands the program's arguments to every constructor.
__attribute__((constructor)) static void keep(int argc, char **argv) {
  count = argc;
  words = argv;
}

int proc_argument_count(void) { return count; }

char **proc_arguments(void) { return words; }

const char *proc_start_path(void) { return (const char *)getauxval(AT_EXECFN); }
