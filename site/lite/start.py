"""What every kernel of the browser edition does first."""

import logging

# Matplotlib reports on the error output that it lists the fonts, once in every session.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
# IPython completes names by itself; the package that guesses more is large and left out.
get_ipython().Completer.use_jedi = False  # noqa: F821 (IPython runs this file)
