"""What the settings of a class make of an automatic grade: points by hand, comments, and the penalty for being late."""

import hashlib
import math
import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta

SECONDS_A_DAY = 86_400


class Policy:
    """Applies the `ClassSettings` of a class to the rows of its gradebook.

    owners: (learner, identity, form, notebook) of all submissions
    """

    def __init__(self, settings, seed=0, owners=()):
        self.settings, self.seed = settings, seed
        self.names, self.ids, self.manual, self.present, self.used = {}, {}, {}, {}, set()
        for person in settings.people:
            for known, name in ((self.ids, person.id), (self.ids, person.login), (self.names, person.name)):
                # Of two people with one name or id, neither is meant by it.
                if name:
                    known[key(name)] = None if known.get(key(name), person) != person else person
        for line in settings.manual:
            self.manual.setdefault((key(line.learner), line.notebook), []).append(line)
        self.identities = {key(identity) for _, identity, form, _ in owners if identity and form != "moodle"}
        self.twins, numbers = set(), {}
        for learner, identity, form, notebook in owners:
            if (
                form == "moodle"
                and notebook
                and numbers.setdefault((key(learner), notebook), identity) != identity
            ):
                self.twins.add(key(learner))  # in one assignment everybody has one number

    def person(self, learner, identity, form=""):
        """Return the `Person` of the roster that a learner is, or None.

        If the id is that of one person and the name that of another, neither is meant: a learner may choose a name.
        Nor is a name an id, where the course system gives both. Moodle's numbers are those of one assignment.
        """
        by_id = identity if form != "moodle" else ""
        found = {self.ids.get(key(by_id)), self.names.get(key(learner))}
        if not identity:  # the name of a folder, which the teacher may have named after an id
            found.add(self.ids.get(key(learner)))
        found.discard(None)
        return found.pop() if len(found) == 1 else None

    def who(self, learner, identity, form=""):
        """Return what is the same for all submissions of one learner, and for no other: (name, id, of what)."""
        if person := self.person(learner, identity, form):
            return person.name, person.id, "roster"
        if form == "canvas":
            return "", identity, form
        if identity and (form != "moodle" or key(learner) in self.twins):
            return key(learner), identity, form
        return key(learner), "", "name"

    def shown(self, row, who):
        """Return what the search for similar work takes: the name of a learner, the `Grade`, the id."""
        if who[2] == "roster":
            return who[0], row.grade, who[1]
        return self.present[who][0], row.grade, who[1]

    def applied(self, row):
        """Return a row of the gradebook with the `Grade` as the teacher wants it; it is noted who handed in."""
        person = self.person(row.learner, row.identity, row.form)
        self.present.setdefault(self.who(row.learner, row.identity, row.form), (row.learner, person))
        grade = self.by_hand(row.grade, self.lines_for(row, person))
        return replace(row, grade=self.penalized(grade, self.days_late(row, person)))

    def lines_for(self, row, person):
        """Return the lines by hand for a submission: by the id, name or login of its learner."""
        if person:
            names = [key(name) for name in (person.id, person.name, person.login)]
        else:  # what means somebody else means nobody here
            known = {*self.ids, *self.names}
            others = known | self.identities if row.identity else known
            names = [key(row.learner)] if key(row.learner) not in others else []
            names += [key(row.identity)] if key(row.identity) not in known else []
        lines = [
            line
            for name in dict.fromkeys(filter(None, names))
            for line in self.manual.get((name, row.grade.notebook), ())
        ]
        self.used.update(lines if row.grade.status == "graded" else ())
        return lines

    def by_hand(self, grade, lines):
        """Return a `Grade` with points and comments by hand."""
        points = {line.exercise: line.points for line in lines if line.points is not None}
        results = tuple(replace(r, earned=points.get(r.exercise, r.earned)) for r in grade.results)
        return replace(grade, results=results, comments=tuple(text for text in map(in_words, lines) if text))

    def days_late(self, row, person):
        """Return how many days late a submission is: whole ones, begun days counted; 0 if it is in time.

        Without a date, the mark of the course system counts as one day.
        """
        rule, deadline = self.settings.late, self.settings.deadlines.get(row.grade.notebook)
        if deadline and rule["file_dates"] and row.submitted:
            allowed = timedelta(days=person.extra_days if person else 0, minutes=rule["grace_minutes"])
            seconds = (datetime.fromisoformat(row.submitted) - deadline - allowed).total_seconds()
            return max(0, math.ceil(seconds / SECONDS_A_DAY))
        return int(row.late and not (person and person.extra_days))

    def penalized(self, grade, days):
        """Return a `Grade` with the penalty for some days."""
        share = min(days * self.settings.late["per_day"], self.settings.late["at_most"]) / 100
        return replace(grade, days_late=days, penalty=round(grade.earned * share, 2))

    def absent(self):
        """Return the `Person`s of the roster who handed in nothing."""
        present = {person for _, person in self.present.values()}
        return [person for person in self.settings.people if person not in present]

    def unused(self):
        """Return the lines by hand, in words, for which there is no graded submission."""
        lines = [line for line in self.settings.manual if line not in self.used]
        return [f"{line.learner}, {line.notebook}: {in_words(line)}" for line in lines]

    def strangers(self):
        """Return the learners who are not in the roster, if there is one."""
        found = self.present.values() if self.settings.people else ()
        return [learner for learner, person in found if not person]

    def code(self, learner, identity, form=""):
        """Return the code under which a learner is anonymous: the same in every run, and secret as the seed is."""
        person = self.person(learner, identity, form)
        known = (person.id, person.name) if person else self.who(learner, identity, form)
        who = repr((self.seed, known))
        return hashlib.sha256(who.encode()).hexdigest()[:8].upper()

    def total(self, earned, possible):
        """Return the total in percent of {notebook: points}; a notebook that was not handed in counts as nothing."""
        weights = {name: self.settings.weights.get(name, 1) for name in possible if possible[name]}
        whole = sum(weights.values())
        parts = (weights[name] * (earned.get(name) or 0) / possible[name] for name in weights)
        return round(100 * sum(parts) / whole, 2) if whole else 0.0


def key(name):
    """Return a name or id as it is compared: without regard to case, spaces, and how accents are encoded."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def in_words(line):
    """Return the comment of a line by hand, with what it is about."""
    if line.points is None:
        return f"{line.exercise}: {line.comment}" if line.exercise and line.comment else line.comment
    what = f"points by hand for {line.exercise}: {line.points:g}"
    return f"{what}. {line.comment}" if line.comment else what
