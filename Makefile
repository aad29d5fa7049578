# Two commands: `make demo` shows the product, `make test` runs every check.
# Both set up what they need from Python 3.11+, pip and make alone, and work offline afterwards.

PYTHON ?= python3
export UV_PYTHON_DOWNLOADS := never
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
RUN := .venv/bin

.PHONY: demo test setup check-style check-types check-floors check-tests clean

demo: setup
	$(RUN)/drafter demo

test: setup check-style check-types check-floors check-tests
	@echo "all checks passed"

setup: .venv/.complete

.venv/.complete: pyproject.toml uv.lock | $(UV)
	$(UV) sync --frozen --python $(PYTHON)
	@touch $@

.tools/bin/uv:
	$(PYTHON) -m pip install --quiet --target .tools uv

check-style: setup
	$(RUN)/ruff check src tests evals
	$(RUN)/ruff format --check src tests evals

check-types: setup
	$(RUN)/mypy

check-floors: setup
	$(RUN)/lint-imports

check-tests: setup
	$(RUN)/pytest -n 2 --cov --cov-report= $(PYTEST)
	$(RUN)/coverage report --include='$(CORE)' --fail-under=$(CORE_COVERAGE)

CORE := src/drafter/errors.py,src/drafter/figures/*,src/drafter/languages/*,src/drafter/ledger/*,src/drafter/checking/*,src/drafter/writing/*,src/drafter/tables/*,src/drafter/drafts/*
CORE_COVERAGE := 90

clean:
	rm -rf .venv .tools build dist .coverage
