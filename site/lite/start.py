"""What every kernel of the browser edition does first."""

import logging

# Matplotlib reports on the error output that it lists the fonts, once in every session.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
