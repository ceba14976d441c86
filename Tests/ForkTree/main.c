// Bare process trees in C, the yardstick for runs under control: `ForkTree JOBS ROUNDS CHILDREN` makes
// so many trees, one after the other, on each of so many CPUs at the same time: a process that forks
// so many children which end at once, waits for them, and ends. Prints the seconds that it took. It
// is a program of its own, since a fork costs the more the larger its parent is.
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int wait_for(pid_t pid) {
  int status;
  return waitpid(pid, &status, 0) == pid && WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

static void be_main(int children) {
  pid_t pids[64];
  int count = children < 64 ? children : 64, failed = 0;
  for (int i = 0; i < count; i++) {
    pids[i] = fork();
    if (pids[i] == 0) _exit(0);
    if (pids[i] < 0) _exit(1);
  }
  for (int i = 0; i < count; i++) failed |= wait_for(pids[i]);
  _exit(failed);
}

static void be_job(int cpu, int rounds, int children) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(cpu, &set);
  sched_setaffinity(0, sizeof set, &set);
  for (int round = 0; round < rounds; round++) {
    pid_t pid = fork();
    if (pid == 0) be_main(children);
    if (pid < 0 || wait_for(pid) != 0) _exit(1);
  }
  _exit(0);
}

static double fork_trees(int jobs, int rounds, int children) {
  pid_t pids[64];
  int count = jobs < 64 ? jobs : 64, failed = 0;
  double begin = now();
  for (int job = 0; job < count; job++) {
    pids[job] = fork();
    if (pids[job] == 0) be_job(job, rounds, children);
    if (pids[job] < 0) return -1;
  }
  for (int job = 0; job < count; job++) failed |= wait_for(pids[job]);
  return failed ? -1 : now() - begin;
}

int main(int count, char **words) {
  if (count != 4) return 64;
  double seconds = fork_trees(atoi(words[1]), atoi(words[2]), atoi(words[3]));
  if (seconds < 0) return 1;
  printf("%.6f\n", seconds);
  return 0;
}
