/* The selection: nodes, a path between them, or a cycle. */

const actions = { select, showPath: selectPath, showCycle: selectCycle, clear, drawOnly, fold, unfold };

/** Selects nodes, and lights up what they move. */
function selectAll(roots, box = null) {
  state.roots = roots;
  state.box = box;
  state.path = [];
  state.items = roots.length === 0 ? new Map() : computeImpact(roots);
  if (roots.length === 0) {
    showOverview(panel, actions);
  } else {
    showSelection(panel, state, actions);
    say(find('summary').textContent);
  }
  panel.scrollTop = 0;
  light();
}

function select(id) {
  selectAll([id]);
  reveal(id);
}

function selectBox(box) {
  const tags = box.members.filter((id) => !isWork(id));
  selectAll(box.group === null || tags.length === 0 ? box.members : tags, box);
  setFocus(box, true);
}

function clear() {
  selectAll([]);
}

/** Shows how a move gets to a node. */
function selectPath(id) {
  state.path = findPath(state.items, id);
  showPath(panel, state.path, { ...actions }, `How it gets to ${nodes[id].title}`);
  light();
  const box = state.drawn?.boxOf[id];
  if (box) {
    showBox(box);
  }
}

function selectCycle(index) {
  const cycle = model.cycles[index];
  selectAll([edges[cycle.edges[0]].from]);
  showCycle(panel, cycle, { ...actions, drawOnly: () => drawJust(new Set(cycle.edges.flatMap((id) => [edges[id].from, edges[id].to]))) });
  state.path = cycle.edges.map((id) => edges[id]);
  light();
  reveal(state.roots[0]);
}

/** Shows the box of a node; a hidden node, and one in a fold, is drawn first. */
function reveal(id) {
  const node = nodes[id];
  const group = findGroup(node, view);
  if (isShown(node, view) && group === null && state.drawn?.boxOf[id]) {
    setFocus(state.drawn.boxOf[id], false);
    showBox(state.drawn.boxOf[id]);
    return;
  }
  if (!isShown(node, view)) {
    view.only = null;
    view.hidden.delete(namespaceKey(node));
    updateNamespaces();
  }
  [namespaceKey(node), streamKey(node)].filter((key) => key !== null).forEach((key) => view.toggled.set(key, false));
  redraw({ center: id });
}
