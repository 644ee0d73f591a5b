package exchange

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
