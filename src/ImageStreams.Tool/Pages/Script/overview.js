/* The overview: what a person sees before selecting something. */

/** The number of tags that the overview names. */
const MOVERS = 8;

/** Shows what a person sees before selecting something. */
function showOverview(panel, actions) {
  const counts = countShapes(nodes.map((node) => node.id));
  panel.replaceChildren(
    html('h2', {}, 'Overview'),
    html('p', {}, `${plural(nodes.length, 'node')}, ${plural(edges.length, 'edge')}: ${counts}.`),
    html('p', { class: 'hint' }, 'Select a tag to light up what it moves, wave after wave, and why.'),
    ...showCycles(actions),
    ...showMovers(actions),
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

/** Shows the tags that move the most, which are a good place to begin. */
function showMovers(actions) {
  const rows = findMovers(MOVERS).map(({ id, builds, rollouts }) => html('li', {}, showNode(id, () => actions.select(id)),
    html('p', { class: 'why' }, `${plural(builds, 'build')}, ${plural(rollouts, 'rollout')}`)));
  return rows.length === 0 ? [] : [html('h3', {}, 'Moves the most'), html('ul', { id: 'movers' }, ...rows)];
}

const showKeys = () => html('details', { class: 'keys' }, html('summary', {}, 'Keyboard'), html('dl', {},
  ...[['/', 'search'], ['Tab', 'into the graph, and on to this panel'], ['Arrows', 'to the next box in that direction'],
    ['Enter', 'select; again to unfold'], ['Escape', 'leave the search, a path, the selection'], ['+  −  0', 'zoom in, out, show all']]
    .flatMap(([key, text]) => [html('dt', {}, html('kbd', {}, key)), html('dd', {}, text)])));
