"""What CPython's multiprocessing needs for what `RuntimeFixture bench-NAME METHOD` measures of
ProcRuntime: `yardstick.py NAME METHOD COUNT` prints the nanoseconds of one operation
(docs/benchmarks.md, group `runtime`)."""

import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor


def nothing():
    pass


def square(number):
    return number * number


def put_many(queue, count):
    for number in range(count):
        queue.put(number)


def take_and_give(lock, count):
    for _ in range(count):
        lock.acquire()
        lock.release()


def start(clock, count):
    with clock:
        for _ in range(count):
            process = multiprocessing.Process(target=nothing)
            process.start()
            process.join()


def queue_pair(clock, count):
    queue = multiprocessing.Queue(1000)
    with clock:
        child = multiprocessing.Process(target=put_many, args=(queue, count))
        child.start()
        for _ in range(count):
            queue.get()
        child.join()


def rlock(clock, count):
    lock = multiprocessing.RLock()
    with clock:
        take_and_give(lock, count)


def rlock_contended(clock, count):
    lock = multiprocessing.RLock()
    child = multiprocessing.Process(target=take_and_give, args=(lock, count // 2))
    with clock:
        child.start()
        take_and_give(lock, count // 2)
        child.join()


def manager(clock, count):
    with multiprocessing.Manager() as manager:
        entries = manager.dict()
        entries[0] = 0
        with clock:
            for number in range(count // 2):
                entries[number % 100] = number
                entries[number % 100]


def pool(clock, count):
    with ProcessPoolExecutor(2) as pool:
        pool.submit(square, 1).result()
        with clock:
            for number in range(count):
                pool.submit(square, number).result()


def pool_map(clock, count):
    with ProcessPoolExecutor(2) as pool:
        pool.submit(square, 1).result()
        with clock:
            list(pool.map(square, range(count)))


class Clock:
    def __enter__(self):
        self.begin = time.perf_counter_ns()

    def __exit__(self, *_):
        self.time = time.perf_counter_ns() - self.begin


def main():
    benchmarks = {
        "start": start, "queue-pair": queue_pair, "rlock": rlock,
        "rlock-contended": rlock_contended, "manager": manager, "pool": pool,
        "pool-map": pool_map,
    }
    name, method, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    multiprocessing.set_start_method(method)
    clock = Clock()
    benchmarks[name](clock, count)
    print(clock.time // count)


if __name__ == "__main__":
    main()
