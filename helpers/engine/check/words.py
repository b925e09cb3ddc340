"""The sentences of a check: whole ones, with names for what varies, so that they can be read and translated.

Those about where a mistake is are in `locate.words`, those about errors of Python and NumPy in `error_help` and
`error_meanings`. Nothing reads the words of a sentence, only which template it is made from: `is_made_from`.
"""

import re
from functools import cache
from string import Formatter


def is_made_from(sentence, *templates):
    """Return whether a sentence is one of some templates, filled in."""
    return any(pattern_of(template).fullmatch(sentence) for template in templates)


def field_of(sentence, template, name):
    """Return what fills a field of a template in a sentence, or None if the sentence is not made from it."""
    found = pattern_of(template).fullmatch(sentence)
    return found and found[name]


@cache
def pattern_of(template):
    """Return the pattern of the sentences that a template makes, with its fields as groups."""
    pattern, seen = "", set()
    for text, field, *_ in Formatter().parse(template):
        pattern += re.escape(text)
        if field is not None:
            pattern += f"(?P<{field}>.+)" if field.isidentifier() and field not in seen else ".+"
            seen.add(field)
    return re.compile(pattern, re.S)


def listed(names):
    """Return quoted names in a row: `a`, `b` and `c`."""
    *before, last = [f"`{name}`" for name in names]
    return AND.format(before=", ".join(before), last=last) if before else last


AND = "{before} and {last}"

# The first line.
AGREE = "{name}: {passed} of {n} cases agree"
UNWRITTEN_LINE = "{name}: not written yet"
STUB = "{name} is not written yet"  # what an empty exercise raises
UNREPAIRED_LINE = "{name}: not repaired yet, {passed} of {n} cases agree"
QUIZ_LINE = "{name}: {passed} of {n} answers agree"
QUIZ_UNANSWERED_LINE = "{name}: not answered yet"

# What to do next.
NEXT_UNWRITTEN = "The cells below use the course's `{name}` for now. hint({name}) gives a first idea."
NEXT_WRONG = "The cells below use the course's `{name}` for now. Try hint({name}), then check again."
NEXT_UNREPAIRED = "What must change in the function so that the two values agree?"
STILL_AS_BEFORE = "The function has been changed, and its results are still those from before the change."
NEXT_UNREPAIRED_ASIDE = (
    "The result is right. Is what was handed in still what it was? What must change in the function?"
)
NEXT_QUIZ = "Replace each `...` with your answer. hint({name}) gives a first idea."
QUIZ_BLANK = "Not answered yet: {items}."

# Labels of data.
HINT_LINE = "{name}, hint {number} of {n}"
WHOLE_CASE = "The whole case"
EXPECTED = "expected {part}"
YOURS = "yours {part}"
WITH_SHAPE = "{text}  shape {shape}"
WITH_SHAPES = "{text}  shapes {shapes}"
LEFT_OUT = "… {n} more …"
TRACE_LINE = "  line {line} of {function}: {text}"

# Why an answer is wrong.
A_MISTAKE_IN = "there is a mistake in {name}"  # where a name says first in which part of the result it is
LOOKS_AS_IF = "It looks as if {name}."
LOOKS_AS_IF_BOTH = "It looks as if {name}; and {other}."
ALL_THE_SAME = "Every number that it returns is {value}. One possible reason: {name}."
ALL_THE_SAME_BOTH = "Every number that it returns is {value}. One possible reason: {name}; and {other}."
SECOND_MISTAKE = "there is a second mistake"
SMALLEST = "The smallest failing case: {note}."
NO_ASSERT = "`raise` stops it too, but the docstring asks for an `assert`, whose error is an AssertionError."
LARGER = "In the case “{note}”: {complaint}"
PRINTED = "It printed:"
ALSO_CHANGED = "The call also changes the caller's {names}: work on a copy."
ALSO_CHANGED_IN_PLACE = "The call also changes the caller's {names}. That has to stay as it is."
WRONG_SIGN_IN_ALL = "In every case {subject} has the wrong sign."
SAME_FACTOR = "In every case {subject} is {factor:.6g} times the expected one."
SAME_OFFSET = "In every case {subject} is off by {offset:.6g}."
TIMES_COLUMNS = "In every case {subject} is the expected one times the number of columns of `{name}`."
TIMES_ROWS = "In every case {subject} is the expected one times the number of rows of `{name}`."
OVER_COLUMNS = "In every case {subject} is the expected one divided by the number of columns of `{name}`."
OVER_ROWS = "In every case {subject} is the expected one divided by the number of rows of `{name}`."
ONE_RESULT = "the result"
ONE_PART_OF_IT = "part {index}"

# Complaints about one case.
NOT_WRITTEN_YET = "It is not written yet."
LATE = "It did not finish within {seconds:g} seconds: is there a loop that never ends?"
STOPPED = "It stopped with {kind}: {message}"
NO_RETURN = "It returned None: is there a `return` at the end?"
CHANGED = "The result is right, but the caller's `{name}` was changed: work on a copy."
NOT_DRAWN = (
    "The result has the right form, but `{name}` is as it was, as if nothing had been drawn from it: the caller of the "
    "function chooses the seed, and each call must give new numbers."
)
ANOTHER_FORM = "It returned {kind}, which is not of the form that the docstring asks for."

# What a value is; `THE_RESULT`, a part's name or `PART` is the `where` of the sentences below.
AN_ARRAY = "an array of shape {shape}"
A_NUMBER = "a number"
A_CONTAINER = "a {kind} of {n}"
AN_EMPTY = "an empty {kind}"
A_DICT = "a dict with the keys {keys}"
UNANSWERED = "`...`, not answered yet"
AN_UNUSABLE = "an {kind}"
AN_ITERATOR = "an object of type {kind}, which hands out its items once, one by one"
AN_OBJECT = "an object of type {kind}"
THE_RESULT = "The result"
PART = "Part {index}"

# How two values differ.
ANOTHER_KIND = "{where} is {actual}; expected {expected}."
ANOTHER_KIND_OF_PARTS = "{where} is {actual}; expected {expected}: {names}."
ONE_PART = "{where} has 1 part; expected {expected}."
ONE_PART_OF_NAMES = "{where} has 1 part; expected {expected}: {names}."
PARTS = "{where} has {actual} parts; expected {expected}."
PARTS_OF_NAMES = "{where} has {actual} parts; expected {expected}: {names}."
ANOTHER_DICT = "{where} is {actual}; expected a dict with the keys {keys}."
LIST_FOR_ARRAY = "{where} is a list; expected an array: `np.array` converts it."
NUMBER_FOR_ARRAY = "{where} is a number; expected an array of shape {shape}."
ARRAY_FOR_NUMBER = "{where} is an array of shape {shape}; expected a number."
NUMBER_IN_ARRAY = "{where} is an array of shape {shape}; expected the number in it."
SHAPES = "{where} has shape {actual}; expected {expected}."
SHAPE_SWAPPED = "{where} has shape {actual}; expected {expected}: rows and columns are swapped."
SHAPE_TRANSPOSED = "{where} has shape {actual}; expected {expected}: it is the right result, transposed."
SHAPE_RANK_1 = (
    "{where} has shape {actual}; expected {expected}: a rank-1 array is neither a row nor a column "
    "(`keepdims=True` or `reshape`)."
)
NAN = "{where} is not a number (nan)."
NAN_AT = "{where} is not a number (nan) at index {index}."
INFINITE = "{where} is infinite."
INFINITE_AT = "{where} is infinite at index {index}."
NEARLY = "{where} is nearly right, but off by {gap:.2g}."
NEARLY_UP_TO = "{where} is nearly right, but off by up to {gap:.2g}."
WRONG_SIGN = "{where} has the wrong sign everywhere."
FACTOR = "{where} is {factor:.6g} times the expected one everywhere."
OFFSET = "{where} is off by {offset:.6g} everywhere."
TRANSPOSED = "{where} is the right one, transposed."
DIFFERS = "{where} differs."
ENTRIES_DIFFER = "{where} differs in {wrong} of {size} entries, the first at index {index}."

ABOUT_FORM = (
    ANOTHER_KIND,
    ANOTHER_KIND_OF_PARTS,
    ONE_PART,
    ONE_PART_OF_NAMES,
    PARTS,
    PARTS_OF_NAMES,
    ANOTHER_DICT,
    LIST_FOR_ARRAY,
    NUMBER_FOR_ARRAY,
    ARRAY_FOR_NUMBER,
    NUMBER_IN_ARRAY,
)
ABOUT_NUMBERS = (NEARLY, NEARLY_UP_TO, WRONG_SIGN, FACTOR, OFFSET, TRANSPOSED, DIFFERS, ENTRIES_DIFFER)

# What the cases have in common where no reason is known.
ONLY_NUMBER = "Every number that it returns is {value}."
PARTS_RIGHT = "Right in every case: {right}. Not right: {wrong}."
TOO_LARGE = "Wherever {subject} differs, it is too large."
TOO_SMALL = "Wherever {subject} differs, it is too small."
TRUE_FOR_FALSE = "Wherever {subject} differs, it is True, and should be False."
FALSE_FOR_TRUE = "Wherever {subject} differs, it is False, and should be True."

# Remarks about right answers.
WARNED = "The values are right, but NumPy warns: {warning}."
WARNED_BECAUSE = "The values are right, but NumPy warns: {name}. {why}"
WARNED_BECAUSE_BOTH = "The values are right, but NumPy warns: {name}; and {other}. {why}"
LOOP = "It loops in line {line}; the exercise asks for array operations."
NO_LOOP_WRITTEN = (
    "It is right, but without the loops that the exercise asks for: there is something to see in them."
)
SLOW_LOOP = (
    "It is right, but slow: with its loop in line {line} it takes about {factor:.0f} times as long as the course's "
    "function on {columns:,} columns."
)
SLOW_MASK = (
    "It is right, but slow: with `{text}` in line {line} it takes about {factor:.0f} times as long as the course's "
    "function on {columns:,} columns."
)
HELPER_ELSEWHERE = (
    "It uses {names} from another cell. Put it into this one: only the cell of an exercise is graded."
)

# What was judged.
SAME_AS_BEFORE = (
    "Nothing new called `{name}` was defined since the last check: this is again the verdict on the earlier answer. "
    "Did the cell with your answer run without an error, and is the name spelled right?"
)
SIMILAR_NAME = "There is a new `{other}` in this notebook. Should it be called `{name}`?"
COURSE_S_OWN = (
    "`{name}` is the course's own function here, not your answer. Run the cell with your answer first."
)
NOT_A_FUNCTION = (
    "`check` needs the function itself: `{name} = check({name})`, without parentheses after its name."
)
NEEDS_AN_EXERCISE = (
    "`check` and `hint` need a function of one of these exercises, or its name in quotes: {known}."
)
ALMOST_AN_EXERCISE = "There is no exercise {name!r} in this notebook. Should it be called `{other}`?"
NO_SUCH_EXERCISE = "There is no exercise {name!r} in this notebook; there are: {known}."
NOT_DEFINED = (
    "`{name}` is not defined: run the cell with your answer first, and look there for an error. "
    'hint("{name}") works without it.'
)
