"""The sentences of a check: whole ones, with names for what varies, so that they can be read and translated.

Those about where a mistake is are in `locate.words`, those about errors of Python and NumPy in `error_help`.
"""

# The first line.
AGREE = "{name}: {passed} of {n} cases agree"
UNWRITTEN_LINE = "{name}: not written yet"
UNREPAIRED_LINE = "{name}: not repaired yet, {passed} of {n} cases agree"
QUIZ_LINE = "{name}: {passed} of {n} answers agree"
QUIZ_UNANSWERED_LINE = "{name}: not answered yet"

# What to do next.
NEXT_UNWRITTEN = "The cells below use the course's `{name}` for now. hint({name}) gives a first idea."
NEXT_WRONG = "The cells below use the course's `{name}` for now. Try hint({name}), then check again."
NEXT_UNREPAIRED = "What must change in the function so that the two values agree?"
NEXT_QUIZ = "Replace each `...` with your answer. hint({name}) gives a first idea."
QUIZ_BLANK = "Not answered yet: {items}."

# Why an answer is wrong.
LOOKS_AS_IF = "It looks as if {names}."
ALL_THE_SAME = "Every number that it returns is {value}. One possible reason: {names}."
SECOND_MISTAKE = "there is a second mistake"
SMALLEST = "The smallest failing case: {note}."
LARGER = "In a larger case ({note}): {complaint}"
PRINTED = "It printed:"
ALSO_CHANGED = "The call also changes the caller's {names}: work on a copy."
SAME_FACTOR = "In every case {subject} is {factor:.6g} times the expected one."
TIMES_SIZE = "In every case {subject} is the expected one times the number of {lines} of `{name}`."
OVER_SIZE = "In every case {subject} is the expected one divided by the number of {lines} of `{name}`."

# Complaints about one case.
NOT_WRITTEN_YET = "It is not written yet."
LATE = "It did not finish within {seconds:g} seconds: is there a loop that never ends?"
STOPPED = "It stopped with {kind}: {message}"
NO_RETURN = "It returned None: is there a `return` at the end?"
CHANGED = "The result is right, but the caller's `{name}` was changed: work on a copy."
NOT_DRAWN = (
    "The result has the right form, but nothing was drawn from `{name}`: the caller of the function chooses the "
    "seed, and each call must give new numbers."
)
ANOTHER_FORM = "It returned {kind}, which is not of the form that the docstring asks for."

# How two values differ; `where` is a part of the result, and `at` an index or nothing.
ANOTHER_KIND = "{where} is {actual}; expected {expected}."
ANOTHER_DICT = "{where} is {actual}; expected a dict with the keys {keys}."
LIST_FOR_ARRAY = "{where} is a list; expected an array: `np.array` converts it."
NUMBER_FOR_ARRAY = "{where} is a number; expected an array of shape {shape}."
NAN = "{where} is not a number (nan){at}."
INFINITE = "{where} is infinite{at}."
OFFSET = "{where} is off by {offset:.6g} everywhere."
TRANSPOSED = "{where} is the right one, transposed."
DIFFERS = "{where} differs."
ENTRIES_DIFFER = "{where} differs in {wrong} of {size} entries, the first{at}."
THE_RESULT = "The result"
SHAPE_SWAPPED = "{shapes}: rows and columns are swapped."
SHAPE_TRANSPOSED = "{shapes}: it is the right result, transposed."
SHAPE_RANK_1 = "{shapes}: a rank-1 array is neither a row nor a column (`keepdims=True` or `reshape`)."
SHAPES = "{where} has shape {actual}; expected {expected}"
RESULT_DIFFERS = DIFFERS.format(where=THE_RESULT)

# Remarks about right answers.
WARNED = "The values are right, but NumPy warns: {warning}."
WARNED_BECAUSE = "The values are right, but NumPy warns: {names}. {whys}"
LOOP = "It loops in line {line}; the exercise asks for array operations."
SLOW = (
    "It is right, but slow: {what} takes about {factor:.0f} times as long as the course's function on {size}."
)
SIZE = "{columns:,} columns"
LOOP_IN_LINE = "with its loop in line {line} it"
MASK_IN_LINE = "with `{text}` in line {line} it"
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
NO_SUCH_EXERCISE = "There is no exercise {name!r} in this notebook; there are: {known}."
NOT_DEFINED = (
    "`{name}` is not defined: run the cell with your answer first, and look there for an error. "
    'hint("{name}") works without it.'
)
