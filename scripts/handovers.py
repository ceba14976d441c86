"""What tasks and requests cost in CPython: the counterpart of `RuntimeFixture bench-manager` and
`bench-pool` (docs/benchmarks.md)."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def square(number):
    return number * number


def measure(what, count, body):
    start = time.perf_counter_ns()
    body(count)
    print(f"{what}: {(time.perf_counter_ns() - start) // count} ns")


def set_and_get(entries, count):
    for number in range(count):
        entries[number % 100] = number
        entries[number % 100]


def task_by_task(pool, count):
    for number in range(count):
        pool.submit(square, number).result()


def main():
    multiprocessing.set_start_method("fork")
    with multiprocessing.Manager() as manager:
        entries = manager.dict()
        measure("Manager dict set+get", 5_000, lambda count: set_and_get(entries, count))
    with ProcessPoolExecutor(2) as pool:
        pool.submit(square, 1).result()
        measure("Process pool, task by task", 2_000, lambda count: task_by_task(pool, count))
        measure("Process pool, map", 5_000, lambda count: list(pool.map(square, range(count))))
    with ThreadPoolExecutor(2) as pool:
        measure("Thread pool, map", 5_000, lambda count: list(pool.map(square, range(count))))


if __name__ == "__main__":
    main()
