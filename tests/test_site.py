"""The website: its links lead somewhere, its pictures are described, and no page shows a solution."""

import re
import sys
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from tests.website import NOTEBOOK, ROOT, Page, build_site

sys.path.insert(0, str(ROOT / "site"))
import addresses  # noqa: E402
import collect  # noqa: E402
from editions import CHINESE, ENGLISH  # noqa: E402

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Return {path in the website: page}."""
    site = build_site(tmp_path_factory.mktemp("website") / "site")
    return {
        path.relative_to(site).as_posix(): Page(path)
        for path in site.rglob("*.html")
        if "_static" not in path.parts
    }


@pytest.mark.timeout(900)
def test_every_link_leads_to_a_page_and_a_place_on_it(pages):
    lost = []
    for page in pages.values():
        for link in page.links():
            if ":" in link or not (address := urlsplit(link)).path and not address.fragment:
                continue
            target = (page.path.parent / unquote(address.path)).resolve() if address.path else page.path
            there = Page(target) if target.suffix == ".html" and target.is_file() else None
            if not target.exists() or (
                there and address.fragment and unquote(address.fragment) not in there.targets
            ):
                lost.append((page.path.name, link))
    assert not lost and len(pages) > 8


def test_nothing_is_loaded_from_another_server(pages):
    assert not [
        (name, a) for name, page in pages.items() for a in page.loaded() if re.match(r"(https?:)?//", a)
    ]


def test_every_figure_says_what_it_shows(pages):
    images = [attrs for tag, attrs in pages[f"notebooks/{NOTEBOOK}.html"].tags if tag == "img"]
    assert len(images) > 10 and all(len(attrs.get("alt", "")) > 10 for attrs in images)


def test_a_notebook_is_shown_as_the_learner_gets_it(pages):
    text = pages[f"notebooks/{NOTEBOOK}.html"].text
    assert "sigmoid: not written yet" in text and "np.logaddexp" not in text
    assert "import helpers" not in text


def test_a_notebook_can_be_downloaded_without_outputs(pages):
    page = pages[f"notebooks/{NOTEBOOK}.html"]
    link = next(link for link in page.links() if link.endswith(".ipynb"))
    assert (page.path.parent / link).read_bytes() == (ROOT / "notebooks" / f"{NOTEBOOK}.ipynb").read_bytes()


def test_a_button_without_its_place_is_not_shown():
    path = "notebooks/02_logistic_regression.ipynb"
    every = addresses.buttons(path, "../", "ada/networks", lite=True)
    assert "../lite/lab/index.html?path=02_logistic_regression.ipynb" in every
    assert (
        f"github/ada/networks/blob/main/{path}" in every
        and f"gh/ada/networks/main?urlpath=lab/tree/{path}" in every
    )
    chinese = addresses.buttons(path, "../", "", lite=True, edition=CHINESE)
    assert "../../lite/lab/index.html?path=zh/02_logistic_regression.ipynb" in chinese
    none = addresses.buttons(path, "../", "", lite=False)
    assert "Download" in none and not re.search("lite|binder|colab", none)


def test_links_to_files_that_are_no_page_lead_to_the_repository_or_nowhere():
    text = "[a](docs/teaching.md#collect) [b](LICENSE) [c](helpers/) [d](https://x.org)"
    pages = {"docs/teaching.md": "docs/teaching.md"}
    assert (
        collect.Links(pages, "")
        .rewritten(text, "README.md")
        .startswith("[a](docs/teaching.md#collect) b c [d]")
    )
    told = collect.Links(pages, "ada/networks").rewritten(text, "README.md")
    assert "[b](https://github.com/ada/networks/blob/main/LICENSE)" in told and "/tree/main/helpers)" in told
    assert collect.Links(pages, "").rewritten("[a](../README.md)", "docs/x.md") == "[a](../index.md)"


def test_the_workflow_that_publishes_may_only_publish_and_pins_its_actions():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text())
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used and all(re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", action) for action in used)


def test_notebooks_are_found_not_listed():
    found = {path.stem for path in collect.notebooks_in(ENGLISH)}
    assert found == {path.stem for path in (ROOT / "notebooks").glob("[0-9]*.ipynb")}


def test_a_link_from_a_chinese_page_leads_to_the_chinese_page_or_says_that_it_is_in_english():
    pages = {"docs/x.md": "docs/x.md", "notebooks/zh/02.ipynb": "zh/notebooks/02.ipynb"}
    links = collect.Links(pages, "", CHINESE)
    assert links.rewritten("[a](02.ipynb)", "notebooks/zh/README.md") == "[a](02.ipynb)"
    assert links.rewritten("[a](../../README.zh-CN.md)", "notebooks/zh/02.ipynb") == "[a](../index.md)"
    assert links.rewritten("[a](../../notebooks/zh/02.ipynb)", "docs/zh/y.md") == "[a](../notebooks/02.ipynb)"
    assert links.rewritten("![a](../b.png)", "docs/zh/y.md") == "![a](b.png)"
    english = links.rewritten("[a](../../docs/x.md#part)", "notebooks/zh/02.ipynb")
    assert english == '<a href="../../docs/x.html#part" hreflang="en">a</a>'


def test_every_page_leads_to_the_same_page_in_the_other_language_and_says_its_own(pages):
    for name, there, lang in (
        (f"notebooks/{NOTEBOOK}", f"../zh/notebooks/{NOTEBOOK}", "zh-CN"),
        (f"zh/notebooks/{NOTEBOOK}", f"../../notebooks/{NOTEBOOK}", "en"),
        ("notebooks/README", "../zh/notebooks/README", "zh-CN"),
        ("zh/index", "../index", "en"),
        ("zh/search", "../search", "en"),
        ("docs/teaching", "../zh/docs/teaching", "zh-CN"),
        ("docs/checks", "../zh/index", "zh-CN"),
    ):
        tags = pages[f"{name}.html"].tags
        switches = [attrs for tag, attrs in tags if attrs.get("class") == "course-language"]
        assert switches and all(
            (switch["href"].removeprefix("./"), switch["lang"], switch["hreflang"])
            == (f"{there}.html", lang, lang)
            for switch in switches
        ), name
        own = next(attrs["lang"] for tag, attrs in tags if tag == "html")
        assert own == ("zh-CN" if name.startswith("zh/") else "en")


def test_the_buttons_of_the_theme_have_chinese_names(pages):
    said = " ".join(attrs.get("aria-label", "") for _, attrs in pages["zh/index.html"].tags)
    assert "主导航" in said and "Main" not in said


def test_the_chinese_page_of_a_notebook_is_chinese_with_its_figures(pages):
    page = pages[f"zh/notebooks/{NOTEBOOK}.html"]
    images = [attrs for tag, attrs in page.tags if tag == "img"]
    assert len(images) > 10 and all(re.search("[\u3400-\u9fff]", attrs["alt"]) for attrs in images)
    assert "下载" in page.text and "Download" not in page.text and "missing from font" not in page.text


def test_the_chinese_search_knows_pairs_of_characters_and_english_words():
    chinese_search = pytest.importorskip("chinese_search", exc_type=ImportError)
    split = chinese_search.SearchChinese({}).split
    assert split("反向传播，用NumPy 2") == [*"反向传播", "反向", "向传", "传播", "用", "NumPy", "2"]
