"""Right answers written differently."""


def with_a_loop(arrows, start, end):
    if start == end:
        return 1.0
    slope_of_end = 0.0
    for before, after, slope in arrows:
        if before == start:
            slope_of_end += slope * with_a_loop(arrows, after, end)
    return slope_of_end


def from_the_end(arrows, start, end):
    if end == start:
        return 1
    return sum(from_the_end(arrows, start, before) * slope for before, after, slope in arrows if after == end)


def with_a_stack(arrows, start, end):
    result, paths = 0.0, [(start, 1.0)]
    while paths:
        place, product = paths.pop()
        if place == end:
            result += product
            continue
        paths += [(after, product * slope) for before, after, slope in arrows if before == place]
    return result


def with_unpacked_arrows(arrows, start, end):
    if start == end:
        return 1.0
    leaving = [arrow for arrow in arrows if arrow[0] == start]
    return sum([arrow[2] * with_unpacked_arrows(arrows, arrow[1], end) for arrow in leaving], 0.0)


def with_a_memory(arrows, start, end):
    known = {end: 1.0}

    def slope_from(node):
        if node not in known:
            known[node] = sum(s * slope_from(after) for before, after, s in arrows if before == node)
        return known[node]

    return slope_from(start)
