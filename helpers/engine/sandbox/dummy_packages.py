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

    def __setitem__(self, _, value):
        pass

    def __delitem__(self, _):
        pass

    def __contains__(self, _):
        return False

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


class Absent(Dummy):
    """A function of a module of the course that the worker does not have: it can be imported, and not called."""

    def __init__(self, name):
        self.name = name

    def __call__(self, *_, **__):
        raise ModuleNotFoundError(f"{self.name} is not there when a notebook is graded")


class AbsentModule(DummyModule):
    """A module of the course that the worker does not have."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self.__name__}.{name}")


class DummyFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds dummy modules for the packages listed, and for whatever is imported from them."""

    def __init__(self, packages, kind):
        self.packages, self.kind = packages, kind

    def find_spec(self, name, path=None, target=None):
        """Return the spec of a dummy module, or None for other packages."""
        listed = name.partition(".")[0] in self.packages
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if listed else None

    def create_module(self, spec):
        """Return an empty dummy module."""
        return self.kind(spec.name)

    def exec_module(self, module):
        """Do nothing: there is no code."""


def install():
    """Let the dummies take precedence over what is installed; define `exit`, `quit` and `help`."""
    sys.meta_path.insert(0, DummyFinder(PACKAGES, DummyModule))
    # While the probe of memory measures, nobody else may stop or reset it. It holds the functions themselves.
    for module in (tracemalloc, sys.modules["_tracemalloc"]):
        for name in ("start", "stop", "reset_peak", "clear_traces"):
            setattr(module, name, Dummy())
    # The interpreter runs without `site`, which would define these.
    site.setquit()
    site.sethelper()


def install_absent(package):
    """Let cells import what a worker does not have of the course; after the notebook's own imports."""
    sys.meta_path.append(DummyFinder((package,), AbsentModule))
