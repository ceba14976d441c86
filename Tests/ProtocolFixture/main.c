// protocol-fixture MODE [NUMBER [NUMBER]]
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"

static int count;
const char *broken = "";

static void note(const char *text) { report((struct event){NOTE, 0, 0, 0, text}); }

static void notes(void) {
  for (int each = 0; each < count; each++) note("x");
}

static void for_ever(void) {
  signal(SIGTERM, SIG_IGN);
  signal(SIGINT, SIG_IGN);
  signal(SIGHUP, SIG_IGN);
  for (;;) pause();
}

static void wait_for_line(void) {
  char byte;
  while (read(0, &byte, 1) == 1 && byte != '\n') {
  }
}

// What a worker of the counter does.
static void updates(void) {
  uint64_t value = (uint64_t)getppid() << 32 | 1000;
  for (int each = 0; each < count / 2; each++) {
    report((struct event){VALUE_READ, value, each, 0, NULL});
    report((struct event){VALUE_WRITE, value, each + 1, 0, NULL});
  }
}

static void kill_itself(void) {
  note("last words");
  raise(SIGKILL);
}

static void leave_group(void) {
  setsid();
  for_ever();
}

static void print_raw(void) {
  printf("from the child\n");
  fflush(stdout);
  fprintf(stderr, "no end of line");
}

static void echo(void) {
  char line[256];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    report((struct event){INPUT_READ, 0, 0, 0, line});
  }
}

static void with_garbage(void) {
  for (int each = 0; each < count; each++) {
    note("x");
    report_bytes("PVZ1 no record", 14);
    note("y");
  }
}

static void flood(int children, void (*body)(void)) {
  pid_t pids[64];
  for (int each = 0; each < children; each++) pids[each] = start_child("Process-1", body, 0);
  for (int each = 0; each < children; each++) reap_child(pids[each], each + 1, "Process-1");
}

// What a speaker does that keeps all rules, but for one that is broken on purpose.
static void speak(void) {
  uint64_t value = (uint64_t)getpid() << 32 | 1000, queue = value + 1;
  if (!breaks("object.define")) report((struct event){DEFINE, value, 4, 0, "counter"});
  report((struct event){DEFINE, queue, 3, 0, "queue"});
  report((struct event){VALUE_READ, value, 0, 0, NULL});
  report((struct event){VALUE_WRITE, value, 1, 0, NULL});
  if (breaks("order")) report((struct event){QUEUE_GET, queue, 0, 1, "x"});
  if (breaks("record.form")) report_bytes("PVZ1 no record", 14);
  note("x");
  reap_child(start_child("Process-1", updates, 3), 1, "Process-1");
}

static void run(const char *mode, int number) {
  if (!strcmp(mode, "speak")) speak();
  if (!strcmp(mode, "newer")) report((struct event){200, 7, -3, 9, "something new"});
  if (!strcmp(mode, "notes")) notes();
  if (!strcmp(mode, "flood")) flood(number, notes);
  if (!strcmp(mode, "updates")) {
    report((struct event){DEFINE, (uint64_t)getpid() << 32 | 1000, 4, 0, "counter"});
    flood(number, updates);
  }
  if (!strcmp(mode, "garbage")) with_garbage();
  if (!strcmp(mode, "echo")) echo();
  if (!strcmp(mode, "hang")) start_child("Process-1", for_ever, 0), for_ever();
  if (!strcmp(mode, "escape")) start_child("Process-1", leave_group, 0), for_ever();
  if (!strcmp(mode, "killed-child")) start_child("Process-1", kill_itself, 0), wait_for_line();
  if (!strcmp(mode, "orphan")) start_child("Process-1", for_ever, 0), wait_for_line();
  if (!strcmp(mode, "output")) {
    printf("from main\n");
    fflush(stdout);
    reap_child(start_child("Process-1", print_raw, 0), 1, "Process-1");
  }
}

int main(int argc, char **argv) {
  if (argc == 3 && !strcmp(argv[1], "speak")) broken = argv[2];
  host_unless_main();
  if (argc < 2) return 64;
  count = argc > 2 ? atoi(argv[2]) : 0;
  int number = argc > 3 ? atoi(argv[3]) : 0;
  if (!strcmp(argv[1], "untraced")) return count;
  uint64_t identity = (uint64_t)getpid() << 32;
  channel_open();
  if (breaks("lane.begin")) note("too early");
  report((struct event){BEGIN, identity, -1, (uint64_t)getppid(), "MainProcess"});
  run(argv[1], number);
  if (!breaks("lane.end")) report((struct event){EXIT, identity, 0, 0, NULL});
  return breaks("alone.run") && !getenv("PROCVIZ_CHANNEL") ? 5 : 0;
}
