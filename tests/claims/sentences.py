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
    r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundreds?|thousands?|"
    r"millions?|half|third|quarter|twice|once|times|points?|percent|most|few|none)\b",
    re.I,
)
RANKED = re.compile(
    r"\b(better|worse|best|worst|faster|slower|fastest|slowest|always|never|helps?|hurts?|overfits?|beats?|gains?|"
    r"lowest|highest|larger than|smaller than|at most|at least|nearly|almost|mistakes|mostly|usually|steadily|"
    r"as long|as fast|loses?|wins?|every run|of 100|rises?|climbs?|leaps?|sooner|rarely|seldom|hardly|ahead|behind|"
    r"thousands|millions)\b",
    re.I,
)
# What is measured in this course, and what can come out.
MEASURED = re.compile(
    r"\b(costs?|accura(cy|cies|te)|networks?|trainings?|runs|draws?|seeds?|validation|epochs?|"
    r"iterations?|steps|(first|last|hidden|each) layers?|mistakes|overfit\w*|the gap|relu|tanh|sigmoid|adam|momentum|"
    r"rmsprop|descent|dropout|decay|shifts|normalization|standardized|(mini-)?batch(es)?|hidden units?|depth|"
    r"logistic regression|vectorization|"
    r"remed(y|ies)|trousers|shirts)\b",
    re.I,
)
OUTCOME = re.compile(
    r"\b(better|worse|best|worst|faster|slower|fastest|slowest|sooner|earlier|fewer|ahead|behind|no difference|"
    r"(is|are|comes?|came|ends?|ended) last|"
    r"(half|twice|third|tenth|times) (as|of the|the)|(larger|smaller|higher|lower|more|less) (\w+ )?than|matters?|"
    r"(less|more)(?=\W*$)|learns (first|last|nothing)|agree[ds]?|wasted|is over|ends? (at|above|below|near)|"
    r"the (more|larger|smaller|deeper|wider|longer|higher|lower|faster|fewer)\b.*\bthe \w+|always|never|rarely|seldom|"
    r"usually|mostly|hardly|barely|steadily|helps?|helped|hurts?|harms?|overfits?|beats?|beaten|outperform\w*|"
    r"improv(es?|ed)|generaliz\w+|gains?|gained|lower(s|ed)|raise[ds]?|stuck|stall(s|ed)?|converges?d?|diverges?d?|"
    r"climb(s|ed)?|rises?|rose|falls?|fell|drops?|sinks?|sank|shrinks?|shrank|grows?|grew|halves|halved|doubles|doubled|"
    r"wins?|won|loses?|lost|brings?|brought|reach(es|ed)?|learned|recognized|suffices?|enough|turn(s|ed)? around|"
    r"at (most|least))\b",
    re.I,
)
EXACT = re.compile(r"\d\.\d|\d ?%|\b(percent|points)\b")
ASKS = re.compile(r"\W*(Predict|Exercise|Try|Repeat|Train|Put|Shift)\b")
# Such a sentence asks for something, as long as no colon follows after which it may say what comes out.
LOOKS = re.compile(
    r"\W*(Look|Compare|Find|Count|Watch|Move|Choose|Change|Press|Sort|Redo|Draw|Read|Give|Write|Take|Ask|Run|See|Here)\b"
    r"[^:;]*$"
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
        """Whether it says how something measured came out, and is no question and no task.

        It does if it has a number and a word of comparison or of frequency, or if it names something that is measured,
        such as a cost, and an outcome or an exact number.
        """
        words = re.sub(r"\$[^$]*\$|`[^`]*`", " ", self.text)
        if words.rstrip("* ").endswith("?") or ASKS.match(words) or LOOKS.match(words):
            return False
        of_something = MEASURED.search(words) and (OUTCOME.search(words) or EXACT.search(words))
        return bool(of_something or NUMBER.search(words) and RANKED.search(words))


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
    """Return {id: sentence} of a source notebook; of several that rest on one claim, the first that has a number."""
    found = [(id, one.text) for one in reversed(sentences(path)) for id in one.ids]
    return dict(found) | {id: text for id, text in found if NUMBER.search(text)}


def unclaimed(path):
    """Return the sentences that sound empirical, have no claim, and are not excused."""
    return [one for one in sentences(path) if one.sounds_empirical and not one.ids and not one.excused]
