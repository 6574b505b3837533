# make pack   builds every shipped lesson into output/
# make test   runs every check that a change must pass; what CI runs
# make release VERSION=2026.1 DATE=2026-09-01   makes every pack of a release; OPTIONS=--draft while something waits
# make soak   runs what takes too long for that: every deck in LibreOffice, every PDF in veraPDF, 200 kills
# Each creates the environment it needs in .venv; nothing else is installed.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
DATE ?=
VERSION ?=
OPTIONS ?=

.PHONY: pack release test soak format lock clean

pack: $(VENV)/.run
	$(BIN)/lessonpack build $(if $(DATE),--date $(DATE))

release: $(VENV)/.dev
	$(BIN)/lessonpack release --version "$(VERSION)" $(if $(DATE),--date $(DATE)) $(OPTIONS)

test: $(VENV)/.dev
	$(BIN)/ruff format --check builder tests tools benchmarks
	$(BIN)/ruff check builder tests tools benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses 2

soak: $(VENV)/.dev
	$(BIN)/pytest --numprocesses 2 -m soak

format: $(VENV)/.dev
	$(BIN)/ruff format builder tests tools benchmarks
	$(BIN)/ruff check --fix builder tests tools benchmarks

$(VENV)/.run: requirements/run.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	touch $@

# Needs uv; run by hand when a dependency in pyproject.toml changes, and read the difference.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group pyproject.toml:build pyproject.toml --output-file requirements/run.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group pyproject.toml:build --group pyproject.toml:dev pyproject.toml --output-file requirements/dev.lock

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
