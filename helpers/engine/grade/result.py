"""The records of grading, the same from the verdict to the gradebook: one for an exercise, one for a notebook."""

from dataclasses import dataclass, field, fields

MOST_REASON = 10_000  # characters
MOST_MISTAKE = 200  # characters of the name of a mistake: a quiz quotes the learner in it
KNOWN = (
    "The cases that agree are the same for everybody: they earn points only together with one that is drawn."
)

SELDOM = (
    "error",
    "sources",
    "facts",
    "comments",
    "days_late",
    "penalty",
    "language",
)  # fields left out if they are empty


class GradingError(Exception):
    """Something that cannot be graded, explained in one sentence."""


@dataclass(frozen=True)
class ExerciseResult:
    """One graded exercise.

    state: right, wrong, unwritten, or "not graded" without a verdict
    line: the verdict in one line
    reason: why points are missing, or a remark
    mistakes: the known mistakes that explain the answer
    """

    exercise: str
    points: int
    earned: float
    passed: int
    cases: int
    state: str
    line: str
    reason: str = ""
    mistakes: tuple = ()

    @property
    def right(self):
        """Whether every point was earned."""
        return self.earned == self.points

    @classmethod
    def from_verdict(cls, exercise, verdict, error="", answered=True):
        """Return the result of an exercise from the plain data of its `Verdict`, or from None without one.

        error: what stopped the learner's cell; without a verdict, why there is none
        answered: whether the verdict is on the learner's answer; if not, it earns nothing
        """
        name, points = exercise.name, exercise.points
        if not verdict:
            return cls(name, points, 0, 0, 1, "not graded", f"{name}: not graded", storable(error))
        known = KNOWN if answered and verdict["passed"] and not verdict["earned"] else ""
        texts = [text for _, text in verdict["details"]]
        return cls(
            exercise=name,
            points=points,
            earned=min(verdict["earned"], points) if answered else 0,
            passed=verdict["passed"],
            cases=verdict["cases"],
            state=verdict["state"],
            line=verdict["line"],
            reason=shortened("\n\n".join(filter(None, [error, verdict.get("remark"), known, *texts]))),
            mistakes=tuple(storable(mistake[:MOST_MISTAKE]) for mistake in verdict["mistakes"]),
        )

    @classmethod
    def from_dict(cls, data):
        """Return the record that `to_dict` wrote."""
        return cls(**{**known(cls, data), "mistakes": tuple(data["mistakes"])})

    def to_dict(self):
        """Return the record as plain data."""
        return {**vars(self), "mistakes": list(self.mistakes)}


@dataclass(frozen=True)
class Grade:
    """One graded notebook, or the reason why it could not be graded.

    notebook: the name of the course notebook, or None if that is unknown
    file: the learner's file
    status: graded, unreadable (because of the file) or failed (because of the grader)
    results: an `ExerciseResult` for every exercise
    sources: the learner's exercise cells by exercise
    facts: what the grading cost, and how it was sealed off
    comments, days_late, penalty: what the teacher added, and the points that are taken off for being late
    language: that of the notebook, in which the learner reads the report; everything else here is in English
    """

    notebook: str = None
    file: str = ""
    status: str = "graded"
    results: tuple = ()
    notes: tuple = ()
    error: str = ""
    sources: dict = field(default_factory=dict)
    facts: dict = field(default_factory=dict)
    comments: tuple = ()
    days_late: int = 0
    penalty: float = 0.0
    language: str = ""

    @property
    def earned(self):
        """The points earned, less the penalty."""
        return round(sum(result.earned for result in self.results) - self.penalty, 2)

    @property
    def points(self):
        """The points possible."""
        return sum(result.points for result in self.results)

    @classmethod
    def from_dict(cls, data):
        """Return the record that `to_dict` wrote."""
        results = tuple(ExerciseResult.from_dict(result) for result in data["results"])
        lists = {"notes": tuple(data["notes"]), "comments": tuple(data.get("comments", ()))}
        return cls(**{**known(cls, data), "results": results, **lists})

    def to_dict(self):
        """Return the record as plain data, with its sums; what is seldom there only if it is."""
        data = {
            **vars(self),
            "results": [result.to_dict() for result in self.results],
            "notes": list(self.notes),
        }
        data |= {"earned": self.earned, "points": self.points, "comments": list(self.comments)}
        return {key: value for key, value in data.items() if value or key not in SELDOM}


def known(record, data):
    """Return the entries of a dict that are fields of a record: a later version may have written more."""
    return {f.name: data[f.name] for f in fields(record) if f.name in data}


def storable(text):
    """Return text that SQLite, JSON and UTF-8 files accept: without null characters and lone surrogates."""
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def shortened(text):
    """Return storable text of limited length."""
    text = storable(text)
    return text if len(text) <= MOST_REASON else f"{text[:MOST_REASON]} ..."
