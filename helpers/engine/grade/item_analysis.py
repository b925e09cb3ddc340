"""What a class did: points, each exercise, the mistakes most made. One page that needs nothing else."""

import html
from collections import Counter

from helpers.engine.grade.report import STYLE

CHART = """
.bars { display: grid; grid-template-columns: max-content 1fr max-content; gap: .2rem .8rem; align-items: center }
.bars span:nth-child(3n) { text-align: right } .bar { background: #0072B2; height: 1rem }
figure { margin: 1.5rem 0 } figcaption { margin-bottom: .6rem } td { vertical-align: top } td ul { margin: 0 }
"""
MOST_KINDS = 2000  # different mistakes remembered for one exercise
MOST_LINES = 200  # submissions listed that were not graded


class Analysis:
    """Adds up a gradebook row by row; its size does not grow with the class."""

    def __init__(self):
        self.notebooks, self.states, self.problems = {}, Counter(), []

    def add(self, row):
        """Take in one row of a gradebook."""
        self.states[row["status"]] += 1
        if row["status"] == "graded":
            self.notebooks.setdefault(row["notebook"], Tally()).add(row)
        elif len(self.problems) < MOST_LINES:
            last = row["data"].get("error", row["status"]).strip().splitlines()[-1:]
            self.problems.append(f"{row['place']}: {''.join(last)}")

    def page(self, pairs, facts):
        """Return the item analysis as HTML: `pairs` are similar submissions, `facts` are lines on how it was graded."""
        title = f"{self.states['graded']} of {self.states.total()} submissions graded"
        parts = [f"<h1>{title}</h1>"]
        for notebook, tally in sorted(self.notebooks.items()):
            parts += [f"<h2>{html.escape(notebook)}</h2>", tally.distribution(), tally.items()]
        parts += [self.not_graded(), alike(pairs), section("How it was graded", facts)]
        return (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Item analysis</title>'
            f'<meta name="viewport" content="width=device-width"><style>{STYLE}{CHART}</style></head><body>\n'
            + "\n".join(parts)
            + "\n</body></html>\n"
        )

    def not_graded(self):
        """Return the submissions that could not be graded, with the reason."""
        more = self.states.total() - self.states["graded"] - len(self.problems)
        return section("Not graded", self.problems + ([f"and {more} more, in grades.csv"] if more else []))


class Tally:
    """The sums of one notebook."""

    def __init__(self):
        self.scores, self.points, self.exercises = Counter(), 0, {}

    def add(self, row):
        """Take in one graded row."""
        self.points = row["points"]
        self.scores[row["earned"]] += 1
        for result in row["data"]["results"]:
            kept = {"earned": 0.0, "points": result["points"], "mistakes": Counter()}
            exercise = self.exercises.setdefault(result["exercise"], kept)
            exercise["earned"] += result["earned"]
            exercise["mistakes"].update(mistakes_in(result))
            if len(exercise["mistakes"]) > MOST_KINDS:
                exercise["mistakes"] = Counter(dict(exercise["mistakes"].most_common(MOST_KINDS // 2)))

    def distribution(self):
        """Return the distribution of scores as bars, with its sentence."""
        n, tenths = self.scores.total(), Counter()
        for score, count in self.scores.items():
            tenths[min(9, int(10 * score / (self.points or 1)))] += count
        middle = sorted(self.scores.elements())[n // 2]
        said = (
            "Submissions by their share of the points, and how many. "
            f"At least half of the {n} have {middle:g} points or more, of {self.points:g}."
        )
        bars = [(f"{10 * i} to {10 * (i + 1)} %", tenths[i], str(tenths[i])) for i in range(10)]
        return figure(said, bars, largest=max(tenths.values()))

    def items(self):
        """Return a bar for each exercise, and the mistakes made in it, by name."""
        n = self.scores.total()
        shares = [(name, e["earned"] / n / (e["points"] or 1)) for name, e in self.exercises.items()]
        hardest = min(shares, key=lambda pair: pair[1])[0]
        said = f"Exercises, and the mean share of their points that was earned; {hardest} was the hardest."
        bars = [(name, share, f"{share:.0%}") for name, share in shares]
        return figure(said, bars, largest=1) + self.mistakes()

    def mistakes(self):
        """Return the table of the mistakes most made."""
        head = "<tr><th>Exercise</th><th>How often, and which</th></tr>"
        lines = "".join(
            f"<tr><td>{html.escape(name)}</td><td>{most_made(e['mistakes'])}</td></tr>"
            for name, e in self.exercises.items()
            if e["mistakes"]
        )
        return f"<h3>Mistakes most made</h3><table><thead>{head}</thead><tbody>{lines}</tbody></table>"


def most_made(mistakes):
    """Return the most frequent mistakes with their numbers, as a list."""
    return listing([f"{n} × {name}" for name, n in mistakes.most_common(6)])


def mistakes_in(result):
    """Return the mistakes of one result by name, or in words where no known one explains it; none when it is right."""
    if result["earned"] >= result["points"]:
        return []
    for sign in ("not written yet", "not answered yet", "not repaired yet", "not graded"):
        if sign in result["line"]:
            return [sign]
    return result["mistakes"] or ["another mistake"]


def figure(said, bars, largest):
    """Return horizontal bars [(label, size, text)] with the sentence that says what they show."""
    inner = "".join(
        f'<span>{html.escape(label)}</span><span class="bar" style="width:{100 * size / (largest or 1):.1f}%"></span>'
        f"<span>{html.escape(text)}</span>"
        for label, size, text in bars
    )
    return f'<figure><figcaption>{html.escape(said)}</figcaption><div class="bars">{inner}</div></figure>'


def alike(pairs):
    """Return the most similar pairs."""
    said = "<p>A high share is a reason to read two notebooks side by side, not a verdict.</p>"
    lines = [f"{share:.0%}: {a} and {b} ({n} places)" for share, a, b, n in pairs]
    return section("Similar submissions", lines, said)


def section(title, lines, said=""):
    """Return a heading with a list below it, or nothing where the list is empty."""
    return f"<h2>{title}</h2>{said}{listing(lines)}" if lines else ""


def listing(lines):
    """Return lines as an HTML list."""
    return f"<ul>{''.join(f'<li>{html.escape(line)}</li>' for line in lines)}</ul>" if lines else ""
