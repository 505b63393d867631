# Builds, tests and installs dialerd. `make help` lists the targets.

CONFIG ?= release
SWIFT  ?= swift
# Programs and tests have the same flags. With others, every package would be built twice.
BUILD  := $(SWIFT) build -c $(CONFIG)
TEST   := $(SWIFT) test -c $(CONFIG) --disable-testable-imports --disable-xctest
# Installed programs contain Swift's runtime. They have a separate folder, because other flags would rebuild everything.
STATIC := $(SWIFT) build -c release --static-swift-stdlib --disable-local-rpath --scratch-path .build-static
# Linked without ICU's data, without exported symbols, with identical code merged and packed relocations (glibc 2.36): an
# idle daemon has 38 MB in memory instead of 47.
LEAN   := $(CURDIR)/.build-static/no-icu-data.o --defsym=icudt76_dat=no_icu_data --no-export-dynamic --icf=safe -z pack-relative-relocs
PREFIX ?= /usr/local

.DEFAULT_GOAL := help
.PHONY: help build demo static install deb test system-test systemd-test proxy-test simulate mutants check fmt prepare clean

help:           ## Show this
	@sed -nE 's/^([a-z-]+):.*## (.*)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

build: prepare  ## Build dialerd and plivo-simulator
	$(BUILD)

demo: build     ## Dial a sample campaign from end to end, on this machine alone (FAULTS="--fault callback-lost=0.02")
	.ci/demo "$$($(BUILD) --show-bin-path)" $(FAULTS)

static: prepare
	$(STATIC) --product plivo-simulator
	clang -O2 -c -o .build-static/no-icu-data.o .ci/no-icu-data.c
	$(STATIC) --product dialerd $(addprefix -Xlinker ,$(LEAN))

install: static ## Install programs, units, man pages, configuration (PREFIX=/usr/local; DESTDIR=… for a tree elsewhere)
	.ci/install "$$($(STATIC) --show-bin-path)" "$(DESTDIR)" "$(PREFIX)"

deb: static     ## Make the Debian package, in .build-deb
	@.ci/prepare dpkg-dev xz-utils
	.ci/deb/build "$$($(STATIC) --show-bin-path)"

test: prepare   ## Run every test (FILTER=Name for some)
ifdef FILTER
	.ci/test $(TEST) --filter '$(FILTER)'
else
	# One run after another: the simulation uses every core, and tests with sockets would time out beside it.
	.ci/test $(TEST) --skip 'SimulationTests|SystemTests'
	.ci/test $(TEST) --filter SystemTests
	.ci/test $(TEST) --filter SimulationTests
endif

system-test: prepare  ## Run the system tests in their long forms: 50 kills, a million rows
	SYSTEM_TESTS=long .ci/test $(TEST) --filter SystemTests

proxy-test: build  ## Test the proxy configurations of docs/deploy.md (PROXY=nginx for one of them)
	.ci/proxies "$$($(BUILD) --show-bin-path)" $(PROXY)

systemd-test: $(if $(DEB),,deb)  ## Test the package in a container that boots Debian, as root (STEP=campaign; DEB=file for another package)
	.ci/systemd-test $(or $(DEB),.build-deb/dialerd_*.deb) $(STEP)

simulate: prepare  ## Simulate crashes, faults and lost messages in virtual time (SEEDS=1000; SEED=n replays one)
	$(BUILD) --product dialer-simulate
	"$$($(BUILD) --show-bin-path)/dialer-simulate" $(if $(SEED),--seed $(SEED) --trace,--seeds $(or $(SEEDS),1000))

mutants: prepare  ## Check that the simulation catches each known-bad variant of the dialer (SEEDS=500)
	$(BUILD) --scratch-path .build-mutants --traits Mutants --product dialer-simulate
	.ci/mutants "$$($(BUILD) --scratch-path .build-mutants --traits Mutants --show-bin-path)/dialer-simulate" $(or $(SEEDS),500)

check: prepare  ## Check the format, the import table, the tidy rules, the units and the man pages
	@.ci/prepare systemd groff-base
	.ci/units
	! groff -mdoc -ww -z -Tutf8 docs/man/*.[1-8] 2>&1 | grep .
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests
	.ci/test $(TEST) --filter TidyTests

fmt:            ## Format the sources
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

prepare:        ## Install missing Debian packages
	@.ci/prepare

clean:          ## Remove built files and the demo's files
	rm -rf .build .build-boot .build-deb .build-mutants .build-proxies .build-static .demo
