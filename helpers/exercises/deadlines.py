"""Stopping a function that runs longer than it may."""

import contextlib
import ctypes
import signal
import threading
import time


class TooLate(BaseException):
    """Raised inside a function that runs longer than it may."""


def deadline(seconds):
    """Return a context that raises `TooLate` in this thread when its block takes longer, on every system."""
    in_main = threading.current_thread() is threading.main_thread()
    return alarm(seconds) if in_main and hasattr(signal, "setitimer") else watchdog(seconds)


@contextlib.contextmanager
def alarm(seconds):
    """Raise `TooLate` by the system's timer; whoever else uses that timer gets it back."""

    def ring(*_):
        raise TooLate

    started, handler = time.monotonic(), signal.signal(signal.SIGALRM, ring)
    left, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(0.001, left - time.monotonic() + started))


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
