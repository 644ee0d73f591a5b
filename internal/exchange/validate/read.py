"""Reads every export of a folder with networkx, lxml, rdflib and pyshacl, and the drawings that draw.mjs made.

usage: read.py FOLDER WORK SCHEMAS; prints {file name: reading} as JSON, the shape of validate.Reading.
"""

import json
import pathlib
import sys

import networkx
import pyshacl
import rdflib
from lxml import etree

folder, work, schemas = map(pathlib.Path, sys.argv[1:])
SVG = "{http://www.w3.org/2000/svg}"


def objections(schema, document):
    """What a published XML schema has against a document."""
    checker = etree.XMLSchema(etree.parse(schemas / schema))
    checker.validate(document)
    return [str(e) for e in checker.error_log][:5]


def graphml(path):
    graph = networkx.read_graphml(path, force_multigraph=True)
    counts = {"directed": int(graph.is_directed()), "posts": sum(a.get("authorisedPosts", 0) for _, a in graph.nodes(data=True))}
    return {
        "Nodes": {a["key"]: a["label"] for _, a in graph.nodes(data=True)},
        "Edges": sorted(a["key"] for _, _, a in graph.edges(data=True)),
        "Counts": counts,
        "Problems": objections("graphml.xsd", etree.parse(path)),
    }


def gexf(path):
    graph = networkx.read_gexf(path, version="1.3")
    spans = {key: days(a) for key, a in graph.nodes(data=True)}
    spans |= {a["id"]: days(a) for _, _, a in graph.edges(data=True)}
    return {
        "Nodes": {key: a["label"] for key, a in graph.nodes(data=True)},
        "Edges": sorted(a["id"] for _, _, a in graph.edges(data=True)),
        "Spans": {key: d for key, d in spans.items() if d},
        "Problems": objections("gexf.xsd", older(path)),
    }


def days(a):
    """When it was there; networkx reads a missing end of a spell as the text None."""
    spells = a.get("spells") or [(a.get("start"), a.get("end"))]
    spells = [(None if s == "None" else s, None if e == "None" else e) for s, e in spells]
    return ", ".join(f"{start or ''}/{end or ''}" for start, end in spells if start or end)


def older(path):
    """A GEXF 1.3 document as 1.2, whose schema is published in a package: without the two attributes that 1.3 added."""
    text = path.read_text("utf-8").replace('"http://gexf.net/1.3" version="1.3"', '"http://www.gexf.net/1.2draft" version="1.2"')
    document = etree.fromstring(text.encode())
    for element in document.iter():
        element.attrib.pop("timerepresentation", None)
        if etree.QName(element).localname == "edge":
            element.attrib.pop("kind", None)
    return document


def drawing(path):
    """What Graphviz drew: a node's title is its name as in the file, where a backslash is doubled."""
    svg = etree.parse(path, etree.XMLParser(huge_tree=True))
    nodes, edges, clusters = {}, [], 0
    for g in svg.iter(SVG + "g"):
        title = g.findtext(SVG + "title", "").replace("\\\\", "\\")
        if g.get("class") == "node":
            nodes[title] = "\n".join(t.text or "" for t in g.iter(SVG + "text")).replace("\u00a0", " ")
        elif g.get("class") == "edge":
            edges.append(g.findtext(SVG + "text", "") + "|" + title.replace("->", "|", 1))
        elif g.get("class") == "cluster":
            clusters += 1
    return {"Nodes": nodes, "Edges": sorted(edges), "Counts": {"clusters": clusters}}


PREFIXES = """
PREFIX org: <http://www.w3.org/ns/org#> PREFIX dct: <http://purl.org/dc/terms/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX cv: <http://data.europa.eu/m8g/>
PREFIX t: <urn:tiaokuai:vocabulary:>
"""
COUNTS = {
    "organizations": "?x a cv:PublicOrganisation",
    "formal": "?x a org:FormalOrganization",
    "units": "?x a org:OrganizationalUnit . FILTER NOT EXISTS { ?x a t:Former }",
    "unitsOfTownships": "?x a t:Organ ; org:unitOf ?t . ?t a t:Township ; org:subOrganizationOf ?c . ?c a t:County",
    "persons": "?x a foaf:Person",
    "posts": "?p org:holds ?x . ?x a org:Post ; org:postIn ?t . ?t a t:Township",
    "memberships": "?x a org:Membership",
    "inCharge": "?x a org:Membership ; org:member ?m ; org:organization ?o ; org:role t:chargeRole-LEAD . ?o a t:Organ",
    "changes": "?x a org:ChangeEvent",
    "dated": "?x a org:ChangeEvent ; dct:date ?d",
    "originals": "?e org:originalOrganization ?x . ?x a t:Former",
}
shapes = rdflib.Graph().parse(work / "shapes.ttl")


def jsonld(path):
    graph = rdflib.Graph().parse(path, format="json-ld")
    ask = lambda q: list(graph.query(PREFIXES + q))
    kinds = "?e rdf:predicate ?p ; rdf:subject/dct:identifier ?f ; rdf:object/dct:identifier ?t"
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes, inference="none", meta_shacl=False)
    return {
        "Nodes": {str(r.k): str(r.n) for r in ask("SELECT ?k ?n { ?x dct:identifier ?k ; skos:prefLabel ?n }")},
        "Edges": sorted("|".join((str(r.p).rpartition(":")[2], str(r.f), str(r.t))) for r in ask("SELECT ?p ?f ?t { %s }" % kinds)),
        "Counts": {name: int(ask("SELECT (COUNT(DISTINCT ?x) AS ?n) { %s }" % where)[0].n) for name, where in COUNTS.items()},
        "Problems": [] if conforms else [report[:2000]],
    }


readers = {".graphml": graphml, ".gexf": gexf, ".jsonld": jsonld}
readings = {}
for file in sorted(folder.iterdir()):
    reader = readers.get(file.suffix)
    if reader is None:
        continue
    try:
        readings[file.name] = reader(file)
    except Exception as e:  # whatever a reader raises is what it has against the file
        readings[file.name] = {"Problems": [f"{type(e).__name__}: {e}"[:2000]]}
for file in sorted(work.glob("*.dot.svg")):
    readings[file.stem] = drawing(file)
json.dump(readings, sys.stdout, ensure_ascii=False)
