/* The impact: what a move reaches, in waves, and what a node is made from. */

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

/** The most steps that are taken to find what moves the most; a fleet of some thousand nodes needs fewer. */
const RANKING_STEPS = 2000000;

/** Finds the tags whose moves start the most builds and rollouts, the greatest first. */
function findMovers(count) {
  let steps = RANKING_STEPS;
  const movers = [];
  for (const node of nodes) {
    if (node.shape === 'tag' && steps > 0) {
      const reached = findAutomatic(node.id);
      steps -= reached.size;
      const builds = [...reached].filter((id) => nodes[id].shape === 'build').length;
      const rollouts = [...reached].filter((id) => nodes[id].shape === 'workload').length;
      movers.push({ id: node.id, builds, rollouts });
    }
  }
  return movers.filter((mover) => mover.builds + mover.rollouts > 0)
    .sort((a, b) => b.builds + b.rollouts - a.builds - a.rollouts || a.id - b.id).slice(0, count);
}

function findAutomatic(root) {
  const found = new Set([root]);
  for (const id of found) {
    outgoing[id].filter((edge) => edge.firing === 'Automatic').forEach((edge) => found.add(edge.to));
  }
  return found;
}
