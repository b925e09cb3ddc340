"""Right answers to `early_stopping`, written differently."""

import numpy as np


def counter(costs, patience):
    best, waited = 0, 0
    for k, cost in enumerate(costs):
        if k > 0 and cost >= costs[best]:
            waited += 1
        else:
            best, waited = k, 0
        if waited == patience:
            return best + 1, k + 1
    return best + 1, len(costs)


def lowest_so_far(costs, patience):
    for stop in range(1, len(costs) + 1):
        seen = costs[:stop]
        best = seen.index(min(seen)) + 1
        if stop - best >= patience:
            break
    return best, stop


def argmin(costs, patience):
    stop = 1
    while stop < len(costs) and stop - (np.argmin(costs[:stop]) + 1) < patience:
        stop += 1
    return np.argmin(costs[:stop]) + 1, stop


def infinity(costs, patience):
    lowest, best, epoch = float("inf"), 0, 0
    for cost in costs:
        epoch += 1
        if cost < lowest:
            lowest, best = cost, epoch
        elif epoch - best >= patience:
            break
    return best, epoch


def running_minimum(costs, patience):
    lowest = np.minimum.accumulate(costs)
    best = [int(np.argmax(np.array(costs) == low)) + 1 for low in lowest]
    stops = [e for e, b in enumerate(best, 1) if e - b == patience]
    stop = stops[0] if stops else len(costs)
    return [best[stop - 1], stop]
