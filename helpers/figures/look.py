"""The look of the figures wherever a notebook is opened, even without the matplotlibrc beside the notebooks."""

import os
from pathlib import Path

import matplotlib

HERE = Path(__file__).resolve().parent
PLACES = HERE / "matplotlibrc", HERE.parents[1] / "notebooks" / "matplotlibrc"  # in a wheel, in a checkout


def use_look(shell):
    """Give the figures of a kernel their colors and sizes, twice the dots, and a backend that shows them."""
    style = next((path for path in PLACES if path.is_file()), None)
    if style and Path(matplotlib.matplotlib_fname()).read_bytes() != style.read_bytes():
        matplotlib.rcParams.update(matplotlib.rc_params_from_file(style, use_default_template=False))
    # Some machines set this backend for programs without a screen; in a notebook it would show nothing.
    if os.environ.get("MPLBACKEND", "").lower() == "agg":
        shell.enable_matplotlib("inline")
    from matplotlib_inline.backend_inline import set_matplotlib_formats

    set_matplotlib_formats("retina")
