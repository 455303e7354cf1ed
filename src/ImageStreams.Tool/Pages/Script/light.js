/* The light: marks boxes and lines by what the selected nodes reach. */

/** Marks boxes and lines by what the selected nodes reach. */
function light() {
  if (state.drawn === null) {
    return;
  }
  const isLit = state.roots.length > 0;
  const onPath = new Set(state.path.flatMap((edge) => [edge.from, edge.to]));
  const roots = new Set(state.roots);
  picture.classList.toggle('lit', isLit || state.path.length > 0);
  picture.classList.toggle('with-path', state.path.length > 0);
  state.drawn.boxes.forEach((box) => lightBox(box, roots, onPath));
  const pathEdges = new Set(state.path);
  for (const line of state.drawn.lines) {
    const live = line.edges.some((edge) => isMoving(edge));
    line.element.classList.toggle('on', live);
    setWave(line.element, live ? findWaves(line.edges.map((edge) => edge.to)) : []);
    line.element.classList.toggle('path', line.edges.some((edge) => pathEdges.has(edge)));
  }
}

/** Determines whether a move crosses an edge: it leads from something reached, in a way that reached its end, or in a loop. */
function isMoving(edge) {
  const [from, to] = [state.items.get(edge.from), state.items.get(edge.to)];
  return from !== undefined && to !== undefined
    && (edge.firing === 'Automatic' && from.reach === to.reach || to.cause === edge);
}

function lightBox(box, roots, onPath) {
  const items = box.members.map((id) => state.items.get(id)).filter((item) => item !== undefined);
  const reached = items.filter((item) => item.cause !== null);
  const waves = findWaves(box.members);
  const { classList } = box.element;
  classList.toggle('root', box.members.some((id) => roots.has(id)));
  classList.toggle('on', items.length > 0);
  classList.toggle('paused', waves.length === 0 && reached.some((item) => item.reach === 'CutOffByPause'));
  classList.toggle('manual', waves.length === 0 && reached.length > 0 && reached.every((item) => item.reach === 'Manual'));
  classList.toggle('path', box.members.some((id) => onPath.has(id)));
  classList.toggle('match', state.query !== '' && box.members.some((id) => nodes[id].text.includes(state.query)));
  setWave(box.element, waves);
  showBadge(box, waves);
  box.element.setAttribute('aria-label', nameBox(box) + describeState(box, waves));
  box.element.setAttribute('aria-pressed', String(classList.contains('root')));
}

/** The waves in which nodes move on their own. */
const findWaves = (ids) => ids.map((id) => state.items.get(id))
  .filter((item) => item !== undefined && item.cause !== null && item.reach === 'Automatic').map((item) => item.wave);

/** Gives an element the color of its first wave; all after the sixth have the same. */
function setWave(element, waves) {
  const first = waves.length === 0 ? '' : Math.min(...waves);
  for (let wave = 0; wave <= 6; wave++) {
    element.classList.toggle(`wave-${wave}`, first !== '' && Math.min(first, 6) === wave);
  }
  element.dataset.wave = String(first);
}

function showBadge(box, waves) {
  box.element.querySelector('.badge.wave')?.remove();
  if (waves.length > 0) {
    const [first, last] = [Math.min(...waves), Math.max(...waves)];
    box.element.append(drawBadge('wave', box.width / 2 - 8, first === last ? String(first) : `${first}–${last}`));
  }
}

function describeState(box, waves) {
  const { classList } = box.element;
  return (waves.length > 0 ? `, moves in wave ${Math.min(...waves)}` : '')
    + (classList.contains('paused') ? ', cut off by a pause' : '')
    + (classList.contains('manual') ? ', only by hand' : '')
    + (classList.contains('cycle') ? ', in a cycle' : '');
}
