"""What stands for a function or a random generator on its way between a sealed process and the grader."""


class Callback:
    """Stands for a learner's function that is handed to one of the course's."""

    def __init__(self, number):
        self.number = number


class Dice:
    """Stands for a random generator on its way, by the words of its state."""

    def __init__(self, words):
        self.words = words

    @classmethod
    def of(cls, rng):
        """Return the `Dice` of a NumPy generator."""
        state = rng.bit_generator.state
        return cls(
            [hex(state["state"]["state"]), hex(state["state"]["inc"]), state["has_uint32"], state["uinteger"]]
        )

    def set(self, rng):
        """Put a generator into this state and return it."""
        state, inc, has, rest = self.words
        rng.bit_generator.state = {
            "bit_generator": "PCG64",
            "state": {"state": int(state, 16), "inc": int(inc, 16)},
            "has_uint32": int(has),
            "uinteger": int(rest),
        }
        return rng
