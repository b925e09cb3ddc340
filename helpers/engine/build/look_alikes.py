"""Letters of other alphabets that look like Latin ones: a name with one is another name, identical on the screen."""

import unicodedata


def odd_letters(written, meant):
    """Return what is odd about a name that only looks like another, as half a sentence; "" if it does not."""
    pairs = [(w, m) for w, m in zip(written, meant, strict=False) if w != m]
    if len(written) != len(meant) or not pairs or any(w.isascii() for w, _ in pairs):
        return ""
    letters = dict.fromkeys(f"'{w}' is {unicodedata.name(w, 'no letter')}, not '{m}'" for w, m in pairs)
    return "; ".join(letters)


def look_alike(names, meant):
    """Return what is odd about the first of some names that only looks like another; "" if there is none."""
    return next((odd for name in sorted(names) if (odd := odd_letters(name, meant))), "")
