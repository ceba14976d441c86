#include <fcntl.h>
#include <linux/futex.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "fixture.h"

static int channel = -1;
static uint32_t number;
static unsigned char *control;
static int slot = -1;
static uint32_t children;
static int was_held;

static _Atomic uint32_t *word(size_t offset) { return (_Atomic uint32_t *)(control + offset); }

static void take_slot(void) {
  slot = -1;
  for (int each = 0; control && each < 1024; each++) {
    uint32_t free_slot = 0;
    if (atomic_compare_exchange_strong(word(64 + 64 * each), &free_slot, (uint32_t)getpid())) {
      slot = breaks("gate.slot") ? 1023 : each;
      return;
    }
  }
}

int breaks(const char *rule) { return !strcmp(broken, rule); }

void channel_open(void) {
  if (!getenv("PROCVIZ_CHANNEL")) return;
  channel = open(getenv("PROCVIZ_CHANNEL"), O_WRONLY | O_CLOEXEC);
  int file = open(getenv("PROCVIZ_CONTROL"), O_RDWR | O_CLOEXEC);
  void *page = mmap(NULL, 65600, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  control = page == MAP_FAILED ? NULL : page;
  close(file);
  take_slot();
}

static uint32_t check_of(const unsigned char *record, size_t length) {
  unsigned char padded[4104] = {0};
  memcpy(padded, record, length);
  memset(padded + 8, 0, 4);
  uint64_t sum = 0x9E3779B97F4A7C15;
  for (size_t at = 0; at < length; at += 8) {
    uint64_t part;
    memcpy(&part, padded + at, 8);
    sum = (sum ^ part) * 0xD6E8FEB86659FD93;
    sum ^= sum >> 32;
  }
  return (uint32_t)sum;
}

// Makes the next record of the lane; returns its length.
static size_t make_record(struct event event, unsigned char record[4096]) {
  memset(record, 0, 60);
  memcpy(record, "PVZ1", 4);
  uint16_t text = event.text ? (uint16_t)strlen(event.text) : 0;
  uint16_t length = 60 + text;
  int32_t pid = getpid();
  struct timespec now;
  clock_gettime(breaks("record.time") ? CLOCK_REALTIME : CLOCK_MONOTONIC, &now);
  uint64_t time = (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
  memcpy(record + 4, &length, 2);
  record[6] = event.kind;
  memcpy(record + 12, &pid, 4);
  memcpy(record + 20, &number, 4);
  number++;
  if (breaks("record.number") && event.kind == VALUE_READ) number++;
  memcpy(record + 24, &time, 8);
  memcpy(record + 32, &event.object, 8);
  memcpy(record + 40, &event.value, 8);
  memcpy(record + 48, &event.extra, 8);
  memcpy(record + 56, &text, 2);
  memcpy(record + 60, event.text ? event.text : "", text);
  uint32_t check = check_of(record, length);
  memcpy(record + 8, &check, 4);
  return length;
}

void write_record(struct event event) {
  if (channel < 0) return;
  unsigned char record[4096];
  report_bytes(record, make_record(event, record));
}

// Both at once, so that nobody can do anything between them.
static void write_records(struct event first, struct event second) {
  if (channel < 0) return;
  unsigned char records[2 * 4096];
  size_t length = make_record(first, records);
  length += make_record(second, records + length);
  report_bytes(records, length);
}

void report_bytes(const void *bytes, size_t count) {
  if (channel >= 0 && write(channel, bytes, count) != (ssize_t)count) _exit(70);
}

void report(struct event event) {
  int is_gated = event.kind != BEGIN && slot >= 0 && atomic_load(word(8)) == 1;
  if (is_gated && !(breaks("gate.wait") && event.kind == VALUE_READ)) {
    size_t at = 64 + 64 * (size_t)slot + 8;
    uint32_t grants = atomic_load(word(at));
    struct event gate = {GATE, event.object, event.kind, (uint64_t)slot, NULL};
    if (breaks("gate.hold") && event.kind == VALUE_READ)
      write_records(gate, event);
    else
      write_record(gate);
    was_held = 1;
    while (atomic_load(word(8)) == 1 && atomic_load(word(at)) == grants)
      syscall(SYS_futex, word(at), FUTEX_WAIT, grants, NULL, NULL, 0);
    while (breaks("gate.answer")) pause();
    if (breaks("gate.one") && event.kind == VALUE_READ) write_record(event);
  }
  while (breaks("gate.open") && was_held && atomic_load(word(8)) == 0) pause();
  write_record(event);
}

pid_t start_child(const char *name, void (*body)(void), int code) {
  uint64_t identity = (uint64_t)getpid() << 32 | ++children;
  pid_t parent = getpid();
  report((struct event){START, identity, 0, 0, name});
  pid_t child = fork();
  if (child != 0) return child;
  number = 0;
  children = 0;
  take_slot();
  report((struct event){BEGIN, identity, 0, (uint64_t)parent, breaks("name") ? "Somebody" : name});
  body();
  report((struct event){EXIT, identity, code, 0, NULL});
  _exit(code);
}

void reap_child(pid_t child, int ordinal, const char *name) {
  int status = 0;
  waitpid(child, &status, 0);
  int64_t code = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
  uint64_t identity = (uint64_t)getpid() << 32 | (uint32_t)ordinal;
  report((struct event){REAP, identity, code, (uint64_t)child, name});
}
