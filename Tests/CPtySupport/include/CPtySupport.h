// Starting a program on a pseudo-terminal or on pipes. Test processes have many threads, so nothing
// here forks: posix_spawn starts the program, and no code of ours runs between its clone and exec.
#ifndef CPTYSUPPORT_H
#define CPTYSUPPORT_H

#include <stdbool.h>
#include <sys/types.h>

// Opens the master side of a new pseudo-terminal of this size: close-on-exec, not blocking.
// Returns its descriptor, or -1 with errno. posix_openpt(3), grantpt(3), unlockpt(3).
int cpty_open(int rows, int columns);

// TIOCSWINSZ on the master side; the kernel sends SIGWINCH to the foreground processes.
int cpty_resize(int master, int rows, int columns);

// TIOCGWINSZ: the size of the terminal behind any descriptor.
int cpty_size(int terminal, int *rows, int *columns);

// Starts a program as the leader of a new session whose controlling terminal, standard input,
// output and error are the slave side of `master`. Returns 0 or an errno. posix_spawn(3).
int cpty_spawn(int master, const char *path, char *const argv[], char *const envp[],
               const char *directory, pid_t *pid);

// Starts a program in a new session with these three descriptors and no others, and no terminal.
int cpty_spawn_plain(int in, int out, int err, const char *path, char *const argv[],
                     char *const envp[], const char *directory, pid_t *pid);

// A descriptor that becomes readable when the process ends: pidfd_open(2). -1 with errno.
int cpty_pidfd(pid_t pid);

// Two descriptors, close-on-exec: pipe2(2), which Glibc does not declare for Swift.
int cpty_pipe(int ends[2]);

// What waitpid's status says: the exit code, or -N for signal N. WIFEXITED and its like are macros.
int cpty_exit_code(int status);

// Whether the terminal settings of two descriptors' terminals differ; tcgetattr on a master reads
// those of its slave. `saved` and `now` point at struct termios.
bool cpty_same_settings(const void *saved, const void *now);

#endif
