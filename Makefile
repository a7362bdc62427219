# make demo   the five seed pages, cleaned and explained: build/clean/*.txt and build/report.html
# make test   every test and doctest; make check adds the linters and type checkers; make docs builds the site
# make bench  measures everything and renews docs/reference/benchmarks.md; make fuzz holds the laws against many texts
# Each target makes its own .venv and installs what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Seconds that `make fuzz` takes: an hour is make fuzz FUZZ_SECONDS=3600.
FUZZ_SECONDS ?= 180
FUZZ_JOBS ?= 2

.PHONY: demo test test-hosts check docs bench bench-floors fuzz audit pins dist clean
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

# Every host and the pages about it, with Spark, Ray, datatrove, spaCy, DuckDB and Dask: some gigabytes to install, so apart.
# Spark needs a Java.
test-hosts: $(VENV)/.installed-hosts
	$(BIN)/pytest -q -rs tests/integration tests/test_docs.py

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --python-version 3.14
	$(BIN)/vermin --quiet --no-tips --target=3.10- --violations --exclude tomllib src tools benchmarks

docs: $(VENV)/.installed-dev
	$(BIN)/mkdocs build --strict --site-dir build/site

bench: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/page.py --measure

# After an improvement, on an idle machine: floors rise to four fifths of what is measured, and never fall.
bench-floors: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/speed.py --raise-floors
	$(BIN)/python benchmarks/quality.py --raise-floors

# Three engines on the same checks, a third of the time each; build/fuzz keeps the tally, the failures and what to try first again.
fuzz: $(VENV)/.installed-dev
	-@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]' 2>/dev/null
	$(BIN)/python tools/fuzz.py --seconds $$(( $(FUZZ_SECONDS) / 3 )) --jobs $(FUZZ_JOBS)
	$(BIN)/python tools/fuzz.py --engine hypothesis --seconds $$(( $(FUZZ_SECONDS) / 3 ))
	$(BIN)/python tools/fuzz_guided.py --seconds $$(( $(FUZZ_SECONDS) / 3 ))

# Known vulnerabilities of the core and of what it needs; asks the network.
audit: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(PYTHON) -m venv --clear build/core && build/core/bin/python -m pip install --quiet --disable-pip-version-check .
	$(BIN)/pip-audit --path build/core/lib/python*/site-packages

# Renew the versions that .ci/run tests with, for the Python that PYTHON names.
pins:
	$(PYTHON) tools/pin.py

dist: $(VENV)/.installed-dev
	$(BIN)/python -m build --outdir dist

clean:
	rm -rf build dist site
