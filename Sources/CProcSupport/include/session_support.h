// The calls that ProcSession needs: Linux's own descriptors for processes, timers and signals, and
// GNU's additions to POSIX calls.
#ifndef SESSION_SUPPORT_H
#define SESSION_SUPPORT_H

#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/types.h>

/// pidfd_open(2): glibc declares it only from 2.36 on, and not for Swift.
int pv_pidfd_open(pid_t pid);

/// fcntl(F_SETPIPE_SZ), which needs _GNU_SOURCE.
int pv_set_pipe_size(int descriptor, int bytes);

/// setsockopt(SO_PASSCRED): from now on each chunk that arrives says which process wrote it.
int pv_pass_credentials(int socket);

/// recvmsg without waiting; stores the pid of the writer (SCM_CREDENTIALS is walked with macros).
ssize_t pv_receive_from_pid(int socket, void *buffer, size_t count, pid_t *writer);

/// posix_spawn_file_actions_addclosefrom_np, which needs _GNU_SOURCE.
int pv_spawn_close_from(posix_spawn_file_actions_t *actions, int lowest);

/// futex(FUTEX_WAKE) on a word shared between processes: wakes all who wait.
int pv_futex_wake_all(uint32_t *word);

/// WIFSIGNALED, WTERMSIG and WEXITSTATUS are macros: the exit code of a wait status, -N for signal N.
int pv_exit_code(int wait_status);

#endif
