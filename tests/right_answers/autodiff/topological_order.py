"""Right answers written differently."""


def with_a_list_only(last, parents):
    order = []

    def visit(node):
        if node in order:
            return
        for parent in parents[node]:
            visit(parent)
        order.append(node)

    visit(last)
    return order


def by_counting_uses(last, parents):
    needed, waiting = {last}, [last]
    while waiting:
        for parent in parents[waiting.pop()]:
            if parent not in needed:
                needed.add(parent)
                waiting.append(parent)
    uses = {node: 0 for node in needed}
    for node in needed:
        for parent in parents[node]:
            uses[parent] += 1
    order, ready = [], [last]
    while ready:
        node = ready.pop()
        order.append(node)
        for parent in parents[node]:
            uses[parent] -= 1
            if uses[parent] == 0:
                ready.append(parent)
    return order[::-1]


def in_rounds(last, parents):
    needed = [last]
    for node in needed:
        needed += [parent for parent in dict.fromkeys(parents[node]) if parent not in needed]
    order = []
    while len(order) < len(needed):
        for node in needed:
            if node not in order and all(parent in order for parent in parents[node]):
                order.append(node)
    return order


def with_an_own_stack(last, parents):
    order, stack = [], [(last, iter(parents[last]))]
    visited = {last}
    while stack:
        node, left = stack[-1]
        for parent in left:
            if parent not in visited:
                visited.add(parent)
                stack.append((parent, iter(parents[parent])))
                break
        else:
            stack.pop()
            order.append(node)
    return order


def other_parent_first(last, parents, order=None):
    order = [] if order is None else order
    for parent in reversed(parents[last]):
        if parent not in order:
            other_parent_first(parent, parents, order)
    if last not in order:
        order.append(last)
    return order
