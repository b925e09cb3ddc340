"""A figure of which only some parts move: the rest is drawn once, so that a slider can be followed."""

import io

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

DOTS = 100  # an inch, which is as many pixels of the page


class Stage:
    """A figure with a scenery that stays and artists that move.

    A drawing function builds the scenery when `empty`, names what moves with `moves`, and afterwards changes only
    these artists. What changes as a whole begins with `clear`.
    With less room than its width, it is drawn narrower, down to the share `narrowest`, and then shown smaller.
    """

    def __init__(self, figsize, layout="constrained", narrowest=0.5):
        self.figsize, self.narrowest = figsize, narrowest
        self.figure = Figure(figsize=figsize, dpi=DOTS, layout=layout)
        self.canvas = FigureCanvasAgg(self.figure)
        self.clear()

    @property
    def pixels(self):
        """The width of the figure in pixels of the page."""
        return round(self.figure.get_figwidth() * DOTS)

    def fit(self, room):
        """Draw for so many pixels of the page from now on."""
        width, height = self.figsize
        wanted = min(width, max(self.narrowest * width, room / DOTS))
        if wanted != self.figure.get_figwidth():
            self.figure.set_size_inches(wanted, height)
            self.scenery = None

    def sharpen(self, density):
        """Draw with so many dots for every pixel from now on."""
        if self.figure.dpi != DOTS * density:
            self.figure.set_dpi(DOTS * density)
            self.scenery = None

    def clear(self):
        """Take everything off, and return the empty figure."""
        self.figure.clear()
        self.moving, self.scenery, self.empty = [], None, True
        return self.figure

    def moves(self, *artists):
        """Name the artists that will move, in the order in which they are drawn; others no longer do."""
        for artist in artists:
            artist.set_animated(True)
        self.moving, self.empty = list(artists), False
        return artists

    def png(self):
        """Return the picture as it is now, as the bytes of a PNG."""
        if self.scenery is None:
            self.canvas.draw()
            self.scenery = self.canvas.copy_from_bbox(self.figure.bbox)
        self.canvas.restore_region(self.scenery)
        for artist in self.moving:
            artist.axes.draw_artist(artist)
        buffer = io.BytesIO()
        pixels = np.ascontiguousarray(np.asarray(self.canvas.buffer_rgba())[..., :3])
        Image.fromarray(pixels).save(buffer, "png", compress_level=1)
        return buffer.getvalue()
