"""Where and why a wrong answer goes wrong, when no known mistake names it.

`explain` puts one thing of the learner's function otherwise, small slip after small slip (`families`), or puts values
of the course's function in the place of the learner's, and runs the cases again. What makes every case agree is the
mistake, and everything else is right. Further facts come from calling again with other arguments (`probe_arguments`).
Nothing is said that was not seen in these runs, and nothing of the course's source is shown.
"""

import ast
import contextlib
import io
import time
import warnings
from dataclasses import dataclass
from functools import cache

import numpy as np

from helpers.engine.check import probe_arguments as probes
from helpers.engine.check.compare import LAYERED, compare, layers
from helpers.engine.check.diagnosis import SEED, right_values
from helpers.engine.check.families import Change, changes, rewritings
from helpers.engine.check.finding_words import CHANGES, CONFIRMED, FACTS
from helpers.engine.check.formatting import show
from helpers.engine.check.judge import judge
from helpers.engine.check.plain_data import made
from helpers.engine.check.run import run
from helpers.engine.check.solution_source import course_function
from helpers.engine.check.trace import Observer, alike, program_of, snapshot

BUDGET = 0.8  # seconds of processor time for one explanation
MOST_PARTIAL = 30  # changes that made something right and are looked at again
ONE_CALL = 0.25  # seconds for one call in it


@dataclass(frozen=True)
class Finding:
    """One thing that was found out. `complete` is whether everything else was seen to be right; `line` may be None."""

    kind: str
    sentence: str
    line: int = None
    complete: bool = False


def DEBUG(error):
    import traceback, os

    if os.environ.get("LD"):
        open("/tmp/locate_err.txt", "a").write("".join(traceback.format_exception(error))[-700:] + "\n====\n")


class OutOfTime(Exception):
    """Raised when the budget is spent."""


ORDER = (
    "right value",
    "right part",
    *CHANGES,
    "own numbers",
    "random",
    "constant",
    "never used",
    "ignored",
    "exchanged",
    "another count",
    "another sign",
    "outside data",
    "changed",
    "place",
    "place in shape",
    "first difference",
    "first difference in shape",
    "agrees so far",
    "only where",
)


def unique(findings):
    """Return findings without those that say the same again."""
    return list({f.sentence: f for f in reversed(findings)}.values())[::-1]


class Search:
    """The experiments with one answer. Whatever is found is yielded at once; the budget may end it at any time."""

    def __init__(self, exercise, function, results, budget):
        self.exercise, self.function, self.results = exercise, function, results
        self.until = time.process_time() + budget
        self.until_wall = time.perf_counter() + 2 * budget
        self.expected = right_values(exercise, SEED)[1]
        self.failing = [i for i, r in enumerate(results) if not r.right and not r.outcome.late]
        self.args = [{n: made(v) for n, v in r.case.args.items()} for r in results]
        self.program = program_of(function)
        self.partial, self.notes = [], []

    def findings(self):
        """Return what is found: facts from outside first, then the first search inside that finds something."""
        found = []
        for look in (self.outside_facts, self.dependence, self.resemblance):
            self.collect(found, look)
        if self.program is None or not self.failing or not self.watch():
            return found
        for look in (
            self.right_values_inside,
            self.changes,
            self.rewritings,
            self.places,
            self.partly,
            self.trace,
        ):
            if self.collect(found, look, 1) and look != self.partly:
                break
        return found

    def collect(self, found, look, most=99):
        """Put what a search yields into a list, until time is up; return whether it found anything."""
        before = len(found)
        try:
            for finding in look():
                found.append(finding)
                if len(found) - before >= most:
                    break
        except (
            Exception
        ) as error:  # this search cannot be made here, or time is up: others may find something
            DEBUG(error)
        return len(found) > before

    # ------------------------------------------------------------------------------------------------ experiments

    def spend(self):
        """Raise OutOfTime when the budget is spent."""
        if time.process_time() > self.until or time.perf_counter() > self.until_wall:
            raise OutOfTime

    def judged(self, index, function):
        """Return the `Judged` case of a function."""
        self.spend()
        case = self.results[index].case
        outcome = run(function, case, ONE_CALL, self.exercise.probe)
        return judge(self.exercise, case, outcome, self.expected[index])

    def watch(self):
        """Run the observed function on every case, noting values; return whether it does what the learner's does."""
        self.observer = Observer()
        self.observed = self.program.observed(self.observer)
        self.notes = []
        for index, result in enumerate(self.results):
            self.observer.set()
            self.notes.append(self.observer.start())
            again = self.judged(index, self.observed)
            self.observer.notes = None
            if again.right != result.right or again.outcome.raised and not result.outcome.raised:
                return False
        return True

    def with_change(self, change, index):
        """Return the `Judged` case with a change."""
        if change.function is not None:
            return self.judged(index, change.function)
        self.observer.set(**change.settings(self.args[index]))
        return self.judged(index, self.observed)

    def cures(self, change):
        """Return whether a change makes every case right; remember it where it makes something right."""
        first, *others = self.failing
        judged = self.with_change(change, first)
        if not judged.right:
            if self.gained(judged, first):
                self.partial.append(change)
            return False
        passing = [i for i, r in enumerate(self.results) if r.right]
        for index in (*others, *passing):
            if not self.with_change(change, index).right:
                self.partial.append(change)
                return False
        return True

    def gained(self, judged, index):
        """Return whether a part of the result is right that was wrong, and none the other way round."""
        before, after = (
            parts_right(self.results[index].expected, j.outcome) for j in (self.results[index], judged)
        )
        return bool(after) and (
            not before or all(a >= b for a, b in zip(after, before, strict=True)) and after != before
        )

    # --------------------------------------------------------------------------------------------------- findings

    def outside_facts(self):
        """Yield what is seen in the results and in the names that the function reads."""
        if (value := probes.constant(self.results)) is not None:
            yield fact("constant", value=show(value[0]))
        if spoiled := probes.changed(self.exercise, self.results):
            yield fact("changed", names=listed(spoiled))
        if where := probes.only_where(self.results):
            yield fact("only where", where=where)
        if self.program is None:
            return
        generators = [n for n, v in self.results[0].case.args.items() if probes.kind_of(v) == "generator"]
        if generators and (own := probes.own_numbers(self.program, generators[0])):
            yield fact("own numbers", own[0], text=own[1], name=generators[0])
        if outside := probes.outside_data(self.program):
            yield fact("outside data", outside[1], name=outside[0])

    def dependence(self):
        """Yield the arguments on which the result does not depend."""
        if probes.is_random(self.exercise, self.function, self.results):
            yield fact("random")
            return
        missing = probes.ignored(self.exercise, self.function, self.results)
        unread = probes.never_used(self.program, missing) if self.program is not None else []
        if unread:
            verb, it = (" is", "it") if len(unread) == 1 else (" are", "them")
            yield fact("never used", names=listed(unread) + verb, it=it)
        if other := [n for n in missing if n not in unread]:
            yield fact("ignored", names=listed(other))

    def resemblance(self):
        """Yield what the course's function would have to be called with to give these results."""
        for kind, words in probes.called_otherwise(self.exercise, self.results):
            yield fact(kind, **words)

    def right_values_inside(self):
        """Yield where the value that is asked for is there, and another is returned."""
        wanted = [("right value", None, [r.expected for r in self.results])]
        names = self.exercise.returns if isinstance(self.exercise.returns, tuple) else ()
        for i, name in enumerate(names):
            if isinstance(name, str) and all(isinstance(r.expected, tuple) for r in self.results):
                wrong = [k for k in self.failing if not part_right(self.results[k], i)]
                if wrong:
                    wanted.append(("right part", name, [r.expected[i] for r in self.results]))
        if self.exercise.judge is not None:
            return
        for kind, name, values in wanted:
            for part in self.observer.parts:
                if part.text in self.args[0]:
                    continue
                if self.everywhere(part.number, values) and not (
                    part.role == "root" and part.target == "return" and not name
                ):
                    yield fact(kind, part.line, True, text=short(part.text), part=name)
                    return

    def everywhere(self, key, values):
        """Return whether the last value of a part is the given one in every case, exactly in its form."""
        for notes, value in zip(self.notes, values, strict=True):
            series = notes.series.get(key)
            if not series or not alike(series[-1], plain_parts(value)):
                return False
        return True

    def changes(self):
        """Yield the first small change that makes every case right."""
        notes = self.notes[self.failing[0]]
        for other in self.notes:
            if len(other.series) > len(notes.series):
                notes = other
        names = {n: probes.kind_of(v) for n, v in self.results[0].case.args.items()}
        proposed = changes(self.observer, notes, names)
        for change in (*proposed, *together(self.observer, proposed)):
            if self.cures(change):
                yield self.told(change, "all")

    def rewritings(self):
        """Yield the first change of whole statements that makes every case right."""
        names = {n: probes.kind_of(v) for n, v in self.results[0].case.args.items()}
        for change in rewritings(self.program, names):
            if change.function is not None and self.cures(change):
                yield self.told(change, "all")

    def places(self):
        """Yield the innermost part with which, were it worth what the course has at that place, all is right."""
        ways = sorted(self.ways(), key=lambda way: -depth(self.observer.parts, way[0]))
        for part, values in ways:
            if self.cures(self.replacing(part, values)):
                yield self.told(self.replacing(part, values), "all")
                return

    def ways(self):
        """Yield (part, the course's values for it in each case) that might be tried."""
        wanted = [plain_parts(r.expected) for r in self.results]
        pool = pool_of(self.exercise)
        for part in self.observer.parts:
            for series in pool:
                if self.fits(part, series, wanted):
                    yield part, series

    def fits(self, part, series, wanted):
        """Return whether the values of a series could stand for a part, and are neither its own nor the answer."""
        differs = False
        answer = True
        for index, (notes, values) in enumerate(zip(self.notes, series, strict=True)):
            own = notes.series.get(part.number)
            if own is None or values is None:
                continue
            if len(values) not in (1, len(own)) or own[0] is ... or values[0] is ...:
                return False
            if isinstance(own[0], tuple | list) != isinstance(values[0], tuple | list):
                return False
            answer = answer and alike(values[-1], wanted[index])
            differs = differs or not alike(own[-1], values[-1])
        return differs and not answer

    def replacing(self, part, series):
        """Return the change that puts the values of a series in the place of a part."""
        position = {id(args): i for i, args in enumerate(self.args)}

        def settings(args):
            values = list(series[position[id(args)]] or [])
            if not values:
                return {}
            single = values[0] if len(values) == 1 else None
            feed = iter(values)
            return {"values": {part.number: lambda v: made(single if single is not None else next(feed, v))}}

        return Change("place", part.line, {"part": part, "series": series}, settings)

    def told(self, change, confirmed, **more):
        """Return the finding that says what a change is, and what it was seen to do."""
        n, line = len(self.results), change.line
        if change.kind == "place":
            part, series = change.words["part"], change.words["series"]
            kind, words = self.difference(part, series)
            sentence = FACTS[kind].format(line=line, text=short(part.text), **words)
        else:
            words = {k: short(v) if isinstance(v, str) else v for k, v in change.words.items()}
            words["counted"] = "columns" if change.words.get("axis") == 1 else "rows"
            kind, sentence = change.kind, CHANGES[change.kind].format(line=line, **words)
        end = CONFIRMED[confirmed].format(n=n, **more)
        return Finding(kind, f"{sentence} {end}", line, confirmed == "all")

    def difference(self, part, series):
        """Return (kind, words) for the first value of a part that is not the one of a series."""
        for index in (*self.failing, *range(len(self.results))):
            own = self.notes[index].series.get(part.number)
            if own and series[index] is not None:
                wanted = series[index] if len(series[index]) == len(own) else list(series[index]) * len(own)
                pair = next(((a, e) for a, e in zip(own, wanted, strict=True) if not alike(a, e)), None)
                if pair:
                    return pair_in_words("place", *pair, self.results[index].case.note)
        raise LookupError(part.text)

    def partly(self):
        """Yield the change that makes the most right, where none makes everything right."""
        best, most = None, (0, 0)
        for change in self.partial[:MOST_PARTIAL]:
            judged = [self.with_change(change, i) for i in range(len(self.results))]
            if any(r.right and not j.right for r, j in zip(self.results, judged, strict=True)):
                continue
            cured = [j for r, j in zip(self.results, judged, strict=True) if j.right and not r.right]
            parts = self.cured_parts(judged)
            size = len(parts), sum(map(is_telling, cured))
            if size > most:
                best, most = (change, judged, parts), size
        if best is None:
            return
        change, judged, parts = best
        right, before = (sum(j.right for j in some) for some in (judged, self.results))
        if parts:
            yield self.told(change, "parts", parts=listed(parts))
        elif most[1] >= 2:
            yield self.told(change, "cases", k=right, before=before)

    def cured_parts(self, judged):
        """Return the names of the parts that are wrong without a change and right in every case with it."""
        cured, names = None, part_names(self.exercise, self.results[0].expected)
        for before, after in zip(self.results, judged, strict=True):
            if before.right:
                continue
            old, new = (parts_right(before.expected, j.outcome) for j in (before, after))
            if not new or len(new) > len(names) or any(o and not n for o, n in zip(old, new, strict=False)):
                return []
            gained = {i for i, n in enumerate(new) if n and not (old and old[i])}
            right = {i for i, n in enumerate(new) if n}
            cured = (
                gained
                if cured is None
                else {i for i in cured | gained if i in right and (i in cured or i in gained)}
            )
            cured &= right
        return [names[i] for i in sorted(cured or ())]

    def trace(self):
        """Yield the first variable that differs from the course's of the same name, or what agrees so far."""
        observer, noted = course_notes(self.exercise)
        if not noted:
            return
        agreeing, pool = [], {mark(series) for series in pool_of(self.exercise)}
        order = dict.fromkeys(k for notes in self.notes for k in notes.series if isinstance(k, str))
        for name in order:
            if name in self.args[0]:
                continue
            found = self.compared(name, noted)
            if found is True or mark([notes.series.get(name) for notes in self.notes]) in pool:
                agreeing.append(name)
            elif found and agreeing:
                index, actual, expected = found
                yield self.first_difference(agreeing, name, index, actual, expected)
                return
        yield from self.agreeing_part(pool)

    def compared(self, name, noted):
        """Return True where a variable agrees with the course's, (case, actual, expected) where not, or None."""
        pairs = [
            (i, m.series.get(name), t.series.get(name))
            for i, (m, t) in enumerate(zip(self.notes, noted, strict=True))
        ]
        pairs = [(i, m, t) for i, m, t in pairs if m and t]
        if not pairs or any(len(m) != len(t) for _, m, t in pairs):
            return None
        for i, m, t in pairs:
            for actual, expected in zip(m, t, strict=True):
                if actual is ... or expected is ...:
                    return None
                if not alike(actual, expected):
                    return i, actual, expected
        return True

    def first_difference(self, agreeing, name, index, actual, expected):
        """Return the finding that names the variables that agree and the first that does not."""
        verb = " agrees" if len(agreeing) == 1 else " agree"
        kind, words = pair_in_words("first difference", actual, expected, self.results[index].case.note)
        return fact(
            kind, self.notes[index].lines[name][0], agreeing=listed(agreeing) + verb, name=name, **words
        )

    def agreeing_part(self, pool):
        """Yield the largest part whose values are those of a part of the course's function."""
        inputs = {mark([[snapshot(args.get(name))] for args in self.args]) for name in self.args[0]}
        best = None
        for part in self.observer.parts:
            if not isinstance(part.node, ast.BinOp | ast.Call | ast.Compare | ast.UnaryOp):
                continue
            series = [notes.series.get(part.number) for notes in self.notes]
            if (
                any(series[i] is None for i in self.failing)
                or not is_varied(series)
                or mark(series) in inputs
            ):
                continue
            if mark(series) in pool and (best is None or len(part.text) >= len(best.text)):
                best = part
        if best is not None:
            yield fact("agrees so far", best.line, text=short(best.text))


@cache
def course_notes(exercise):
    """Return the `Notes` of the course's function on every case, functions that it calls included."""
    function = course_function(exercise)
    program, observer, noted = program_of(function), Observer(), []
    if program is None:
        return observer, []
    observed = program.observed(observer, function.__module__.partition(".")[0])
    for case in right_values(exercise, SEED)[0]:
        observer.set()
        noted.append(observer.start())
        run(observed, case, 5.0, exercise.probe)
        observer.notes = None
    return observer, noted


@cache
def pool_of(exercise):
    """Return the different series of values that the course's function computes: for each case a list, or None."""
    _, noted = course_notes(exercise)
    pool, seen = [], set()
    for key in dict.fromkeys(k for notes in noted for k in notes.series):
        series = [notes.series.get(key) for notes in noted]
        if mark(series) not in seen and any(s is not None and s[0] is not ... for s in series):
            seen.add(mark(series))
            pool.append(series)
    return pool


def mark(series):
    """Return text that is the same for the same values in every case."""
    return str([None if s is None else [rounded(v) for v in s] for s in series])


def is_varied(series):
    """Return whether the values are numbers or arrays that are not the same small number in every case."""
    last = [s[-1] for s in series if s]
    if any(v is ... or isinstance(v, tuple | list) for v in last):
        return False
    return any(np.size(v) > 1 for v in last) or any(
        isinstance(v, float | np.floating) and v % 1 for v in last
    )


def is_telling(judged):
    """Return whether a case can hardly be right by chance: a number in it is not whole."""
    values = judged.expected if isinstance(judged.expected, tuple | list) else [judged.expected]
    flat = [v for value in values for v in (value if isinstance(value, tuple | list) else [value])]
    return any(isinstance(v, float | np.ndarray) and np.any(np.asarray(v) % 1 != 0) for v in flat)


def part_names(exercise, expected):
    """Return the names of the parts of a result, or none."""
    if isinstance(exercise.returns, tuple):
        return exercise.returns if all(isinstance(name, str) for name in exercise.returns) else ()
    if isinstance(expected, list) and exercise.returns in LAYERED:
        return tuple(
            n
            for name in layers(exercise.returns, len(expected))
            for n in ([name] if isinstance(name, str) else name)
        )
    return ()


def rounded(value):
    """Return a value as text by which the same values are found."""
    if isinstance(value, tuple | list):
        return [rounded(v) for v in value]
    if isinstance(value, np.ndarray):
        return value.shape, [f"{v:.9g}" for v in value.ravel().tolist()[:50]]
    return value if value is ... else f"{value:.9g}"


def together(observer, proposed):
    """Yield changes made in all places of the same text at once."""
    places, groups = {}, {}
    for part in observer.parts:
        places.setdefault(part.text, []).append(part.number)
    for change in proposed:
        text = change.words.get("text", "")
        if len(places.get(text, ())) > 1:
            key = (change.kind, text, *sorted((k, str(v)) for k, v in change.words.items()))
            groups.setdefault(key, []).append(change)
    for group in groups.values():
        if len(group) > 1:

            def settings(args, group=group):
                merged = {}
                for change in group:
                    for kind, values in change.settings(args).items():
                        merged.setdefault(kind, {}).update(values)
                return merged

            yield Change(group[0].kind, group[0].line, group[0].words, settings)


def fact(kind, line=None, complete=False, **words):
    """Return the finding that says a fact."""
    return Finding(kind, FACTS[kind].format(line=line, **words), line, complete)


def pair_in_words(kind, actual, expected, note):
    """Return (kind of sentence, its words) for two values that differ."""
    if isinstance(actual, tuple | list) or np.shape(actual) == np.shape(expected):
        return kind, {"actual": show(actual), "expected": show(expected), "case": note}
    return f"{kind} in shape", {"actual": shape_of(actual), "expected": shape_of(expected), "case": note}


def shape_of(value):
    """Return the shape of a value in words."""
    return f"{np.shape(value)}" if np.shape(value) else "that of a number"


def depth(parts, part):
    """Return in how many parts a part stands."""
    steps = 0
    while part.parent is not None:
        part, steps = parts[part.parent], steps + 1
    return steps


def parts_right(expected, outcome):
    """Return for every number or array of an expected value whether it agrees, or () where the form is another."""
    actual = outcome.value
    if outcome.raised or outcome.late:
        return ()
    if isinstance(expected, tuple | list):
        if not isinstance(actual, tuple | list) or len(actual) != len(expected):
            return ()
        found = []
        for e, a in zip(expected, actual, strict=True):
            inner = leaves(e, a)
            found += inner
        return tuple(found)
    return (compare(expected, actual) is None,)


def leaves(expected, actual):
    """Return for every number or array in a part whether it agrees."""
    if isinstance(expected, tuple | list) and expected and not isinstance(expected[0], int | float):
        if not isinstance(actual, tuple | list) or len(actual) != len(expected):
            return [False] * len(expected)
        return [leaf for e, a in zip(expected, actual, strict=True) for leaf in leaves(e, a)]
    return [compare(expected, actual) is None]


def part_right(judged, i):
    """Return whether one part of a returned tuple agrees."""
    actual = judged.outcome.value
    if not isinstance(actual, tuple | list) or i >= len(actual):
        return False
    return compare(judged.expected[i], actual[i]) is None


def plain_parts(value):
    """Return a plain value in the form in which values are noted."""
    return value


def listed(names):
    """Return names as words: `a`, `b` and `c`."""
    quoted = [f"`{n}`" for n in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def short(text, most=60):
    """Return a text in one line, shortened."""
    text = " ".join(str(text).split())
    return text if len(text) <= most else text[: most - 1] + "…"
