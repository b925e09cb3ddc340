"""Grading a class: every submission once, on all CPUs, with a progress bar; an interrupted run resumes."""

import hashlib
import json
import os
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, wait
from itertools import islice
from pathlib import Path

from tqdm import tqdm

from helpers.engine.grade.collect import find_submissions
from helpers.engine.grade.executors import LocalExecutor, available_cpus
from helpers.engine.grade.exports import remove_pages
from helpers.engine.grade.gradebook import Gradebook
from helpers.engine.grade.one_submission import grade_submission
from helpers.engine.grade.reference import reference_hashes
from helpers.engine.grade.result import Grade, GradingError
from helpers.engine.grade.submission import MOST_BYTES
from helpers.engine.language import spoken
from helpers.engine.sandbox.supervisor import LIMITS


def grade_class(
    source, out, workers=None, limits=None, seed=None, executor=None, again=False, new_inputs=False, only=None
):
    """Grade every submission in `source` into `out`/gradebook.sqlite and return its path.

    Unchanged submissions that were graded before are not graded again unless `again`.

    workers: how many are graded at a time; by default one per CPU
    limits: those of the sandbox that are not the usual ones, and `file_size` in bytes
    seed: what the inputs of the checks are drawn from; by default the secret one that the gradebook keeps
    executor: any `concurrent.futures` executor; by default a `LocalExecutor`
    new_inputs: draw the seed of the gradebook anew, and so grade everything again
    only: the one course notebook that is graded; by default all are
    """
    limits = dict(limits or {})
    most = limits.pop("file_size", MOST_BYTES)
    out = Path(out)
    submissions, workers = submissions_outside(out, source, most), workers or len(available_cpus())
    out.mkdir(parents=True, exist_ok=True)
    book, pool = Gradebook(out / "gradebook.sqlite"), executor or LocalExecutor(workers)
    try:
        for learner, place in book.forget([s.place for s in submissions]):
            remove_pages(learner, place, out)
        seed = book.seed(new_inputs) if seed is None else book.keep_seed(seed)
        # Twice as many as workers, so that none waits for its next submission to be read.
        ClassRun(book, submissions, seed, limits, pool, again, only).grade(2 * workers)
    finally:
        book.close()
        if executor is None:
            pool.shutdown()
    return out / "gradebook.sqlite"


def submissions_outside(out, source, most):
    """Return the submissions in a source, without the results of earlier runs if they are in it."""
    results, source = Path(os.path.abspath(out)), Path(os.path.abspath(source))
    if results == source:
        raise GradingError(
            f"the results would lie among the submissions: give --out a folder other than {source}"
        )
    found = find_submissions(source, most)
    within = source in results.parents
    return [s for s in found if not (within and results in Path(s.file).parents)]


class ClassRun:
    """One run over a class: what is not done yet is graded, and written as soon as it is."""

    def __init__(self, book, submissions, seed, limits, executor, again, only=None):
        self.book, self.submissions, self.executor, self.again = book, submissions, executor, again
        self.only = only
        self.seed, self.limits, self.references = seed, limits, reference_hashes()

    def grade(self, ahead):
        """Grade with at most `ahead` submissions in the executor.

        When a worker dies, every submission in flight may be the cause: retry those one at a time.
        """
        in_flight = []
        with tqdm(total=len(self.submissions), desc=spoken("grading"), unit=spoken("notebook")) as progress:
            self.grade_each(iter(self.submissions), ahead, progress, in_flight.append)
            for submission in in_flight:
                self.grade_each(iter([submission]), 1, progress, self.write_crashed)

    def grade_each(self, submissions, ahead, progress, on_crash):
        """Grade submissions; `on_crash` takes each that was in the executor when a worker died."""
        waiting, tasks = {}, self.tasks(submissions, progress)
        while True:
            waiting.update(islice(tasks, ahead - len(waiting)))
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                submission, digest = waiting.pop(future)
                try:
                    self.write(submission, digest, grade_from(future))
                    progress.update()
                except BrokenExecutor:
                    on_crash(submission)

    def tasks(self, submissions, progress):
        """Yield (future, (submission, digest)) for every submission that is to be graded."""
        for submission in submissions:
            content, problem = read_content(submission)
            digest = self.digest(content)
            if problem is not None:
                self.write(submission, digest, Grade(status="unreadable", error=problem))
            elif self.again or not self.book.is_done(submission, digest, self.references, self.seed):
                self.book.begin(submission)
                future = self.executor.submit(
                    grade_submission, content, submission.stem, self.seed, self.limits, self.only
                )
                yield future, (submission, digest)
                continue
            else:
                self.book.update_owner(submission)
            progress.update()

    def digest(self, content):
        """Return the hash of what is graded, and of the limits; which notebook is asked for decides what cannot be."""
        unusual = {name: value for name, value in self.limits.items() if value != LIMITS[name]}
        within = json.dumps(unusual, sort_keys=True) if unusual else ""
        return hashlib.sha256(content + (self.only or "").encode() + within.encode()).hexdigest()

    def write(self, submission, digest, grade):
        """Write the `Grade` of a submission."""
        self.book.write(submission, digest, grade, self.references, self.seed)

    def write_crashed(self, submission):
        """Record that grading this submission crashed the grader."""
        digest = self.digest(read_content(submission)[0])
        self.write(submission, digest, Grade(status="failed", error="grading it crashed the grader"))


def read_content(submission):
    """Return (bytes, None), or (no bytes, why it cannot be read)."""
    if submission.problem is not None:
        return b"", submission.problem
    try:
        return submission.read_bytes(), None
    except Exception as error:
        return b"", f"it cannot be read: {type(error).__name__}"


def grade_from(future):
    """Return the `Grade` of a future; an error in the grader is a failed grade that says so."""
    try:
        # There and back through JSON, so that what cannot be stored fails here, for this submission only.
        return Grade.from_dict(json.loads(json.dumps(future.result())))
    except BrokenExecutor:
        raise
    except Exception as error:
        return Grade(status="failed", error=f"the grader itself failed: {type(error).__name__}: {error}")
