// Bare writers and readers of a pipe in C, the yardsticks of the event channel:
//   Yardstick write FIFO COUNT LENGTH   writes so many times so many bytes; prints nanoseconds a write,
//                                       of the clock and of CPU time
//   Yardstick read FIFO                 reads to the end; prints bytes, and seconds from the first on
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// What the viewer asks for, too.
enum { PIPE_SIZE = 1 << 20, CHUNK = 1 << 18 };

static double seconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int write_all(const char *path, long count, size_t length) {
  static char record[4096];
  int fifo = open(path, O_WRONLY);
  if (fifo < 0 || count <= 0 || length > sizeof record) return 1;
  double begin = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
  for (long each = 0; each < count; each++)
    if (write(fifo, record, length) != (ssize_t)length) return 1;
  begin = seconds(CLOCK_MONOTONIC) - begin;
  cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  printf("%.1f %.1f\n", begin / (double)count * 1e9, cpu / (double)count * 1e9);
  return 0;
}

static int read_all(const char *path) {
  static char chunk[CHUNK];
  int fifo = open(path, O_RDONLY);
  if (fifo < 0) return 1;
  fcntl(fifo, F_SETPIPE_SZ, PIPE_SIZE);
  double begin = 0;
  long bytes = 0;
  ssize_t length;
  while ((length = read(fifo, chunk, sizeof chunk)) > 0) {
    if (bytes == 0) begin = seconds(CLOCK_MONOTONIC);
    bytes += length;
  }
  printf("%ld %.6f\n", bytes, seconds(CLOCK_MONOTONIC) - begin);
  return length < 0;
}

int main(int count, char **words) {
  if (count == 5 && !strcmp(words[1], "write"))
    return write_all(words[2], atol(words[3]), (size_t)atol(words[4]));
  if (count == 3 && !strcmp(words[1], "read")) return read_all(words[2]);
  return 64;
}
