# make run       checks the sample documents and shows them in the browser
# make test      everything that must be green
# make evaluate  how right it is, on generated documents (REAL=folder: on labelled real ones too)
# make bench     how fast it is (REAL=folder: on real scans too, beside OCRmyPDF where that is installed)
# make mutate    whether the rules' own tests notice every single change of a rule
# make samples   makes the documents of sample_docs/ anew
# Each sets itself up first; once that is done nothing needs the network.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := run
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
PYTHON ?= $(shell command -v python3.11 || command -v python3)
TESSDATA := $(CEKBUKTI_TESSDATA) $(TESSDATA_PREFIX) tessdata .tessdata /usr/share/tesseract-ocr /usr/share/tessdata
REAL ?=
# The edition of the monev that the sample documents are made for: what is found in them holds in any year.
PERIOD := 2025
# folder:package of the fonts that test pages are drawn with; only asked for where pages are made.
FONTS := $(if $(filter test evaluate samples,$(MAKECMDGOALS)),dejavu:fonts-dejavu-core liberation:fonts-liberation)

# One thread per reading process: with more, Tesseract takes longer.
export OMP_THREAD_LIMIT := 1

# Shell function: installs Debian packages as root or with a sudo that asks nothing, else prints the one command to ask for.
define PACKAGES
packages() {
	local install="apt-get install -y --no-install-recommends $$*" log
	echo "Memasang paket Debian: $$*"
	local as=(sudo -n env DEBIAN_FRONTEND=noninteractive)
	[ "$$(id -u)" != 0 ] || as=(env DEBIAN_FRONTEND=noninteractive)
	log="$$({ "$${as[@]}" apt-get update; "$${as[@]}" $$install; } 2>&1)" && return
	printf '%s\n' "$$log" | tail -n 1
	echo "Paket Debian belum terpasang. Mintalah pengelola komputer menjalankan satu perintah ini, lalu ulangi:"
	echo "    sudo $$install"
	return 1
}
endef

.PHONY: run test evaluate bench mutate samples setup system clean

run: setup
	@exec $(BIN)/cekbukti serve --period $(PERIOD) $(sort $(wildcard sample_docs/[0-9]*))

test: $(VENV)/.dev
	@$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/coverage run -m pytest -q
	$(BIN)/coverage report

evaluate: $(VENV)/.evaluate
	@exec $(BIN)/python -m tests.evaluation $(if $(REAL),--real "$(REAL)")

bench: $(VENV)/.dev
	@exec $(BIN)/python -m tests.bench $(if $(REAL),--real "$(REAL)")

mutate: $(VENV)/.dev
	@exec $(BIN)/python -m tests.mutate --list-survivors

samples: $(VENV)/.evaluate
	@$(PACKAGES)
	command -v soffice chromium >/dev/null || packages chromium libreoffice-writer-nogui fonts-crosextra-carlito
	exec $(BIN)/python -m sample_docs.make

setup: $(VENV)/.ready

# Without venv nothing can be set up: stop. Without the Indonesian model all but scans can be read, without the fonts all but
# some test pages can be made: go on. All that is missing is asked for at once.
system:
	@$(PACKAGES)
	needed=() wanted=()
	[ -x $(BIN)/cekbukti ] || "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || needed+=(python3-venv)
	[ -n "$$(find $(TESSDATA) -name ind.traineddata -print -quit 2>/dev/null)" ] || wanted+=(tesseract-ocr-ind)
	for font in $(FONTS); do
		[ -d "/usr/share/fonts/truetype/$${font%%:*}" ] || wanted+=("$${font#*:}")
	done
	[ $${#needed[@]} = 0 ] && [ $${#wanted[@]} = 0 ] && exit 0
	packages "$${needed[@]}" "$${wanted[@]}" && exit 0
	[ $${#needed[@]} = 0 ] || exit 1
	echo "Pemasangan dilanjutkan tanpa paket itu: hasil pindai (scan) mungkin belum dapat dibaca atau diuji."

$(VENV)/.ready: pyproject.toml | system
	@[ -x $(BIN)/pip ] || "$(PYTHON)" -m venv --clear $(VENV)
	echo "Memasang CekBukti ke $(VENV)/ (sekali saja) ..."
	$(PIP) install --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.ready
	@echo "Memasang alat uji ke $(VENV)/ (sekali saja) ..."
	$(PIP) install --editable '.[dev]'
	touch $@

$(VENV)/.evaluate: $(VENV)/.dev
	@$(PACKAGES)
	echo "Memasang alat evaluasi ke $(VENV)/ (sekali saja) ..."
	$(PIP) install --editable '.[evaluate]'
	$(BIN)/python -c 'import weasyprint' 2>/dev/null || packages libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
	touch $@

clean:
	@rm -rf $(VENV) build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache
