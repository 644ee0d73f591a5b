package peer

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/bench/queries"
	"tiaokuai/internal/gov"
)

//go:embed cypher/*.cypher
var statements embed.FS

// Rest is what a county's overlaps of the kinds that the peer does not compute come to.
type Rest struct {
	Overlaps int
	Cost     gov.Micro
}

// Cypher is the handler with hand-written Cypher. Its driver should fetch all rows at once.
type Cypher struct {
	Driver neo4j.DriverWithContext
	Rest   map[string]Rest // by the county's code
}

// Path is where the peers answer a query about a subject, below their own prefix.
func Path(query string, s queries.Subject) string {
	return "/" + query + "?" + url.Values{"county": {s.County}, "township": {s.Township}, "organ": {s.Organ}}.Encode()
}

// Handler answers GET /<query>?county=…&township=…&organ=….
func (c Cypher) Handler() http.Handler {
	mux := http.NewServeMux()
	for name, shape := range map[string]func([]*neo4j.Record, url.Values) any{
		"organ": organ, "township_page": townshipPage, "township_overlaps": townshipOverlaps, "county_overlaps": countyOverlaps,
		"overlap_counts": c.counts,
	} {
		text, err := statements.ReadFile("cypher/" + name + ".cypher")
		if err != nil {
			panic(err) // the file is embedded
		}
		mux.HandleFunc("GET /"+name, c.answer(string(text), shape))
	}
	return mux
}

func (c Cypher) answer(statement string, shape func([]*neo4j.Record, url.Values) any) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		asked := r.URL.Query()
		records, err := c.run(r.Context(), statement, asked)
		if err == nil && len(records) == 0 {
			http.NotFound(w, r)
			return
		}
		var b bytes.Buffer
		if err == nil {
			e := json.NewEncoder(&b)
			e.SetEscapeHTML(false)
			err = e.Encode(map[string]any{"data": shape(records, asked)})
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		b.Truncate(b.Len() - 1) // the encoder's line feed
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Content-Length", strconv.Itoa(b.Len()))
		_, _ = w.Write(b.Bytes())
	}
}

func (c Cypher) run(ctx context.Context, statement string, asked url.Values) ([]*neo4j.Record, error) {
	session := c.Driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: "neo4j"})
	defer func() { _ = session.Close(ctx) }()
	params := map[string]any{}
	for name := range asked {
		if strings.Contains(statement, "$"+name) {
			params[name] = asked.Get(name)
		}
	}
	result, err := session.Run(ctx, statement, params)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// get is a record's value by name; the zero value where it is null.
func get[T neo4j.RecordValue](r *neo4j.Record, name string) T {
	v, _, _ := neo4j.GetRecordValue[T](r, name)
	return v
}

// text is an element of a list that a statement collected; empty where it is null.
func text(v any) string {
	s, _ := v.(string)
	return s
}

func texts(v any) []string {
	list, _ := v.([]any)
	out := make([]string, len(list))
	for i := range list {
		out[i] = text(list[i])
	}
	return out
}

// id is the id of GraphQL, so that bodies are equal.
func id(kind, county, key string) string {
	return gov.GlobalID{Type: kind, County: county, Key: key}.String()
}
