# make demo   the five seed pages, cleaned and explained: build/clean/*.txt and build/report.html
# make test   every test and doctest; make check adds the linters and type checkers; make docs builds the site
# Each target makes its own .venv and installs what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test test-hosts test-notebook check docs bench dist clean
.DELETE_ON_ERROR:

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "shnorm needs Python 3.10 or later: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip

# Stamps: a set of extras is installed again only when pyproject.toml has changed.
$(VENV)/.installed-%: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.$(EXTRAS)'
	@touch $@

$(VENV)/.installed-core: EXTRAS :=
$(VENV)/.installed-dev: EXTRAS := [dev]
$(VENV)/.installed-hosts: EXTRAS := [dev,hosts]

demo: $(VENV)/.installed-core
	$(BIN)/shnorm clean seeds --output build/clean --report build/report.html
	@$(BIN)/shnorm stats seeds
	@echo
	@ls build/clean/*.txt build/report.html

test: $(VENV)/.installed-dev
	$(BIN)/pytest -q -n auto

# Spark, Ray, datatrove, spaCy, DuckDB and Dask: some gigabytes to install, so apart. Spark needs a Java.
test-hosts: $(VENV)/.installed-hosts
	$(BIN)/pytest -q -rs tests/integration

test-notebook: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check nbclient ipykernel
	$(BIN)/pytest -q tests/test_docs.py -k notebook

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(VENV)/.installed-dev
	$(BIN)/mkdocs build --strict --site-dir build/site

dist: $(VENV)/.installed-dev
	$(BIN)/python -m build --outdir dist

clean:
	rm -rf build dist site
