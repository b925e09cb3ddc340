"""Figures in the learner's language: known words are translated where Matplotlib sets them, in a font that has them."""

from pathlib import Path

import matplotlib
from matplotlib import font_manager, text

from helpers.engine.language import current, labeled
from helpers.engine.language.choice import listeners

FONTS = Path(__file__).with_name("fonts")
FAMILIES = {"zh": "Noto Sans CJK SC"}  # behind Matplotlib's own font, for the letters that it lacks


def follow_language():
    """Let the figures of this process follow the language: their words from now on, their font at once."""
    if not hasattr(text.Text.set_text, "in_english"):
        text.Text.set_text = translating(text.Text.set_text)
        listeners.append(use_font)
    use_font(current())


def translating(set_text):
    """Return the method that sets a text, with known words translated."""

    def set_translated(self, s):
        # Beside a formula the font has no characters of other languages.
        known = isinstance(s, str) and any(map(str.isalpha, s)) and "$" not in s and current() != "en"
        set_text(self, labeled(s) if known else s)

    set_translated.in_english = set_text
    return set_translated


def use_font(language):
    """Add the font for a language to Matplotlib's, if it needs one."""
    family = FAMILIES.get(language)
    if family is None or family in matplotlib.rcParams["font.family"]:
        return
    for path in FONTS.glob("*.otf"):
        font_manager.fontManager.addfont(path)
    matplotlib.rcParams["font.family"] = [*matplotlib.rcParams["font.family"], family]
