package peer

import (
	"net/url"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

type named struct {
	ID   string `json:"id,omitempty"`
	Name string `json:"name"`
}

type charge struct {
	Role   string `json:"role"`
	Leader named  `json:"leader"`
}

type assignment struct {
	Role string `json:"role,omitempty"`
	Duty named  `json:"duty"`
}

type organRow struct {
	ID          string       `json:"id"`
	Key         string       `json:"key,omitempty"`
	Name        string       `json:"name"`
	Kind        string       `json:"kind"`
	Management  string       `json:"management,omitempty"`
	Staff       int64        `json:"staff,omitempty"`
	Township    *named       `json:"township,omitempty"`
	Departments []named      `json:"departments"`
	Charges     []charge     `json:"charges"`
	Assignments []assignment `json:"assignments"`
}

type townshipRow struct {
	ID     string     `json:"id"`
	Key    string     `json:"key"`
	Name   string     `json:"name"`
	Kind   string     `json:"kind"`
	Size   string     `json:"size"`
	Organs []organRow `json:"organs"`
}

type node[T any] struct {
	Node T `json:"node"`
}

func organ(records []*neo4j.Record, asked url.Values) any {
	r, county := records[0], asked.Get("county")
	key := get[string](r, "key")
	o := organRow{
		ID: id("Organ", county, key), Key: key, Name: get[string](r, "name"), Kind: get[string](r, "kind"),
		Management: get[string](r, "management"), Staff: get[int64](r, "staff"),
		Township:    &named{id("Township", county, get[string](r, "townshipKey")), get[string](r, "township")},
		Departments: []named{}, Charges: []charge{}, Assignments: []assignment{},
	}
	for _, d := range get[[]any](r, "departments") {
		d := d.([]any)
		o.Departments = append(o.Departments, named{id("Department", county, text(d[0])), text(d[1])})
	}
	for _, c := range get[[]any](r, "charges") {
		c := c.([]any)
		o.Charges = append(o.Charges, charge{text(c[0]), named{id("Leader", county, text(c[1])), leaderName(c[2], c[3])}})
	}
	for _, a := range get[[]any](r, "assignments") {
		a := a.([]any)
		o.Assignments = append(o.Assignments, assignment{text(a[0]), named{id("Duty", county, text(a[1])), text(a[2])}})
	}
	return node[organRow]{o}
}

// leaderName is the personal name, else the posts.
func leaderName(name, posts any) string {
	if s := text(name); s != "" {
		return s
	}
	return strings.Join(texts(posts), "、")
}

func townshipPage(records []*neo4j.Record, asked url.Values) any {
	first, county := records[0], asked.Get("county")
	key := get[string](first, "townshipKey")
	t := townshipRow{
		ID: id("Township", county, key), Key: key, Name: get[string](first, "township"), Kind: get[string](first, "townshipKind"),
		Size: get[string](first, "size"), Organs: make([]organRow, len(records)),
	}
	for i, r := range records {
		o := organRow{
			ID: id("Organ", county, get[string](r, "key")), Name: get[string](r, "name"), Kind: get[string](r, "kind"),
			Departments: []named{}, Charges: []charge{}, Assignments: []assignment{},
		}
		for _, d := range get[[]any](r, "departments") {
			o.Departments = append(o.Departments, named{Name: text(d)})
		}
		for _, c := range get[[]any](r, "charges") {
			c := c.([]any)
			o.Charges = append(o.Charges, charge{text(c[0]), named{Name: leaderName(c[1], c[2])}})
		}
		for _, d := range get[[]any](r, "duties") {
			o.Assignments = append(o.Assignments, assignment{Duty: named{Name: text(d)}})
		}
		t.Organs[i] = o
	}
	return node[townshipRow]{t}
}
