"""The end of a notebook: which exercises are done, and a button that grades.

Not here: grading itself (`helpers.engine.grade`), which runs in a process of its own.
"""

import asyncio
import html
import importlib
import tempfile
import time
from pathlib import Path

import ipywidgets

from helpers.datasets.files import IS_CHECKOUT
from helpers.engine.check.progress import open_notebook, recorded
from helpers.engine.language import translated
from helpers.playgrounds.grader import LIMIT, read, start_grader, time_left
from helpers.playgrounds.grader_in_kernel import HAND_IN, report_of, running_check

POLL_SECONDS = 0.2
NOTHING_FOUND = (
    "No course notebook was found under its original name, so nothing can be counted. Rename this one back, for "
    "example to 02_logistic_regression.ipynb, restart the kernel, and run the checks again."
)


class Overview:
    """Which exercises are done: {notebook: (done, total, [those that are not])}."""

    def __init__(self, notebooks):
        self.notebooks = notebooks

    def lines(self):
        """Return (notebook, done, what is left) for every notebook, in words."""
        for name, (done, total, left) in self.notebooks.items():
            some = ", ".join(left[:4]) + (f" and {len(left) - 4} more" if len(left) > 4 else "")
            yield (
                name,
                translated(f"{done} of {total} done"),
                translated(f"to do: {some}") if left and done else "",
            )

    def __str__(self):
        lines = [f"{name:24}{done:16}{left}".rstrip() for name, done, left in self.lines()]
        return "\n".join(lines) or translated(NOTHING_FOUND)

    def _repr_mimebundle_(self, **_):
        if not self.notebooks:
            return {"text/plain": str(self)}
        rows = "".join(
            f'<tr><th scope="row" style="text-align:left">{html.escape(name)}</th><td style="text-align:left">{done}'
            f'</td><td style="text-align:left">{html.escape(left)}</td></tr>'
            for name, done, left in self.lines()
        )
        return {"text/plain": str(self), "text/html": f"<table>{rows}</table>"}


def progress(folder=None):
    """Return the `Overview` of all notebooks in a folder, by default that of the open notebook."""
    opened = open_notebook()
    folder = Path(folder or (opened.parent if opened else "."))
    states, notebooks = recorded(folder), {}
    for path in sorted(folder.glob("[0-9][0-9]_*.ipynb")):
        package = path.stem.partition("_")[2]
        try:
            names = [*importlib.import_module(f"helpers.exercises.{package}").exercises]
        except ImportError:  # a copy, or a notebook that is not of the course
            continue
        left = [name for name in names if states.get(package, {}).get(name) != "right"]
        notebooks[path.stem] = len(names) - len(left), len(names), left
    return Overview(notebooks)


class GradeButton(ipywidgets.VBox):
    """A button that grades the notebook file as it was last saved, in the background, and shows the report.

    Where the course's folder is not there, as in a browser or on Colab, it judges what was checked in this kernel.
    """

    def __init__(self, path=None):
        self.path = Path(path) if path else open_notebook()
        self.button = ipywidgets.Button(
            description=translated("Grade this notebook"), layout={"width": "16em"}
        )
        self.in_kernel = path is None and not IS_CHECKOUT
        self.status = ipywidgets.HTML(
            translated(HAND_IN if self.in_kernel else "Save first (Ctrl+S): the saved file is graded.")
        )
        self.report = ipywidgets.HTML()
        self.button.on_click(lambda _: self.begin())
        super().__init__([self.button, self.status, self.report])

    def begin(self):
        """Start grading if the notebook's file is known and exists."""
        if self.in_kernel:
            self.report.value = report_of(running_check())
            return
        if self.path is None or not self.path.is_file():
            name = "of this notebook" if self.path is None else self.path.name
            self.status.value = html.escape(
                translated(f"The file {name} was not found. In a terminal: make grade NB=notebooks/…")
            )
            return
        self.button.disabled, self.report.value = True, ""
        self.task = asyncio.ensure_future(self.grade())

    async def grade(self):
        """Run the grader in another process, show how long it has taken so far, and then its report."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            try:
                log = Path(folder, "log.txt")
                code = await self.wait(start_grader(self.path, folder, log), log)
                self.show(code, Path(folder, f"{self.path.stem}.html"), log)
            except Exception as error:
                self.status.value = html.escape(translated(f"Grading failed: {error}"))
            finally:
                self.button.disabled = False

    async def wait(self, process, log):
        """Return the exit status of the grader; end it after the limit, or when the notebook is closed."""
        begin = time.monotonic()
        try:
            while process.poll() is None and time.monotonic() - begin < LIMIT:
                far = f"{time.monotonic() - begin:.0f} s{time_left(log)}"
                self.status.value = translated(f"Grading for {far}. You can keep working.")
                await asyncio.sleep(POLL_SECONDS)
        finally:
            if process.poll() is None:
                process.kill()
        return process.wait()

    def show(self, code, page, log):
        """Show the report, or why there is none; the grader exits with 0 if all is right, else with 1."""
        if code not in (0, 1) or not page.is_file():
            text = read(log).strip().splitlines()[-1:]
            self.status.value = html.escape(" ".join([translated("Grading produced no report."), *text]))
            return
        saved = time.strftime("%H:%M:%S", time.localtime(self.path.stat().st_mtime))
        self.status.value = translated(
            f"The grade of {html.escape(self.path.name)} as it was saved at {saved}:"
        )
        content = html.escape(page.read_text(encoding="utf-8"))
        style = "width:100%;height:26em;border:1px solid #888;background:white;color-scheme:light"
        self.report.value = (
            f'<iframe title="The grade" sandbox="" srcdoc="{content}" style="{style}"></iframe>'
        )
