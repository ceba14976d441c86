#define _GNU_SOURCE
#include "pool_support.h"

#include <fcntl.h>
#include <stddef.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

int proc_eventfd(bool one_by_one) {
  return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK | (one_by_one ? EFD_SEMAPHORE : 0));
}

int proc_accept(int listener) {
  return accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
}

int proc_peer(int connection, pid_t *pid, uid_t *user) {
  struct ucred peer;
  socklen_t length = sizeof peer;
  if (getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0) return -1;
  *pid = peer.pid;
  *user = peer.uid;
  return 0;
}

int proc_punch_hole(int file, off_t start, off_t length) {
  return fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, start, length);
}
