// The few system calls that Swift cannot reach: variadic functions, macros, and calls that Glibc
// does not declare for Swift. Nothing here decides anything; every function is one call.
#ifndef CPROCSUPPORT_H
#define CPROCSUPPORT_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

#include "arguments.h"
#include "pool_support.h"
#include "runtime_support.h"
#include "session_support.h"
#include "terminal_support.h"

#endif
