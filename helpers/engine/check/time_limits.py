"""Stopping a block of code at its time limit: by the timer of the system, by a second thread, or in a browser."""

import contextlib
import ctypes
import signal
import sys
import threading
import time

# By the clock, a block may take this many times its limit in processor time: others use the machine, too.
WAITING = 4


class TooLate(BaseException):
    """Raised inside a function that exceeds its time limit. Not an Exception, so `except Exception` cannot stop it."""


@contextlib.contextmanager
def deadline(seconds):
    """Raise `TooLate` in this thread if the block takes longer, on every system."""
    with time_limits() as limit, limit(seconds):
        yield


def time_limits(processor=False):
    """Return a context of a function that makes contexts like `deadline`, cheaper when there are many of them.

    processor: whether the processor's time counts, where the system can measure it, so that a busy machine does not
    """
    if sys.platform == "emscripten":  # Python in a browser has neither threads nor a timer.
        from helpers.engine.check.clock_events import limits

        return limits()
    return timer_limits(processor)


@contextlib.contextmanager
def timer_limits(processor=False):
    """Yield `Alarm`, `ProcessorAlarm` or `watchdog`; at the end the timer is given back to its previous user."""
    # Python delivers signals to the main thread only, and Windows has no setitimer.
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield watchdog
        return
    started, handler = time.monotonic(), signal.signal(signal.SIGALRM, raise_too_late)
    left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
    profiler = signal.signal(signal.SIGPROF, raise_too_late) if processor else None
    try:
        yield ProcessorAlarm if processor else Alarm
    finally:
        if processor:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, profiler)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(0.001, left - time.monotonic() + started))


def raise_too_late(*_):
    """Raise `TooLate`: the handler of the timer's signal."""
    raise TooLate


class Alarm:
    """A context in which the system's timer runs."""

    def __init__(self, seconds):
        self.seconds = seconds

    def __enter__(self):
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def __exit__(self, *_):
        signal.setitimer(signal.ITIMER_REAL, 0)


class ProcessorAlarm(Alarm):
    """A context in which the timer of this process's processor time runs, and a longer one that also counts waiting."""

    def __enter__(self):
        signal.setitimer(signal.ITIMER_PROF, self.seconds)
        signal.setitimer(signal.ITIMER_REAL, WAITING * self.seconds)

    def __exit__(self, *_):
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextlib.contextmanager
def watchdog(seconds):
    """Raise `TooLate` from a second thread: for systems without a timer, and outside the main thread."""
    thread, lock, over = threading.get_ident(), threading.Lock(), False

    def stop():
        with lock:
            if not over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TooLate))

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:  # so that the exception is not raised after the block has ended
            over = True
        timer.cancel()
