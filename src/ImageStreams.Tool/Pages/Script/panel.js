/* The panel: what is selected, what it moves in waves, and why. */

/** Shows the selected nodes, what they move and what they are made from. */
function showSelection(panel, state, actions) {
  const { roots, items } = state;
  const box = state.box;
  const node = nodes[roots[0]];
  const isGroup = box !== null && box.group !== null;
  const waves = groupByWave(items);
  panel.replaceChildren(
    html('h2', {}, isGroup ? box.name : nameRoots(roots)),
    html('p', { class: 'kind' }, isGroup ? `${KINDS[box.shape]}: ${countShapes(box.members)}` : node.kind),
    showActions(isGroup ? box : null, node, actions),
    html('div', { id: 'path' }),
    html('p', { class: 'summary', id: 'summary' }, describeImpact(items, waves, isGroup)),
    ...waves.flatMap((wave) => showItems(nameWave(wave.number), wave.items, actions, `wave wave-${Math.min(wave.number, 6)}`)),
    ...showItems('Cut off by a pause', findReach(items, 'CutOffByPause'), actions, 'paused'),
    ...showItems('Only by hand', findReach(items, 'Manual'), actions, 'manual'),
    ...showEdges('Made from', isGroup ? [] : roots.flatMap((id) => incoming[id]), actions));
}

const nameWave = (number) => (number === 0 ? 'Wave 0 · at once' : `Wave ${number}`);
const nameRoots = (roots) => nodes[roots[0]].title + (roots.length > 1 ? ` and ${roots.length - 1} more` : '');

function showActions(box, node, actions) {
  const button = (text, act) => html('button', { type: 'button', onclick: act }, text);
  const folded = node.stream === undefined ? null : button(`Fold stream`, () => actions.fold(streamKey(node)));
  return html('p', { class: 'actions' },
    box === null ? null : button('Unfold', () => actions.unfold(box)),
    button('Draw only this', actions.drawOnly),
    box === null ? folded : null,
    button('Clear', actions.clear));
}

const moved = (items) => [...items.values()].filter((item) => item.cause !== null);
const findReach = (items, reach) => moved(items).filter((item) => item.reach === reach);

function groupByWave(items) {
  const waves = [];
  for (const item of findReach(items, 'Automatic')) {
    waves[item.wave] ??= { number: item.wave, items: [] };
    waves[item.wave].items.push(item);
  }
  return waves.filter((wave) => wave !== undefined);
}

function describeImpact(items, waves, isGroup) {
  const automatic = findReach(items, 'Automatic').map((item) => nodes[item.id].shape);
  const builds = automatic.filter((shape) => shape === 'build').length;
  const rollouts = automatic.filter((shape) => shape === 'workload').length;
  const subject = isGroup ? 'A move of all of it' : 'A move';
  return automatic.length === 0
    ? `${subject} starts nothing on its own.`
    : `${subject} starts ${plural(builds, 'build')} and ${plural(rollouts, 'rollout')} and moves `
      + `${plural(automatic.length - builds - rollouts, 'tag')}, in ${plural(waves.length, 'wave')}.`;
}

/** Shows how a move gets to a node, edge by edge. */
function showPath(panel, path, actions, title) {
  const steps = path.map((edge) => html('li', {}, showNode(edge.to, () => actions.select(edge.to)), showReason(edge),
    html('p', { class: 'field' }, edge.field)));
  const first = path.length === 0 ? null : html('li', {}, showNode(path[0].from, () => actions.select(path[0].from)));
  panel.querySelector('#path').replaceChildren(html('h3', { class: 'path' }, title), html('ol', {}, first, ...steps));
  panel.scrollTop = 0;
}

/** Shows the fields of one line of the picture. */
function showLine(panel, line, actions) {
  panel.replaceChildren(
    html('h2', {}, `${nameBox(line.from)} → ${nameBox(line.to)}`),
    html('p', { class: 'actions' }, html('button', { type: 'button', onclick: actions.clear }, 'Clear')),
    ...showEdges(plural(line.edges.length, 'edge'), line.edges, actions).map((part) => part));
}

/** Shows a cycle. */
function showCycle(panel, cycle, actions) {
  panel.replaceChildren(
    html('h2', { class: 'danger' }, cycle.kind === 'TagCycle' ? 'Tags that follow each other' : 'Build loop'),
    html('p', {}, cycle.endless
      ? 'Each build starts the next one, endlessly. Cut it at one of these places.'
      : 'It leads back to itself. Cut it at one of these places.'),
    html('p', { class: 'actions' }, html('button', { type: 'button', onclick: actions.drawOnly }, 'Draw only this'),
      html('button', { type: 'button', onclick: actions.clear }, 'Clear')),
    html('div', { id: 'path' }));
  showPath(panel, cycle.edges.map((id) => edges[id]), actions, 'Around the cycle');
}
