#define _GNU_SOURCE
#include "runtime_support.h"

#include <errno.h>
#include <link.h>
#include <linux/futex.h>
#include <stdint.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <fcntl.h>

__thread void *proc_lane_pointer;

pid_t proc_fork(void) { return fork(); }

// fork(2) leaves out the page tables of a mapping that holds nothing but pages of a file: the child
// can read these again (vma_needs_copy() in the kernel's mm/memory.c). Once a single page of it is a
// private copy, all of it is copied. So one byte of the code is written with what it is already.
static void copy_at_fork(uintptr_t begin, uintptr_t end) {
  volatile char *byte = (volatile char *)begin;
  // Executable all the time: this very code may lie there. Some systems forbid it: then nothing is won.
  if (mprotect((void *)begin, end - begin, PROT_READ | PROT_WRITE | PROT_EXEC) != 0) return;
  *byte = *byte;
  mprotect((void *)begin, end - begin, PROT_READ | PROT_EXEC);
  // What only the start has needed (relocations, symbols) is not worth copying: the page tables begin
  // anew, and fill with what runs from now on. The private page is that of the file again.
  madvise((void *)begin, end - begin, MADV_DONTNEED);
}

// Whether the start has written addresses into the code: then its pages are not those of the file.
static int has_patched_code(const struct dl_phdr_info *object) {
  for (int i = 0; i < object->dlpi_phnum; i++) {
    if (object->dlpi_phdr[i].p_type != PT_DYNAMIC) continue;
    const ElfW(Dyn) *entry = (const ElfW(Dyn) *)(object->dlpi_addr + object->dlpi_phdr[i].p_vaddr);
    for (; entry->d_tag != DT_NULL; entry++) {
      if (entry->d_tag == DT_TEXTREL) return 1;
      if (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL)) return 1;
    }
  }
  return 0;
}

static int copy_object_at_fork(struct dl_phdr_info *object, size_t size, void *unused) {
  (void)size;
  (void)unused;
  // The kernel's own part is no file.
  if (object->dlpi_addr == getauxval(AT_SYSINFO_EHDR) || has_patched_code(object)) return 0;
  uintptr_t page = (uintptr_t)getpagesize();
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
    if (segment->p_type != PT_LOAD || segment->p_flags != (PF_R | PF_X)) continue;
    uintptr_t begin = object->dlpi_addr + segment->p_vaddr;
    uintptr_t end = begin + segment->p_memsz;
    copy_at_fork(begin & ~(page - 1), (end + page - 1) & ~(page - 1));
  }
  return 0;
}

void proc_copy_code_at_fork(void) { dl_iterate_phdr(copy_object_at_fork, NULL); }

pid_t proc_gettid(void) { return gettid(); }

int proc_pidfd_open(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

int proc_become_subreaper(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }

int proc_set_parent_death_signal(int signal) {
  return prctl(PR_SET_PDEATHSIG, (unsigned long)signal, 0, 0, 0);
}

int proc_pipe(int descriptors[2]) { return pipe2(descriptors, O_CLOEXEC); }

int proc_memfd(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int proc_signalfd(const sigset_t *signals) {
  return signalfd(-1, signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

int proc_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

int proc_futex_wait(const void *word, uint32_t expected, int64_t timeout) {
  struct timespec limit = {timeout / 1000000000, timeout % 1000000000};
  long result = syscall(SYS_futex, word, FUTEX_WAIT, expected, timeout < 0 ? NULL : &limit, NULL, 0);
  return result == 0 ? 0 : errno;
}

void proc_futex_wake(const void *word, int count) {
  syscall(SYS_futex, word, FUTEX_WAKE, count, NULL, NULL, 0);
}

int proc_robust_mutex_init(pthread_mutex_t *mutex) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
  pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
  int result = pthread_mutex_init(mutex, &attributes);
  pthread_mutexattr_destroy(&attributes);
  return result;
}

char **proc_environment(void) { return environ; }
