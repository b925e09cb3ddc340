"""Where submissions are graded: on the cores of this machine, or on the workers of a Dask cluster.

A grading process and its sealed ones never work at the same time: one waits for the other. Where they may move they
are often put on two processors, and what one has just written is not in the other's cache. So each grading process
stays on one processor, and its sealed processes, which it starts, with it.
"""

import os
import signal
import threading
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context, parent_process

from helpers.engine.grade.one_submission import reference_states

MOST_MEMORY = (
    6 << 30
)  # bytes of addresses of one grading process: a course function on odd input fails, nothing else


class Cores:
    """Grading processes, each on one processor of its own as far as they go round; after one died, all start again."""

    def __init__(self, workers):
        self.workers = workers
        self.start()

    def start(self):
        """Start the processes."""
        context = get_context("spawn")
        # Begins anywhere, so that two classes graded at once seldom meet on one processor.
        number = context.Value("L", os.getpid())
        self.pool = ProcessPoolExecutor(self.workers, context, initializer=behave, initargs=(number,))

    def submit(self, function, *args):
        """Return the future of a call."""
        try:
            return self.pool.submit(function, *args)
        except BrokenExecutor:
            self.shutdown()
            self.start()
            return self.pool.submit(function, *args)

    def shutdown(self):
        """End the processes; what is not started yet is dropped."""
        self.pool.shutdown(cancel_futures=True)


def processors():
    """Return the numbers of the processors that this process may use."""
    try:
        return sorted(os.sched_getaffinity(0))
    except (AttributeError, OSError):
        return list(range(os.cpu_count() or 1))


def stay_on_one(number):
    """Keep this process, and those it starts from now on, on one processor; any `number` names one of them."""
    mine = processors()
    try:
        os.sched_setaffinity(0, {mine[number % len(mine)]})
    except (AttributeError, OSError):
        pass


def behave(number):
    """Set up a grading process: one processor, limited memory, no interrupts of its own, no life after its parent."""
    with number.get_lock():
        number.value += 1
        mine = number.value
    stay_on_one(mine)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=lambda: (parent_process().join(), os._exit(1)), daemon=True).start()
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, hard))
    except (ImportError, ValueError, OSError):
        pass


class Cluster:
    """The workers of a Dask cluster, by the address of its scheduler; each needs this version of the course."""

    def __init__(self, scheduler):
        from distributed import Client

        self.client = Client(scheduler)
        self.workers = max(1, sum(self.client.nthreads().values()))
        self.executor, self.reference = self.client.get_executor(pure=False), own_reference()

    def submit(self, function, *args):
        """Return the future of a call."""
        return self.executor.submit(on_worker, self.reference, function, *args)

    def shutdown(self):
        """Leave the cluster; it goes on without us."""
        self.client.close()


@cache
def own_reference():
    """Return the hash of this machine's version of the course."""
    return reference_states()[None]


def on_worker(reference, function, *args):
    """Call a function on a worker that has the same version of the course, else fail."""
    if own_reference() != reference:
        raise RuntimeError("this worker has another version of the course")
    return function(*args)
