# Two commands need only Python 3.11 and make: `make demo` and `make test`. `make check` is what CI runs.
PYTHON ?= python3
BIN := .venv/bin
RUNTIME := .venv/runtime.installed
DEVELOPMENT := .venv/development.installed

.PHONY: demo test check lint types lock clean

demo: $(RUNTIME)
	$(BIN)/detente demo

test: $(DEVELOPMENT)
	$(BIN)/pytest

check: $(DEVELOPMENT)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(MAKE) test
	$(BIN)/python docs/run_examples.py
	$(BIN)/detente lexicon check
	$(BIN)/python quality/check_floors.py

$(RUNTIME): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip setuptools wheel
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(DEVELOPMENT): $(RUNTIME) requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

# The lock files carry hashes and no addresses, so that they install from any index.
lock: $(DEVELOPMENT)
	$(BIN)/python -m pip install --quiet pip-tools
	for set in -dev ""; do $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
		--no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
		-o requirements$$set.lock requirements$$set.in; done

clean:
	rm -rf .venv demo-record demo-report.html
