"""JupyterLite itself: the application, its extensions, and its settings."""

import io
import json
import tarfile

EXTENSIONS = ("jupyterlite-pyodide-kernel", "jupyterlab-widgets", "anywidget")
PLACE = "share/jupyter/labextensions/"
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
NOT_SERVED = (".map", ".orig", ".LICENSE.txt", "third-party-licenses.json")
# No news, and a page that is written in Markdown opens as a page.
OVERRIDES = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/docmanager-extension:plugin": {"defaultViewers": {"markdown": "Markdown Preview"}},
}
# On a phone JupyterLab leaves a notebook a few letters of width: there, it opens alone, in the same storage.
# Before the page has said that it fits a phone, innerWidth may still be that of a desk.
NARROW = """<script>
  if (Math.min(innerWidth, screen.width) < 700 && new URLSearchParams(location.search).has("path"))
    location.replace("../notebooks/index.html" + location.search);
</script>
"""


def unpack(parts, out):
    """Write the application and its extensions into the folder `out`."""
    with parts.open("jupyterlite-core") as wheel:
        archive = next(name for name in wheel.namelist() if name.endswith(".tgz"))
        with tarfile.open(fileobj=io.BytesIO(wheel.read(archive))) as tar:
            for member in tar.getmembers():
                if member.isfile():
                    write(out / member.name.partition("/")[2], tar.extractfile(member).read())
    for name in EXTENSIONS:
        with parts.open(name) as wheel:
            for path in wheel.namelist():
                if PLACE in path and not path.endswith("/"):
                    write(out / "extensions" / path.partition(PLACE)[2], wheel.read(path))


def write(path, content):
    """Write a file, with its folders, unless no browser asks for it."""
    if not path.name.endswith(NOT_SERVED):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def configure(out, packages, environment):
    """Write the settings: the extensions, and the kernel with the packages and variables that it starts with."""
    page = out / "lab" / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("<head>", f"<head>{NARROW}", 1), encoding="utf-8"
    )
    manifests = sorted(out.glob("extensions/*/package.json")) + sorted(
        out.glob("extensions/@*/*/package.json")
    )
    kernel = {
        "pyodideUrl": "./static/pyodide/pyodide.js",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": packages, "env": environment},
    }
    own = {
        "appName": "Neural networks from scratch",
        "exposeAppInBrowser": True,  # for the tests, as in the other front ends
        "federated_extensions": [federated(json.loads(path.read_text())) for path in manifests],
        "litePluginSettings": {KERNEL: kernel},
        "settingsOverrides": OVERRIDES,
    }
    path = out / "jupyter-lite.json"
    settings = json.loads(path.read_text())
    settings["jupyter-config-data"] |= own
    path.write_text(json.dumps(settings, indent=1))
    schemas = [schema for manifest in manifests for schema in settings_of(manifest)]
    (out / "build" / "schemas" / "all_federated.json").write_text(json.dumps(schemas))


def federated(manifest):
    """Return the entry of an extension in the settings of the application."""
    return {"name": manifest["name"], **manifest["jupyterlab"]["_build"]}


def settings_of(manifest):
    """Return the settings that the extension with this package.json can have."""
    data = json.loads(manifest.read_text())
    return [
        {
            "id": f"{data['name']}:{path.stem}",
            "raw": "{}",
            "schema": json.loads(path.read_text()),
            "settings": {},
            "version": data["version"],
        }
        for path in sorted(manifest.parent.glob("schemas/**/*.json"))
    ]
