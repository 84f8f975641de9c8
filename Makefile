SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test check fix shots docs bench lock
PORT ?= 8000

help:  ## list what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

run:  ## an office with demo data at http://127.0.0.1:8000 (PORT=8001 for another port)
	@scripts/environment
	@.venv/bin/loket up --demo --port $(PORT)

test:  ## everything: the checks, then all tests, browser included
	@scripts/environment dev
	@scripts/test

check:  ## format, rules, types, layers, templates, spelling, links, migrations
	@scripts/environment dev
	@scripts/check

fix:  ## what a machine can repair: format and simple rules
	@scripts/environment dev
	@.venv/bin/ruff check --quiet --fix-only
	@.venv/bin/ruff format --quiet
	@find loket -path '*/templates/*.html' -print0 | xargs -0 --no-run-if-empty .venv/bin/djade --target-version 5.2

shots:  ## pictures of every screen, in docs/screens
	@scripts/environment dev
	@CHROMIUM=$$(scripts/chromium); export CHROMIUM; .venv/bin/python -m tests.shots

docs:  ## check that the links of the documentation lead somewhere
	@scripts/environment
	@.venv/bin/python scripts/links.py

bench:  ## what it costs, measured
	@scripts/environment dev
	@shopt -s nullglob; for bench in bench/bench_*.py; do echo "$$bench"; .venv/bin/python "$$bench"; done

lock:  ## pin every package anew from pyproject.toml
	@scripts/environment
	@scripts/lock
