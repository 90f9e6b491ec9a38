# Everything happens in .venv; `make` alone says what there is.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help run test lint test-editors vsix bench lock clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it with make PYTHON=…")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

run: $(READY) ## show the main job: a draft, its findings, a completion, a hover
	@$(BIN)/precedent-ls demo tests/drafts/future.en.md

test: $(READY) ## run the tests
	$(BIN)/python -m pytest -q -n auto

lint: $(READY) ## ruff and mypy, StyLua and luacheck
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tests.editors.tools lint

test-editors: $(READY) ## the same in real editors; fetches them first
	$(BIN)/python -m tests.editors.tools fetch
	$(BIN)/python -m pytest -q -rsR --reruns 2 -n auto tests/editors --ignore tests/editors/vscode
	$(BIN)/python -m pytest -q -rsR --reruns 2 tests/editors/vscode

vsix: $(READY) ## pack the extension for VS Code and the server: editors/vscode/precedent.vsix (needs Node.js)
	rm -rf editors/vscode/wheel
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-build-isolation --no-deps --wheel-dir editors/vscode/wheel .
	cd editors/vscode && npm ci && npm run package

bench: $(READY) ## print the measurements
	$(BIN)/python -m tests.benchmarks

lock: ## pin the dependencies anew (needs uv)
	uv pip compile --universal --group dev --generate-hashes --no-header --no-annotate --output-file requirements.lock pyproject.toml

clean: ## forget the environment and the caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
