"""Catalogues of translations: one gettext file for each notebook and each part of the code.

They lie in `locale/<language>/LC_MESSAGES`. An entry is a text in English and its translation. One whose English has
changed since it was translated is marked "fuzzy" and is not used until a translator has looked at it.
"""

import hashlib
import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from helpers.engine.course import AuthoringError, course

HEADER = "# Translations of the course. `make messages` updates the English; translators write the rest."


def languages():
    """Return the languages that have catalogues: "zh_CN", ..."""
    return sorted(path.name for path in course().locale.glob("*") if (path / "LC_MESSAGES").is_dir())


def short(language):
    """Return the first part of a language's name: "zh" for "zh_CN"."""
    return language.partition("_")[0]


def document_name(page):
    """Return the name of the catalogue of a page beside the notebooks: "document_teaching" for docs/teaching.md."""
    return f"document_{Path(page).stem}"


def path_of(name, language):
    """Return the path of a catalogue."""
    return course().locale / language / "LC_MESSAGES" / f"{name}.po"


def catalogue_names(language):
    """Return the names of all catalogues of a language, in order."""
    return sorted(path.stem for path in path_of("x", language).parent.glob("*.po"))


def read(name, language):
    """Return a catalogue; an empty one if there is none yet."""
    path = path_of(name, language)
    if not path.exists():
        return new(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def new(language):
    """Return an empty catalogue."""
    return Catalog(
        locale=language, project="deep-learning-from-scratch", header_comment=HEADER, charset="utf-8"
    )


def as_text(catalogue, language):
    """Return a catalogue as the text of its file, the same on every day and system."""
    buffer = io.BytesIO()
    catalogue.header_comment = HEADER
    for message in catalogue:
        message.flags &= {"fuzzy"}  # Babel adds a guess about the fields
    write_po(buffer, catalogue, width=0, ignore_obsolete=True, include_previous=True, omit_header=True)
    header = f'{HEADER}\nmsgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
    header += '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return f'{header}"Content-Transfer-Encoding: 8bit\\n"\n\n{buffer.getvalue().decode().strip()}\n'


def entries(catalogue):
    """Return the entries of a catalogue without its header."""
    return [message for message in catalogue if message.id]


def merged(old, texts, language):
    """Return a catalogue updated to {English text: where it is found}; what changed is fuzzy."""
    template = new(None)
    for text, places in texts.items():
        template.add(text, locations=[(place, None) for place in dict.fromkeys(places)])
    for message in template:
        message.flags.clear()
    merging = new(language)
    for message in entries(old):
        merging[message.id] = message
    merging.update(template, update_header_comment=False)
    result = new(language)
    for text in texts:  # in the order of the course
        message = merging[text]
        message.flags &= {"fuzzy"} if message.string else set()
        result[text] = message
    return result


def translations(name, language):
    """Return {English text: translation} of a catalogue, without what is fuzzy or empty."""
    return {m.id: m.string for m in entries(read(name, language)) if m.string and not m.fuzzy}


def identity(text):
    """Return the short name by which an entry is exported and imported."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def named(name, language):
    """Return an existing catalogue that a command line names."""
    if not path_of(name, language).exists():
        known = ", ".join(catalogue_names(language))
        raise AuthoringError(f"there is no catalogue {name} in {language}; there are: {known}")
    return read(name, language)
