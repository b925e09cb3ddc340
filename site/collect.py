"""Collect what Sphinx turns into the website: pages of Markdown as they are, and notebooks with their outputs.

The pages keep the places that they have in the repository, so that the links between them stay right.
"""

import os
import re
import shutil
from pathlib import Path

import nbformat
from addresses import buttons, in_browser, on_github
from execute import executed
from figures import first_picture, shown_outputs

from helpers.engine.build import first_cell

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent
COPIED = [
    "notebooks/README.md",
    "docs/*.md",
    "CONTRIBUTING.md",
    "data/README.md",
    "helpers/engine/sandbox/README.md",
]
PICTURES = "docs/*.png"
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")


def collect(folder, names=None, repository="", lite=False):
    """Write the sources of the website into a folder; `names` chooses notebooks, by default all that there are.

    repository: OWNER/REPOSITORY, or "" if the course is not published
    lite: whether the browser edition is part of the website
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "static", folder / "_static")
    notebooks = [path for path in learner_notebooks() if names is None or path.stem in names]
    documents = sorted(path for pattern in COPIED for path in ROOT.glob(pattern))
    pages = {path.relative_to(ROOT).as_posix() for path in [*documents, *notebooks]}
    links = Links(pages, repository)
    for path in ROOT.glob(PICTURES):
        copy(path, folder)
    for path in documents:
        text = path.read_text(encoding="utf-8")
        put(folder / path.relative_to(ROOT), links.rewritten(text, path.relative_to(ROOT).parent.as_posix()))
    cards = [write_notebook(path, folder, links, repository, lite) for path in notebooks]
    put(folder / "index.md", landing(cards, repository, lite))


def learner_notebooks():
    """Return the paths of all notebooks that a learner opens, editions in other languages (notebooks/zh) last."""
    folder = ROOT / "notebooks"
    return [*sorted(folder.glob("[0-9]*.ipynb")), *sorted(folder.glob("[a-z][a-z]/[0-9]*.ipynb"))]


def copy(path, folder):
    """Copy a file of the repository to its place in a folder."""
    place = folder / path.relative_to(ROOT)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, place)


def put(path, text):
    """Write a text file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


class Links:
    """The links of a page: to other pages as they are, to other files of the repository on GitHub or not at all."""

    def __init__(self, pages, repository):
        self.pages, self.repository = pages | {"index.md"}, repository

    def rewritten(self, text, folder):
        """Return the Markdown of a page that lies in a folder of the repository, with links that lead somewhere."""
        return LINK.sub(lambda found: self.link(*found.groups(), folder), text)

    def link(self, image, words, target, folder):
        """Return one link in Markdown, or only its words if there is nowhere to go."""
        address, _, part = target.partition("#")
        if image or not address or ":" in address:
            return f"{image}[{words}]({target})"
        path = os.path.normpath(os.path.join(folder, address)).replace(os.sep, "/")
        path = "index.md" if path == "README.md" else path
        if path in self.pages:
            place = os.path.relpath(path, folder or ".").replace(os.sep, "/")
            return f"[{words}]({place}{'#' * bool(part)}{part})"
        if self.repository and (ROOT / path).exists():
            kind = "tree" if (ROOT / path).is_dir() else "blob"
            return f"[{words}]({on_github(self.repository, path, kind)})"
        return words


def write_notebook(path, folder, links, repository, lite):
    """Write the page of a notebook and the file to download, and return what the landing page says about it."""
    place = path.relative_to(ROOT).as_posix()
    up = "../" * place.count("/")
    notebook = executed(path)
    cells = [cell for cell in notebook.cells if cell.id != first_cell.ID]
    for cell in cells:
        if cell.cell_type == "code":
            cell.outputs = shown_outputs(cell, folder / "_static" / "figures", f"{up}_static/figures")
        else:
            cell.source = links.rewritten(cell.source, path.parent.relative_to(ROOT).as_posix())
    title, _, rest = cells[0].source.partition("\n")
    cells[0].source = f"{title}\n\n{buttons(place, up, repository, lite)}\n{rest}"
    page = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": notebook.metadata.kernelspec})
    put(folder / place, nbformat.writes(nbformat.from_dict(page)))
    copy_download(path, folder)
    return {
        "place": place,
        "title": title.lstrip("# "),
        "text": opening(rest),
        "picture": first_picture(page),
    }


def copy_download(path, folder):
    """Copy the notebook as the learner gets it to where the website offers it."""
    place = folder / "_extra" / "download" / path.relative_to(ROOT / "notebooks")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, place)


def opening(text):
    """Return the first two sentences of a notebook's first paragraph that is not a heading."""
    paragraphs = [part.replace("\n", " ").strip() for part in text.split("\n\n")]
    first = next((part for part in paragraphs if part and not part.startswith(("#", "<"))), "")
    return (
        re.match(r"((?:.*?[.?!。？！](?:\s|$)){1,2}|.*)", re.sub(r"<!--.*?-->", "", first)).group(1).strip()
    )


def landing(cards, repository, lite):
    """Return the landing page: its text from index.md, with the buttons and a card for every notebook."""
    text = (HERE / "index.md").read_text(encoding="utf-8")
    first = cards[0]["place"]
    begin = f'<a class="course-begin" href="{first.removesuffix(".ipynb")}.html">Read the first notebook</a>'
    if lite:
        name = Path(first).stem
        begin = f'<a class="course-begin" href="{in_browser(name)}">Begin now, in your browser</a> {begin}'
    listed = [card for card in cards if card["place"].count("/") == 1]
    others = [card for card in cards if card not in listed]
    parts = {
        "BEGIN": begin,
        "CARDS": "\n".join(map(as_card, listed)),
        "NOTEBOOKS": "\n".join(card["place"].removesuffix(".ipynb") for card in listed),
        "EDITIONS": editions(others),
        "START": started(repository),
    }
    for name, part in parts.items():
        text = text.replace(f"%{name}%", part)
    return text


def as_card(card):
    """Return the HTML of one notebook on the landing page."""
    alt, file = card["picture"] or ("", "")
    image = f'<img alt="" src="_static/figures/{file}" loading="lazy">' if file else ""
    number = Path(card["place"]).stem.partition("_")[0].lstrip("0")
    address = card["place"].removesuffix(".ipynb") + ".html"
    return f'<li><a href="{address}">{image}<b>{number}. {card["title"]}</b></a><p>{plain(card["text"])}</p></li>'


def plain(text):
    """Return Markdown as plain text, for a place in HTML."""
    return re.sub(r"[*`$]", "", LINK.sub(r"\2", text)).replace("<", "&lt;")


def editions(cards):
    """Return the table of contents of the editions in other languages; "" without any."""
    if not cards:
        return ""
    names = "\n".join(card["place"].removesuffix(".ipynb") for card in cards)
    return f"```{{toctree}}\n:hidden:\n:caption: 中文\n\n{names}\n```"


def started(repository):
    """Return the commands that install the course, with its address if it has one."""
    if not repository:
        return "```sh\nmake lab      # in the course's folder: install everything, then open the first notebook\n```"
    return (
        f"```sh\ngit clone https://github.com/{repository}.git networks\ncd networks\n"
        "make lab      # install everything, then open the first notebook\n```"
    )
