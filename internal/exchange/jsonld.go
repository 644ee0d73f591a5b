package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// jsonLD is JSON-LD 1.1 in the terms of W3C ORG and of the EU's Core Public Organisation Vocabulary (CPOV 2.1). The
// context is in the file, so that no reader needs a network.
//
//   - county, township and department are org:FormalOrganization, organ and section org:OrganizationalUnit, each of them
//     a cv:PublicOrganisation;
//   - a leader is a foaf:Person with org:Post and org:Membership, each 分管 a further org:Membership;
//   - a duty is a skos:Concept, the org:purpose of who carries it; 对口 is org:linkedTo;
//   - a merger, split, renaming or abolition is an org:ChangeEvent, dated where the history knows the day;
//   - every edge is an rdf:Statement with its own attributes and sources too, and every attribute that ORG and CPOV have
//     no word for is a term of urn:tiaokuai:vocabulary under its name.
var jsonLD = Format{
	Extension: "jsonld", MediaType: "application/ld+json",
	Title:       gov.Text{ZH: "JSON-LD 关联数据", EN: "JSON-LD linked data"},
	Description: gov.Text{ZH: "按 W3C ORG 和欧盟 CPOV 词汇表述的关联数据，含机构撤并事件", EN: "linked data in the terms of W3C ORG and CPOV, with mergers as change events"},
	Dated:       true,
	Write:       writeJSONLD,
}

func writeJSONLD(w io.Writer, c *snapshot.County, b Beside) error {
	out := bufio.NewWriterSize(w, 64<<10)
	l := &ldWriter{flattener: newFlattener(c, b.History), out: out}
	g := c.Graph()
	l.readEdges(g)
	say(out, `{"@context":`+string(marshal(ldContext(c.Key)))+`,"@graph":[`)
	for _, concept := range concepts {
		l.say(ldConcept(concept.scheme, concept.code, concept.name))
	}
	for _, n := range g.Nodes {
		l.say(l.describe(n))
	}
	for _, e := range g.Edges {
		l.say(l.statement(e))
	}
	for _, e := range l.events {
		l.say(l.event(e))
	}
	say(out, "\n]}\n")
	return out.Flush()
}

type ldWriter struct {
	*flattener
	out      *bufio.Writer
	items    int
	links    map[string][]string // departments that an organ faces
	purposes map[string][]string // duties that an organ or department carries
	events   []changeEvent
	ended    map[string][]string // ids of the events that dissolved a former
	begun    map[string][]string // ids of the events that an organization came from
}

func (l *ldWriter) say(item map[string]any) {
	sayItem(l.out, l.items, item)
	l.items++
}

// readEdges notes what nodes say of their edges.
func (l *ldWriter) readEdges(g gov.Graph) {
	l.links, l.purposes, l.ended, l.begun = map[string][]string{}, map[string][]string{}, map[string][]string{}, map[string][]string{}
	for _, e := range g.Edges {
		switch e := e.(type) {
		case *gov.Counterpart:
			l.links[e.From] = append(l.links[e.From], ldID(e.To))
		case *gov.Assignment:
			l.purposes[e.From] = append(l.purposes[e.From], ldID(e.To))
		}
	}
	l.events = changeEvents(g)
	for _, e := range l.events {
		for _, key := range e.from {
			l.ended[key] = append(l.ended[key], e.id())
		}
		for _, key := range e.to {
			l.begun[key] = append(l.begun[key], e.id())
		}
	}
}

// describe is a node: its own attributes, and what ORG and CPOV have words for.
func (l *ldWriter) describe(n gov.Node) map[string]any {
	item := l.own(n)
	item["@id"], item["prefLabel"] = ldID(n.NodeKey()), n.NodeName()
	delete(item, "name")
	switch n := n.(type) {
	case *gov.County:
		l.organization(item, n, "County", "countyKind", string(n.Kind), "")
		item["revision"], item["effective"] = l.county.Revision(), l.county.Effective()
	case *gov.Township:
		l.organization(item, n, "Township", "townshipKind", string(n.Kind), l.county.Key)
	case *gov.Department:
		l.organization(item, n, "Department", "departmentKind", string(n.Kind), l.county.Key)
	case *gov.Organ:
		l.unit(item, n, "Organ", "organKind", string(n.Kind), n.Township)
	case *gov.Section:
		l.unit(item, n, "Section", "", "", n.Department)
	case *gov.Former:
		l.former(item, n)
	case *gov.Leader:
		l.person(item, n)
	case *gov.Duty:
		item["@type"] = []string{"Duty", "skos:Concept"}
	default:
		item["@type"] = ldType(string(n.NodeKind()))
	}
	return item
}

// organization adds what a body with full standing of its own is.
func (l *ldWriter) organization(item map[string]any, n gov.Node, class, scheme, code, parent string) {
	item["@type"] = []string{class, "org:FormalOrganization", "org:Organization", "cv:PublicOrganisation"}
	if parent != "" {
		item["subOrganizationOf"] = ldID(parent)
	}
	l.body(item, n, scheme, code)
}

// unit adds what a part of another organization is.
func (l *ldWriter) unit(item map[string]any, n gov.Node, class, scheme, code, parent string) {
	item["@type"] = []string{class, "org:OrganizationalUnit", "org:Organization", "cv:PublicOrganisation"}
	if _, ok := l.county.Node(parent); ok {
		item["unitOf"] = ldID(parent)
	}
	l.body(item, n, scheme, code)
}

func (l *ldWriter) body(item map[string]any, n gov.Node, scheme, code string) {
	if code != "" {
		item["classification"] = "c:" + scheme + "-" + code
	}
	if other := otherName(n); other != "" {
		item["altLabel"] = other
	}
	for term, ids := range map[string][]string{
		"linkedTo": l.links[n.NodeKey()], "purpose": l.purposes[n.NodeKey()], "changedBy": l.ended[n.NodeKey()], "resultedFrom": l.begun[n.NodeKey()],
	} {
		if len(ids) > 0 {
			item[term] = ids
		}
	}
}

func (l *ldWriter) former(item map[string]any, n *gov.Former) {
	switch n.Of {
	case gov.NodeDepartment:
		l.organization(item, n, "Former", "", "", l.county.Key)
	case gov.NodeSection:
		l.unit(item, n, "Former", "", "", n.Parent)
	default:
		l.unit(item, n, "Former", "", "", n.Township)
	}
}

// person adds a leader's posts and membership of the township's leadership.
func (l *ldWriter) person(item map[string]any, n *gov.Leader) {
	item["@type"] = []string{"Leader", "foaf:Person"}
	if n.Name != "" {
		item["personalName"] = n.Name
	}
	var posts, roles []map[string]any
	for i, p := range n.Posts {
		posts = append(posts, map[string]any{"@id": fmt.Sprintf("%s#post-%d", ldID(n.Key), i+1), "@type": "org:Post", "prefLabel": p, "postIn": ldID(n.Township)})
		roles = append(roles, map[string]any{"@type": []string{"org:Role", "skos:Concept"}, "prefLabel": p})
	}
	item["holds"] = posts
	item["hasMembership"] = map[string]any{"@id": ldID(n.Key) + "#membership", "@type": "org:Membership", "organization": ldID(n.Township), "orgRole": roles}
}

// statement is an edge with its attributes.
func (l *ldWriter) statement(e gov.Edge) map[string]any {
	from, to := e.Ends()
	item := l.own(e)
	delete(item, "from")
	delete(item, "to")
	item["@id"], item["@type"] = ldID(gov.EdgeKey(e)), []string{ldType(string(e.EdgeKind())), "rdf:Statement"}
	item["statementSubject"], item["statementPredicate"], item["statementObject"] = ldID(from), "c:"+string(e.EdgeKind()), ldID(to)
	if charge, ok := e.(*gov.Charge); ok {
		item["@type"] = []string{"Charge", "rdf:Statement", "org:Membership"}
		item["member"], item["organization"], item["orgRole"] = ldID(from), ldID(to), "c:chargeRole-"+string(charge.Role)
	}
	return item
}

// own are the attributes of a node or edge under their names, keys as references.
func (l *ldWriter) own(v any) map[string]any {
	out := map[string]any{}
	for _, a := range l.of(v) {
		value := a.value
		if a.class == classNested {
			d := json.NewDecoder(bytes.NewReader(marshal(value)))
			d.UseNumber()
			if err := d.Decode(&value); err != nil {
				panic(err) // it was just written
			}
		}
		out[a.name] = ldValue(a.name, value)
	}
	return out
}

func ldConcept(scheme, code string, name gov.Text) map[string]any {
	types := []string{"skos:Concept"}
	if scheme == "chargeRole" {
		types = append(types, "org:Role")
	}
	return map[string]any{
		"@id": "c:" + scheme + "-" + code, "@type": types, "skos:notation": code,
		"skos:prefLabel": []map[string]string{{"@value": name.ZH, "@language": "zh"}, {"@value": name.EN, "@language": "en"}},
	}
}

// otherName is the first other name of an organization; CPOV allows one in a language. All are attributes of its own.
func otherName(n gov.Node) string {
	switch n := n.(type) {
	case *gov.Organ:
		for _, p := range n.Plates {
			return p.Name
		}
		return first(n.ShortNames, n.FormerNames)
	case *gov.Department:
		return first(n.ShortNames, n.FormerNames)
	case *gov.Section:
		return first(n.FormerNames)
	case *gov.Township:
		return first(n.FormerNames)
	case *gov.Former:
		return first(n.Names)
	}
	return ""
}

func first(lists ...[]string) string {
	for _, l := range lists {
		if len(l) > 0 {
			return l[0]
		}
	}
	return ""
}
