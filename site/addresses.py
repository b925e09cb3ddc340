"""Where a page's buttons lead: the same notebook in the browser alone, on Binder, on Colab, or as a file."""

from urllib.parse import quote

from editions import ENGLISH

BRANCH = "main"


def binder(repository, path="notebooks/01_introduction.ipynb"):
    """Return the address at which Binder opens a file of the repository in JupyterLab."""
    return f"https://mybinder.org/v2/gh/{repository}/{BRANCH}?urlpath=lab/tree/{quote(path)}"


def colab(repository, path="notebooks/01_introduction.ipynb"):
    """Return the address at which Colab opens a notebook of the repository."""
    return f"https://colab.research.google.com/github/{repository}/blob/{BRANCH}/{quote(path)}"


def in_browser(name, edition=ENGLISH):
    """Return the address, seen from the top of the edition, at which a notebook opens in the browser alone."""
    return f"{'../' * edition.top.count('/')}lite/lab/index.html?path={edition.top}{quote(name)}.ipynb"


def on_github(repository, path, kind="blob"):
    """Return the address of a file or a folder (kind "tree") of the repository."""
    return f"https://github.com/{repository}/{kind}/{BRANCH}/{quote(path)}"


def buttons(path, up, repository, lite, edition=ENGLISH):
    """Return the HTML of a notebook's buttons; one whose place does not exist is left out.

    path: the notebook in the repository
    up: from its page to the top of the website in its language, such as "../"
    lite: whether the browser edition is part of the website
    """
    name = path.rpartition("/")[2].removesuffix(".ipynb")
    links = []
    if lite:
        links.append((f"{up}{in_browser(name, edition)}", "Open in your browser", "nothing to install"))
    if repository:
        links.append((binder(repository, path), "Binder", "a computer of its own, for a while"))
        links.append((colab(repository, path), "Colab", "needs a Google account"))
    file = f"{name}.ipynb"
    links.append((f'{up}download/{file}" download="{file}', "Download", "the notebook's file"))
    say = edition.say
    items = [
        f'<li><a href="{address}" title="{say(told)}">{say(words)}</a></li>' for address, words, told in links
    ]
    return (
        f'<nav class="course-open" aria-label="{say("Open this notebook")}"><ul>{"".join(items)}</ul></nav>'
    )
