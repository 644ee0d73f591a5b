// Package exchange reads and writes whole counties as files. A [Format] is one file here and one line in registry.go; JSON
// is the one that `load` reads back without loss. The tables (xlsx, csv) are in the folder sheets.
//
// The graph formats (GraphML, GEXF, DOT, Cytoscape JSON) see nodes and edges as flat elements: attributes have the names
// they have in the JSON and in GraphQL; where a format knows only text, numbers and truth values, a list or a structure
// is JSON. JSON-LD says the same in the terms of W3C ORG and CPOV. The same county gives the same bytes. A [History],
// read off the log, gives dates to the formats that have them.
//
// Tests have every format read by software that is not ours: package validate.
//
// It imports gov and snapshot. To add a format: its file, one line in registry.go; the tests then ask for a golden file.
package exchange
