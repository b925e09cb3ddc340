# Every target is one command. They need git, make and Python 3.11 or newer; the rest is installed into .venv.
PYTHON ?= python3
PY := .venv/bin/python
READY := .venv/installed
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# On a busy machine the threads of small products wait for each other, and training takes many times longer.
export OPENBLAS_NUM_THREADS ?= 1

.DEFAULT_GOAL := help
.PHONY: help lab test test-browser build experiments grade grade-class prove claims bench lock clean

help:  ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' Makefile

lab: $(READY)  ## open JupyterLab on the notebooks
	$(PY) -m jupyter lab notebooks $(LAB_ARGS)

test: $(READY)  ## run every test but those in a browser
	$(PY) -m pytest $(ARGS)

test-browser: $(READY)  ## use the notebooks in Chromium, as a person does
	$(PY) -m pytest -m browser tests/browser $(ARGS)

build: $(READY)  ## build the notebooks whose source changed
	$(PY) -m helpers.engine.build build $(ARGS)

experiments: $(READY)  ## remake the stored results of the long experiments
	$(PY) -m helpers.experiments $(ARGS)

grade: $(READY)  ## grade one notebook: make grade NB=notebooks/02_logistic_regression.ipynb
	@test -n "$(NB)" || { echo "Say which notebook: make grade NB=notebooks/02_logistic_regression.ipynb"; exit 2; }
	$(PY) -m helpers.engine.grade "$(NB)" $(ARGS)

grade-class: $(READY)  ## grade a folder of notebooks: make grade-class DIR=submissions OUT=results
	@test -n "$(DIR)" -a -n "$(OUT)" || { echo "Say where: make grade-class DIR=submissions OUT=results"; exit 2; }
	$(PY) -m helpers.engine.grade class "$(DIR)" --out "$(OUT)" $(ARGS)

prove: $(READY)  ## test the checks themselves and write docs/checks.md
	$(PY) -m helpers.engine.build prove $(ARGS)

claims: $(READY)  ## measure every empirical sentence of the notebooks on several draws of the data
	$(PY) -m tests.claims $(ARGS)

bench: $(READY)  ## compare speed with the limit and with other libraries
	$(PY) -m tests.benchmarks $(ARGS)

# The newest versions that every supported Python has, with hashes for every system. Needs uv on the PATH.
lock:  ## renew requirements.lock
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --fork-strategy fewest --upgrade \
	  --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet -o requirements.lock

clean:  ## remove .venv and what tools left behind
	rm -rf .venv *.egg-info .pytest_cache .ruff_cache .hypothesis reports
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A .venv that works is kept and brought to the locked versions; one that does not start or is too old is made anew.
NEW := -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
$(READY): requirements.lock pyproject.toml
	@$(PY) -m pip --version >/dev/null 2>&1 && $(PY) $(NEW) || $(PYTHON) $(NEW) || \
	  { echo "This course needs Python 3.11 or newer, and $(PYTHON) is not. If you have one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PY) -m pip --version >/dev/null 2>&1 && $(PY) $(NEW) || $(PYTHON) -m venv --clear .venv
	@echo "Installing the locked versions into .venv: a minute or two, once."
	$(PY) -m pip install --quiet --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
