# Everything here works in a fresh clone with Python 3.11 or later, make and pip.

VENV := .venv
BIN := $(VENV)/bin
IS_NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python $(IS_NEW_ENOUGH) 2>/dev/null && { echo $$python; break; }; done)

.PHONY: help serve ingest ask test test-browser test-ocr soak fuzz load screenshots lock clean

help:
	@echo "make serve        install, ingest the corpus, and serve the chat at http://127.0.0.1:8000"
	@echo "make ingest       install and read the corpus"
	@echo "make ask Q=\"…\"    ask one question"
	@echo "make test         install with the tools, then check style, types and tests"
	@echo "make test-browser install with the tools, then drive the pages in the system's Chromium"
	@echo "make test-ocr     install with the tools and the recognition of scans, then recognize scanned pages"
	@echo "make fuzz         install with the tools, then read 4000 damaged files of each format (FUZZ_EXAMPLES, FUZZ_SEED)"
	@echo "make soak         install with the tools, then kill 200 ingests while questions are answered (SOAK_KILLS, SOAK_SEED)"
	@echo "make load         install with the tools, then ask while 1,000 documents are ingested (LOAD_DOCUMENTS)"
	@echo "make screenshots  install with the tools, ingest, and take the pictures of docs/images anew"
	@echo "make lock         write the three lock files anew from pyproject.toml"
	@echo "make clean        remove the environment and caches; the data folder stays"

# A file that cannot be read (exit 3) does not keep the others from being served.
serve: $(VENV)/.installed
	$(BIN)/city-assistant ingest || test $$? -eq 3
	$(BIN)/city-assistant serve

ingest: $(VENV)/.installed
	$(BIN)/city-assistant ingest

ask: $(VENV)/.installed
	@test -n "$$Q" || { echo 'Give a question: make ask Q="…"'; exit 2; }
	@$(BIN)/city-assistant ask "$$Q"

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

test-browser: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m browser tests/browser

soak: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m soak tests/soak

fuzz: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m fuzz tests/fuzz

load: $(VENV)/.installed-dev
	$(BIN)/python -m tests.soak.load

screenshots: $(VENV)/.installed-dev
	$(BIN)/city-assistant ingest || test $$? -eq 3
	$(BIN)/python -m tests.browser.screenshots

$(BIN)/python:
	@test -n "$(PYTHON)" && $(PYTHON) $(IS_NEW_ENOUGH) || { \
		echo "Python 3.11 or later is needed; found: $$($(or $(PYTHON),python3) --version 2>&1). Install it, or name it: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# torch goes first: left to the resolver, a looser requirement would bring another build of it.
$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --disable-pip-version-check --quiet "$$(grep '^torch==' requirements.lock)"
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --requirement requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --requirement requirements-dev.lock
	@touch $@

test-ocr: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --requirement requirements-ocr.lock
	$(BIN)/python -m pytest -m ocr tests/ingest

lock:
	$(PYTHON) -m venv --clear $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet "$$(sed -n 's/.*"\(torch==[0-9.]*\)".*/\1/p' pyproject.toml)"
	$(VENV)-lock/bin/python -m pip install --quiet --editable .
	$(VENV)-lock/bin/python -m pip freeze --all --exclude-editable | grep -v "^pip==" | sed 's/+[a-z0-9.]*$$//; s/^uvloop.*/&; sys_platform != "win32"/' > requirements.lock
	$(VENV)-lock/bin/python -m pip install --quiet --editable '.[dev]'
	{ echo "--requirement requirements.lock"; $(VENV)-lock/bin/python -m pip freeze --all --exclude-editable | grep -v "^pip==" | \
		sed 's/+[a-z0-9.]*$$//; s/^uvloop.*/&; sys_platform != "win32"/' | grep -vxFf requirements.lock; } > requirements-dev.lock
	$(PYTHON) -m venv --clear $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --requirement requirements.lock
	$(VENV)-lock/bin/python -m pip install --quiet --editable '.[ocr]'
	{ echo "--requirement requirements.lock"; $(VENV)-lock/bin/python -m pip freeze --all --exclude-editable | grep -v "^pip==" | \
		sed 's/+[a-z0-9.]*$$//; s/^uvloop.*/&; sys_platform != "win32"/' | grep -vxFf requirements.lock; } > requirements-ocr.lock
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
