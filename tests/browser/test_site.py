"""The website in a browser: no barrier that axe finds, no outside request, nothing wider than a phone."""

import functools
import http.server
import threading

import pytest

from tests.browser.page import PATIENCE
from tests.website import BUILT, NOTEBOOK, ROOT, build_site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1800)]

PAGES = [
    "index",
    *(f"notebooks/{name}" for name in BUILT),
    "notebooks/README",
    *(f"docs/{path.stem}" for path in sorted(ROOT.glob("docs/*.md"))),
    "search",
    "zh/index",
    *(f"zh/notebooks/{name}" for name in BUILT),
    *(f"zh/docs/{path.stem}" for path in sorted(ROOT.glob("docs/zh/*.md"))),
    "zh/search",
]
RULES = "async () => (await axe.run()).violations.map((found) => [found.id, found.nodes[0].html])"
SIZES = {"desk": (1280, 900), "phone": (360, 740)}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that prints nothing."""

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the address of the website on this machine."""
    folder = build_site(tmp_path_factory.mktemp("website") / "site", BUILT)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def visit(chromium, site):
    """Return a function that opens a page and returns it with the requests that left this machine, and the failures."""
    contexts = []

    def open_page(name, size="desk", scheme="light"):
        width, height = SIZES[size]
        contexts.append(
            chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        )
        page, outside, failed = contexts[-1].new_page(), [], []
        local = (site, "data:", "blob:")
        page.on("request", lambda request: request.url.startswith(local) or outside.append(request.url))
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on("response", lambda answer: answer.status < 400 or failed.append(answer.url))
        page.goto(f"{site}{name}.html", wait_until="networkidle")
        return page, outside, failed

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barrier_and_asks_no_other_server(visit, axe, name, shot):
    for size, scheme in (("desk", "light"), ("phone", "light"), ("desk", "dark")):
        page, outside, failed = visit(name, size, scheme)
        assert not outside and not failed
        assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
        shot(page, f"site-{name.replace('/', '-')}-{size}-{scheme}")
        page.evaluate(axe)
        assert page.evaluate(RULES) == [], (size, scheme)


def test_formulas_are_set(visit):
    page, *_ = visit(f"notebooks/{NOTEBOOK}")
    page.wait_for_function("document.querySelectorAll('mjx-container').length > 50", timeout=60_000)
    assert not page.locator("mjx-merror").count()


def test_the_search_finds_a_notebook(visit):
    page, *_ = visit("search")
    page.goto(page.url + "?q=sigmoid")
    page.locator("#search-results li a", has_text="Logistic regression").first.wait_for(timeout=PATIENCE)


@pytest.mark.parametrize("words", ["猫", "代价", "梯度下降", "学习速率", "sigmoid 函数"])
def test_the_search_in_chinese_finds_what_the_notebook_says(visit, words):
    page, *_ = visit("zh/search")
    page.goto(f"{page.url}?q={words}")
    page.locator("#search-results li a", has_text="逻辑回归").first.wait_for(timeout=PATIENCE)


def test_the_search_in_chinese_does_not_find_what_no_page_says(visit):
    page, *_ = visit("zh/search")
    page.goto(f"{page.url}?q=混凝土")
    page.locator("#search-results .search-summary", has_text="没有").wait_for(timeout=PATIENCE)


def test_the_switch_leads_to_the_other_language_and_back(visit):
    for size in SIZES:
        page, *_ = visit(f"notebooks/{NOTEBOOK}", size)
        page.locator(".course-language:visible").click()
        page.wait_for_url(f"**/zh/notebooks/{NOTEBOOK}.html")
        page.locator(".course-language:visible").click()
        page.wait_for_url(f"**/notebooks/{NOTEBOOK}.html")
        assert "/zh/" not in page.url
