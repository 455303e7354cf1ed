'use strict';

/* The graph: its nodes and edges, what a move reaches, and how nodes fold into boxes. Nothing here touches the page. */

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

/** Computes what moving some nodes reaches: a map from nodes to reach, wave and cause. The moved nodes have no cause. */
function computeImpact(roots) {
  const items = new Map();
  const reach = (id, cause, how) => {
    if (!items.has(id)) {
      items.set(id, { id, cause, reach: how, wave: 0, inLoop: false });
    }
  };
  const deferred = { Paused: [], Manual: [] };
  roots.forEach((id) => reach(id, null, 'Automatic'));
  for (const id of items.keys()) {
    for (const edge of outgoing[id]) {
      if (edge.firing === 'Automatic') {
        reach(edge.to, edge, 'Automatic');
      } else {
        deferred[edge.firing].push(edge);
      }
    }
  }
  assignWaves(items, new Set(roots));
  spread(items, deferred, 'Paused', 'CutOffByPause', reach);
  spread(items, deferred, 'Manual', 'Manual', reach);
  return items;
}

/** Follows the edges of one firing, and from there on all edges that fire no worse. */
function spread(items, deferred, firing, how, reach) {
  const worst = FIRINGS.indexOf(firing);
  const start = items.size;
  deferred[firing].forEach((edge) => reach(edge.to, edge, how));
  let position = 0;
  for (const id of items.keys()) {
    if (position++ < start) {
      continue;
    }
    for (const edge of outgoing[id]) {
      if (FIRINGS.indexOf(edge.firing) <= worst) {
        reach(edge.to, edge, how);
      } else {
        deferred[edge.firing].push(edge);
      }
    }
  }
}

/**
 * Assigns waves: a build or a rollout is one wave later than the last node it waits for, a tag moves in the wave of the node
 * that moves it, and the nodes of a loop share a wave.
 */
function assignWaves(items, roots) {
  const automatic = (id) => outgoing[id].filter((edge) => edge.firing === 'Automatic');
  const cost = (id) => (isWork(id) ? 1 : 0);
  const ids = [...items.keys()];
  const forward = (id) => automatic(id).filter((edge) => !roots.has(edge.to)).map((edge) => edge.to);
  for (const group of findStrongComponents(ids, forward).reverse()) {
    const most = Math.max(...group.map(cost));
    const wave = Math.max(...group.map((id) => items.get(id).wave + (group.length > 1 ? most - cost(id) : 0)));
    const members = new Set(group);
    group.forEach((id) => { items.get(id).wave = wave; });
    for (const edge of group.flatMap(automatic)) {
      const target = items.get(edge.to);
      if (!members.has(edge.to) && !roots.has(edge.to) && wave + cost(edge.to) > target.wave) {
        target.wave = wave + cost(edge.to);
        target.cause = edge;
      }
    }
  }
  for (const group of findStrongComponents(ids, (id) => automatic(id).map((edge) => edge.to))) {
    if (group.length > 1 && group.some(isWork)) {
      group.forEach((id) => { items.get(id).inLoop = true; });
    }
  }
}

/** Finds the strong components (Tarjan, without recursion). A component comes after those that it leads to. */
function findStrongComponents(ids, next) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const onStack = new Set();
  const found = [];
  for (const start of ids) {
    if (index.has(start)) {
      continue;
    }
    const calls = [];
    const enter = (id) => {
      index.set(id, index.size);
      low.set(id, index.get(id));
      stack.push(id);
      onStack.add(id);
      calls.push({ id, targets: next(id), position: 0 });
    };
    enter(start);
    while (calls.length > 0) {
      const call = calls[calls.length - 1];
      if (call.position < call.targets.length) {
        const target = call.targets[call.position++];
        if (!index.has(target)) {
          enter(target);
        } else if (onStack.has(target)) {
          low.set(call.id, Math.min(low.get(call.id), index.get(target)));
        }
        continue;
      }
      calls.pop();
      if (calls.length > 0) {
        const caller = calls[calls.length - 1].id;
        low.set(caller, Math.min(low.get(caller), low.get(call.id)));
      }
      if (low.get(call.id) === index.get(call.id)) {
        found.push(popComponent(stack, onStack, call.id));
      }
    }
  }
  return found;
}

function popComponent(stack, onStack, last) {
  const group = [];
  for (let id = -1; id !== last;) {
    id = stack.pop();
    onStack.delete(id);
    group.push(id);
  }
  return group;
}

/** Finds everything that a node is made from. */
function findSources(roots) {
  const found = new Set(roots);
  for (const id of found) {
    incoming[id].forEach((edge) => found.add(edge.from));
  }
  return found;
}

/** Finds the edges from a moved node to an item, in that order. */
function findPath(items, id) {
  const path = [];
  const seen = new Set();
  for (let item = items.get(id); item && item.cause && !seen.has(item.id); item = items.get(item.cause.from)) {
    seen.add(item.id);
    path.unshift(item.cause);
  }
  return path;
}

/* Folding. Names on the page have no control characters, so one of them separates the parts of a key. */

const SEPARATOR = '\u0000';
const OUTSIDE = 'outside';
const namespaceKey = (node) => (node.ns === undefined ? OUTSIDE : `namespace${SEPARATOR}${node.ns}`);
const streamKey = (node) => (node.stream === undefined ? null : `stream${SEPARATOR}${node.ns}${SEPARATOR}${node.stream}`);

/** Finds the group that a node is folded into, or null. */
function findGroup(node, view) {
  const isFolded = (key, byDefault) => view.toggled.get(key) ?? byDefault;
  if (isFolded(namespaceKey(node), view.fold === 'namespace')) {
    return namespaceKey(node);
  }
  const stream = streamKey(node);
  return stream !== null && isFolded(stream, view.fold !== 'none') ? stream : null;
}

const isShown = (node, view) => !view.hidden.has(namespaceKey(node)) && (view.only === null || view.only.has(node.id));

/** Folds what is shown into boxes and the lines between them. */
function createPicture(view) {
  const boxes = new Map();
  const boxOf = new Array(nodes.length).fill(null);
  for (const node of nodes) {
    if (!isShown(node, view)) {
      continue;
    }
    const group = findGroup(node, view);
    const key = group ?? `node${SEPARATOR}${node.id}`;
    const box = boxes.get(key) ?? createBox(key, node, group);
    box.members.push(node.id);
    boxes.set(key, box);
    boxOf[node.id] = box;
  }
  [...boxes.values()].forEach((box, index) => { box.index = index; });
  return { boxes: [...boxes.values()], lines: createLines(boxOf), boxOf };
}

function createBox(key, node, group) {
  const box = { key, members: [], group, shape: node.shape, name: node.name, detail: node.ns ?? '' };
  if (group === OUTSIDE) {
    return { ...box, shape: 'group', name: 'Images outside', detail: '' };
  }
  if (group !== null && group === namespaceKey(node)) {
    return { ...box, shape: 'group', name: node.ns, detail: 'namespace' };
  }
  return group === null ? box : { ...box, shape: 'stream', name: node.stream, detail: node.ns };
}

function createLines(boxOf) {
  const lines = new Map();
  for (const edge of edges) {
    const [from, to] = [boxOf[edge.from], boxOf[edge.to]];
    if (from === null || to === null || (from === to && from.group !== null)) {
      continue;
    }
    const key = from.index * boxOf.length + to.index;
    const line = lines.get(key) ?? { from, to, edges: [], firing: edge.firing };
    line.edges.push(edge);
    if (FIRINGS.indexOf(edge.firing) < FIRINGS.indexOf(line.firing)) {
      line.firing = edge.firing;
    }
    lines.set(key, line);
  }
  return [...lines.values()];
}
