// Package graph serves the contract of schema.graphqls. It is the only room that knows gqlgen.
//
// Types of the schema bind to the handles of internal/snapshot and to the payloads of graph/internal/model (gqlgen.yml
// says which); what takes arguments or is computed from several rooms is a method here, one file for each type. There
// are no generated resolvers to fill in: the compiler asks for what is missing through exec.ResolverRoot.
//
// graph/internal/exec is generated and never opened. After a change of the schema: go generate ./graph.
package graph

//go:generate go run tiaokuai/graph/internal/generate
