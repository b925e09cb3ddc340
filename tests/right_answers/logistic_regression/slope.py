def two_lines(f, theta, nudge=1e-5):
    rise = f(theta + nudge) - f(theta - nudge)
    return rise / (2 * nudge)


def half_sum(f, theta, nudge=1e-5):
    right = (f(theta + nudge) - f(theta)) / nudge
    left = (f(theta) - f(theta - nudge)) / nudge
    return (right + left) / 2


def ends(f, theta, nudge=1e-5):
    up, down = theta + nudge, theta - nudge
    return (f(up) - f(down)) / (up - down)


def halved_first(f, theta, nudge=1e-5):
    return 0.5 * (f(theta + nudge) / nudge - f(theta - nudge) / nudge)


def from_the_other_side(f, theta, nudge=1e-5):
    return (f(theta - nudge) - f(theta + nudge)) / (-2 * nudge)


def over_the_sides(f, theta, nudge=1e-5):
    return sum(side * f(theta + side * nudge) for side in (1, -1)) / 2 / nudge
