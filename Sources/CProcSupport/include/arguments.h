#ifndef PROC_ARGUMENTS_H
#define PROC_ARGUMENTS_H

// The program's arguments as the kernel passed them, where Swift's own list comes from /proc and is
// empty without it.
int proc_argument_count(void);
// A list that ends with a null pointer.
char **proc_arguments(void);
// getauxval(3): the path that was handed to exec; NULL where that is not known.
const char *proc_start_path(void);

#endif
