# SPDX-License-Identifier: MIT
# GNU make. `make help` lists the targets. Objects live in build/<variant>/, so
# that the release, sanitizer and clang builds stand side by side:
#   make SAN=1      with AddressSanitizer and UndefinedBehaviorSanitizer
#   make CC=clang   with clang
#   make WERROR=1   with warnings as errors
#   make MAIL=no    without GMime: e-mails (.eml) are then told of and not read

ifeq ($(origin CC),default)
CC := gcc
endif
PREFIX ?= /usr/local
CLANG := $(findstring clang,$(CC))
# MAIL=no: without GMime, and so without reading .eml.
VARIANT := $(if $(SAN),san,release)$(if $(CLANG),-clang)$(if $(filter no,$(MAIL)),-nomail)
OUT := build/$(VARIANT)
PROGRAM := $(if $(filter release,$(VARIANT)),build/concord,$(OUT)/concord)
TESTS := $(OUT)/concord-tests
MODULES := tests/browser/node_modules/.installed
SHOWN = report: file://$(CURDIR)/
# make V=1 shows the commands.
Q := $(if $(V),,@)

# The last release; a checkout with version tags says more.
VERSION := $(or $(shell git describe --tags --match 'v[0-9]*' 2>/dev/null | sed 's/^v//'),0.1.0)

MAIL_FILES := $(if $(filter no,$(MAIL)),mail*.c,no_mail.c)
SRC := $(shell find analyzer -name '*.c' ! -path 'analyzer/letters/reading/$(MAIL_FILES)' | LC_ALL=C sort)
TEST_SRC := $(shell find tests/unit -name '*.c' 2>/dev/null | LC_ALL=C sort)
EMBED := $(shell { echo docs/method.md; find analyzer -name '*.sql'; find datasets/reference datasets/profiles -name '*.csv'; find datasets/schema -name '*.json'; \
	find reports -path reports/out -prune -o -type f ! -name '.*' ! -name '*~' ! -name '*.md' \
	-print; } 2>/dev/null | LC_ALL=C sort)
OBJ := $(SRC:%.c=$(OUT)/%.o) $(OUT)/embedded.o
TEST_OBJ := $(TEST_SRC:%.c=$(OUT)/%.o) $(filter-out $(OUT)/analyzer/main.o,$(OBJ))

WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wpointer-arith -Wcast-qual -Wwrite-strings -Wvla \
	-Wundef -Wformat=2 -Wnull-dereference -Wdouble-promotion -Wswitch-enum -Wredundant-decls \
	-Wunused-macros -Wfloat-equal -Wdate-time
GCC_WARNINGS := -Wcast-align=strict -Wformat-signedness -Wduplicated-cond -Wduplicated-branches \
	-Wlogical-op -Wjump-misses-init -Wimplicit-fallthrough=5 -Wstack-usage=16384
CLANG_WARNINGS := -Wcast-align -Wimplicit-fallthrough
WARNINGS += $(if $(CLANG),$(CLANG_WARNINGS),$(GCC_WARNINGS))

ifeq ($(SAN),)
MODE := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
else
# Checks that the sanitizers add make these two see stack and paths that are not in the source.
WARNINGS := $(filter-out -Wstack-usage=16384 -Wnull-dereference,$(WARNINGS))
MODE := -O1 -g -DSANITIZED -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
export CK_FORK := no
endif

# Evaluated when a recipe runs: pkg-config may only just have been installed.
PACKAGES := sqlite3 libutf8proc jansson libcrypto libpcre2-8 gsl libcmark proj xlsxwriter minizip \
	libxml-2.0 libpng zlib $(if $(filter no,$(MAIL)),,gmime-3.0)
PKG_CFLAGS = $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
PKG_LIBS = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
CHECK_LIBS = $(or $(shell pkg-config --libs check 2>/dev/null),-lcheck_pic -lsubunit -lm -lrt)
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE -Ianalyzer $(PKG_CFLAGS) $(WARNINGS) $(if $(WERROR),-Werror) \
	$(MODE) -fPIE -pthread -ffp-contract=off -ffile-prefix-map=$(CURDIR)=. -MMD -MP $(CFLAGS)
# Exact comparison of numbers is what a test may mean.
TEST_CFLAGS := -Itests/unit -Wno-float-equal
VERSION_CFLAGS := -DCONCORD_VERSION='"$(VERSION)"'
ALL_LDFLAGS = $(MODE) -pie -Wl,-z,relro,-z,now -pthread $(LDFLAGS)
LIBS = -lcsv $(PKG_LIBS)

# A build on all processors, unless make was told how many.
PARALLEL_MAKE = $(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j "$$(nproc)")

.PHONY: all build audit example national-example test test-scripts test-unit test-browser test-valgrind bench \
	train classify-report recompute pages pictures lint format format-check tidy install uninstall clean help packages FORCE
.DELETE_ON_ERROR:

all: $(PROGRAM) ## build the program, build/concord (the default)

build: ## install what is missing, and build the program and its tests on all processors
	@scripts/install-deps.sh build test
	+@$(PARALLEL_MAKE) $(PROGRAM) $(TESTS)

audit: ## install what is missing, build, and audit the real pack into reports/out/palantir
	@scripts/install-deps.sh build
	+@$(PARALLEL_MAKE) all
	@mkdir -p reports/out
	$(PROGRAM) audit datasets/palantir -o reports/out/palantir
	@echo "$(SHOWN)reports/out/palantir/report.html"

example: ## the same with the invented national example, into reports/out/national-example
	@scripts/install-deps.sh build
	+@$(PARALLEL_MAKE) all
	@mkdir -p reports/out
	$(PROGRAM) audit datasets/national-example -o reports/out/national-example
	@echo "$(SHOWN)reports/out/national-example/report.html"

# Under the sanitizers without the browser: its tests look at the report, not at memory.
test: ## install what is missing, build, and run all tests (SAN=1: under the sanitizers)
	@$(MAKE) --no-print-directory test-scripts test-unit
	$(if $(SAN),,@$(MAKE) --no-print-directory test-browser)

test-scripts: ## the tests of the scripts that lint runs
	tests/scripts/check-statements.test

test-unit: ## the tests of the program alone, without a browser (JOBS=1: one suite after another)
	@scripts/install-deps.sh build test
	+@$(PARALLEL_MAKE) $(PROGRAM) $(TESTS)
	CONCORD="$(CURDIR)/$(PROGRAM)" CK_DEFAULT_TIMEOUT=120 scripts/test-unit $(TESTS)

test-browser: ## the tests of the report in Chromium alone
	@scripts/install-deps.sh build browser
	+@$(PARALLEL_MAKE) $(PROGRAM) $(MODULES)
	CONCORD="$(CURDIR)/$(PROGRAM)" node tests/browser/support/packs.js
	node --test --test-concurrency="$${JOBS:-$$(nproc)}" tests/browser/*.test.js

# The tests' two packages, as the lock file says. Node trusts its own list of authorities;
# behind an inspecting proxy those of the system are needed too.
$(MODULES): tests/browser/package.json tests/browser/package-lock.json
	NODE_EXTRA_CA_CERTS="$${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}" \
		npm ci --prefix tests/browser --no-audit --no-fund
	@touch $@

test-valgrind: ## run the audit of the real pack under valgrind
	@scripts/install-deps.sh build test
	+@$(PARALLEL_MAKE) $(PROGRAM)
	@mkdir -p build/valgrind
	valgrind -q --soname-synonyms=somalloc=NONE --leak-check=full --error-exitcode=9 \
		$(PROGRAM) audit datasets/palantir -o build/valgrind/palantir --quiet

classify-report: ## read the letters held back too, and write how well into docs/letters.md; fails on a flip
	@scripts/install-deps.sh build test
	@$(MAKE) --no-print-directory train
	$(TESTS) --letters-report docs/letters.md

# Counts stand in the program that reads with them, so that the tests are linked again.
train: ## count anew how often each class of evidence is right in the letters to develop with
	+@$(PARALLEL_MAKE) $(TESTS)
	$(TESTS) --letters-train datasets/reference/classify-confidence.csv
	+@$(PARALLEL_MAKE) $(TESTS)

# PART=rows or PART=letters: one of its parts.
bench: ## time loading and rules against `sqlite3 .import`, letters against grep (SIZES="100000 1000000", PART=letters)
	@scripts/install-deps.sh build bench
	+@$(PARALLEL_MAKE) $(PROGRAM)
	$(if $(filter letters,$(PART)),,scripts/bench $(PROGRAM) $(SIZES))
	$(if $(filter rows,$(PART)),,scripts/bench-letters $(PROGRAM))

national-example: ## write the invented pack datasets/national-example again
	awk -v out=datasets/national-example -f scripts/make-national-example.awk \
		datasets/reference/forces.csv

recompute: ## compute the numbers of both packs again, apart from the program, and compare
	@$(MAKE) --no-print-directory audit example >/dev/null
	scripts/recompute-numbers reports/out/palantir/audit.db
	scripts/recompute-numbers reports/out/national-example/audit.db

pictures: ## make the pictures of README.md and docs/ again
	@scripts/install-deps.sh build browser
	+@$(PARALLEL_MAKE) $(PROGRAM) $(MODULES)
	scripts/make-pictures $(PROGRAM)

pages: build ## write again what commands on README.md and docs/ print
	scripts/write-examples README.md docs/from-letters.md docs/from-export-to-review.md

lint: ## check layers, statements, banned functions and file sizes; cppcheck and shellcheck
	@scripts/install-deps.sh lint
	scripts/lint

format: ## lay out the C source with clang-format
	@scripts/install-deps.sh lint
	find analyzer tests/unit -name '*.[ch]' -exec clang-format -i {} +

format-check: ## fail if the C source is not laid out as make format would
	@scripts/install-deps.sh lint
	find analyzer tests/unit -name '*.[ch]' -exec clang-format --dry-run -Werror {} +

tidy: compile_commands.json ## look at the C source with clang-tidy (.clang-tidy; TIDY="FILE..." for some)
	@scripts/install-deps.sh lint
	printf '%s\n' $(or $(TIDY),$(SRC)) | xargs -n 4 -P "$$(nproc)" clang-tidy -p . --quiet

# clang's own tools do not know gcc's warnings.
CLANG_CFLAGS = $(filter-out $(GCC_WARNINGS) -MMD -MP,$(ALL_CFLAGS)) $(CLANG_WARNINGS)
command_of = clang $(FLAGS) $(if $(filter tests/%,$1),$(TEST_CFLAGS)) \
	$(if $(filter %/version.c,$1),$(VERSION_CFLAGS)) -c $1
entry_of = {"directory": "$(CURDIR)", "file": "$1", "command": "$(subst ",\",$(command_of))"}

compile_commands.json: Makefile build/sources.list | packages ## say how each file is compiled, for clangd and clang-tidy
	$(eval FLAGS := $(CLANG_CFLAGS))
	$(file >$@,[)
	$(foreach file,$(SRC) $(TEST_SRC),$(file >>$@,$(call entry_of,$(file)),))
	@sed -i '$$s/,$$/]/' $@

install: $(PROGRAM) ## install the program below PREFIX (DESTDIR is respected)
	install -Dm755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/concord

uninstall: ## remove the installed program
	rm -f $(DESTDIR)$(PREFIX)/bin/concord

clean: ## remove build/
	rm -rf build

help: ## this list
	@awk -F ':.*## ' '/^[a-z_.-]+:.*## / { printf "make %-21s %s\n", $$1, $$2 }' Makefile

packages:
	@pkg-config --exists $(PACKAGES) 2>/dev/null && test -e /usr/include/csv.h || { \
		echo 'make: libraries are missing: run scripts/install-deps.sh build' >&2; exit 1; }

$(PROGRAM): $(OBJ)
	@echo '  link $@'
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(TESTS): $(TEST_OBJ)
	@echo '  link $@'
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(CHECK_LIBS) $(LIBS)

$(OUT)/%.o: %.c | packages
	@mkdir -p $(@D)
	@echo '  cc   $<'
	$(Q)$(CC) $(ALL_CFLAGS) $(EXTRA) -c -o $@ $<

$(OUT)/tests/%.o: EXTRA = $(TEST_CFLAGS)
$(OUT)/analyzer/base/version.o: EXTRA = $(VERSION_CFLAGS)
$(OUT)/analyzer/base/version.o: build/version

$(OUT)/embedded.o: build/embedded.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

build/embedded.c: $(EMBED) scripts/embed build/embedded.list
	$(Q)scripts/embed $(EMBED) > $@

# Rewritten only when their content changes.
build/version: content = $(VERSION)
build/embedded.list: content = $(EMBED)
build/sources.list: content = $(SRC) $(TEST_SRC)
build/version build/embedded.list build/sources.list: FORCE
	@mkdir -p build
	@echo '$(content)' | cmp -s - $@ || echo '$(content)' > $@

-include $(OBJ:.o=.d) $(TEST_OBJ:.o=.d)
