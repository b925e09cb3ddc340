"""The edition for the browser on a small server: built once, counted in bytes, and without any way to elsewhere."""

import functools
import json
import subprocess
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.browser.page import NotebookPage

ROOT = Path(__file__).parents[2]
SITE = ROOT / "build" / "lite"


class NotBuiltError(Exception):
    """The site could not be built; the message is what make printed."""


def build():
    """Build the site with make, which fetches the locked parts if they are not there."""
    # The environment in which the tests run is the installed one; make need not look at it again.
    command = ["make", "--old-file=.venv/installed", "site-lite"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900)
    if made.returncode:
        raise NotBuiltError(f"make site-lite: {made.stdout[-500:]}{made.stderr[-1500:]}")


class Handler(SimpleHTTPRequestHandler):
    """Serves files, counts them, and adds up their sizes."""

    sent = requests = 0
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".wasm": "application/wasm"}

    def log_message(self, *_):
        """Print nothing."""

    def send_head(self):
        """Count a request."""
        Handler.requests += 1
        return super().send_head()

    def copyfile(self, source, outputfile):
        """Send a file and count its bytes."""
        content = source.read()
        Handler.sent += len(content)
        outputfile.write(content)


class Lite:
    """A running server of the site: `url(name)` opens a notebook of it."""

    def __enter__(self):
        handler = functools.partial(Handler, directory=SITE)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        return self

    def url(self, name):
        """Return the address of a notebook."""
        return f"{self.base}/lab/index.html?path={name}"

    def put(self, path, name):
        """Copy a notebook into the site under another name, such as "zh/new.ipynb", and return the name."""
        notebook = json.loads(Path(path).read_text(encoding="utf-8"))
        notebook["metadata"]["kernelspec"] = {
            "name": "python",
            "display_name": "Python",
            "language": "python",
        }
        (SITE / "files" / name).write_text(json.dumps(notebook), encoding="utf-8")
        folder, _, file = name.rpartition("/")
        listed = SITE / "api" / "contents" / folder / "all.json"
        known = json.loads(listed.read_text())
        others = [entry for entry in known["content"] if entry["name"] != file]
        known["content"] = [*others, {**others[0], "name": file, "path": name}]
        listed.write_text(json.dumps(known))
        return name

    def __exit__(self, *_):
        self.server.shutdown()


class LitePage(NotebookPage):
    """An open notebook of the site; Python in the browser may take minutes on a busy machine."""

    patience = 400_000

    def errors(self):
        """Return (index, name, message) of the cells that ended in an error."""
        return [
            (index, output["ename"], output["evalue"][:300])
            for index, cell in enumerate(self.model())
            for output in cell.get("outputs", ())
            if output["output_type"] == "error"
        ]

    def printed_as_errors(self):
        """Return what the cells wrote to the error output."""
        outputs = [output for cell in self.model() for output in cell.get("outputs", ())]
        return ["".join(output["text"]) for output in outputs if output.get("name") == "stderr"]

    def text_of(self, index):
        """Return everything that the cell at an index shows as plain text."""
        outputs = self.model()[index]["outputs"]
        parts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs]
        return "".join("".join(part) for part in parts)
