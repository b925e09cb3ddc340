"""The outputs of an executed notebook as a page shows them: every picture a file of its own, with alternative text."""

import base64
import hashlib
import html
import io
import re

from PIL import Image

WIDGET = "application/vnd.jupyter.widget-view+json"
ALT = re.compile(r'<img alt="([^"]*)"')
WIDTH = re.compile(r'<img [^>]*width="(\d+)"')
SHOWN = re.compile(r'<img alt="([^"]*)".* src="[^"]*/([^"/]+)">$')
COLORS = 256
MOVE = "In the notebook, this picture has controls."


class PictureError(Exception):
    """A picture that a page cannot show as it is, explained in one sentence."""


def shown_outputs(cell, folder, address, say=str):
    """Return the outputs of a cell as the page shows them; pictures are written into a folder.

    address: the folder's address as seen from the page
    say: translates what the page itself says
    """
    shown = []
    for output in cell.outputs:
        data = output.get("data", {})
        if "image/png" in data:
            shown.append(as_html(output, picture(cell, data, output.metadata, folder, address, say)))
        elif WIDGET not in data:  # Controls without a kernel do nothing; the picture beside them is shown.
            shown.append(output)
    return shown


def as_html(output, text):
    """Return an output with this HTML instead of its data."""
    return {**output, "data": {"text/html": text}, "metadata": {}}


def picture(cell, data, metadata, folder, address, say):
    """Write a PNG and return the HTML that shows it, in the size in which the notebook shows it."""
    page = data.get("text/html", "")
    said = ALT.search(page)
    if not said or not said.group(1).strip():
        raise PictureError(
            f"the picture of cell {cell.id} has no alternative text: write one, or run `make build`"
        )
    name, width, height = written(base64.b64decode(data["image/png"]), folder)
    asked = (
        metadata.get("image/png", {}).get("width")
        or (found := WIDTH.search(page))
        and int(found.group(1))
        or width
    )
    size = f'width="{asked}" height="{round(height * asked / width)}"'
    image = f'<img alt="{said.group(1)}" {size} loading="lazy" src="{address}/{name}">'
    if "course-left" not in page:
        return image
    caption = f"<figcaption>{said.group(1)}<br><small>{say(MOVE)}</small></figcaption>"
    return f'<figure class="course-left">{image}{caption}</figure>'


def written(png, folder):
    """Write a picture with a palette, a third of the size, and return (file name, width, height)."""
    with Image.open(io.BytesIO(png)) as image:
        small = io.BytesIO()
        colors = image.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
        colors.save(small, "png", optimize=True)
        size = image.size
    name = f"{hashlib.sha256(png).hexdigest()[:16]}.png"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(min(small.getvalue(), png, key=len))
    return name, *size


def first_picture(notebook):
    """Return (alternative text, file name) of the first picture of a page's notebook that is not a playground's."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if found := SHOWN.match(output.get("data", {}).get("text/html", "")):
                return html.unescape(found.group(1)), found.group(2)
    return None
