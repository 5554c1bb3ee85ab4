# make run  [FILE=评价.jiping]   install what is missing, build, open the window
# make test                      install what is missing, run all tests (no display needed)
# make lint                      formatting, clippy, licences
# make test-long                 the long suites: ignored tests, many more random cases, fuzzing
# make views                     every view at every size, light and dark, as pictures in target/views
# make windows                   jiping.exe for Windows 10 and 11, built here (Debian 12)
# make windows-test              its tests and its window, under wine
# make bench                     the benchmarks
# make package                   what users get, in target/package: Windows installer and zip, .deb, tarball
# make package-test              installs, uses and removes each of them, in a new Debian (as root) and under wine
# make setup                     only install what is missing, for running and testing

# Without make: sh scripts/run.sh, sh scripts/test.sh.

SHELL := /bin/sh
export PATH := $(PATH):$(HOME)/.cargo/bin

.PHONY: run test test-long views lint bench setup associate windows windows-test package package-test
.DEFAULT_GOAL := run

run:
	@sh scripts/run.sh $(if $(FILE),"$(FILE)")

test:
	@sh scripts/test.sh

# 双击 .jiping 文件打开本程序（只改当前用户的设置）
associate:
	@sh scripts/associate.sh $(PROGRAM)

test-long:
	@PROPTEST_CASES=$${PROPTEST_CASES:-4096} sh scripts/test.sh --long
	@sh scripts/fuzz.sh 60 || [ $$? -eq 3 ]

lint:
	@bash .ci/run lint

views:
	@sh scripts/setup.sh test
	cargo nextest run --locked --test ui --run-ignored only -E 'test(/^views/)'

windows:
	@sh scripts/windows.sh setup
	@sh scripts/windows.sh cargo build --locked
	@echo "target/windows/x86_64-pc-windows-gnu/debug/jiping.exe"

windows-test: windows
	@sh scripts/windows-test.sh

package:
	@sh scripts/package.sh

package-test:
	@sh scripts/package-test.sh

bench:
	@sh scripts/setup.sh build
	cargo bench

setup:
	@sh scripts/setup.sh test
