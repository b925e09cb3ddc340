"""What a learner reads after a check: one line if the answer is right, else why it is wrong and the smallest case."""

from dataclasses import replace

from helpers.engine.check import words
from helpers.engine.check.diagnosis import UNWRITTEN, drawn_anew
from helpers.engine.check.explanations import also_changed, error_paragraphs, is_vague, said_of_case
from helpers.engine.check.plain_data import only_number
from helpers.engine.check.smallest_case import SIZES, case_text, folded, has_results, without_spaces
from helpers.engine.check.verdict import Verdict, below_each_other

BESIDE = (
    "first count",
    "agrees so far",
    "names agree so far",
    "one name agrees so far",
    "only where",
)  # findings that are told only where there is no other
MOST_PRINTED, MOST_LINES_PRINTED = 400, 5  # characters and lines of the learner's own output
FEW_LINES = 12  # of a verdict as text, if the data of the case can be shortened so far


def verdict_from(exercise, results, mistakes=(), findings=(), brief=False, changed=False):
    """Return the `Verdict` on judged cases, given the known mistakes that explain them, or what else was found.

    `brief` leaves out the paragraphs that show the smallest case, which take most of the time. `changed` is whether
    a bug clinic's function was changed, where it still makes all its mistakes.
    """
    failing = [r for r in results if not r.right]
    failing = failing if mistakes else without_chance(failing)
    if not failing:
        return right(exercise, results, mistakes)
    if all(r.complaint == UNWRITTEN for r in results):
        return unwritten(exercise, len(results))
    if still_broken(exercise, mistakes):
        return unrepaired(exercise, results, failing, findings, changed)
    if brief:
        return bare_wrong(exercise, results, failing, mistakes, findings)
    return wrong(exercise, results, failing, mistakes, findings)


def without_chance(failing):
    """Return judged cases such that "nearly right" is said of one only if it may be said of all."""
    nearly = (words.NEARLY, words.NEARLY_UP_TO)
    if all(r.outcome.raised or words.is_made_from(r.complaint, *nearly) for r in failing):
        return failing
    where = [[words.field_of(r.complaint, template, "where") for template in nearly] for r in failing]
    where = [next(filter(None, found), None) for found in where]
    return [
        replace(r, complaint=words.DIFFERS.format(where=part)) if part else r
        for r, part in zip(failing, where, strict=True)
    ]


def still_broken(exercise, mistakes):
    """Return whether the mistakes that explain an answer are those of the function that a bug clinic hands out."""
    return bool(exercise.broken) and {m.name for m in mistakes} == set(exercise.broken)


def right(exercise, results, known=()):
    """Return the verdict on an answer that is right in all cases, with a remark if NumPy warned."""
    n = len(results)
    line = words.AGREE.format(name=exercise.name, passed=n, n=n)
    remark = next((r.remark for r in results if r.remark), "")
    if remark and known:
        one_or_both = (words.WARNED_BECAUSE, words.WARNED_BECAUSE_BOTH)
        remark = one_or_both[len(known) > 1].format(
            name=known[0].name, other=known[-1].name, why=whys_of(known)
        )
    return Verdict(exercise.name, "right", n, n, exercise.points, line, remark=remark)


def unwritten(exercise, n):
    """Return the verdict on an exercise that the learner has not begun."""
    name = exercise.name
    line, advice = words.UNWRITTEN_LINE.format(name=name), words.NEXT_UNWRITTEN.format(name=name)
    return Verdict(name, "unwritten", 0, n, exercise.points, line, advice=advice)


def unrepaired(exercise, results, failing, findings, changed):
    """Return the verdict on a bug clinic's function that still makes the mistakes that it was handed out with."""
    name, n, passed = exercise.name, len(results), len(results) - len(failing)
    line = words.UNREPAIRED_LINE.format(name=name, passed=passed, n=n)
    verdict = Verdict(name, "unwritten", 0, n, exercise.points, line)
    first = failing[0]
    aside = first.outcome.changed and not first.outcome.raised and not has_results(first)
    advice = words.NEXT_UNREPAIRED_ASIDE if aside else words.NEXT_UNREPAIRED
    told = told_of(findings) if changed else []
    reasons = [("text", words.STILL_AS_BEFORE)] if changed else []
    reasons += [paragraph for finding in told for paragraph in finding.paragraphs]
    return fitted(verdict, exercise, first, below_each_other(reasons), told=told, after=[("text", advice)])


def wrong(exercise, results, failing, mistakes, findings):
    """Return the verdict on a wrong answer: why it is wrong, then the smallest failing case."""
    first = failing[0]  # cases come from small to large
    telling, told = [f for f in findings if f.kind not in BESIDE], told_of(findings)
    located = mistakes and any(f.complete for f in told)  # more precise than the name
    reasons = [("text", reason(results, mistakes))] if mistakes and not located else []
    reasons += [paragraph for finding in told for paragraph in finding.paragraphs]
    complaint = ""
    if first.outcome.raised:
        reasons += error_paragraphs(first, explained=bool(mistakes) or any(f.complete for f in told))
    elif not reasons:
        reasons, complaint = said_of_case(exercise, results, failing)
    elif not (mistakes or is_vague(first.complaint) or is_explained(first, telling)):
        complaint = first.complaint
    if not (mistakes or telling or of_form(first)):
        reasons += [paragraph for finding in findings[:1] for paragraph in finding.paragraphs]
    if also := also_changed(exercise, first, mistakes, told):
        reasons.append(("text", also))
    verdict = bare_wrong(exercise, results, failing, mistakes, findings)
    return fitted(verdict, exercise, first, below_each_other(reasons), complaint, told)


def told_of(findings):
    """Return the findings that are told: the best one if it explains everything, else two."""
    telling = [f for f in findings if f.kind not in BESIDE]
    return telling[: 1 if telling and telling[0].complete else 2]


def of_form(judged):
    """Return whether the result has another form than the one asked for: then nothing else need be looked at first."""
    return not judged.outcome.raised and words.is_made_from(judged.complaint, *words.ABOUT_FORM)


def bare_wrong(exercise, results, failing, mistakes, findings):
    """Return the verdict on a wrong answer without its paragraphs."""
    name, n, passed = exercise.name, len(results), len(results) - len(failing)
    return Verdict(
        name=name,
        state="wrong",
        passed=passed,
        cases=n,
        points=exercise.points,
        line=words.AGREE.format(name=name, passed=passed, n=n),
        mistakes=tuple(m.name for m in mistakes),
        advice=words.NEXT_WRONG.format(name=name),
        found=tuple(f.kind for f in findings),
        known=passed > 0 and agree_beforehand([r.right for r in results], drawn_anew(exercise)),
    )


def agree_beforehand(right, drawn):
    """Return whether no case is right that is drawn anew, where there are any."""
    return any(drawn) and not any(r and d for r, d in zip(right, drawn, strict=False))


def is_explained(judged, telling):
    """Return whether a complaint about numbers adds nothing: the mistake was found."""
    return telling[0].complete and words.is_made_from(judged.complaint, *words.ABOUT_NUMBERS)


def reason(results, mistakes):
    """Return the paragraph that names one mistake or two, and says why they are some."""
    names, both = {"name": clause(mistakes[0].name), "other": clause(mistakes[-1].name)}, len(mistakes) > 1
    template = (words.LOOKS_AS_IF, words.LOOKS_AS_IF_BOTH)[both]
    # A result that is the same everywhere says little about its cause.
    raised = any(r.outcome.raised for r in results)  # an error says more
    value = None if raised else only_number([r.expected for r in results], [r.outcome.value for r in results])
    if value is not None:
        template, names["value"] = (words.ALL_THE_SAME, words.ALL_THE_SAME_BOTH)[both], f"{value:.6g}"
    return f"{template.format(**names)} {whys_of(mistakes)}".rstrip()


def clause(name):
    """Return the name of a mistake as a part of a sentence; one such as "`dW`: not divided by m" is none yet."""
    return words.A_MISTAKE_IN.format(name=name) if name.startswith("`") and "`: " in name else name


def whys_of(mistakes):
    """Return why these are mistakes, each reason once."""
    return " ".join(dict.fromkeys(m.why for m in mistakes))


def fitted(verdict, exercise, judged, reasons, complaint="", told=(), after=()):
    """Return a verdict with its paragraphs, the data of the case shortened so far that it has few lines.

    `told` are the findings among the reasons: the values in them are not shown again.
    """
    told = [(f.pair[0], *map(without_spaces, f.pair[1:])) for f in told if f.pair]
    heading = " ".join(filter(None, (words.SMALLEST.format(note=judged.case.note), complaint)))
    printed = printed_paragraphs(judged.outcome.printed)
    for size in SIZES:
        text = case_text(exercise, judged, size, told)
        case = [("text", heading), ("values", text)]
        if str(replace(verdict, details=(*reasons, *case, *after, *printed))).count("\n") < FEW_LINES:
            break
    return replace(verdict, details=(*reasons, *case, *folded(judged, text), *after, *printed))


def printed_paragraphs(printed):
    """Return the paragraphs that show the last lines of what the learner's function printed."""
    lines = printed[-MOST_PRINTED:].rstrip().splitlines()[-MOST_LINES_PRINTED:]
    return [("text", words.PRINTED), ("values", "\n".join(lines))] if lines else []
