// Command run measures the product against its peers on a real Neo4j, all in one run:
//
//	go run ./bench/run                       figures on the terminal
//	go run ./bench/run -check -json out.json exits with 1 where a floor of issue 3 is missed
//	go run ./bench/run -cpuprofile DIR       a CPU profile of the product for each query
//	go run ./bench/run -history              commits/s and reads of the past on both stores; see bench/history
//
// Three processes share the machine: Neo4j, the server under test (a child of this command, which holds the product and
// both peers, each below its own path) and this one, which loads the dataset and then only sends requests. A request is
// bytes made beforehand on a kept-alive connection, so that the client takes as little of the two cores as it can; what
// it takes, it takes from all alike. Rounds are interleaved: in each, every query is asked of every peer in turn.
package main
