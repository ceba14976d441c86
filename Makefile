# ProcViz: `make help` lists what can be made.
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

# One self-contained binary: nothing of the toolchain is needed to run it.
# Symbols are bound at the start: else every process of a run would look them up again after its fork.
RELEASE = -c release --static-swift-stdlib -Xlinker -z -Xlinker now --product procviz
# Tests and lint share one build, in which a warning is an error.
STRICT = PROCVIZ_STRICT=1

# A package of its own that uses the library, as anybody would; the tests run it.
EXAMPLE = Examples/BankTransfer
BINARY = .build/release/procviz
SOURCES = Sources Tests Package.swift

.PHONY: run build test lint format docs screenshots bench install uninstall clean help

run: build  ## build, and open the program
	@$(BINARY) $(ARGS)

build:  ## build the program as it is installed (release)
	@scripts/prepare.sh run
	$(SWIFT) build $(RELEASE)

test:  ## build and run all tests
	@scripts/prepare.sh test
	$(STRICT) $(SWIFT) build --build-tests
	$(SWIFT) build --package-path $(EXAMPLE)
	$(STRICT) $(SWIFT) test --skip-build --disable-xctest

lint:  ## check the format of all sources, and that they compile without a warning
	@scripts/prepare.sh test
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	$(STRICT) $(SWIFT) build --build-tests

format:  ## bring all sources into the project's format
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

docs:  ## write keys and options into the man page and the READMEs, from their tables
	@scripts/prepare.sh run
	$(SWIFT) build --product procviz
	.build/debug/procviz __docs .

screenshots:  ## take the pictures in screenshots/ from the running program
	@scripts/prepare.sh screenshots
	scripts/screenshots.sh

bench: build  ## measure what docs/benchmarks.md tells
	scripts/bench.sh

install: build  ## install to PREFIX (/usr/local): program, man page, shell completions
	install -D -s -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/procviz"
	install -D -m 644 docs/procviz.1 "$(DESTDIR)$(PREFIX)/share/man/man1/procviz.1"
	install -D -m 644 completions/procviz.bash \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/procviz"
	install -D -m 644 completions/_procviz "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_procviz"
	install -D -m 644 completions/procviz.fish \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/procviz.fish"

uninstall:  ## remove what install installed
	rm -f "$(DESTDIR)$(PREFIX)/bin/procviz" \
	  "$(DESTDIR)$(PREFIX)/share/man/man1/procviz.1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/procviz" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_procviz" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/procviz.fish"

clean:  ## remove what was built
	rm -rf .build $(EXAMPLE)/.build

help:  ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## /\1	/p' $(MAKEFILE_LIST) | expand -t 14
