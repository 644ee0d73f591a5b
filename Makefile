# Everything a developer runs. The one that matters: make test.

LINT   = go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
VULN   = go run golang.org/x/vuln/cmd/govulncheck@v1.9.0
NEO4J  = go run ./internal/neo4jtest/cmd/neo4j-run
export GOLANGCI_LINT_CACHE = $(CURDIR)/.cache/golangci-lint

.PHONY: help run test quick lint fmt generate golden soak bench vuln neo4j secrets

help: ## what there is to make
	@sed -n 's/^\([a-z0-9]*\):.* ## /\1\t/p' Makefile | expand -t 12

run: ## the server, on a file and with the example county
	go run ./server

test: ## all checks and tests, with a real Neo4j; what CI runs
	@.ci/test

quick: ## the tests that need nothing but Go, without the race detector
	go test $$(go list ./... | grep -v -e /neo4j -e /bench -e /exchange$$)

lint: ## go vet and golangci-lint
	go vet ./...
	$(LINT) run

fmt: ## format the code
	$(LINT) fmt

generate: ## the code that comes from schema.graphqls
	go generate ./graph

golden: ## rewrite the golden files of the package in P, e.g. make golden P=./internal/overlap
	go test $(P) -update

soak: ## the long tests: 50 kills of Neo4j, 500 on a file, 2,000 cut lines, 100,000 edits in Neo4j
	TIAOKUAI_SOAK=1 TIAOKUAI_TEST_BOLT_KILLS=500 $(NEO4J) -- \
		go test -count=1 -v -timeout 6h -run 'Soak|Killed|BadLine' ./internal/store/...

bench: ## requests per second and p99 against hand-written Cypher and a static handler
	go run ./bench/run

neo4j: ## a Neo4j for trying things out, until Ctrl-C; prints its address
	$(NEO4J)

vuln: ## known vulnerabilities in what we use; needs the vulnerability database on the network
	$(VULN) ./...

secrets: ## a password for compose.yaml, in ./secrets
	@umask 022; mkdir -m 700 secrets && cd secrets && echo '*' >.gitignore && \
	password=$$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n') && \
	printf '%s' "$$password" >neo4j_password && printf 'neo4j/%s' "$$password" >neo4j_auth
