def multiplied_out(x, y):
    return 2 * x * (x + y) ** 2 + 2 * x**2 * (x + y), 2 * x**2 * (x + y)


def accumulated(x, y):
    u = x + y
    v = x * u
    dx = dy = 0
    dv = 2 * v
    dx += dv * u
    du = dv * x
    dx += du
    dy += du
    return dx, dy


def as_a_list(x, y):
    v = x * (x + y)
    return [2 * v * (2 * x + y), 2 * v * x]


def root_first(x, y):
    root = x * x + x * y
    return 2 * root * (x + x + y), 2 * root * x


def by_ways(x, y):
    u = x + y
    ways = {"direct": u, "through u": x * 1}
    return 2 * x * u * sum(ways.values()), 2 * x * u * ways["through u"]
