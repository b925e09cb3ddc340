# Each target is one command. You need git, make and Python 3.11 or newer; everything else is installed into .venv.
PYTHON ?= python3
PY := .venv/bin/python
READY := .venv/installed
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# With more threads, small matrix products wait for each other on a busy machine, and training takes many times longer.
export OPENBLAS_NUM_THREADS ?= 1

# The first notebook is opened in the language of the system, such as zh for LANG=zh_CN.UTF-8, if there is one in it.
SPOKEN = $(firstword $(subst _, ,$(or $(COURSE_LANGUAGE),$(LC_ALL),$(LC_MESSAGES),$(LANG),en)))
LAB_NB = $(or $(NB),$(wildcard notebooks/$(SPOKEN)/01_introduction.ipynb),notebooks/01_introduction.ipynb)

# What a learner reads here, in the same language.
OPENING_en = Opening $(LAB_NB) in your browser. To stop, save your notebooks and press Ctrl+C twice here.
OPENING_zh = 正在浏览器里打开 $(LAB_NB)。要停止，请先保存笔记本，再在这里按两次 Ctrl+C。
INSTALLING_en = Installing packages into .venv. This happens once and takes a minute or two.
INSTALLING_zh = 正在把需要的包装进 .venv。只装这一次，要一两分钟。
WHICH_en = Please say which notebook: make grade NB=notebooks/02_logistic_regression.ipynb
WHICH_zh = 请指出哪个笔记本：make grade NB=notebooks/zh/02_logistic_regression.ipynb
WHERE_en = Please say where the notebooks are and where results go: make grade-class DIR=submissions OUT=results
WHERE_zh = 请指出笔记本在哪里、结果放到哪里：make grade-class DIR=submissions OUT=results
OLD_en = This course needs Python 3.11 or newer, which $(PYTHON) is not. If you have a newer one, name it: make $(MAKECMDGOALS) PYTHON=python3.12
OLD_zh = 本课程需要 Python 3.11 或更新的版本，而 $(PYTHON) 不是。如果你有更新的，请指出它：make $(MAKECMDGOALS) PYTHON=python3.12
say = $(or $($(1)_$(SPOKEN)),$($(1)_en))

.DEFAULT_GOAL := help
.PHONY: help lab test test-browser site site-lite build messages experiments grade grade-class prove claims bench lock clean

# Where the language has no list of its own, help reads what stands behind the targets.
define HELP_zh
make help          列出所有命令
make lab           在 JupyterLab 里打开第一个笔记本；打开别的：make lab NB=notebooks/zh/02_logistic_regression.ipynb
make test          运行所有测试，浏览器里的除外
make test-browser  在 Chromium 里像学习者那样使用笔记本，以此测试
make site          把网站生成到 build/site；只生成几个笔记本：make site ARGS="01 02"
make build         生成源文件有改动的笔记本
make messages      让 locale/ 里的翻译目录跟上课程的英文
make experiments   重做那些时间长的实验，并保存结果
make grade         给一个笔记本评分：make grade NB=notebooks/zh/02_logistic_regression.ipynb
make grade-class   给一个文件夹的笔记本评分：make grade-class DIR=submissions OUT=results
make prove         测试检查本身，并写出 docs/checks.md
make claims        在数据的几次抽取上，测量笔记本里每个经验性的断言
make bench         与硬件的极限和别的库比较，测量速度
make site-lite     生成在浏览器里运行的版本；用别的 Pyodide：PYODIDE=文件夹或网址
make lock          更新 requirements.lock 里的版本
make clean         删除 .venv、报告和缓存
endef
export HELP_zh

help:  ## list the commands
	@test -n "$$HELP_$(SPOKEN)" && echo "$$HELP_$(SPOKEN)" || \
	  awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' Makefile

# The settings in .jupyter keep the log quiet, leave source/ out of the file list, and show Markdown as a page.
lab: $(READY)  ## open JupyterLab on the first notebook; another one: make lab NB=notebooks/02_logistic_regression.ipynb
	@echo "$(call say,OPENING)"
	@JUPYTER_CONFIG_PATH="$(CURDIR)/.jupyter" $(PY) -m jupyter lab "$(LAB_NB)" \
	  --LabApp.default_url="/lab/tree/$(notdir $(LAB_NB))" $(LAB_ARGS)

# On every processor, the tests of one file on the same: they share what is slow to prepare. Slow files come first.
test: $(READY)  ## run all tests except those in a browser
	$(PY) -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

test-browser: $(READY)  ## test the notebooks in Chromium, as a learner uses them
	$(PY) -m pytest -m browser tests/browser $(ARGS)

# With LITE, the folder of the browser edition, the website has its buttons, too.
site: $(READY)  ## build the website into build/site; only some notebooks: make site ARGS="01 02"
	@$(PY) -c "import sphinx_book_theme" 2>/dev/null || $(PY) -m pip install --quiet --no-build-isolation -e ".[site]"
	$(PY) site/build.py $(if $(LITE),--lite "$(LITE)") $(ARGS)

build: $(READY)  ## build the notebooks whose source changed
	$(PY) -m helpers.engine.build build $(ARGS)

messages: $(READY)  ## update the catalogues of translations in locale/ to the English of the course
	$(PY) -m helpers.engine.translate messages $(ARGS)

experiments: $(READY)  ## run the long experiments again and store their results
	$(PY) -m helpers.experiments $(ARGS)

grade: $(READY)  ## grade one notebook: make grade NB=notebooks/02_logistic_regression.ipynb
	@test -n "$(NB)" || { echo "$(call say,WHICH)"; exit 2; }
	$(PY) -m helpers.engine.grade "$(NB)" $(ARGS)

grade-class: $(READY)  ## grade a folder of notebooks: make grade-class DIR=submissions OUT=results
	@test -n "$(DIR)" -a -n "$(OUT)" || { echo "$(call say,WHERE)"; exit 2; }
	$(PY) -m helpers.engine.grade class "$(DIR)" --out "$(OUT)" $(ARGS)

prove: $(READY)  ## test the checks themselves and write docs/checks.md
	$(PY) -m helpers.engine.build prove $(ARGS)

claims: $(READY)  ## measure every empirical sentence of the notebooks on several draws of the data
	$(PY) -m tests.claims $(ARGS)

bench: $(READY)  ## measure speed against the hardware limit and other libraries
	$(PY) -m tests.benchmarks $(ARGS)

# Python in the browser comes from the locked wheels, or from PYODIDE, the folder or address of another distribution.
SITE_LITE := build/lite
PARTS := build/lite-parts
$(PARTS)/complete: site/lite/parts.lock
	@rm -rf $(PARTS)
	$(PY) -m pip download --quiet --no-deps --only-binary :all: --require-hashes -r site/lite/parts.lock -d $(PARTS)
	@touch $@

site-lite: $(READY) $(PARTS)/complete  ## build the edition for the browser; another Pyodide: PYODIDE=folder-or-address
	$(PY) site/lite --parts $(PARTS) --out $(SITE_LITE) $(if $(PYODIDE),--pyodide $(PYODIDE))

# The newest versions available for every supported Python, with hashes for every system. Needs uv on the PATH.
lock:  ## update the versions in requirements.lock
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --fork-strategy fewest --upgrade \
	  --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet -o requirements.lock

clean:  ## remove .venv, reports and caches
	rm -rf .venv *.egg-info .pytest_cache .ruff_cache .hypothesis reports
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A working .venv is kept and updated to the locked versions; one that is broken or has an older Python is created again.
NEW := -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
$(READY): requirements.lock pyproject.toml
	@$(PY) -m pip --version >/dev/null 2>&1 && $(PY) $(NEW) || $(PYTHON) $(NEW) || \
	  { echo "$(call say,OLD)"; exit 1; }
	@$(PY) -m pip --version >/dev/null 2>&1 && $(PY) $(NEW) || $(PYTHON) -m venv --clear .venv
	@echo "$(call say,INSTALLING)"
	$(PY) -m pip install --quiet --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
