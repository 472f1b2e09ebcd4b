# Set-up and everyday commands; `make help` lists them. Every target makes what it needs first.
#
#   make PYTHON=python3.12 …   another Python (3.11 or newer) than python3
#   make APT=no …              never call apt-get; missing system libraries are only named
#   make WORKERS=4 test        more test processes than two

PYTHON  ?= python3
WORKERS ?= 2
APT     ?= yes

VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --no-input --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest
NODE   := tools/node

export DUBEN_APT = $(APT)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup editions check test lint accuracy bench approve format lock tools browser libraries clean distclean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ------------------------------------------------------------------------------------------------ use

editions: $(VENV)/.run libraries ## build every seed of seeds/ into build/
	$(BIN)/duben build

setup: $(VENV)/.run $(VENV)/.dev libraries ## only set up: .venv with the project and the development tools

# ----------------------------------------------------------------------------------------------- test

test: lint libraries browser tools ## all tests, with coverage of reader/
	$(PYTEST) -n $(WORKERS) --dist loadfile --cov=reader --cov-report=term --cov-fail-under=90

check: lint libraries ## style, types, layers and the quick tests: under a minute
	$(PYTEST) -n $(WORKERS) -q -m 'not slow' $(wildcard $(addprefix tests/,packaging unit property cases docs))

lint: $(VENV)/.run $(VENV)/.dev
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --quiet --check
	$(BIN)/codespell
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry --no-ansi .

accuracy: $(VENV)/.run $(VENV)/.dev ## scores of readings and cuts against the gold data
	$(PYTEST) -s tests/accuracy

bench: $(VENV)/.run $(VENV)/.dev $(VENV)/.bench libraries ## measurements, side by side
	$(PYTEST) -s tests/bench

# ------------------------------------------------------------------------------------------- maintain

approve: $(VENV)/.run $(VENV)/.dev libraries browser ## take all pages as they look now for approved (tests/*/approved); look at them
	DUBEN_APPROVE=1 $(PYTEST) -q tests/pdf/test_pictures.py tests/browser/test_pictures.py

format: $(VENV)/.dev ## put the code into canonical form
	$(BIN)/ruff check --quiet --fix
	$(BIN)/ruff format --quiet

# Pins move only as far as pyproject.toml's changes ask; `make lock UPGRADE=--upgrade` takes the newest.
# The later files are held to the earlier ones' versions, as all are installed into one environment.
UPGRADE ?=
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes $(UPGRADE) \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

lock: $(VENV)/.lock ## write requirements/*.txt and the npm lock file anew
	$(COMPILE) pyproject.toml -o requirements/run.txt
	$(COMPILE) --group build -c requirements/run.txt -o requirements/build.txt
	$(COMPILE) --group dev -c requirements/run.txt -c requirements/build.txt -o requirements/dev.txt
	$(COMPILE) --group bench -o requirements/bench.txt
	$(COMPILE) --group lock -o requirements/lock.txt
	npm --prefix $(NODE) install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund

clean: ## remove what was built and measured
	rm -rf build dist .coverage .coverage.* htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

distclean: clean ## remove the set-up as well
	rm -rf $(VENV) $(NODE)/node_modules

# --------------------------------------------------------------------------------------------- set-up
# A stamp is newer than the lock file it was made from, so that a second make does nothing.

$(VENV)/.made:
	@$(PYTHON) tools/prepare.py venv $(VENV)
	@touch $@

# Build tools first; with them jieba (source only) and the project are built without fetching anything unpinned.
$(VENV)/.build: requirements/build.txt | $(VENV)/.made
	$(PIP) install --require-hashes -r requirements/build.txt
	@touch $@

$(VENV)/.run: requirements/run.txt pyproject.toml $(VENV)/.build
	$(PIP) install --require-hashes --no-build-isolation -r requirements/run.txt
	$(PIP) install --no-deps --no-index --no-build-isolation --editable .
	$(BIN)/python -m compileall -q reader
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.build
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.bench: requirements/bench.txt | $(VENV)/.made
	$(PIP) install --require-hashes -r requirements/bench.txt
	@touch $@

$(VENV)/.lock: requirements/lock.txt | $(VENV)/.made
	$(PIP) install --require-hashes -r requirements/lock.txt
	@touch $@

libraries: | $(VENV)/.made
	@$(BIN)/python tools/prepare.py libraries

browser: | $(VENV)/.made
	@$(BIN)/python tools/prepare.py browser

# The checkers of tests/conformance; without npm their tests are skipped.
tools: $(NODE)/node_modules/.stamp

$(NODE)/node_modules/.stamp: $(NODE)/package-lock.json
	@if command -v npm >/dev/null; then \
		npm ci --prefix $(NODE) --ignore-scripts --no-audit --no-fund --loglevel=error && touch $@; \
	else \
		echo 'No npm here: the HTML and accessibility checkers are skipped. On Debian: apt-get install npm' >&2; \
	fi
