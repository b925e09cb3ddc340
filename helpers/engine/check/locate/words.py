"""The sentences in which `locate` says where or why an answer goes wrong: whole ones, with names for what varies."""

# What a change of one place is. Each is followed by one of `CONFIRMED`, and by `ALSO` before that where the same
# change is needed in further places.
CHANGES = {
    "matrix product": "In line {line}, `{text}` multiplies entry by entry; a matrix product belongs there.",
    "entry by entry": "In line {line}, `{text}` is a matrix product; a product entry by entry belongs there.",
    "quotient": "In line {line}, `{text}` multiplies where it has to divide.",
    "power": "In line {line}, `{text}` multiplies where a power belongs.",
    "sum": "In line {line}, the operator in `{text}` is not the right one: a sum belongs there.",
    "product": "In line {line}, the operator in `{text}` is not the right one: a product belongs there.",
    "minus": "In line {line}, `{text}` has a plus where a minus belongs.",
    "plus": "In line {line}, `{text}` has a minus where a plus belongs.",
    "true division": "In line {line}, `{text}` divides whole numbers and drops the rest: `//` is not `/`.",
    "sides exchanged": "In line {line}, the two sides of `{text}` are exchanged.",
    "too much": "In line {line}, `{part}` is too much in `{text}`.",
    "comparison": "In line {line}, `{text}` is not the comparison that belongs there.",
    "another function": "In line {line}, `{name}` is not the function that belongs there.",
    "axis": "In line {line}, `{text}` works along the wrong axis.",
    "axis too much": "In line {line}, `{text}` works along one axis, and all entries belong together there.",
    "no axis": "In line {line}, `{text}` takes all entries together; it has to work along one axis.",
    "axis, kept": "In line {line}, `{text}` works along the wrong axis; it has to keep the right one "
    "(`keepdims=True`).",
    "no axis, kept": "In line {line}, `{text}` takes all entries together; it has to work along one axis, and keep it "
    "(`keepdims=True`).",
    "axis kept": "In line {line}, `{text}` keeps an axis that does not belong there.",
    "axis lost": "In line {line}, `{text}` loses an axis that is needed.",
    "names exchanged": "In line {line}, `{first}` and `{second}` are exchanged in `{text}`.",
    "arguments exchanged": "In line {line}, `{first}` and `{second}` are exchanged in `{text}`.",
    "call too much": "In line {line}, `{name}` is too much around `{inside}`.",
    "method too much": "In line {line}, `.{name}` is too much behind `{inside}`.",
    "number for argument": "In line {line}, the number {text} is written in where the argument `{name}` belongs.",
    "size written in": "In line {line}, the number {text} is written in; it has to follow from the size of `{name}`.",
    "one more": "In line {line}, `{text}` is too small by one.",
    "one less": "In line {line}, `{text}` is too large by one.",
    "next entry": "In line {line}, `{around}` is the wrong entry: the index {text} is too small by one.",
    "entry before": "In line {line}, `{around}` is the wrong entry: the index {text} is too large by one.",
    "wrong size": "In line {line}, `{text}` is the length of the wrong axis.",
    "rows counted": "In line {line}, `{text}` counts the rows of `{name}`; its columns have to be counted.",
    "keyword too much": "In line {line}, `{keyword}` is too much in `{text}`.",
    "break": "The `break` below line {line} ends the loop too early.",
    "sign": "In line {line}, `{text}` has the wrong sign.",
    "wrong name": "In line {line}, `{text}` stands where `{other}` belongs.",
    "outside name": "In line {line}, `{text}` is read from the notebook; the argument `{other}` belongs there.",
    "transposed": "In line {line}, `{text}` lies the wrong way round: rows and columns are exchanged.",
    "rank-1": "In line {line}, `{text}` has one axis only, so it is neither a row nor a column.",
    "whole numbers": "In line {line}, `{text}` is an array of whole numbers, which drops what stands "
    "behind the point.",
    "second name": "In line {line}, `{text}` gives the same array a second name; no copy is made.",
    "not divided by columns": "In line {line}, a division is missing after `{text}`: it grows with the number of "
    "columns.",
    "not divided by rows": "In line {line}, a division is missing after `{text}`: it grows with the number of rows.",
    "divided by columns": "In line {line}, `{text}` is divided by the number of columns once too often.",
    "divided by rows": "In line {line}, `{text}` is divided by the number of rows once too often.",
    "factor": "In line {line}, `{text}` is off by a factor of 2.",
    "missing factor": "In line {line}, `{text}` has to be multiplied by `{other}`.",
    "missing divisor": "In line {line}, `{text}` has to be divided by `{other}`.",
    "missing summand": "In line {line}, `{other}` has to be added to `{text}`.",
    "missing to subtract": "In line {line}, `{other}` has to be subtracted from `{text}`.",
    "missing before": "In line {line}, `{text}` has to be subtracted from `{other}`.",
    "brackets": "In line {line}, the brackets in `{text}` are missing or stand in the wrong place.",
    "too late": "In line {line}, `{name}` comes too late in `{text}`: it belongs further inside.",
    "too early": "In line {line}, `{name}` comes too early in `{text}`: it has to take the whole of it.",
    "unpacked": "In line {line}, `{first}` and `{second}` are unpacked in the wrong order.",
    "indices": "In line {line}, the two indices of `{text}` are exchanged.",
    "row for column": "In line {line}, `{text}` takes a row; a column belongs there.",
    "column for row": "In line {line}, `{text}` takes a column; a row belongs there.",
    "one list": "In line {line}, all items of `{text}` are the same list: a change of one changes all.",
    "layers": "In line {line}, the 1 and the 2 of the names are exchanged in `{text}`.",
    "loop begins early": "The loop in line {line} begins one too early.",
    "loop begins and ends early": "The loop in line {line} begins and ends one too early.",
    "loop ends late": "The loop in line {line} goes one too far.",
    "loop ends early": "The loop in line {line} ends one too early.",
    "loop runs backward": "The loop in line {line} runs in the wrong order.",
    "break for continue": "In line {line}, `break` ends the whole loop; `continue` ends only this turn.",
    "continue for break": "In line {line}, `continue` ends only this turn; `break` ends the whole loop.",
    "condition": "In line {line}, the condition `{text}` keeps out what has to be done every time.",
    "in place": "In line {line}, `{text}` is changed in place; other names for the same array change with it.",
    "sign of step": "In line {line}, `{text}` goes in the wrong direction.",
    "line too much": "Line {line}, `{text}`, is too much.",
    "lines too much": "Lines {line} and {next}, `{text}` and `{other}`, are too much.",
    "branch too much": "In line {line}, the branch `{text}` is too much.",
    "overwritten": "In line {line}, `{text}` is overwritten in every turn of the loop; it has to be added to (`+=`).",
    "order": "Line {line}, `{text}`, comes too early: it has to stand after `{other}`.",
    "return in loop": "The `return` in line {line} stands inside the loop and ends it too early.",
    "belongs after loop": "Line {line}, `{text}`, stands inside the loop; it belongs after it.",
    "belongs before loop": "Line {line}, `{text}`, stands inside the loop and is done anew each time; it "
    "belongs before it.",
    "belongs in loop": "Line {line}, `{text}`, stands outside the loop; it has to be done in every turn.",
    "not returned": "`{text}` has the right value at the end, but there is no `return`.",
    "no copy": "The function changes the caller's `{text}`, and that is what spoils the result: it needs a copy.",
}

WHICH = "`{text}` stands in this line {total} times; meant is number {n} from the left."

ALSO = "In line {line}, `{text}` needs the same change."
ALSO_THERE = "The other `{text}` in this line needs the same change."

CONFIRMED = {
    "form": "With only this changed, all values are right in all {n} cases; only their form is not the "
    "one asked for.",
    "all": "Everything else is right: with only this changed, all {n} cases agree.",
    "all together": "Everything else is right: with all of these changed, all {n} cases agree.",
    "cases": "With only this changed, {k} of {n} cases agree instead of {before}; the others are still wrong.",
    "parts": "With only this changed, right in all cases: {parts}. The rest is still wrong.",
}

# What follows the place of a wrong value.
CONFIRMED_PLACE = {
    "all": "With the right value in its place, all {n} cases agree: what comes after it is right.",
    "cases": "With the right value in its place, {k} of {n} cases agree instead of {before}; the others are still "
    "wrong.",
    "parts": "With the right value in its place, right in all cases: {parts}. The rest is still wrong.",
}

OF_A_NUMBER = "that of a number"  # in place of a shape

# What is found without a change. Lines after the first show values, which begin below each other.
FACTS = {
    "right value": "In line {line}, `{text}` has the value that is asked for. It is not what the function returns.",
    "right part": "In line {line}, `{text}` has the value that `{part}` should have. What is returned "
    "for it is another value.",
    "place": "In line {line}, `{text}` goes wrong: what it is computed from agrees with the course's values. In the "
    "case “{case}”:\nit is      {actual}\nit must be {expected}",
    "place in shape": "In line {line}, `{text}` goes wrong: what it is computed from agrees with the course's values. "
    "In the case “{case}”, its shape is {actual} and has to be {expected}.",
    "place of a name": "In line {line}, `{text}` does not have the value that belongs there. In the case “{case}”:\n"
    "it is      {actual}\nit must be {expected}",
    "place of a name in shape": "In line {line}, `{text}` does not have the value that belongs there. In the case "
    "“{case}”, its shape is {actual} and has to be {expected}.",
    "place or before": "`{text}` in line {line} has a wrong value. The mistake is there, or in what it is computed "
    "from. In the case “{case}”:\nit is      {actual}\nit must be {expected}",
    "place or before in shape": "`{text}` in line {line} has a wrong shape. The mistake is there, or in what it is "
    "computed from. In the case “{case}”, its shape is {actual} and has to be {expected}.",
    "first difference": "{agreeing} agree with the course's function; `{name}` in line {line} does not. In the case "
    "“{case}”:\nit is        {actual}\nthe course's {expected}",
    "first difference in shape": "{agreeing} agree with the course's function; `{name}` in line {line} does not. In "
    "the case “{case}”, its shape is {actual}, and the course's is {expected}.",
    "first difference after one": "{agreeing} agrees with the course's function; `{name}` in line {line} does not. In "
    "the case “{case}”:\nit is        {actual}\nthe course's {expected}",
    "first difference after one in shape": "{agreeing} agrees with the course's function; `{name}` in line {line} does "
    "not. In the case “{case}”, its shape is {actual}, and the course's is {expected}.",
    "names agree so far": "{agreeing} agree with the course's function in every case. Look first at what is left.",
    "one name agrees so far": "{agreeing} agrees with the course's function in every case. Look first at what is left.",
    "agrees so far": "`{text}` in line {line} has a value that the course's function computes too, in every case. Look "
    "at what is done with it, and at the other lines.",
    "all there": "All parts of the result are there, with the right values. What is wrong is the form in which "
    "they are returned.",
    "not all returned": "All parts of the result are computed, with the right values, but not all of them are "
    "returned.",
    "other order": "All parts of the result are right, but they are returned in another order.",
    "arguments reordered": "The first line of the function names the arguments in another order. They are handed in by "
    "their places: {names}.",
    "never used": "`{name}` is never used in the function, but the result has to depend on it.",
    "never used together": "Never used in the function: {names}. The result has to depend on them.",
    "ignored": "The result does not depend on {names}: with other values the function returns the same.",
    "outside data": "`{name}` in line {line} is no argument: it is read from the notebook, and stays the same "
    "whatever is handed in.",
    "constant": "The result is {value} in every case.",
    "same numbers": "All numbers in `{part}` are the same, in every case: what they are computed from does not change "
    "from one turn of the loop to the next.",
    "first count": "With `{name}` = {count} the result is right in every case, with `{name}` = {next} it is not.",
    "exchanged": "The result is what comes out when `{first}` and `{second}` are exchanged.",
    "one fewer": "The result is the one for one fewer `{name}`.",
    "one more in all": "The result is the one for one more `{name}`.",
    "another sign": "The result is the one for −{name} in place of {name}.",
    "random": "Called twice with the same arguments, the function returns two different results.",
    "own numbers": "`{text}` in line {line} takes random numbers from somewhere else, not from `{name}`.",
    "kept between calls": "The default value of `{name}` is made once, when the function is defined: all calls share "
    "it, and it still has what earlier calls put into it.",
    "single draw": "`{text}` in line {line} draws one number: how many there are to be is the argument `size`.",
    "nothing": "In line {line}, `{text}` works in place and returns None.",
    "not kept": "What `{text}` returns in line {line} is not kept.",
    "not used": "`{name}` gets its value in line {line}, and it is never used.",
    "over rows": "The loop in line {line} runs over the rows of `{name}`, not over its numbers.",
    "not finite": "`{text}` in line {line} is the first value that is not finite, in the case “{case}”.",
    "only the first": "Only the first entry is right. See what is different in the second turn of the loop, and "
    "whether there is one.",
    "changed": "The call changes the caller's {names}: work on a copy.",
    "changed too": "The call changes the caller's {names}. That has to stay as it is.",
    "tuple asserted": "In line {line}, the brackets behind `assert` hold two things: such a pair is always true, and "
    "nothing is asserted.",
}

# The cases that agree, where they have something in common that the others have not.
ONLY_WHERE = {
    "single column": "The cases in which every table has a single column agree, the others do not.",
    "single row": "The cases in which `{name}` has a single row agree, the others do not.",
    "one part": "The cases in which `{name}` has one part agree, the others do not.",
    "parts": "The cases in which `{name}` has {n} parts agree, the others do not.",
    "value": "The cases in which `{name}` is {value} agree, the others do not.",
    "no special value": "The cases in which `{name}` is neither 0 nor 1 agree, the others do not.",
    "one axis": "The cases in which `{name}` has one axis agree, the others do not.",
    "axes": "The cases in which `{name}` has {n} axes agree, the others do not.",
}
