// The calls that ProcSession and the commands need: Linux's own descriptors for processes, timers and signals, and
// GNU's additions to POSIX calls.
#ifndef SESSION_SUPPORT_H
#define SESSION_SUPPORT_H

#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/types.h>

/// fcntl(F_SETPIPE_SZ), which needs _GNU_SOURCE.
int proc_set_pipe_size(int descriptor, int bytes);

/// setsockopt(SO_PASSCRED): from now on each chunk that arrives says which process wrote it.
int proc_pass_credentials(int socket);

/// recvmsg without waiting; stores the pid of the writer (SCM_CREDENTIALS is walked with macros).
ssize_t proc_receive_from_pid(int socket, void *buffer, size_t count, pid_t *writer);

/// posix_spawn_file_actions_addclosefrom_np, which needs _GNU_SOURCE.
int proc_spawn_close_from(posix_spawn_file_actions_t *actions, int lowest);

/// open(2) with O_TMPFILE, which needs _GNU_SOURCE: a file in `folder`, open for writing, that has no
/// name until linkat(2) gives it one. Returns -1 with errno also where the file system has no such files.
int proc_open_unnamed(const char *folder, mode_t mode);

/// sched_setaffinity with a set of one CPU (needs macros); pid 0 is the calling thread.
int proc_set_cpu(pid_t pid, int cpu);

/// The CPUs that the calling thread may use (sched_getaffinity): fills at most `count` numbers.
/// Returns how many there are.
int proc_cpus(int *numbers, int count);

/// pidfd_open(2) for a thread (PIDFD_THREAD, since Linux 6.9), close-on-exec: readable when it has
/// ended. Older kernels refuse it with EINVAL.
int proc_thread_descriptor(pid_t thread);

/// Whether a process has a thread with this id (tgkill(2) with no signal).
int proc_has_thread(pid_t process, pid_t thread);

/// WIFSIGNALED, WTERMSIG and WEXITSTATUS are macros: the exit code of a wait status, -N for signal N.
int proc_exit_code(int wait_status);

#endif
