#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"

static void tell(int host, uint32_t what, int32_t pid, int32_t status) {
  if (what == 1 && breaks("host.main")) return;
  if (what == 2 && breaks("host.reap")) return;
  int32_t packet[4] = {(int32_t)what, pid, status, 0};
  send(host, packet, sizeof packet, MSG_NOSIGNAL);
}

static void kill_children(void) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/task/%d/children", getpid());
  FILE *list = fopen(path, "r");
  int child;
  while (list && fscanf(list, "%d", &child) == 1) kill(child, SIGKILL);
  if (list) fclose(list);
}

// Whether the host serves one run after the other.
static int serves;

// Returns when a run that was served is over.
static void watch(int host, pid_t main_process, sigset_t *before) {
  int ending = 0, is_last = !serves;
  for (;;) {
    int status;
    pid_t child = waitpid(-1, &status, WNOHANG);
    if (child > 0) {
      tell(host, 2, child, status);
      if (child == main_process) ending = 1;
    } else if (child < 0 && errno == ECHILD) {
      if (is_last) _exit(breaks("host.end") ? 1 : 0);
      return tell(host, 3, main_process, 0);
    } else if (ending) {
      kill_children();
      struct timespec moment = {0, 1000000};
      ppoll(NULL, 0, &moment, before);
    } else {
      struct pollfd socket = {host, POLLIN, 0};
      char said = 0;
      if (ppoll(&socket, 1, NULL, before) > 0) {
        ending = 1;
        ssize_t count = recv(host, &said, 1, MSG_DONTWAIT);
        if (said != 'E') is_last = 1;
        if (count == 1 && breaks("host.word")) ending = 0;
        if (count < 1 && breaks("host.gone")) {
          ending = 0;
          host = -1;
        }
      }
    }
  }
}

static void ignore(int signal) { (void)signal; }

void host_unless_main(void) {
  const char *text = getenv("PROCVIZ_HOST");
  if (!text) return;
  int host = atoi(text);
  unsetenv("PROCVIZ_HOST");
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  sigset_t child, before;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  sigprocmask(SIG_BLOCK, &child, &before);
  signal(SIGCHLD, ignore);
  serves = getenv("PROCVIZ_SERVER") != NULL;
  for (;;) {
    char said = 0;
    while (serves && said != 'R')
      if (recv(host, &said, 1, 0) < 1 || said == 'K') _exit(0);
    pid_t main_process = fork();
    if (main_process == 0) {
      close(host);
      signal(SIGCHLD, SIG_DFL);
      sigprocmask(SIG_SETMASK, &before, NULL);
      return;
    }
    tell(host, 1, main_process, 0);
    watch(host, main_process, &before);
  }
}
