"""Collect what Sphinx turns into the website: pages of Markdown as they are, and notebooks with their outputs.

The pages keep the places that they have in the repository, so that the links between them stay right.
"""

import os
import re
import shutil
from pathlib import Path

import nbformat
from addresses import buttons, in_browser, on_github
from editions import EDITIONS, ENGLISH, LANDING
from execute import executed
from figures import first_picture, shown_outputs

from helpers.engine.build import first_cell

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent
PICTURES = "docs/*.png"
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")


def files_of(edition, names=None):
    """Return (notebooks, other documents) of an edition, as paths; `names` chooses notebooks, by default all.

    Without a notebook there is no edition: both are empty.
    """
    notebooks = [path for path in notebooks_in(edition) if names is None or path.stem in names]
    documents = sorted(path for pattern in edition.documents for path in ROOT.glob(pattern))
    return notebooks, documents if notebooks else []


def pages_of(edition, names=None):
    """Return {file in the repository: place of its page in the website}, without the landing page."""
    paths = (path.relative_to(ROOT).as_posix() for kind in files_of(edition, names) for path in kind)
    return {path: edition.place(path) for path in paths}


def collect(folder, edition=ENGLISH, names=None, repository="", lite=False):
    """Write the sources of the website in one language into a folder.

    names: the notebooks, by default all that there are
    repository: OWNER/REPOSITORY, or "" if the course is not published
    lite: whether the browser edition is part of the website
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "static", folder / "_static")
    notebooks, documents = files_of(edition, names)
    pages = {file: place for one in EDITIONS for file, place in pages_of(one, names).items()}
    links = Links(pages, repository, edition)
    for path in ROOT.glob(PICTURES):
        copy(path, folder)
    for path in documents:
        text = path.read_text(encoding="utf-8")
        put(folder / links.place(path), links.rewritten(text, path.relative_to(ROOT).as_posix()))
    cards = [write_notebook(path, folder, links, lite) for path in notebooks]
    put(folder / LANDING, landing(cards, links, lite))


def notebooks_in(edition):
    """Return the paths of all notebooks of an edition that a learner opens."""
    return sorted((ROOT / edition.notebooks).glob("[0-9]*.ipynb"))


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

    def __init__(self, pages, repository, edition=ENGLISH):
        """Take {file in the repository: place of its page in the website}."""
        starts = {one.readme: one.place(one.readme) for one in EDITIONS if has_pages(one, pages.values())}
        self.pages, self.repository, self.edition = pages | starts, repository, edition

    def place(self, path):
        """Return where among the sources of this edition a file of the repository has its place."""
        return self.edition.place(path.relative_to(ROOT).as_posix()).removeprefix(self.edition.top)

    def rewritten(self, text, page):
        """Return the Markdown of a page, a file of the repository, with links that lead somewhere."""
        return LINK.sub(lambda found: self.link(*found.groups(), page), text)

    def link(self, image, words, target, page):
        """Return one link in Markdown, or only its words if there is nowhere to go."""
        address, _, part = target.partition("#")
        if not address or ":" in address:
            return f"{image}[{words}]({target})"
        path = os.path.normpath(os.path.join(os.path.dirname(page), address)).replace(os.sep, "/")
        home = os.path.dirname(self.edition.place(page)) or "."
        if image:  # every edition has its own copy
            return f"![{words}]({os.path.relpath(self.edition.top + path, home).replace(os.sep, '/')})"
        if path in self.pages:
            part = f"#{part}" if part else ""
            place = os.path.relpath(self.pages[path], home).replace(os.sep, "/")
            return self.to_page(words, place + part, edition_at(self.pages[path]))
        if self.repository and (ROOT / path).exists():
            kind = "tree" if (ROOT / path).is_dir() else "blob"
            return f"[{words}]({on_github(self.repository, path, kind)})"
        return words

    def to_page(self, words, place, edition):
        """Return the link to a page, for which Sphinx looks in this edition only."""
        if edition is self.edition:
            return f"[{words}]({place})"
        address = re.sub(r"\.(md|ipynb)(#|$)", r".html\2", place)
        return f'<a href="{address}" hreflang="{edition.locale.replace("_", "-")}">{words}</a>'


def has_pages(edition, places):
    """Return whether some of these places in the website are in an edition; English always is."""
    return not edition.top or any(edition_at(place) is edition for place in places)


def edition_at(place):
    """Return the edition to which a place in the website belongs."""
    return next((one for one in EDITIONS if one.top and place.startswith(one.top)), ENGLISH)


def write_notebook(path, folder, links, lite):
    """Write the page of a notebook and the file to download, and return what the landing page says about it."""
    file, place, say = path.relative_to(ROOT).as_posix(), links.place(path), links.edition.say
    up = "../" * place.count("/")
    notebook = executed(path)
    cells = [cell for cell in notebook.cells if cell.id != first_cell.ID]
    for cell in cells:
        if cell.cell_type == "code":
            cell.outputs = shown_outputs(cell, folder / "_static" / "figures", f"{up}_static/figures", say)
        else:
            cell.source = links.rewritten(cell.source, file)
    title, _, rest = cells[0].source.partition("\n")
    cells[0].source = f"{title}\n\n{buttons(file, up, links.repository, lite, links.edition)}\n{rest}"
    page = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": notebook.metadata.kernelspec})
    put(folder / place, nbformat.writes(nbformat.from_dict(page)))
    copy_download(path, folder / "_extra" / "download")
    return {
        "place": place,
        "title": title.lstrip("# "),
        "text": opening(rest),
        "picture": first_picture(page),
    }


def copy_download(path, folder):
    """Copy the notebook as the learner gets it to where the website offers it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, folder)


def opening(text):
    """Return the first two sentences of a notebook's first paragraph that is not a heading."""
    paragraphs = [part.replace("\n", " ").strip() for part in text.split("\n\n")]
    first = next((part for part in paragraphs if part and not part.startswith(("#", "<"))), "")
    return (
        re.match(r"((?:.*?[.?!。？！](?:\s|$)){1,2}|.*)", re.sub(r"<!--.*?-->", "", first)).group(1).strip()
    )


def landing(cards, links, lite):
    """Return the landing page: its text, with the buttons and a card for every notebook, and its links."""
    edition, say = links.edition, links.edition.say
    text = links.rewritten((HERE / edition.landing).read_text(encoding="utf-8"), edition.readme)
    first = cards[0]["place"]
    address = f"{first.removesuffix('.ipynb')}.html"
    begin = f'<a class="course-begin" href="{address}">{say("Read the first notebook")}</a>'
    if lite:
        name = Path(first).stem
        words = say("Begin now, in your browser")
        begin = f'<a class="course-begin" href="{in_browser(name, edition)}">{words}</a> {begin}'
    parts = {
        "BEGIN": begin,
        "CARDS": "\n".join(map(as_card, cards)),
        "NOTEBOOKS": "\n".join(card["place"].removesuffix(".ipynb") for card in cards),
        "START": started(links.repository, first_file(edition), say),
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


def first_file(edition):
    """Return what is added to `make lab` so that it opens the first notebook of an edition."""
    return f" NB={notebooks_in(edition)[0].relative_to(ROOT).as_posix()}" if edition.top else ""


def started(repository, notebook, say):
    """Return the commands that install the course, with its address if it has one."""
    told = say("install everything, then open the first notebook")
    if not repository:
        folder = say("in the course's folder")
        return f"```sh\nmake lab{notebook}      # {folder}: {told}\n```"
    return (
        f"```sh\ngit clone https://github.com/{repository}.git networks\ncd networks\n"
        f"make lab{notebook}      # {told}\n```"
    )
