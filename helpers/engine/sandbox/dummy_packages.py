"""Dummies for what graded functions do not need, but cells may use: packages that draw or display, `tracemalloc`."""

import importlib.abc
import importlib.machinery
import site
import sys
import tracemalloc
import types

PACKAGES = ("matplotlib", "IPython", "ipywidgets", "h5py", "PIL", "mpl_toolkits")


class Dummy:
    """An object that accepts every call and attribute and does nothing."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_, **__):
        return self

    def __getitem__(self, _):
        return self

    def __iter__(self):
        return iter((self, self))  # two, for `figure, axes = plt.subplots()`

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


class DummyModule(types.ModuleType):
    """A module in which every name is a `Dummy`."""

    __path__ = ()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Dummy()


class DummyFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds dummy modules for the packages listed, and for whatever is imported from them."""

    def find_spec(self, name, path=None, target=None):
        """Return the spec of a dummy module, or None for other packages."""
        listed = name.partition(".")[0] in PACKAGES
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if listed else None

    def create_module(self, spec):
        """Return an empty dummy module."""
        return DummyModule(spec.name)

    def exec_module(self, module):
        """Do nothing: there is no code."""


def install():
    """Let the dummies take precedence over what is installed; define `exit`, `quit` and `help`."""
    sys.meta_path.insert(0, DummyFinder())
    # While the probe of memory measures, nobody else may stop or reset it. It holds the functions themselves.
    for module in (tracemalloc, sys.modules["_tracemalloc"]):
        for name in ("start", "stop", "reset_peak", "clear_traces"):
            setattr(module, name, Dummy())
    # The interpreter runs without `site`, which would define these.
    site.setquit()
    site.sethelper()
