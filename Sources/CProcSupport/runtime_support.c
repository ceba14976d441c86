#define _GNU_SOURCE
#include "runtime_support.h"

#include <errno.h>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <fcntl.h>

__thread void *proc_lane_pointer;

pid_t proc_fork(void) { return fork(); }

pid_t proc_gettid(void) { return gettid(); }

int proc_pidfd_open(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

int proc_become_subreaper(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }

int proc_set_parent_death_signal(int signal) {
  return prctl(PR_SET_PDEATHSIG, (unsigned long)signal, 0, 0, 0);
}

int proc_pipe(int descriptors[2]) { return pipe2(descriptors, O_CLOEXEC); }

int proc_memfd(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int proc_signalfd(const sigset_t *signals) {
  return signalfd(-1, signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

int proc_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

int proc_futex_wait(const void *word, uint32_t expected, int64_t timeout) {
  struct timespec limit = {timeout / 1000000000, timeout % 1000000000};
  long result = syscall(SYS_futex, word, FUTEX_WAIT, expected, timeout < 0 ? NULL : &limit, NULL, 0);
  return result == 0 ? 0 : errno;
}

void proc_futex_wake(const void *word, int count) {
  syscall(SYS_futex, word, FUTEX_WAKE, count, NULL, NULL, 0);
}

int proc_robust_mutex_init(pthread_mutex_t *mutex) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
  pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
  int result = pthread_mutex_init(mutex, &attributes);
  pthread_mutexattr_destroy(&attributes);
  return result;
}

char **proc_environment(void) { return environ; }
