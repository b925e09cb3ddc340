"""Where submissions are graded: on the CPUs of this machine, or on the workers of a Dask cluster.

A grading process and its sealed processes never work at the same time: one waits for the other. If they may move,
the scheduler often puts them on two CPUs, and what one has just written is not in the other's cache. So each grading
process stays on one CPU, and the sealed processes that it starts stay with it.
"""

import os
import signal
import threading
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context, parent_process

from helpers.engine.grade import skip_slow_imports
from helpers.engine.grade.reference import reference_hashes
from helpers.engine.sandbox.redacted_course import remove_folders

# Bytes of address space of one grading process. If odd input makes a course function allocate more, that call fails
# and nothing else does.
MOST_MEMORY = 6 << 30
TRYING = threading.Lock()


class LocalExecutor:
    """Grading processes on this machine, one pinned per CPU while there are enough CPUs.

    After one has died, all are started again.
    """

    def __init__(self, workers):
        self.workers = workers
        self.start()

    def start(self):
        """Start the processes."""
        context = get_context("spawn")
        # Starts from a different number in every run, so that two classes graded at once seldom share a CPU.
        counter = context.Value("L", os.getpid())
        self.pool = ProcessPoolExecutor(self.workers, context, initializer=set_up, initargs=(counter,))

    def submit(self, function, *args):
        """Return the future of a call."""
        try:
            return self.pool.submit(function, *args)
        except BrokenExecutor:
            self.shutdown()
            self.start()
            return self.pool.submit(function, *args)

    def shutdown(self):
        """End the processes; calls that have not started are dropped."""
        self.pool.shutdown(cancel_futures=True)


class ClusterExecutor:
    """The workers of a Dask cluster, by the address of its scheduler; each needs this version of the course.

    A worker on which a layer of the sandbox is missing grades nothing, unless `without_sandbox`.
    """

    def __init__(self, scheduler, without_sandbox=False):
        from distributed import Client

        self.without_sandbox = without_sandbox
        self.client = Client(scheduler)
        self.workers = max(1, sum(self.client.nthreads().values()))
        # Not pure: two equal submissions are two calls, and a regrade is not answered from Dask's memory.
        self.executor, self.version = self.client.get_executor(pure=False), course_version()

    def submit(self, function, *args):
        """Return the future of a call."""
        return self.executor.submit(call_on_worker, self.version, self.without_sandbox, function, *args)

    def shutdown(self):
        """Disconnect; the cluster keeps running."""
        self.client.close()


def available_cpus():
    """Return the numbers of the CPUs that this process may use."""
    try:
        return sorted(os.sched_getaffinity(0))
    except (AttributeError, OSError):
        return list(range(os.cpu_count() or 1))


def pin_to_cpu(number):
    """Keep this process, and those it starts from now on, on one CPU; numbers beyond the last start over."""
    cpus = available_cpus()
    try:
        os.sched_setaffinity(0, {cpus[number % len(cpus)]})
    except (AttributeError, OSError):
        pass


def set_up(counter):
    """Set up a grading process: pinned, limited in memory, deaf to Ctrl+C, and ended with its parent."""
    skip_slow_imports()
    with counter.get_lock():
        counter.value += 1
        number = counter.value
    pin_to_cpu(number)
    # Ctrl+C reaches every process of the terminal; the parent decides what is kept.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, end_at_once)
    # A parent that was killed cannot end its children, so each waits for the parent's end.
    threading.Thread(target=lambda: (parent_process().join(), end_at_once()), daemon=True).start()
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, hard))
    except (ImportError, ValueError, OSError):
        pass


def end_at_once(*_):
    """End this process without waiting for anything, and leave no folder behind."""
    remove_folders()
    os._exit(1)


@cache
def course_version():
    """Return the hash of this machine's version of the course."""
    return reference_hashes()[None]


def call_on_worker(version, without_sandbox, function, *args):
    """Call a function on a worker with the same version of the course and a whole sandbox; otherwise fail."""
    if course_version() != version:
        raise RuntimeError("this worker has another version of the course")
    if not without_sandbox and (missing := missing_here()):
        raise RuntimeError(f"a layer of the sandbox is missing on this worker: {', '.join(missing)}")
    return function(*args)


def missing_here():
    """Return what the sandbox does not refuse on this machine, tried once in this process."""
    with TRYING:
        return missing_once()


@cache
def missing_once():
    """Return what `missing_here` does, for one thread at a time."""
    from helpers.engine.sandbox.self_test import layers_in_force

    return layers_in_force()[1]
