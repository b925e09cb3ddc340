"""Sphinx's settings for the website. `site/build.py` sets the variables and collects the pages."""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from chinese_search import SearchChinese  # noqa: E402
from editions import EDITIONS  # noqa: E402

SOURCES = os.environ["SITE_SOURCES"]
EDITION = next(one for one in EDITIONS if one.language == os.environ["SITE_LANGUAGE"])
project = EDITION.title
author = EDITION.say("the contributors to Deep learning from scratch")
copyright = EDITION.say("the contributors; code BSD-3-Clause, text and figures CC BY 4.0")
language = EDITION.locale
extensions = ["myst_nb", "sphinx_copybutton", "sphinxext.opengraph"]
exclude_patterns = ["_extra", "_static"]
templates_path = ["templates"]
html_context = {"other": json.loads(os.environ["SITE_OTHER"])}
html_baseurl = os.environ.get("SITE_ADDRESS", "")

nb_execution_mode = "off"  # site/execute.py has executed them.
nb_ipywidgets_js = {}  # They would come from another server, and without a kernel they do nothing.
myst_enable_extensions = ["dollarmath", "amsmath"]
myst_heading_anchors = 4
suppress_warnings = ["myst.header", "mystnb.unknown_mime_type"]

html_title = project
html_theme = "sphinx_book_theme"
html_static_path = [f"{SOURCES}/_static"]
html_extra_path = [f"{SOURCES}/_extra"]
html_css_files = ["course.css"]
html_js_files = ["course.js"]
html_sidebars = {"**": ["sbt-sidebar-nav.html"]}
html_use_index = False
html_show_sourcelink = False
html_copy_source = False
html_last_updated_fmt = None
mathjax_path = "tex-svg.js"  # formulas as paths: one file and no fonts
mathjax3_config = {"options": {"enableMenu": False}, "svg": {"fontCache": "global"}}
html_theme_options = {
    "use_download_button": False,  # Each notebook has its own, for the file that a learner works in.
    "use_fullscreen_button": False,
    "show_navbar_depth": 1,
    "home_page_in_toc": False,
    # The name of the course, the search and the other language stand above every page, on a phone, too.
    "navbar_start": ["navbar-logo"],
    "navbar_center": [],
    "navbar_end": [],
    "navbar_persistent": ["search-button-field", "language.html"],
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}
copybutton_exclude = ".linenos, .gp, .go"

ogp_site_url = html_baseurl or "https://example.org/"
ogp_site_name = project
ogp_image = "_static/card.png"
ogp_image_alt = EDITION.say("Two interleaved classes of points, separated by a network with one hidden layer")
ogp_social_cards = {"enable": False}  # They would be drawn anew for each page; one picture serves all.


def setup(app):
    """Replace Sphinx's search in Chinese."""
    app.add_search_language(SearchChinese)
