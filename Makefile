# make demo   load the demo and serve it on 127.0.0.1:8000 (PORT= changes it)
# make test   install all that the tests need, then run them (ARGS= goes to pytest, and
#             INTERLEAVINGS=1000 tries more ways in which people get in each other's way)
# make lint   check the code's style
# Everything is installed into .venv; nothing needs to be activated.

PORT ?= 8000
ARGS ?=
# A test waits for PostgreSQL or the browser half of the time, so one process a core pays.
SIDE_BY_SIDE := --numprocesses=auto --maxprocesses=4 --dist=worksteal
VENV := .venv
RUN := $(VENV)/bin/python
INSTALLED := $(VENV)/installed

# The first Python on the PATH that is new enough; PYTHON= names another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; \
	done)

.PHONY: help demo test lint

help:
	@sed -n '/^# /!q; s/^# //p' Makefile

demo: $(INSTALLED)
	@$(RUN) -m factcheck.demo_server --port "$(PORT)"

test: $(INSTALLED)
	@if [ -d tests/browser ]; then $(RUN) -m tests.chromium; fi
	@$(RUN) -m pytest $(SIDE_BY_SIDE) $(ARGS)

lint: $(INSTALLED)
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .

# Made last, so that an installation cut short is begun again; a second run finds it and is quick.
$(INSTALLED): requirements.txt
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Python 3.11 or later is needed, and none is on the PATH (or PYTHON= names an older one).' >&2; \
		exit 1; }
	@[ -x $(RUN) ] && $(RUN) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo 'Installing the requirements into $(VENV) ...'
	@$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@
