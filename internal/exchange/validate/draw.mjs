// Reads every .cyjs of a folder with Cytoscape.js and draws every .dot with Graphviz into another folder, for read.py.
// usage: node draw.mjs FOLDER WORK
import fs from "node:fs";
import path from "node:path";
import cytoscape from "cytoscape";
import { instance } from "@viz-js/viz";

const [folder, work] = process.argv.slice(2);
const graphviz = await instance();
const readings = {};

for (const name of fs.readdirSync(folder).sort()) {
  const text = () => fs.readFileSync(path.join(folder, name), "utf8");
  try {
    if (name.endsWith(".cyjs")) readings[name] = load(JSON.parse(text()));
    if (name.endsWith(".dot")) draw(name, text());
  } catch (e) {
    readings[name] = { Problems: [String(e)] };
  }
}
process.stdout.write(JSON.stringify(readings));

function load(file) {
  const cy = cytoscape({ headless: true, elements: file.elements });
  const nodes = {};
  cy.nodes().forEach((n) => { nodes[n.id()] = n.data("label"); });
  return {
    Nodes: nodes,
    Edges: cy.edges().map((e) => e.id()).sort(),
    Counts: { compounds: cy.nodes(":parent").length, children: cy.nodes(":child").length },
  };
}

// A large graph is laid out by osage, which keeps clusters and is quick; dot would take many seconds.
function draw(name, text) {
  const drawing = graphviz.render(text, { format: "svg", engine: text.length > 100_000 ? "osage" : "dot" });
  const problems = drawing.errors.filter((e) => e.level === "error" || /syntax|unknown|illegal/i.test(e.message)).map((e) => e.message);
  if (drawing.status !== "success" || problems.length > 0) {
    readings[name] = { Problems: problems.concat(drawing.status) };
    return;
  }
  fs.writeFileSync(path.join(work, name + ".svg"), drawing.output);
}
