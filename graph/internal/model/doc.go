// Package model holds the types of the GraphQL schema that no room of the program has: payloads, connections with
// their facets, and how scalars are written. generated.go comes from the schema (go generate ./graph).
package model
