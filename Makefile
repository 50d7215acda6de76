UV := scripts/uv
RUN := $(UV) run --no-sync

.DEFAULT_GOAL := help
.PHONY: help run test test-all lint types docs docs-write picture bench starter weighings clean sync

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Bytecode is kept, even where an image says otherwise: each of many processes would compile all that it imports.
export PYTHONDONTWRITEBYTECODE =

# A store of the reader's own would answer in place of the data that come with Weighbridge.
run: export WEIGHBRIDGE_STORE = $(CURDIR)/.tools/no-store
run: ## the board, from the data that comes with Weighbridge, then its page in site/
	@$(UV) sync --frozen --no-dev --inexact --quiet
	@$(RUN) weighbridge board --out site
	@echo "The page: file://$(CURDIR)/site/index.html"

test: sync ## the tests, Chromium for the browser tests included
	@scripts/chromium
	@$(RUN) pytest -m "not slow"

test-all: sync ## the tests, the slow ones too
	@scripts/chromium
	@$(RUN) pytest

lint: sync ## style and likely mistakes
	@$(RUN) ruff check

types: sync ## types of the package, the tests and the benchmarks
	@$(RUN) mypy

docs: sync ## are the reference pages current, do links lead somewhere, do shown commands exist?
	@$(RUN) pytest -n0 -q tests/test_docs.py

docs-write: sync ## write the reference pages again
	@$(RUN) python -m docs.generate

picture: sync ## draw the main pages for the README again
	@$(RUN) python -m tests.browser.readme_pictures

bench: sync ## 100 million observations: Weighbridge beside pandas and Polars (ROWS=1000000: a quick look)
	@$(RUN) python -m benchmarks $(if $(ROWS),--rows $(ROWS))

starter: sync ## rebuild the data inside the package from the archive
	@$(RUN) python -m weighbridge.starter

weighings: sync ## weigh the data inside the package again, after a measure was added or changed
	@$(RUN) python -m weighbridge.starter.weighings

clean: ## remove everything that make made here
	rm -rf .venv .tools site .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*

# Spark is 450 MB: only what runs it installs it.
test-all bench: EXTRAS := --extra spark
sync:
	@$(UV) sync --frozen --quiet $(EXTRAS)
