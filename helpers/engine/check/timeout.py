"""Stopping a function that runs longer than it may."""

import contextlib
import ctypes
import signal
import threading
import time


class TooLate(BaseException):
    """Raised inside a function that runs longer than it may."""


@contextlib.contextmanager
def deadline(seconds):
    """Raise `TooLate` in this thread when the block takes longer, on every system."""
    with deadlines() as limit, limit(seconds):
        yield


@contextlib.contextmanager
def deadlines():
    """Yield a function of seconds that gives contexts like `deadline`; many within one block cost much less.

    Where the system has a timer it is used, and whoever else uses it gets it back at the end of the block.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield watchdog
        return
    started, handler = time.monotonic(), signal.signal(signal.SIGALRM, ring)
    left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
    try:
        yield Alarm
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(0.001, left - time.monotonic() + started))


def ring(*_):
    """Raise `TooLate` when the system's timer rings."""
    raise TooLate


class Alarm:
    """A context in which the system's timer runs."""

    def __init__(self, seconds):
        self.seconds = seconds

    def __enter__(self):
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def __exit__(self, *_):
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextlib.contextmanager
def watchdog(seconds):
    """Raise `TooLate` from a second thread: for systems without the timer, and outside the main thread."""
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
        with lock:
            over = True
        timer.cancel()
