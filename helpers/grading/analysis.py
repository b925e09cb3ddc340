"""What a class did: points, each exercise, the mistakes most made. One page that needs nothing else."""

import html
from collections import Counter, defaultdict

from helpers.grading.report import STYLE

CHART = """
.bars { display: grid; grid-template-columns: max-content 1fr max-content; gap: .2rem .8rem; align-items: center }
.bar { background: #0072B2; height: 1rem; min-width: 1px } figure { margin: 1rem 0 } td { vertical-align: top }
"""


def analysis_page(rows, pairs, facts):
    """Return the item analysis as HTML: `pairs` are similar submissions, `facts` are lines on how it was graded."""
    rows = list(rows)
    graded = [row for row in rows if row["status"] == "graded"]
    parts = [f"<h1>{len(graded)} of {len(rows)} submissions graded</h1>", listing(facts)]
    for notebook in sorted({row["notebook"] for row in graded}):
        own = [row for row in graded if row["notebook"] == notebook]
        parts += [f"<h2>{html.escape(notebook)}</h2>", distribution(own), items(own)]
    parts += [not_graded([row for row in rows if row["status"] != "graded"]), alike(pairs)]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Item analysis</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}{CHART}</style></head><body>\n'
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def distribution(rows):
    """Return the distribution of scores as bars, with its sentence."""
    tenths = Counter(min(9, int(10 * row["earned"] / row["points"])) if row["points"] else 0 for row in rows)
    labels = [f"{10 * i}-{10 * (i + 1)} %" for i in range(10)]
    scores = sorted(row["earned"] for row in rows)
    middle, most = scores[len(scores) // 2], rows[0]["points"]
    said = f"Half of the {len(scores)} learners have {middle:g} points or more, of {most:g}."
    return figure(said, [(label, tenths[i], str(tenths[i])) for i, label in enumerate(labels)])


def items(rows):
    """Return a bar for each exercise, and the mistakes made in it, by name."""
    earned, possible, mistakes = defaultdict(float), {}, defaultdict(Counter)
    for row in rows:
        for r in row["data"]["results"]:
            earned[r["exercise"]] += r["earned"] / len(rows)
            possible[r["exercise"]] = r["points"]
            mistakes[r["exercise"]].update(
                r["mistakes"] or ([unnamed(r)] if r["earned"] < r["points"] else [])
            )
    shares = [(name, earned[name] / (possible[name] or 1)) for name in possible]
    hardest = min(shares, key=lambda pair: pair[1])
    said = f"Mean share of the points of each exercise; `{hardest[0]}` was the hardest."
    lines = "".join(
        f"<tr><td>{html.escape(name)}</td><td>{listing([f'{n} × {m}' for m, n in found.most_common(6)])}</td></tr>"
        for name, found in mistakes.items()
        if found
    )
    table = "<h3>Mistakes most made</h3><table><thead><tr><th>Exercise</th><th>How often, and which</th></tr></thead>"
    return figure(said, [(name, share, f"{share:.0%}") for name, share in shares]) + f"{table}{lines}</table>"


def unnamed(result):
    """Return words for a result that no known mistake explains."""
    for sign in ("not written yet", "not answered yet", "not repaired yet", "not graded"):
        if sign in result["line"]:
            return sign
    return "another mistake"


def figure(said, bars):
    """Return horizontal bars [(label, size, text)] with the sentence that says what they show."""
    largest = max((size for _, size, _ in bars), default=0) or 1
    inner = "".join(
        f'<span>{html.escape(label)}</span><span class="bar" style="width:{100 * size / largest:.1f}%"></span>'
        f"<span>{html.escape(text)}</span>"
        for label, size, text in bars
    )
    return f'<figure><div class="bars">{inner}</div><figcaption>{html.escape(said)}</figcaption></figure>'


def not_graded(rows):
    """Return the submissions that could not be graded, with the reason."""
    if not rows:
        return ""
    return "<h2>Not graded</h2>" + listing(
        [f"{r['place']}: {r['data'].get('error', r['status'])}" for r in rows]
    )


def alike(pairs):
    """Return the most similar pairs."""
    if not pairs:
        return ""
    said = "A high share is a reason to read two notebooks side by side, not a verdict."
    return f"<h2>Similar submissions</h2><p>{said}</p>" + listing(
        [f"{share:.0%}: {a} and {b} ({n} places)" for share, a, b, n in pairs]
    )


def listing(lines):
    """Return lines as an HTML list."""
    return f"<ul>{''.join(f'<li>{html.escape(line)}</li>' for line in lines)}</ul>" if lines else ""
