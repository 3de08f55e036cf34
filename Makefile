# Two commands do everything: `make lab` opens the notebooks, `make test` runs every test.
# Both build .venv first, once, from what pyproject.toml asks for.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed

.PHONY: help lab test lint matrix colab bench notebooks sync site handout retarget release clean

help:  ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(None if v >= (3, 10) else "kmeans-lab needs Python 3.10 or newer, $(PYTHON) is %d.%d. Try: make PYTHON=python3.12" % v[:2])'
	@echo "Building .venv with $$($(PYTHON) --version): a minute or two, this once."
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

# Jupyter refuses to run as root, as in a container, unless it is told that this is meant.
lab: $(INSTALLED)  ## open JupyterLab on the first notebook (on a server: ARGS=--no-browser)
	$(BIN)/jupyter lab notebooks/00_start_here.ipynb $(if $(filter 0,$(shell id -u)),--allow-root) $(ARGS)

test: $(INSTALLED)  ## run every test, the notebooks included (LAX=1: compare no output; ARGS=-x go to pytest)
	$(if $(LAX),PYTEST_ADDOPTS=--nbval-lax) $(BIN)/python -m pytest $(ARGS)

lint: $(INSTALLED)  ## check style, types and spelling, as each commit does once `pre-commit install` has run
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/codespell

matrix: $(INSTALLED)  ## run every test on the oldest, Colab's and the newest versions (one: STACK=oldest)
	$(BIN)/python tools/matrix.py $(STACK)

colab: $(INSTALLED)  ## run every notebook alone, with what Colab has and had (one: ONLY=03 STACK=colab)
	$(BIN)/python tools/colab.py $(if $(STACK),--stack $(STACK)) $(ONLY)

bench: $(INSTALLED)  ## compare speed and memory with the peers, five minutes (ARGS=--quick: one, --full: two hours)
	$(BIN)/python -m tests.benchmarks $(ARGS)

notebooks: $(INSTALLED)  ## build the notebooks from notebooks/source (one of them: ONLY=02)
	$(BIN)/python tools/make_notebooks.py build $(ONLY)

sync: $(INSTALLED)  ## write notebooks edited in Jupyter back to notebooks/source (one: ONLY=02)
	$(BIN)/python tools/make_notebooks.py sync $(ONLY)

site: $(INSTALLED)  ## build the site for readers from the stored outputs, into build/site
	$(BIN)/python tools/make_site.py

handout: $(INSTALLED)  ## pack the zip for students, without solutions, into build/handout (some: ONLY="00 04")
	$(BIN)/python tools/make_handout.py $(ONLY)

# Without REPO it builds no environment. The address in pyproject.toml changes nothing that is installed.
retarget: $(if $(REPO),$(INSTALLED))  ## publish: point badges, links and setup cells at your repository: REPO=owner/name
	$(if $(REPO),,$(error Say where your fork is: make retarget REPO=owner/name))
	$(BIN)/python tools/retarget.py $(REPO)
	@touch $(INSTALLED)

release: $(if $(VERSION),$(INSTALLED))  ## make a release: VERSION=0.2.0; after it, back to main: VERSION=main
	$(if $(VERSION),,$(error Say which: make release VERSION=0.2.0, and after it VERSION=main))
	$(BIN)/python tools/release.py $(VERSION)
	@touch $(INSTALLED)

clean:  ## remove .venv
	rm -rf .venv
