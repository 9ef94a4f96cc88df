# Everything a team or a developer does, by the names of the commands. The first target sets up .venv by itself:
# a machine needs Python 3.11 or newer, make and git.
#   make session-deck                          the deck of the next meeting
#   make session-deck SESSION=1 FOLDER=~/ttr   another meeting, another team's folder
#   make check-inbox                           read everything, say what to mend
#   make test                                  all tests

PYTHON ?= python3
# With := they come from the command line alone: Linux desktops set a LANGUAGE of their own.
FOLDER := .
LANGUAGE :=
SESSION :=
DIR :=
VENV := .venv
BIN := $(VENV)/bin
VALIDATOR := tests/office/node_modules/ready
# Not every shell makes ~ the home folder in FOLDER=~/ttr.
at_home = "$(patsubst ~/%,$(HOME)/%,$(1))"
TTR := $(BIN)/ttr --folder $(call at_home,$(FOLDER)) $(if $(LANGUAGE),--language $(LANGUAGE))

.PHONY: all plan next-year pictures frame report review status privacy session-deck personas power-walk scan forms start check-inbox test lint check format lock templates sample golden benchmark clean

# --- what a team does ------------------------------------------------------------------------------------------

# The PowerPoint deck of a meeting: SESSION=intro, 1, 2 or 3; without it the next meeting in the plan.
session-deck: $(VENV)/ready
	@$(TTR) session-deck $(SESSION)

# Persona instructions with their e-mail drafts, and persona cards.
personas: $(VENV)/ready
	@$(TTR) personas

# The scoring sheet before the Power Walk, the charts after it.
power-walk: $(VENV)/ready
	@$(TTR) power-walk

# The frame of reference, and what has changed in it.
frame: $(VENV)/ready
	@$(TTR) frame

# A report: SESSION=1, 2 or 3, or SESSION=year; without it that of the last follow-up whose form has come back.
report: $(VENV)/ready
	@$(TTR) report $(SESSION)

# Copies of the cases to release, and handouts.
review: $(VENV)/ready
	@$(TTR) review

# How the year stands: done, due, late; also as a page, outbox/overview.html.
status: $(VENV)/ready
	@$(TTR) status

# Whatever can be made by now, with a table of what was made and what waits.
all: $(VENV)/ready
	@$(TTR) all

# The year plan in Excel and Word, and the calendar files.
plan: $(VENV)/ready
	@$(TTR) plan

# The folder of next year: make next-year DIR=~/ttr-next
next-year: $(VENV)/ready
	@$(TTR) next-year $(if $(DIR),$(call at_home,$(DIR)))

# The summary of the team scan.
scan: $(VENV)/ready
	@$(TTR) scan

# Blank forms in the team's language.
forms: $(VENV)/ready
	@$(TTR) forms

# A new team folder: make start DIR=~/ttr-chemistry
start: $(VENV)/ready
	@$(BIN)/ttr $(if $(LANGUAGE),--language $(LANGUAGE)) start $(if $(DIR),$(call at_home,$(DIR)))

# Read everything, make nothing but the copies to mend.
check-inbox: $(VENV)/ready
	@$(TTR) check

# --- what a developer does -------------------------------------------------------------------------------------

# All tests, with what they need.
test: $(VENV)/ready-dev $(VALIDATOR)
	$(BIN)/pytest -n auto

# Style, types, contracts and spelling.
lint: $(VENV)/ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

# Everything before a commit: the above, and all tests with how much of the code they reach.
check: lint $(VALIDATOR)
	$(BIN)/pytest -n auto --cov --cov-report=term:skip-covered --cov-fail-under=90

# Put the code in its usual shape.
format: $(VENV)/ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Make the shipped templates again from what describes them.
templates: $(VENV)/ready-dev
	$(BIN)/python templates_office/make_session_deck.py
	$(BIN)/python templates_office/make_document.py
	$(BIN)/python templates_office/make_persona_instruction.py

# Make the invented team's forms again.
sample: $(VENV)/ready-dev
	$(BIN)/python -m tests.sample

# The pictures of the guide and the README, from the invented team; look at them before you commit them.
pictures: $(VENV)/ready-dev
	@$(BIN)/python -m tests.pictures

# Write the expected texts of the documents anew; read the difference before you commit it.
golden: $(VENV)/ready-dev
	$(BIN)/pytest --rewrite-golden tests/documents

# The figures of benchmarks/README.md.
benchmark: $(VENV)/ready-dev
	for script in benchmarks/*.py; do $(BIN)/python $$script || exit 1; done

# How much of what points at somebody is found in invented texts, per kind, language and origin of the name.
privacy: $(VENV)/ready-dev
	@$(BIN)/python -m tests.texts.privacy

# New pins with hashes; needs uv. The extras stay in: without them an older pip takes the newest release instead of the pin.
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-strip-extras \
		--quiet --extra build -o requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-strip-extras \
		--quiet --extra build --extra dev -o requirements-dev.lock

clean:
	rm -rf $(VENV) tests/office/node_modules

# --- set-up ----------------------------------------------------------------------------------------------------

# The python3 of a Mac is often too old while a newer one is there; half a .venv would look like a whole one next time.
$(BIN)/python:
	@for python in $(PYTHON) python3.14 python3.13 python3.12 python3.11; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		"$$python" -m venv $(VENV) && exit 0; rm -rf $(VENV); exit 1; done; \
	echo "Python 3.11 or newer is needed / Python 3.11 of nieuwer is nodig: make PYTHON=/path/to/python"; exit 1

$(VENV)/ready: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting up .venv (once, about a minute) / .venv wordt klaargezet (eenmalig, ongeveer een minuut)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock $(VENV)/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# Microsoft's validator, axe and what drives a browser. Without npm their tests are skipped (in CI they fail), and the
# next run looks for npm again.
$(VALIDATOR): tests/office/package-lock.json
	@if command -v npm >/dev/null; then cd tests/office && npm ci --silent --no-fund --no-audit && touch node_modules/ready; fi
