"""A notebook in a browser, used as a person does: run it, move a slider, press a button, look."""

import re
import time
from contextlib import suppress

from playwright.sync_api import TimeoutError, expect

IDLE = re.compile(r"\| Idle")
RUN = re.compile(r"\[\d+\]")
PATIENCE = 60_000  # milliseconds in which something must be seen, on a busy machine, too
LONG = 90_000  # the same for a kernel or a run


class NotebookPage:
    """An open notebook; `patience` is the time in milliseconds that a kernel or a run may take."""

    patience = LONG

    def __init__(self, page, lab, name):
        self.page, self.lab, self.name = page, lab, name
        page.goto(lab.url(name) + "&reset")
        self.panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        expect(self.panel).to_be_visible(timeout=self.patience)
        expect(page.locator("#jp-main-statusbar").get_by_text(IDLE).first).to_be_visible(
            timeout=self.patience
        )
        self.command("notebook:move-cursor-down")

    def command(self, name, **arguments):
        """Carry out one of JupyterLab's commands."""
        self.page.evaluate(
            "([name, args]) => window.jupyterapp.commands.execute(name, args)", [name, arguments]
        )

    def run_all(self):
        """Run every cell and wait until each has its number."""
        code = self.cells_of("code")
        self.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells') }")
        wait_until(lambda: all(count for count in self.counts()), self.patience / 1000)
        wait_until(lambda: self.page.locator("#jp-main-statusbar").get_by_text(IDLE).count(), 30)
        return code

    def run_one(self, index):
        """Run the cell at an index and wait until it has a new number."""
        before = self.model()[index]["execution_count"]
        self.show(index)
        self.command("notebook:run-cell")
        wait_until(lambda: self.model()[index]["execution_count"] not in (None, before), self.patience / 1000)

    def write(self, index, source):
        """Replace what stands in the cell at an index."""
        self.page.evaluate(
            "([k, text]) => window.jupyterapp.shell.currentWidget.content.model.sharedModel.getCell(k).setSource(text)",
            [index, source],
        )

    def save(self):
        """Save the notebook's file."""
        self.command("docmanager:save")

    def cells_of(self, kind):
        """Return the cells of a kind as the file would hold them."""
        return [cell for cell in self.model() if cell["cell_type"] == kind]

    def counts(self):
        """Return the execution counts of all code cells."""
        return [cell["execution_count"] for cell in self.cells_of("code")]

    def model(self):
        """Return the cells with their outputs, as JSON."""
        return self.page.evaluate(
            "() => window.jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON().cells"
        )

    def show(self, index):
        """Scroll to a cell, counted from 0 over all cells, and return its locator.

        A long jump is scrolled again, as a person would: cells get their height only when they are first seen, and
        JupyterLab 4.4 can miss the one that was asked for.
        """
        cell = self.panel.locator(f".jp-Cell[data-windowed-list-index='{index}']")
        for where in ("start", "end", "center"):
            self.page.evaluate(
                """async ([index, where]) => {
                    const notebook = window.jupyterapp.shell.currentWidget.content;
                    notebook.activeCellIndex = index;
                    await notebook.scrollToItem(index, where);
                }""",
                [index, where],
            )
            with suppress(TimeoutError):
                cell.wait_for(state="visible", timeout=3000)
                break
        expect(cell).to_be_visible()
        return cell

    def picture_of(self, first, last, path):
        """Keep a picture of the cells from one index to another, none of them active."""
        self.show(first)
        self.page.evaluate("() => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = 0 }")
        boxes = [
            self.panel.locator(f".jp-Cell[data-windowed-list-index='{k}']").bounding_box()
            for k in (first, last)
        ]
        top, bottom = boxes[0]["y"], boxes[1]["y"] + boxes[1]["height"]
        clip = {"x": boxes[0]["x"], "y": top, "width": boxes[0]["width"], "height": bottom - top}
        self.page.screenshot(path=path, clip=clip)

    def index_of(self, text):
        """Return the index of the one code cell whose last line contains a text."""
        found = [
            k
            for k, cell in enumerate(self.model())
            if cell["cell_type"] == "code" and text in cell["source"].splitlines()[-1]
        ]
        assert len(found) == 1, (text, found)
        return found[0]


def wait_until(is_so, seconds=60, pause=0.1):
    """Return once `is_so()` is true; fail after some seconds."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"still not so after {seconds} s"
        time.sleep(pause)
