#define _GNU_SOURCE
#include "CPtySupport.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

int cpty_open(int rows, int columns) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (master < 0) return -1;
  if (grantpt(master) == 0 && unlockpt(master) == 0 && cpty_resize(master, rows, columns) == 0)
    return master;
  int error = errno;
  close(master);
  errno = error;
  return -1;
}

int cpty_resize(int master, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

int cpty_size(int terminal, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(terminal, TIOCGWINSZ, &size) != 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

// Every signal as a fresh login would have it: unblocked and default.
static int set_attributes(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(attributes);
  posix_spawnattr_setsigmask(attributes, &none);
  posix_spawnattr_setsigdefault(attributes, &all);
  return posix_spawnattr_setflags(
      attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

static int spawn_with(posix_spawn_file_actions_t *actions, const char *path, char *const argv[],
                      char *const envp[], const char *directory, pid_t *pid) {
  posix_spawnattr_t attributes;
  set_attributes(&attributes);
  posix_spawn_file_actions_addchdir_np(actions, directory);
  posix_spawn_file_actions_addclosefrom_np(actions, 3);
  int error = posix_spawn(pid, path, actions, &attributes, argv, envp);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int cpty_spawn(int master, const char *path, char *const argv[], char *const envp[],
               const char *directory, pid_t *pid) {
  char slave[64];
  int error = ptsname_r(master, slave, sizeof slave);
  if (error) return error;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  // The first terminal that the leader of a new session opens becomes its controlling terminal.
  posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  error = spawn_with(&actions, path, argv, envp, directory, pid);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

int cpty_spawn_plain(int in, int out, int err, const char *path, char *const argv[],
                     char *const envp[], const char *directory, pid_t *pid) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  posix_spawn_file_actions_adddup2(&actions, err, 2);
  int error = spawn_with(&actions, path, argv, envp, directory, pid);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

int cpty_pidfd(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

int cpty_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int cpty_exit_code(int status) {
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

bool cpty_same_settings(const void *saved, const void *now) {
  const struct termios *a = saved, *b = now;
  return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_cflag == b->c_cflag &&
         a->c_lflag == b->c_lflag && memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}
