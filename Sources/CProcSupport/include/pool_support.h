// For managers and executors.
#ifndef POOL_SUPPORT_H
#define POOL_SUPPORT_H

#include <stdbool.h>
#include <sys/types.h>

// eventfd(2), non-blocking and close-on-exec; Glibc does not export <sys/eventfd.h> to Swift.
// one_by_one: each read takes 1 from the count, not all (EFD_SEMAPHORE).
int proc_eventfd(bool one_by_one);
// accept4(2), non-blocking and close-on-exec; needs _GNU_SOURCE.
int proc_accept(int listener);
// getsockopt(2) with SO_PEERCRED: who is at the other end of a local socket; struct ucred needs
// _GNU_SOURCE. Returns 0, or -1 with errno.
int proc_peer(int connection, pid_t *pid, uid_t *user);
// fallocate(2) with FALLOC_FL_PUNCH_HOLE: gives pages of a file back, and leaves zeros; its
// constants need _GNU_SOURCE.
int proc_punch_hole(int file, off_t start, off_t length);

#endif
