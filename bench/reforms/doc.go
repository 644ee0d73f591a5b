// Command reforms holds the mergers that the optimiser proposes against those that real reforms made:
//
//	go run ./bench/reforms                       a table on the terminal
//	go run ./bench/reforms -cases FILE -json     other cases of the same form; figures, plans and what was left out as JSON
//	go run ./bench/reforms -loo                  the weights fitted by grid, in sample and with each case left out; minutes
//
// Cases are read in the form of shared/seed/reforms.json, generously (cases.go, decode.go): one that can't be read or asked is
// reported with the reason, and what was taken for what is noted. testdata/reforms.json is the copy of those of trust A
// and B. What of a case is a question, and what its answer, trial.go says. The problem is made of names only, by
// internal/namebook (problem.go), solved exactly at the real number of organs, and compared pair by pair (score.go), as are
// the baselines (baseline.go, louvain.go). bench/README.md has the newest figures and what they do not show.
package main
