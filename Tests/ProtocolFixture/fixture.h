// A program that speaks the protocol of docs/protocol.md without ProcRuntime: it shows that any
// language can, and it lets ProcSession be tested on its own.
#ifndef FIXTURE_H
#define FIXTURE_H

#include <stdint.h>
#include <sys/types.h>

// The rule of docs/protocol.md that is broken on purpose, or an empty text.
extern const char *broken;
int breaks(const char *rule);

enum kind {
  START = 1,
  BEGIN = 2,
  EXIT = 3,
  REAP = 4,
  QUEUE_GET = 25,
  VALUE_READ = 32,
  VALUE_WRITE = 33,
  INPUT_READ = 61,
  NOTE = 63,
  DEFINE = 72,
  GATE = 73,
};

struct event {
  uint8_t kind;
  uint64_t object;
  int64_t value;
  uint64_t extra;
  const char *text;
};

// Opens the channel and maps the control page, from the environment.
void channel_open(void);
// Passes the gate, then writes the event's record.
void report(struct event event);
// Only writes the event's record.
void write_record(struct event event);
// Writes bytes that need not be a record.
void report_bytes(const void *bytes, size_t count);
// Forks a child that begins as NAME and runs BODY, then says that it ends, and ends with CODE.
pid_t start_child(const char *name, void (*body)(void), int code);
// Reaps the child that was started as the ORDINALth, from 1, and says so.
void reap_child(pid_t child, int ordinal, const char *name);

// Becomes the host if this process is to be one; only the main process returns.
void host_unless_main(void);

#endif
