"""A playground on a page, moved by keyboard and by mouse, and timed."""

import time

from tests.browser.page import PATIENCE, wait_until

TIME_ONE = """
async ([handle, image, key]) => {
    const begun = performance.now();
    const drawn = new Promise((resolve) => {
        image.addEventListener("load", () => resolve(performance.now()), { once: true });
    });
    handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    const late = new Promise((resolve) => setTimeout(() => resolve(null), 5000));
    const ended = await Promise.race([drawn, late]);
    return ended === null ? null : ended - begun;
}
"""
UNNAMED = "[role=slider]:not([aria-label]), select:not([aria-label]), img:not([alt])"


class Ground:
    """One playground: the cell whose last line begins with a text."""

    def __init__(self, notebook, last_line):
        self.page = notebook.page
        self.cell = notebook.show(notebook.index_of(last_line))
        self.image = self.cell.locator(".course-picture img")
        self.image.wait_for(timeout=PATIENCE)

    def seen(self):
        """Return (address of the picture, sentence)."""
        return self.image.get_attribute("src"), self.cell.locator(".course-picture figcaption").inner_text()

    def sentence(self):
        """Return the sentence below the picture."""
        return self.seen()[1]

    def slider(self, label):
        """Return the handle of the slider with this accessible name."""
        return self.cell.get_by_role("slider", name=label, exact=True)

    def press(self, words):
        """Press the button with these words."""
        self.cell.get_by_role("button", name=words, exact=True).click()

    def changes_after(self, act):
        """Do something and wait until both the picture and the sentence have changed."""
        picture, sentence = self.seen()
        act()
        wait_until(lambda: self.seen()[0] != picture and self.seen()[1] != sentence)

    def picture_changes_after(self, act):
        """Do something and wait until the picture has changed."""
        picture = self.seen()[0]
        act()
        wait_until(lambda: self.seen()[0] != picture)

    def drag(self, label, by=60):
        """Drag the handle of a slider with the mouse by so many pixels."""
        self.slider(label).scroll_into_view_if_needed()
        box = self.slider(label).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + by, y, steps=6)
        self.page.mouse.up()

    def settle(self, seconds=0.5):
        """Wait until the picture has stayed the same for a while."""
        last, since = self.seen(), time.monotonic()
        while time.monotonic() - since < seconds:
            time.sleep(0.05)
            if self.seen() != last:
                last, since = self.seen(), time.monotonic()

    def times(self, label, count=10):
        """Return the milliseconds from a key on a slider to the new picture, several times there and back."""
        self.settle()
        handle, image = self.slider(label).element_handle(), self.image.element_handle()
        keys = [("ArrowLeft", "ArrowRight")[k % 2] for k in range(count)]
        return [self.page.evaluate(TIME_ONE, [handle, image, key]) for key in keys]

    def unnamed(self):
        """Return how many of its controls and pictures have no accessible name."""
        return self.cell.locator(UNNAMED).count()
