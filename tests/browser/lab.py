"""A JupyterLab of its own on the loopback address, with settings, kernels and notebooks in a temporary folder."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]
QUIET = '{"fetchNews": "false", "checkForUpdates": false, "doNotDisturbMode": true}'
OPTIONS = [
    "--no-browser",
    "--allow-root",
    "--ip=127.0.0.1",
    "--ServerApp.port_retries=0",
    "--LabApp.expose_app_in_browser=True",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
]


class Lab:
    """A running JupyterLab: `folder` holds copies of the notebooks, `url(name)` opens one.

    The environment variable LAB_PYTHON names the Python whose JupyterLab is started, by default this one.
    """

    def __init__(self, home):
        self.home, self.folder, self.token = Path(home), Path(home, "notebooks"), secrets.token_hex(16)
        self.folder.mkdir()
        shutil.copy(ROOT / "notebooks" / "matplotlibrc", self.folder)
        self.python = os.environ.get("LAB_PYTHON", sys.executable)
        settings = self.home / "settings" / "@jupyterlab" / "apputils-extension"
        settings.mkdir(parents=True)
        (settings / "notification.jupyterlab-settings").write_text(QUIET)

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        own = [f"--port={self.port}", f"--IdentityProvider.token={self.token}"]
        own.append(f"--ServerApp.root_dir={self.folder}")
        with open(self.home / "server.log", "wb") as log:
            self.process = subprocess.Popen(
                [self.python, "-m", "jupyterlab", *OPTIONS, *own],
                env=self.environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.wait()
        return self

    def environment(self):
        """Return the environment: nothing of the user's own Jupyter, one thread, and the course on the path.

        The notebook says which language it is in, as for a learner; what says nothing is in English.
        """
        places = {
            "JUPYTER_CONFIG_DIR": "config",
            "JUPYTER_DATA_DIR": "data",
            "JUPYTER_RUNTIME_DIR": "runtime",
            "JUPYTERLAB_SETTINGS_DIR": "settings",
            "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
            "IPYTHONDIR": "ipython",
        }
        own = {name: str(self.home / place) for name, place in places.items()}
        own |= {"OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
        return {name: value for name, value in os.environ.items() if name != "COURSE_LANGUAGE"} | own

    def wait(self, seconds=90):
        """Return once the server answers."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            try:
                return urllib.request.urlopen(self.url("", "api"), timeout=5).read()
            except OSError:
                time.sleep(0.25)
        raise RuntimeError((self.home / "server.log").read_text())

    def url(self, name, page="lab/tree/"):
        """Return the address of a notebook."""
        return f"http://127.0.0.1:{self.port}/{page}{name}?token={self.token}"

    def put(self, path):
        """Copy a notebook into the folder, unless it is there, and return its name."""
        if Path(path).parent != self.folder:
            shutil.copy(path, self.folder)
        return Path(path).name

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
