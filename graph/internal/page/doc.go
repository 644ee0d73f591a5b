// Package page cuts sorted lists into Relay connections.
//
// A cursor is the sort key of the row it stands on, not a row number: the next page starts after that key wherever it
// now is, so rows added or removed between two requests never make a page repeat or skip a row that stayed. An [Order]
// has a name and a key function whose last component must be unique (the node's key); rows are sorted by comparing
// keys, and a cursor of another order is refused.
//
// A GraphQL connection type binds to an instance of [Connection], for example
//
//	type OrganConnection = page.Connection[snapshot.Organ]
//
// with its edges, nodes, pageInfo and totalCount as methods without a context, so gqlgen calls them inline. A cursor is
// only encoded when it is asked for.
//
// It imports gov and the standard library. To add a kind of key component: one constant and its case in value.go and
// cursor.go.
package page
