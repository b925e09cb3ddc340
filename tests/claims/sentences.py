"""Finding the sentences of a source notebook: those with a claim's id, and those that sound empirical without one."""

import re
from dataclasses import dataclass

import jupytext

CLAIM = re.compile(r"<!-- claim: ([\w-]+) -->")
COMMENT = re.compile(r"<!--.*?-->", re.S)
# A sentence that follows from mathematics or from its own definition says so: <!-- derived -->.
EXCUSED = re.compile(r"<!-- (derived|cited) -->")
SENTENCE = re.compile(r"(.+?(?:[.!?][\"*)]*|\Z))((?:\s*<!--.*?-->)*)(?=\s|\Z)", re.S)
NUMBER = re.compile(
    r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundred|thousand|"
    r"million|half|third|quarter|twice|once|times|points|percent|most|few|none)\b",
    re.I,
)
EMPIRICAL = re.compile(
    r"\b(better|worse|best|worst|faster|slower|fastest|slowest|always|never|helps?|hurts?|overfits?|beats?|gains?|"
    r"lowest|highest|larger than|smaller than|at most|at least|nearly|almost|mistakes|mostly|usually|steadily|"
    r"as long|loses?|wins?|every run|of 100|rises?|climbs?|leaps?)\b",
    re.I,
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text cell: the heading above it, its words, and its claims' ids."""

    heading: str
    text: str
    ids: tuple
    excused: bool

    @property
    def sounds_empirical(self):
        """Whether it has a number and a word of comparison or of frequency, and is no question and no task."""
        words = re.sub(r"\$[^$]*\$|`[^`]*`", " ", self.text)
        asks = words.rstrip("* ").endswith("?") or re.match(
            r"\W*(Predict|Exercise|Try|Repeat|Train|Put|Shift)", words
        )
        return bool(not asks and NUMBER.search(words) and EMPIRICAL.search(words))


def sentences(path):
    """Return the `Sentence`s in the text cells of a source notebook; tables, formulas and tasks are left out."""
    found, heading = [], ""
    for cell in jupytext.read(path, fmt="py:percent").cells:
        if cell.cell_type != "markdown":
            continue
        for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )|(?<=\n)(?=\|)", cell.source):
            if named := re.match(r"#+ (.+)", block):
                heading = named.group(1).strip()
            if heading.startswith(("Try it yourself", "Where this comes from")) or block.lstrip().startswith(
                ("|", "#", "$$", "<details", "</details")
            ):
                continue
            found += [
                sentence(heading, "".join(match.groups())) for match in SENTENCE.finditer(block.strip())
            ]
    return found


def sentence(heading, part):
    """Return the `Sentence` of one part of a block, its comments taken out."""
    text = " ".join(COMMENT.sub(" ", part).split()).strip("* ")
    return Sentence(heading, text, tuple(CLAIM.findall(part)), bool(EXCUSED.search(part)))


def claimed(path):
    """Return {id: sentence} of a source notebook, the first sentence where several rest on one claim."""
    return {id: one.text for one in reversed(sentences(path)) for id in one.ids}


def unclaimed(path):
    """Return the sentences that sound empirical, have no claim, and are not excused."""
    return [one for one in sentences(path) if one.sounds_empirical and not one.ids and not one.excused]
