def one_line(a, y):
    return 2 * (a - y) * a * (1 - a)


def chained(a, y):
    da = 2 * (a - y)
    da_dz = a * (1 - a)
    return da * da_dz


def sign_outside(a, y):
    return -2 * (y - a) * (a - a**2)


def by_label(a, y):
    return -2 * a * (1 - a) ** 2 if y == 1 else 2 * a**2 * (1 - a)


def a_sum(a, y):
    error = a - y
    return error * a * (1 - a) + a * (1 - a) * error
