"""In a process of its own: run `check` on a learner's function as their notebook does, and send the words.

It holds the whole course, answers included, so nothing that it sends decides about points. It has no seed, no other
submission, and no verdict of the grader.
"""

import importlib
import inspect
from functools import partial

from helpers.engine.check.check import verdict_on
from helpers.engine.check.exercise import Quiz, course_function
from helpers.engine.sandbox import fork_server
from helpers.engine.sandbox.worker import Worker


class Explainer(Worker):
    """A worker that explains one wrong answer after the other."""

    def handle_order(self):
        """Handle one order: run an exercise's cell with the course's functions, and say what is wrong."""
        order = self.channel.receive()
        exercises, name = exercises_of(order["package"]), order["name"]
        given = {n: course_function(e) for n, e in exercises.items() if not isinstance(e, Quiz) and n != name}
        self.names = {**self.names, **given}
        error, said = self.run_cell(name, order["source"], order["cell_seconds"]), []
        function = self.names.get(name)
        if error is None and inspect.isfunction(function):
            # Only answers that the grader could not name come here, and a new process has tried no mistake before.
            details = verdict_on(exercises[name], function, unnamed=True).as_dict()["details"]
            said = [(str(kind), str(text)) for kind, text in details]
        self.channel.send({"said": said})


def exercises_of(package):
    """Return {name: exercise} of a notebook's package of exercises."""
    return importlib.import_module(package).exercises


main = partial(fork_server.main, kind=Explainer)
single = partial(fork_server.single, kind=Explainer)
