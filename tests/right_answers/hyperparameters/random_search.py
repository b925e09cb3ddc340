"""Right answers to `random_search`, written differently."""

import heapq


def loop(choices, evaluate, trials, rng):
    results = []
    for _ in range(trials):
        setting = {}
        for name in choices:
            setting[name] = choices[name][rng.integers(len(choices[name]))]
        results.append((evaluate(setting), setting))
    results.sort(key=lambda result: -result[0])
    return results


def draw_and_evaluate_in_turn(choices, evaluate, trials, rng):
    drawn = ({name: rng.choice(values) for name, values in choices.items()} for _ in range(trials))
    return sorted([(evaluate(setting), setting) for setting in drawn], key=lambda r: r[0])[::-1]


def column_by_column(choices, evaluate, trials, rng):
    columns = {name: rng.choice(values, size=trials) for name, values in choices.items()}
    settings = [{name: column[i].item() for name, column in columns.items()} for i in range(trials)]
    scores = [evaluate(setting) for setting in settings]
    order = sorted(range(trials), key=scores.__getitem__, reverse=True)
    return [[scores[i], settings[i]] for i in order]


def with_a_heap(choices, evaluate, trials, rng):
    settings = [{k: v[int(rng.random() * len(v))] for k, v in choices.items()} for _ in range(trials)]
    heap = [(-evaluate(setting), i) for i, setting in enumerate(settings)]
    heapq.heapify(heap)
    ordered = [heapq.heappop(heap) for _ in range(trials)]
    return [(-score, settings[i]) for score, i in ordered]


def insert_in_order(choices, evaluate, trials, rng):
    results = []
    while len(results) < trials:
        setting = dict(zip(choices, (rng.permutation(values)[0] for values in choices.values()), strict=True))
        score = evaluate(setting)
        results.insert(sum(other > score for other, _ in results), (score, setting))
    return tuple(results)
