/* The panel: what is selected, what it moves in waves, and why. */

const LIST_LIMIT = 100;

const PHRASES = {
  Follows: 'follows', Imports: 'imports', Pins: 'names one image,', BuildBase: 'builds on', BuildTrigger: 'is triggered by',
  BuildSource: 'copies files from', BuildOutput: 'is pushed by', Deploys: 'runs',
};
const FIRING_TEXTS = { Automatic: 'automatic', Paused: 'paused', Manual: 'by hand' };

/** Shows what a person sees before selecting something. */
function showOverview(panel, actions) {
  const counts = countShapes(nodes.map((node) => node.id));
  panel.replaceChildren(
    html('h2', {}, 'Overview'),
    html('p', {}, `${plural(nodes.length, 'node')}, ${plural(edges.length, 'edge')}: ${counts}.`),
    html('p', { class: 'hint' }, 'Select a tag to light up what it moves, wave after wave, and why.'),
    ...showCycles(actions),
    showKeys());
}

function countShapes(ids) {
  const counts = { tag: 0, image: 0, external: 0, build: 0, workload: 0 };
  ids.forEach((id) => { counts[nodes[id].shape]++; });
  const nouns = { tag: 'tag', image: 'pinned image', external: 'image', build: 'build', workload: 'workload' };
  return Object.keys(counts).filter((key) => counts[key] > 0)
    .map((key) => plural(counts[key], nouns[key]) + (key === 'external' ? ' outside' : '')).join(', ') || 'nothing';
}

function showCycles(actions) {
  if (model.cycles.length === 0) {
    return [];
  }
  const items = model.cycles.map((cycle, index) => html('li', {},
    html('button', { type: 'button', class: 'item danger', onclick: () => actions.showCycle(index) },
      `${cycle.kind === 'TagCycle' ? 'Tags that follow each other' : 'Build loop'}: ${plural(cycle.edges.length, 'step')}`),
    html('p', { class: 'why' }, cycle.endless ? 'Its builds start each other endlessly.' : nodes[edges[cycle.edges[0]].from].title)));
  return [html('h3', { class: 'danger' }, `↻ ${plural(model.cycles.length, 'cycle')}`), limitList(items)];
}

const showKeys = () => html('details', { class: 'keys' }, html('summary', {}, 'Keyboard'), html('dl', {},
  ...[['/', 'search'], ['Tab', 'into the graph, and on to this panel'], ['Arrows', 'to the next box in that direction'],
    ['Enter', 'select; again to unfold'], ['Escape', 'clear the selection'], ['+  −  0', 'zoom in, out, show all']]
    .flatMap(([key, text]) => [html('dt', {}, html('kbd', {}, key)), html('dd', {}, text)])));

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
    ...waves.flatMap((wave) => showItems(`Wave ${wave.number}`, wave.items, actions, `wave wave-${Math.min(wave.number, 6)}`)),
    ...showItems('Cut off by a pause', findReach(items, 'CutOffByPause'), actions, 'paused'),
    ...showItems('Only by hand', findReach(items, 'Manual'), actions, 'manual'),
    ...showEdges('Made from', isGroup ? [] : roots.flatMap((id) => incoming[id]), actions));
}

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

function showItems(title, items, actions, name) {
  if (items.length === 0) {
    return [];
  }
  const rows = items.sort((a, b) => a.id - b.id).map((item) => () => html('li', { 'data-node': item.id },
    showNode(item.id, () => actions.showPath(item.id)), item.inLoop ? html('span', { class: 'danger' }, ' ↻ endlessly') : null,
    showReason(item.cause)));
  return [html('h3', { class: name }, html('span', {}, title), html('small', {}, String(items.length))), limitList(rows)];
}

function showEdges(title, list, actions) {
  const rows = list.map((edge) => () => html('li', {}, showNode(edge.from, () => actions.select(edge.from)), showReason(edge)));
  return list.length === 0 ? [] : [html('h3', {}, html('span', {}, title), html('small', {}, String(list.length))), limitList(rows)];
}

const showNode = (id, act) => html('button', { type: 'button', class: `item ${nodes[id].shape}`, onclick: act },
  html('b', {}, nodes[id].title), html('span', {}, ` ${nodes[id].kind}`));

/** Shows why a node follows: the meaning of the edge, when it fires, and the place of its field. */
function showReason(edge) {
  return html('p', { class: 'why' },
    `${PHRASES[edge.kind]} ${nodes[edge.from].title} `,
    html('span', { class: `firing ${edge.firing.toLowerCase()}` }, FIRING_TEXTS[edge.firing]),
    html('code', { title: edge.field }, edge.place ?? edge.field));
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

/** Makes a list that begins with some rows, and shows the others on request. */
function limitList(rows) {
  const create = (row) => (typeof row === 'function' ? row() : row);
  const list = html('ul', {}, ...rows.slice(0, LIST_LIMIT).map(create));
  if (rows.length > LIST_LIMIT) {
    const more = html('button', { type: 'button', class: 'more' }, `Show ${rows.length - LIST_LIMIT} more`);
    more.addEventListener('click', () => {
      more.parentElement.remove();
      list.append(...rows.slice(LIST_LIMIT).map(create));
    });
    list.append(html('li', {}, more));
  }
  return list;
}
