// Package peer answers the measured queries by other means, with the same bytes: a plain net/http handler that runs
// hand-written Cypher for each request through the driver that the product uses, and one that has all answers ready.
//
// The Cypher peer is given every advantage that a careful author would take: one statement for each request in an
// auto-commit transaction (one round trip), all rows fetched at once, indexes of the product's own schema, no GraphQL,
// no limits, no language negotiation, and encoding/json over structs made for the answer. It computes 多对一 alone: in the
// counts of all counties it is handed the other seventeen kinds' figures for nothing.
//
// It imports gov, overlap, the dataset and the Neo4j driver.
package peer
