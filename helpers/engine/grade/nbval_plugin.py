"""A pytest plugin around nbval: the exercise that a cell belongs to, its verdict, and whether the kernel lives.

Load it early with `-p helpers.engine.grade.nbval_plugin`; `--verdicts FILE` names the JSON file that it writes.
"""

import json
import re
import time
from pathlib import Path
from queue import Empty

import pytest
from nbval import kernel, plugin

VERDICTS = pytest.StashKey()
MOST_OUTPUT = 1 << 24
DONE = ".done"  # ending of the file beside the verdicts that grows by a byte with every cell
COLORS = re.compile(r"\x1b\[[0-9;]*m")


def pytest_addoption(parser):
    """Add `--verdicts FILE`."""
    parser.addoption("--verdicts", help="write the outcome of every cell to this file, as JSON")


def pytest_configure(config):
    """Start with no verdicts, and make nbval notice dead kernels and floods of output."""
    config.stash[VERDICTS] = []
    # nbval 0.11 waits for a dead kernel until its cell timeout (2,000 s by default), and reads output without a
    # limit. It creates RunningKernel by name inside its collector, with no hook for a subclass, so two methods of
    # the class are replaced. pyproject.toml admits only the nbval versions in which they are as expected here.
    kernel.RunningKernel.await_reply = await_reply
    kernel.RunningKernel.get_message = with_output_limit(kernel.RunningKernel.get_message)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Record the outcome of a cell, with the exercise it belongs to."""
    report = yield
    if isinstance(item, plugin.IPyNbCell) and (report.when == "call" or report.failed):
        metadata = item.cell.metadata
        count_cell(item.session)
        item.config.stash[VERDICTS].append(
            {
                "cell": item.cell.get("id"),
                "exercise": metadata.get("exercise"),
                "check": metadata.get("check"),
                # A cell after a timeout is expected to fail; one that passes all the same was not run properly.
                "passed": report.passed and not hasattr(report, "wasxfail"),
                "verdict": displayed_verdict(item.test_outputs),
                "error": plain_error(call.excinfo),
                "alive": bool(item.parent.kernel and item.parent.kernel.is_alive()),
            }
        )
    return report


def count_cell(session):
    """Add a byte to the file beside the verdicts, from which the grader draws its progress bar."""
    if path := session.config.getoption("--verdicts"):
        with open(f"{path}{DONE}", "ab") as file:
            file.write(b".")


def pytest_sessionfinish(session):
    """Write the verdicts."""
    if path := session.config.getoption("--verdicts"):
        Path(path).write_text(json.dumps(session.config.stash[VERDICTS]), encoding="utf-8")


def displayed_verdict(outputs):
    """Return the data of the last verdict that a cell displayed, or None."""
    found = [output.get("metadata", {}).get("verdict") for output in outputs or [] if "metadata" in output]
    return next((verdict for verdict in reversed(found) if verdict), None)


def plain_error(excinfo):
    """Return an error as text without terminal colors, or None."""
    if excinfo is None:
        return None
    error = excinfo.value
    return COLORS.sub("", f"{error}\n{getattr(error, 'inner_traceback', None) or ''}").strip()


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


def with_output_limit(get_message):
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
