"""Inside the sealed process: functions of the course's that are no answer any more, taken in from their sources."""

import builtins
import types

gifts = {}  # by address, {module: source} of those that were not called yet


def take(address, sources):
    """Have a function of the course's here from now on, from {module: source} of it and all that it uses."""
    gifts[address] = sources


def unpacked(address):
    """Return a function that was taken in, made when it is called first, from modules that nobody else sees."""
    module, _, name = address.partition(":")
    sources, made = gifts.pop(address), {}

    def bring(name, *terms):
        inner = {part: module_of(f"{name}.{part}") for part in terms[2] or () if f"{name}.{part}" in sources}
        if name in sources or inner:
            return module_of(name) if name in sources else types.SimpleNamespace(**inner)
        return builtins.__import__(name, *terms)

    def module_of(name):
        if name not in made:
            made[name] = types.ModuleType(name)
            space = vars(made[name])
            space["__builtins__"] = {**vars(builtins), "__import__": bring}
            exec(compile(sources[name], f"<{name}>", "exec"), space)
        return made[name]

    return getattr(module_of(module), name)
