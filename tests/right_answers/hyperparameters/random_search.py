"""Right answers to `random_search`, written differently."""

import heapq


def loop(draw, evaluate, trials, rng):
    results = []
    for _ in range(trials):
        setting = draw(rng)
        results.append((evaluate(setting), setting))
    results.sort(key=lambda result: -result[0])
    return results


def draw_and_evaluate_in_turn(draw, evaluate, trials, rng):
    results = [(evaluate(setting), setting) for setting in (draw(rng) for _ in range(trials))]
    return sorted(results, key=lambda r: r[0])[::-1]


def lists_of_two(draw, evaluate, trials, rng):
    settings = [draw(rng) for _ in range(trials)]
    scores = list(map(evaluate, settings))
    order = sorted(range(trials), key=scores.__getitem__, reverse=True)
    return [[scores[i], settings[i]] for i in order]


def with_a_heap(draw, evaluate, trials, rng):
    settings = [draw(rng) for _ in range(trials)]
    heap = [(-evaluate(setting), i) for i, setting in enumerate(settings)]
    heapq.heapify(heap)
    ordered = [heapq.heappop(heap) for _ in range(trials)]
    return [(-score, settings[i]) for score, i in ordered]


def insert_in_order(draw, evaluate, trials, rng):
    results = []
    while len(results) < trials:
        setting = draw(rng)
        score = evaluate(setting)
        place = sum(other > score for other, _ in results)
        results.insert(place, (score, setting))
    return tuple(results)
