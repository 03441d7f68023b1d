# Works with GNU make 3.81 and newer; needs Python 3.11 or newer and nothing else.
# Another interpreter: make site PYTHON=/path/to/python3.12

PYTHON ?= python3
PYTEST_ARGS ?= --numprocesses auto

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
# An installer compiles what it copies, but leaves an editable folder to the first run.
COMPILE := $(BIN)/python -m compileall -q generator/gongkai
INSTALLED := $(VENV)/.installed
DEVELOPED := $(VENV)/.installed-dev
AUDIT := $(CURDIR)/.cache/audit
AUDIT_DEMO := $(AUDIT)-demo

.PHONY: help site serve test check audit mutation bench clean

help:
	@echo "make site    build the portal into output/"
	@echo "make serve   preview it; saved files show up in the browser"
	@echo "make test    run all tests, in Chromium too"
	@echo "make check   formatting, lint, types, and the content of this site"
	@echo "make audit   run the Nu HTML checker over every page, of a demonstration too"
	@echo "make mutation  change figures of right reports; count the slips that the check finds"
	@echo "make bench   measure the check beside PyYAML alone"
	@echo "make clean   remove what was built (not .venv)"

site: $(INSTALLED)
	@$(BIN)/gongkai build
	@echo
	@echo "The portal is in output/: open output/index.html in a browser."
	@echo "Next: make serve   shows each change as you save it."

serve: $(INSTALLED)
	@$(BIN)/gongkai serve

test: $(DEVELOPED)
	@$(BIN)/python scripts/browser.py
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(DEVELOPED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/gongkai check

audit: $(INSTALLED)
	@$(BIN)/gongkai build --output "$(AUDIT)"
	@rm -rf "$(AUDIT_DEMO)"
	@$(BIN)/gongkai demo "$(AUDIT_DEMO)" --organs 3 --years 7 > /dev/null
	@$(BIN)/gongkai build --site "$(AUDIT_DEMO)" --output "$(AUDIT)-demo-pages"
	@$(BIN)/python scripts/nu.py "$(AUDIT)"
	@$(BIN)/python scripts/nu.py "$(AUDIT)-demo-pages"

mutation: $(INSTALLED)
	@$(BIN)/python scripts/mutation.py

bench: $(INSTALLED)
	@$(BIN)/python bench/check.py

clean:
	find output -mindepth 1 ! -name .gitignore -delete
	rm -rf .cache/audit .cache/audit-demo .cache/audit-demo-pages .cache/screenshots dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find generator tests scripts bench -type d -name __pycache__ -prune -exec rm -rf {} +

# The stamps: an environment is set up again only when pyproject.toml changes.
$(BIN)/python:
	@sh scripts/venv.sh "$(PYTHON)"

$(INSTALLED): pyproject.toml | $(BIN)/python
	@echo "Installing gongkai into $(VENV) ..."
	@$(PIP) --editable .
	@$(COMPILE)
	@touch $@

$(DEVELOPED): pyproject.toml | $(BIN)/python
	@echo "Installing gongkai and its development tools into $(VENV) ..."
	@$(PIP) --editable ".[dev]"
	@$(COMPILE)
	@touch $(INSTALLED) $@
