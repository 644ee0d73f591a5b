package exchange

// Token and LDID are the ids of a key in GraphML and in JSON-LD.
var (
	Token = token
	LDID  = ldID
)

// Columns are the names of all attributes of nodes and edges.
func Columns() []string {
	var out []string
	for _, c := range append(nodeColumns(), edgeColumns()...) {
		out = append(out, c.name)
	}
	return out
}
