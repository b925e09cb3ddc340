"""The kinds of controls that playgrounds use, each with a label."""

import ipywidgets

from helpers.engine.language import current, translated


def wide(description):
    """Return the layout of a slider: its label, a track of some eight ems, and its number."""
    return {"width": f"{17 + len(description) // 2}em"}


def whole(description, value, low, high, step=1):
    """Return a slider over whole numbers."""
    return ipywidgets.IntSlider(
        value, low, high, step, description=translated(description), layout=wide(description)
    )


def number(description, value, low, high, step=0.1):
    """Return a slider over numbers."""
    return ipywidgets.FloatSlider(
        value, min=low, max=high, step=step, description=translated(description), layout=wide(description)
    )


def magnitude(description, value, low, high, step=0.1, form=".3g"):
    """Return a slider from 10^low to 10^high on a logarithmic scale."""
    return ipywidgets.FloatLogSlider(
        value,
        min=low,
        max=high,
        step=step,
        description=translated(description),
        layout=wide(description),
        readout_format=form,
    )


def one_of(description, options, value=None):
    """Return a slider over a few values in order, or (label, value) pairs."""
    slider = ipywidgets.SelectionSlider(
        options=labeled(options), description=translated(description), layout=wide(description)
    )
    if value is not None:
        slider.value = value
    return slider


def choice(description, options, value=None):
    """Return a list to choose one thing from: labels, or (label, value) pairs."""
    chosen = {} if value is None else {"value": value}
    return ipywidgets.Dropdown(
        options=labeled(options), description=translated(description), layout={"width": "auto"}, **chosen
    )


def labeled(options):
    """Return options as (label, value) pairs with labels in the learner's language; in English as they are."""
    if current() == "en":
        return options
    pairs = [option if isinstance(option, tuple) else (str(option), option) for option in options]
    return [(translated(label), value) for label, value in pairs]
