"""What each catalogue has to contain: the texts of the course, collected from where they are written."""

from helpers.engine.build.sources import read_source
from helpers.engine.course import course
from helpers.engine.translate.blocks import blocks, texts_of_code


def all_texts():
    """Return {name of a catalogue: {English text: where it is found}} for the whole course."""
    return {name: notebook_texts(name) for name in course().source_names()}


def notebook_texts(name):
    """Return {English text: ids of its cells} of the prose and code of a notebook."""
    cells, _ = read_source(name)
    found = {}
    for cell in cells:
        texts = {"prose": blocks, "code": texts_of_code}.get(cell.role, lambda source: [])(cell.source)
        for text in texts:
            if any(character.isalpha() for character in text):
                found.setdefault(text, []).append(cell.id)
    return found
