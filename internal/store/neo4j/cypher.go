package neo4j

import (
	"embed"
	"strings"
	"text/template"
)

//go:embed cypher/*.cypher
var files embed.FS

// statements are the statements by the names of their files.
var statements = template.Must(template.ParseFS(files, "cypher/*.cypher"))

// names are what a statement is filled with.
type names struct {
	Label, Parent label
	Upwards       bool // the relationship to the parent starts at the node
	From, To      label
	Ends          []label // that an edge may lead to
	Rel           relType
}

// text is a statement filled with names. A statement that is not there is a mistake of the program.
func text(name string, fill any) string {
	var b strings.Builder
	if err := statements.ExecuteTemplate(&b, name+".cypher", fill); err != nil {
		panic(err)
	}
	return b.String()
}
