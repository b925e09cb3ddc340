"""A pytest plugin around nbval: which exercise a cell belongs to, its verdict, and whether the kernel lived.

Load it early with `-p helpers.engine.grade.nbval_plugin`; `--verdicts FILE` names where the JSON goes.
"""

import json
import time
from pathlib import Path
from queue import Empty

import pytest
from nbval import kernel, plugin

VERDICTS = pytest.StashKey()
MOST_OUTPUT = 1 << 24
DONE = ".done"  # beside the verdicts: a file with as many bytes as cells are done


def pytest_addoption(parser):
    """Add `--verdicts FILE`."""
    parser.addoption("--verdicts", help="write what every graded cell gave to this file, as JSON")


def pytest_configure(config):
    """Start an empty list of verdicts, and make nbval notice dead kernels and floods of output."""
    config.stash[VERDICTS] = []
    kernel.RunningKernel.await_reply = await_reply
    kernel.RunningKernel.get_message = counted(kernel.RunningKernel.get_message)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Record what a cell gave, with the exercise it belongs to."""
    report = yield
    if isinstance(item, plugin.IPyNbCell) and (report.when == "call" or report.failed):
        metadata = item.cell.metadata
        tell(item.session)
        item.config.stash[VERDICTS].append(
            {
                "cell": item.cell.get("id"),
                "exercise": metadata.get("exercise"),
                "check": metadata.get("check"),
                "passed": report.passed and not hasattr(report, "wasxfail"),
                "verdict": verdict_in(item.test_outputs),
                "error": plain_error(call.excinfo),
                "alive": bool(item.parent.kernel and item.parent.kernel.is_alive()),
            }
        )
    return report


def tell(session):
    """Add a byte to the file beside the verdicts: one more cell is done."""
    if path := session.config.getoption("--verdicts"):
        with open(f"{path}{DONE}", "ab") as file:
            file.write(b".")


def pytest_sessionfinish(session):
    """Write the verdicts."""
    if path := session.config.getoption("--verdicts"):
        Path(path).write_text(json.dumps(session.config.stash[VERDICTS]), encoding="utf-8")


def verdict_in(outputs):
    """Return the data of the last verdict that a cell displayed, or None."""
    found = [output.get("metadata", {}).get("verdict") for output in outputs or [] if "metadata" in output]
    return next((verdict for verdict in reversed(found) if verdict), None)


def plain_error(excinfo):
    """Return an error as text without terminal colors, or None."""
    if excinfo is None:
        return None
    error = excinfo.value
    text = f"{error}\n{getattr(error, 'inner_traceback', None) or ''}"
    return "".join(
        part.split("m", 1)[-1] if i else part for i, part in enumerate(text.split("\x1b["))
    ).strip()


def await_reply(self, msg_id, timeout=None):
    """Wait for a reply to a request as nbval does, but give up at once when the kernel is dead."""
    end = time.monotonic() + (timeout or 1e9)
    while time.monotonic() < end:
        try:
            reply = self.kc.get_shell_msg(timeout=max(0.01, min(0.5, end - time.monotonic())))
        except Empty:
            if not self.km.is_alive():
                raise RuntimeError("the kernel died") from None
            continue
        if reply["parent_header"].get("msg_id") == msg_id:
            if reply["content"].get("status") == "aborted":
                raise RuntimeError("the kernel aborted the request")
            return
    raise Empty


def counted(get_message):
    """Return `get_message` with a limit on what one notebook may print."""

    def limited(self, stream, timeout=None):
        message = get_message(self, stream, timeout)
        if stream == "iopub" and message["msg_type"] in ("stream", "display_data", "execute_result"):
            self.printed = getattr(self, "printed", 0) + len(str(message["content"]))
            if self.printed > MOST_OUTPUT:
                self.stop()
                raise RuntimeError("more than 16 megabytes of output")
        return message

    return limited
