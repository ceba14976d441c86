#define _GNU_SOURCE
#include "session_support.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int proc_set_pipe_size(int descriptor, int bytes) { return fcntl(descriptor, F_SETPIPE_SZ, bytes); }

int proc_pass_credentials(int socket) {
  int on = 1;
  return setsockopt(socket, SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
}

ssize_t proc_receive_from_pid(int socket, void *buffer, size_t count, pid_t *writer) {
  // Room for the credentials and for a descriptor or two that a sender may attach; these are
  // closed at once, so that no sender can fill the viewer's table.
  union {
    struct cmsghdr header;
    char room[CMSG_SPACE(sizeof(struct ucred)) + CMSG_SPACE(16 * sizeof(int))];
  } control;
  struct iovec part = {.iov_base = buffer, .iov_len = count};
  struct msghdr message = {.msg_iov = &part,
                           .msg_iovlen = 1,
                           .msg_control = control.room,
                           .msg_controllen = sizeof control.room};
  ssize_t received = recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
  *writer = 0;
  if (received < 0) return received;
  for (struct cmsghdr *each = CMSG_FIRSTHDR(&message); each; each = CMSG_NXTHDR(&message, each)) {
    if (each->cmsg_level != SOL_SOCKET) continue;
    if (each->cmsg_type == SCM_CREDENTIALS) {
      struct ucred credentials;
      memcpy(&credentials, CMSG_DATA(each), sizeof credentials);
      *writer = credentials.pid;
    } else if (each->cmsg_type == SCM_RIGHTS) {
      size_t descriptors = (each->cmsg_len - CMSG_LEN(0)) / sizeof(int);
      for (size_t index = 0; index < descriptors; index++) {
        int descriptor;
        memcpy(&descriptor, CMSG_DATA(each) + index * sizeof(int), sizeof descriptor);
        close(descriptor);
      }
    }
  }
  return received;
}

int proc_spawn_close_from(posix_spawn_file_actions_t *actions, int lowest) {
  return posix_spawn_file_actions_addclosefrom_np(actions, lowest);
}

int proc_open_unnamed(const char *folder, mode_t mode) {
  return open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
}

int proc_set_cpu(pid_t pid, int cpu) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(cpu, &set);
  return sched_setaffinity(pid, sizeof set, &set);
}

int proc_cpus(int *numbers, int count) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 0;
  int found = 0;
  for (int cpu = 0; cpu < CPU_SETSIZE && found < count; cpu++)
    if (CPU_ISSET(cpu, &set)) numbers[found++] = cpu;
  return found;
}

int proc_exit_code(int wait_status) {
  if (WIFSIGNALED(wait_status)) return -WTERMSIG(wait_status);
  return WEXITSTATUS(wait_status);
}

// PIDFD_THREAD is O_EXCL; the headers of older systems do not have it.
int proc_thread_descriptor(pid_t thread) { return (int)syscall(SYS_pidfd_open, thread, O_EXCL); }

int proc_has_thread(pid_t process, pid_t thread) {
  return syscall(SYS_tgkill, process, thread, 0) == 0 || errno != ESRCH;
}
