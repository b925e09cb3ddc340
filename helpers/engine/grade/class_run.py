"""Grading a class: every submission once, on all cores, with the time left; interrupted runs go on where they were."""

import hashlib
import json
import os
import secrets
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, wait
from itertools import islice
from pathlib import Path, PurePosixPath

from tqdm import tqdm

from helpers.engine.grade.collect import collect
from helpers.engine.grade.executors import Cores, processors
from helpers.engine.grade.exports import remove_pages
from helpers.engine.grade.gradebook import Gradebook
from helpers.engine.grade.graft import GradingError
from helpers.engine.grade.one_submission import grade_untrusted, reference_states
from helpers.engine.grade.submission import MOST_BYTES


def grade_class(source, out, workers=None, limits=None, seed=None, executor=None, again=False):
    """Grade every submission below `source` into `out`/gradebook.sqlite and return its path.

    What was graded before, unchanged, is not graded again unless `again`. `executor` is any `concurrent.futures`
    executor; by default `pools.Cores` with one process a processor. `seed` makes the inputs; by default it is new in
    every run. `limits` are those of `sandbox.supervisor`, and `file_size` in bytes.
    """
    limits = dict(limits or {})
    most = limits.pop("file_size", MOST_BYTES)
    out = Path(out)
    found, workers = outside(out, source, most), workers or len(processors())
    out.mkdir(parents=True, exist_ok=True)
    seed = secrets.randbits(48) if seed is None else seed
    book, pool = Gradebook(out / "gradebook.sqlite"), executor or Cores(workers)
    try:
        for row in book.forget([s.place for s in found]):
            remove_pages(row, out)
        Run(book, found, (seed, limits), pool, again).grade(2 * workers)
    finally:
        book.close()
        if executor is None:
            pool.shutdown()
    return out / "gradebook.sqlite"


def outside(out, source, most):
    """Return the submissions below a source, without the results of earlier runs where they lie in it."""
    results, source = Path(os.path.abspath(out)), Path(os.path.abspath(source))
    if results == source:
        raise GradingError(
            f"the results would lie among the submissions: give --out a folder other than {source}"
        )
    found = collect(source, most)
    within = source in results.parents
    return [s for s in found if not (within and results in Path(s.file).parents)]


class Run:
    """One run over a class: what is not done yet is graded, and written as soon as it is."""

    def __init__(self, book, found, terms, executor, again):
        self.book, self.found, self.terms, self.executor, self.again = book, found, terms, executor, again
        self.references, self.fallen = reference_states(), []

    def grade(self, ahead):
        """Grade with at most `ahead` submissions in the executor at a time; those that fell with others, alone."""
        with tqdm(total=len(self.found), desc="grading", unit="notebook") as progress:
            self.each(iter(self.found), ahead, progress, self.fallen.append)
            for submission in list(self.fallen):
                self.each(iter([submission]), 1, progress, self.give_up)

    def each(self, submissions, ahead, progress, fell):
        """Grade submissions; `fell` takes each that was in the executor when it broke."""
        waiting, tasks = {}, self.tasks(submissions, progress)
        while True:
            waiting.update(islice(tasks, ahead - len(waiting)))
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                submission, digest = waiting.pop(future)
                try:
                    self.write(submission, digest, outcome_of(future))
                    progress.update()
                except BrokenExecutor:
                    fell(submission)

    def tasks(self, submissions, progress):
        """Yield (future, (submission, digest)) for each submission that is to be graded."""
        for submission in submissions:
            content, problem = content_of(submission)
            digest = hashlib.sha256(content).hexdigest()
            if problem is not None:
                self.write(submission, digest, {"status": "unreadable", "error": problem})
            elif self.again or not self.book.is_done(submission, digest, self.references):
                self.book.begin(submission)
                stem = PurePosixPath(submission.place.partition(" #")[0]).stem
                yield self.executor.submit(grade_untrusted, content, stem, *self.terms), (submission, digest)
                continue
            progress.update()

    def write(self, submission, digest, outcome):
        """Write an outcome."""
        self.book.write(submission, digest, outcome, self.references)

    def give_up(self, submission):
        """Write that a submission ended the grader itself."""
        digest = hashlib.sha256(content_of(submission)[0]).hexdigest()
        self.write(
            submission, digest, {"status": "failed", "error": "the grader itself ended while grading it"}
        )


def content_of(submission):
    """Return (bytes, None), or (no bytes, why it cannot be read)."""
    if submission.problem is not None:
        return b"", submission.problem
    try:
        return submission.read(), None
    except Exception as error:
        return b"", f"it cannot be read: {type(error).__name__}"


def outcome_of(future):
    """Return the outcome of a future, as it will be stored; an error in the grader is a failed grade, told as such."""
    try:
        return json.loads(json.dumps(future.result()))
    except BrokenExecutor:
        raise
    except Exception as error:
        return {"status": "failed", "error": f"the grader itself failed: {type(error).__name__}: {error}"}
