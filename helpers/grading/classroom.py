"""Grading a class: every submission once, on all cores, with the time left; interrupted runs go on where they were."""

import hashlib
import json
import os
import secrets
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from itertools import islice
from multiprocessing import get_context
from pathlib import Path, PurePosixPath

from tqdm import tqdm

from helpers.grading.collecting import collect
from helpers.grading.gradebook import Gradebook
from helpers.grading.untrusted import grade_untrusted, reference_states


def grade_class(source, out, workers=None, limits=None, seed=None, executor=None):
    """Grade every submission below `source` into `out`/gradebook.sqlite and return its path.

    What was graded before, unchanged, is not graded again. `executor` is any `concurrent.futures` executor;
    by default one process a core. `seed` makes the inputs; by default it is new in every run.
    """
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    found, references = collect(source), reference_states()
    seed = secrets.randbits(48) if seed is None else seed
    book = Gradebook(out / "gradebook.sqlite")
    try:
        book.forget([s.place for s in found])
        if executor is not None:
            run(book, found, references, seed, limits, executor, 2 * (workers or 2))
        else:
            workers = workers or os.cpu_count() or 1
            with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
                run(book, found, references, seed, limits, pool, 2 * workers)
    finally:
        book.close()
    return out / "gradebook.sqlite"


def run(book, found, references, seed, limits, executor, ahead):
    """Grade what is not done yet, at most `ahead` submissions in the executor at a time."""
    tasks = start_each(book, found, references, seed, limits, executor)
    waiting = dict(islice(tasks, ahead))
    with tqdm(total=len(found), desc="grading", unit="notebook") as progress:
        while waiting:
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                submission, digest = waiting.pop(future)
                book.write(submission, digest, outcome_of(future), references)
                waiting.update(islice(tasks, 1))
            progress.update(len(found) - len(waiting) - progress.n if not waiting else len(done))


def start_each(book, found, references, seed, limits, executor):
    """Yield (future, (submission, digest)) for each submission that is to be graded."""
    for submission in found:
        content, problem = b"", submission.problem
        if problem is None:
            try:
                content = submission.read()
            except Exception as error:
                problem = f"it cannot be read: {type(error).__name__}"
        digest = hashlib.sha256(content).hexdigest()
        if problem is not None:
            book.write(submission, digest, {"status": "unreadable", "error": problem}, references)
        elif not book.is_done(submission, digest, references):
            book.begin(submission)
            stem = PurePosixPath(submission.place).stem
            yield executor.submit(grade_untrusted, content, stem, seed, limits), (submission, digest)


def outcome_of(future):
    """Return the outcome of a future; a worker that died is a failed grade, told as such."""
    try:
        return json.loads(json.dumps(future.result()))
    except Exception as error:
        return {"status": "failed", "error": f"the grader itself failed: {type(error).__name__}: {error}"}
