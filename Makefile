# kenpo: `make run` sets up, builds and opens the sample society; `make test` proves the tree.
# Packages are asked for by name; nothing else is downloaded. Build folders: build/ (the program),
# build-check/ (clang, address and undefined-behaviour sanitizers), build-fuzz/ (libFuzzer).
SHELL := /bin/bash
JOBS ?= $(shell nproc)
DATA ?= $(CURDIR)/data
PORT ?= 8443

.PHONY: run test build check setup fuzz bench soak clean

run: build
	@tools/run_sample.sh "$(DATA)" "$(PORT)"

build: setup
	@cmake -S . -B build -G Ninja -DCMAKE_C_COMPILER=gcc -DCMAKE_CXX_COMPILER=g++ > build.log 2>&1 \
	  || { cat build.log; exit 1; }; rm -f build.log
	@ninja -C build -j$(JOBS) kenpo

setup:
	@tools/setup.sh

test: setup
	@tools/test.sh

fuzz: setup
	@tools/fuzz.sh

bench: setup
	@tools/bench.sh

soak: build
	@tools/soak.sh

clean:
	rm -rf build build-check build-fuzz build-bench
