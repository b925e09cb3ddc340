"""The look of the figures in a kernel: the same in any folder and with any backend that is set from outside."""

import base64
import io

import nbclient
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from PIL import Image

from helpers.engine.build.notebooks import KERNEL

SOURCES = (
    "import helpers.figures\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
    "print(plt.rcParams['axes.prop_cycle'].by_key()['color'][0], plt.rcParams['axes.spines.top'])",
)


@pytest.mark.parametrize("backend", [None, "Agg"])
def test_figures_are_shown_sharp_in_the_course_colors_in_any_folder(tmp_path, monkeypatch, backend):
    monkeypatch.delenv("MPLBACKEND", raising=False)
    if backend:
        monkeypatch.setenv("MPLBACKEND", backend)
    notebook = new_notebook(cells=[*map(new_code_cell, SOURCES)], metadata={"kernelspec": KERNEL})
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = next(output for output in notebook.cells[0].outputs if "image/png" in output.get("data", {}))
    width = Image.open(io.BytesIO(base64.b64decode(shown.data["image/png"]))).width
    assert width // 2 == shown.metadata["image/png"]["width"] > 590  # about 6 inches of 100 pixels
    assert notebook.cells[1].outputs[0].text.strip().lower().endswith("0072b2 false")
