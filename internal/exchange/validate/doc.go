// Package validate lets software that is not ours read what we export, for tests: networkx reads GraphML and GEXF, lxml
// holds them to their published schemas, Graphviz (as WebAssembly) draws DOT, Cytoscape.js loads its elements, rdflib
// reads JSON-LD and answers SPARQL, and pyshacl holds it to the constraints of CPOV and ORG. openpyxl reads workbooks and
// saves them anew, as LibreOffice does where it is installed; Python's own csv and zipfile read .csv.zip.
//
// The tools come from the package registries once, pinned by hash, and stay in the tree's own .cache folder:
//
//   - requirements.txt, by pip: made from requirements.in with pip-compile --generate-hashes;
//   - package.json and package-lock.json, by npm;
//   - the schemas of GraphML and GEXF 1.2 out of the Maven artifact of JGraphT, by mvn. GEXF 1.3 adds to 1.2 only what
//     read.py takes off before it asks.
//
// [Open] fetches what is missing or says what to install; [Tools.Read] reads a folder of graphs, [Tools.Tables] one of
// tables. To add a format: its reader in read.py, draw.mjs or tables.py.
//
// It imports the standard library; only tests import it.
package validate
