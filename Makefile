# Every target is one script in environment/; `make help` lists them.
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help lab test doctor install-kernel notebooks script site image-test nightly mutants wheel release pin bench coverage build kernelspec check clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

lab: ## open JupyterLab with the Java kernel (ARGS="--no-browser --port=9000")
	@environment/lab.sh $(ARGS)

test: ## run every test (LAYERS="java python" selects; see README)
	@environment/test.sh $(LAYERS)

doctor: ## say what is there, what is missing and how to get it
	@environment/doctor.sh

build: ## compile library and kernel, lay out the class path
	@environment/provision.sh build

kernelspec: ## build, and install the kernel into the project's own Python environment
	@environment/provision.sh kernel

install-kernel: ## make the kernel known to the Jupyter of your own user as well
	@environment/install-kernel.sh

notebooks: ## execute the notebooks and report (NOTEBOOKS="notebooks/a.ipynb ..." selects)
	@environment/notebooks.sh $(NOTEBOOKS)

script: ## execute the notebooks and print them as one PDF: dist/lectern.pdf (NOTEBOOKS="..." selects)
	@environment/script.sh $(NOTEBOOKS)

site: ## execute the notebooks and write them as a web site: dist/site/
	@environment/site.sh

check: ## formatting, static analysis and licences
	@environment/check.sh

image-test: ## build the course image and run the first lecture in it
	@environment/image-test.sh

nightly: ## run the long sweeps as well: an hour and more
	@LECTERN_NIGHTLY=1 environment/test.sh $(or $(LAYERS),java python)

pin: ## pin the checksums of jars that are new (ALL=1: for every processor)
	@environment/pin.sh

bench: ## measure speed against Python (ONLY="kernel numbers runge figures sizes loops frames notebooks needs" selects)
	@environment/bench.sh $(ONLY)

coverage: ## which examples of the course the notebooks cover (TESTS=1: which lines the Java tests reach)
	@environment/coverage.sh

mutants: ## which changes of a room's code no test notices, for the night (ROOMS="optim kernel.cell.run")
	@environment/mutants.sh $(ROOMS)

wheel: ## the kernel as a Python package for any Jupyter: dist/lectern_kernel-*.whl
	@environment/wheel.sh

release: ## all modules for Maven, with sources and documentation: dist/repository (URL=https://… names the project's place)
	@environment/release.sh

clean: ## remove what was built, keep what was downloaded
	@environment/clean.sh
