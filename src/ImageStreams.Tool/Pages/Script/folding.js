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
