// What ProcRuntime needs of the system.
#ifndef RUNTIME_SUPPORT_H
#define RUNTIME_SUPPORT_H

#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/types.h>

// Processes.

// fork(2); a shim, since Swift imports fork as unavailable.
pid_t proc_fork(void);
// gettid(2); needs _GNU_SOURCE.
pid_t proc_gettid(void);
// pidfd_open(2), close-on-exec; glibc before 2.36 does not declare it.
int proc_pidfd_open(pid_t pid);
// prctl(2) is variadic. PR_SET_CHILD_SUBREAPER: orphaned descendants become children of the caller.
int proc_become_subreaper(void);
// PR_SET_PDEATHSIG: the signal that the caller gets when its parent ends.
int proc_set_parent_death_signal(int signal);

// Has every fork(2) from now on copy the page tables of the program's code, too: else each child
// takes a page fault for every 64 KiB of code that it runs. What cannot be done is left.
void proc_copy_code_at_fork(void);

// environ, which Swift takes for a data race.
char **proc_environment(void);

// Descriptors.

// pipe2(2) with O_CLOEXEC; needs _GNU_SOURCE.
int proc_pipe(int descriptors[2]);
// memfd_create(2), close-on-exec; needs _GNU_SOURCE.
int proc_memfd(const char *name);
// signalfd(2), non-blocking and close-on-exec; Glibc does not export <sys/signalfd.h> to Swift.
int proc_signalfd(const sigset_t *signals);
// The number of the next signal in a signalfd, or 0 if there is none.
int proc_next_signal(int descriptor);

// Waiting on memory.

// futex(2) is reached by the variadic syscall(2) only. FUTEX_WAIT on memory shared by processes;
// timeout in nanoseconds, negative for none. Returns 0 or the errno.
int proc_futex_wait(const void *word, uint32_t expected, int64_t timeout);
// FUTEX_WAKE: wakes at most count waiters.
void proc_futex_wake(const void *word, int count);

// A pthread mutex that is robust and shared by processes; its constants are an anonymous enum.
int proc_robust_mutex_init(pthread_mutex_t *mutex);

// The lane of the calling thread: Swift has no thread-local variables of its own.
extern __thread void *proc_lane_pointer;
static inline void *proc_lane(void) { return proc_lane_pointer; }
static inline void proc_set_lane(void *lane) { proc_lane_pointer = lane; }

#endif
