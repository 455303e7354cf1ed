'use strict';

/* The graph: its nodes and edges. */

/** The content as inert JSON. Its texts are only ever set as text, never as markup. */
const model = JSON.parse(document.getElementById('model').textContent);
const { nodes, edges } = model;
const outgoing = nodes.map(() => []);
const incoming = nodes.map(() => []);
const cyclicNodes = new Set();
const cyclicEdges = new Set();

nodes.forEach((node, id) => {
  node.id = id;
  node.title = node.ns === undefined ? node.name : `${node.ns}/${node.name}`;
  node.text = `${node.title} ${node.kind}`.toLowerCase();
});
edges.forEach((edge, id) => {
  edge.id = id;
  outgoing[edge.from].push(edge);
  incoming[edge.to].push(edge);
});
for (const cycle of model.cycles) {
  for (const id of cycle.edges) {
    cyclicEdges.add(id);
    cyclicNodes.add(edges[id].from).add(edges[id].to);
  }
}

const FIRINGS = ['Automatic', 'Paused', 'Manual'];
const isWork = (id) => nodes[id].shape === 'build' || nodes[id].shape === 'workload';
