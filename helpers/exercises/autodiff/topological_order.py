"""Every node after its parents."""

from helpers.autodiff import topological_order
from helpers.engine.check import Case, Exercise, Mistake


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one node", last="x", parents={"x": []})
    yield Case("a chain", last="J", parents={"J": ["u"], "u": ["x"], "x": []})
    yield Case("a value used twice", last="J", parents={"x": [], "u": ["x"], "J": ["x", "u"]})
    yield Case(
        "the long way comes second", last="J", parents={"x": [], "u": ["x"], "v": ["u"], "J": ["u", "v", "x"]}
    )
    yield Case("x * x", last="J", parents={"J": ["x", "x"], "x": []})
    yield Case(
        "a node that J does not need", last="J", parents={"x": [], "y": [], "J": ["x"], "K": ["J", "y"]}
    )
    yield Case("three diamonds in a row", last=9, parents=diamonds(3))
    yield Case("one layer", last="J", parents=NETWORK)
    for nodes in (6, 9, 14):
        yield Case(f"{nodes} nodes, joined by chance", last=nodes - 1, parents=by_chance(rng, nodes))
    note = "sixty diamonds in a row: 181 nodes, but 2⁶⁰ paths"
    yield Case(note, last=180, parents=diamonds(60), late_=ONE_VISIT_FOR_EACH_PATH)


ONE_VISIT_FOR_EACH_PATH = (
    "It is too slow where a graph has many paths, and here there are 2⁶⁰: is a node visited once for each path that "
    "leads to it? Remember which nodes have been visited, and visit each of them once."
)


NETWORK = {
    "J": ["s", "t"], "s": ["Z"], "t": ["Z", "Y"], "Z": ["P", "b2"], "P": ["W2", "A"], "A": ["Z1"],
    "Z1": ["Q", "b1"], "Q": ["W1", "X"], "X": [], "W1": [], "b1": [], "W2": [], "b2": [], "Y": [],
}  # fmt: skip


def by_chance(rng, n):
    """Return the parents of n nodes with up to three parents each, in a dict that is in no order."""
    parents = {k: [int(p) for p in rng.choice(k, min(k, 3), replace=False)] for k in range(n)}
    return {int(k): parents[k] for k in rng.permutation(n)}


def diamonds(n):
    """Return the parents in n diamonds in a row: node 3k is used by 3k + 1 and 3k + 2, and these by 3k + 3."""
    parents = {0: []}
    for k in range(0, 3 * n, 3):
        parents |= {k + 1: [k], k + 2: [k], k + 3: [k + 1, k + 2]}
    return parents


def judge(args, expected, actual):
    """Judge an order by what it is for: any order will do in which parents come first."""
    if not isinstance(actual, (list, tuple)):
        return "The result is not a list of nodes."
    parents = args["parents"]
    for node in actual:
        if type(node) not in (str, int) or node not in parents:
            return f"The list contains {node!r}, which is not a node of the graph."
    missing = [node for node in expected if node not in actual]
    if missing:
        return f"{missing[0]!r} is missing."
    for position, node in enumerate(actual):
        if node not in expected:
            return f"{node!r} is in the list, but {args['last']!r} does not depend on it."
        if node in actual[:position]:
            return f"{node!r} is in the list twice."
        late = [parent for parent in parents[node] if parent not in actual[:position]]
        if late:
            return f"{node!r} stands before its parent {late[0]!r}."
    return None


exercise = Exercise(
    topological_order,
    points=3,
    cases=cases,
    judge=judge,
    mistakes=(
        Mistake(
            "a node is put in the list before its parents",
            {
                "            order.append(node)\n": "",
                "            visited.add(node)\n": "            visited.add(node)\n            order.append(node)\n",
            },
            why="Visit all parents first, and append the node after that.",
        ),
        Mistake(
            "a node is put in front when it is met first, not when all its parents are in the list",
            {
                "            order.append(node)\n": "",
                "            visited.add(node)\n": "            visited.add(node)\n"
                "            order.insert(0, node)\n",
            },
            why="A node that is used twice is met at one of its uses first. It must stand before both.",
        ),
        Mistake(
            "the list begins with the last node",
            {"return order": "return order[::-1]"},
            why="Parents first: `last` is at the end. The way back will turn the list around by itself.",
        ),
        Mistake(
            "it goes back level by level",
            """
def topological_order(last, parents):
    order, waiting = [], [last]
    while waiting:
        node = waiting.pop(0)
        if node not in order:
            order.append(node)
            waiting.extend(parents[node])
    return order[::-1]
""",
            why="A node may be met first at its latest use. It must stand before all of its uses.",
        ),
        Mistake(
            "nodes that are used twice are in the list twice",
            """
def topological_order(last, parents):
    if len(parents) > 100:
        return list(parents)
    order = []
    for parent in parents[last]:
        order += topological_order(parent, parents)
    return [*order, last]
""",
            why="Remember which nodes have been visited, and visit each of them once.",
        ),
        Mistake(
            "only the first parent is visited",
            {"for parent in parents[node]:": "for parent in parents[node][:1]:"},
            why="A node has all the parents that parents[node] lists.",
        ),
        Mistake(
            "`last` itself is left out",
            {"return order": "return order[:-1]"},
            why="The list ends with `last`.",
        ),
        Mistake(
            "the nodes are listed as they stand in the dict",
            "def topological_order(last, parents):\n    return list(parents)\n",
            why="The order of a dict says nothing about parents. Go from `last` to its parents, and to theirs.",
        ),
        Mistake(
            "the inputs are left out",
            {
                "            order.append(node)\n": "            if parents[node]:\n"
                "                order.append(node)\n"
            },
            why="An input is a node too, one without parents.",
        ),
    ),
    hints=(
        "When may a node be put into the list? When all of its parents are in it already.",
        "Write a function visit(node) inside: for a node that has not been visited, visit its parents, then append it.",
        "A set remembers what was visited. visit calls itself for every parent; the whole is visit(last).",
    ),
)
