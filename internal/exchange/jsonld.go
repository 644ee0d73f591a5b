package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

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

// references are the attributes whose values are keys, wherever they stand.
var references = map[string]bool{
	"township": true, "townships": true, "department": true, "sections": true, "sources": true, "officeAt": true, "about": true, "subject": true,
}

const ldVocabulary = "urn:tiaokuai:vocabulary:"

func ldContext(county string) map[string]any {
	id := func(term string) map[string]string { return map[string]string{"@id": term, "@type": "@id"} }
	text := func(term string) map[string]string { return map[string]string{"@id": term, "@language": "zh"} }
	typed := func(term, datatype string) map[string]string {
		return map[string]string{"@id": term, "@type": datatype}
	}
	context := map[string]any{
		"@version": 1.1, "@vocab": ldVocabulary, "c": ldVocabulary, "k": "urn:tiaokuai:county:" + ldEscape(county) + ":",
		"org": "http://www.w3.org/ns/org#", "cv": "http://data.europa.eu/m8g/", "skos": "http://www.w3.org/2004/02/skos/core#", "dct": "http://purl.org/dc/terms/",
		"foaf": "http://xmlns.com/foaf/0.1/", "prov": "http://www.w3.org/ns/prov#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
		"key": "dct:identifier", "prefLabel": text("skos:prefLabel"), "altLabel": text("skos:altLabel"), "description": text("dct:description"), "personalName": "foaf:name",
		"sources": id("dct:source"), "unitOf": id("org:unitOf"), "subOrganizationOf": id("org:subOrganizationOf"), "classification": id("org:classification"),
		"linkedTo": id("org:linkedTo"), "purpose": id("org:purpose"), "changedBy": id("org:changedBy"), "resultedFrom": id("org:resultedFrom"),
		"originalOrganization": id("org:originalOrganization"), "resultingOrganization": id("org:resultingOrganization"), "changeType": id("dct:type"),
		"changeDate": typed("dct:date", "xsd:date"), "endedAtTime": typed("prov:endedAtTime", "xsd:dateTime"),
		"holds": id("org:holds"), "postIn": id("org:postIn"), "hasMembership": id("org:hasMembership"), "member": id("org:member"),
		"organization": id("org:organization"), "orgRole": id("org:role"), "statementSubject": id("rdf:subject"), "statementPredicate": id("rdf:predicate"), "statementObject": id("rdf:object"),
	}
	for name := range references {
		if context[name] == nil {
			context[name] = map[string]string{"@type": "@id", "@id": ldVocabulary + name}
		}
	}
	return context
}

func writeJSONLD(w io.Writer, c *snapshot.County, h History) error {
	out := bufio.NewWriterSize(w, 64<<10)
	l := &ldWriter{flattener: newFlattener(c, h), out: out}
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

// ldValue turns the keys in a value into references.
func ldValue(name string, value any) any {
	switch v := value.(type) {
	case string:
		if references[name] {
			return ldID(v)
		}
	case []string:
		if references[name] {
			return ldIDs(v)
		}
	case []any:
		for i := range v {
			v[i] = ldValue(name, v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = ldValue(k, v[k])
		}
	}
	return value
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

// ldType is the class of a kind: SHARED_OFFICE is SharedOffice.
func ldType(kind string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(kind, "_") {
		b.WriteString(word[:1] + strings.ToLower(word[1:]))
	}
	return b.String()
}

func ldID(key string) string { return "k:" + ldEscape(key) }

func ldIDs(keys []string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = ldID(key)
	}
	return out
}

// ldEscape writes as %XX what an IRI's path may not hold (RFC 3987), and the # and ? that would end it. A leading / is
// written so too, since k:// would no longer be read as a prefix.
func ldEscape(key string) string {
	var b strings.Builder
	for i, r := range key {
		if i == 0 && r == '/' || strings.ContainsRune("<>\"{}|\\^`%#?[] ", r) || r == utf8.RuneError || !unicode.IsGraphic(r) {
			for _, c := range []byte(string(r)) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
