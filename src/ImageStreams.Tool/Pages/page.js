/* The page: its state, and what a person does to it. */

const COMFORT = 260;
const DRAW_LIMIT = 1500;
const SEARCH_LIMIT = 40;

const find = (id) => document.getElementById(id);
const [picture, scene, panel, notice] = ['picture', 'scene', 'panel', 'notice'].map(find);

const view = { fold: 'none', toggled: new Map(), hidden: new Set(), only: null };
const state = { drawn: null, size: { width: 0, height: 0 }, roots: [], box: null, items: new Map(), path: [], query: '', focus: null };
const camera = { x: 0, y: 0, scale: 1 };

/* Drawing */

function setPhase(phase) {
  document.documentElement.dataset.phase = phase;
}

/** Draws what is shown now; says so when it is too much to draw. */
async function redraw(options = {}) {
  const next = createPicture(view);
  stopLayout('replaced');
  if (next.boxes.length > DRAW_LIMIT && !options.anyway) {
    showTooLarge(next.boxes.length);
    return;
  }
  setPhase('laying-out');
  showNotice([html('p', {}, `Laying out ${plural(next.boxes.length, 'box').replace(/boxs$/, 'boxes')} …`),
    html('button', { type: 'button', onclick: () => stopLayout('stopped') }, 'Stop')], 'quiet');
  try {
    sizeBoxes(next);
    const size = await layOut(next, (done, all) => say(`Laying out: ${done} of ${all} parts.`));
    finishDrawing(next, size, options);
  } catch (error) {
    if (error.message !== 'replaced') {
      showFailure(error);
    }
  }
}

function finishDrawing(next, size, options) {
  state.drawn = next;
  state.size = size;
  state.focus = null;
  drawPicture(next, scene);
  notice.hidden = true;
  showChips();
  light();
  if (options.center !== undefined && next.boxOf[options.center]) {
    centerOn(next.boxOf[options.center], Math.max(camera.scale, 0.8));
  } else {
    fit(true);
  }
  setFocus(next.boxOf[state.roots[0]] ?? next.boxes[0] ?? null, false);
  setPhase(next.boxes.length === 0 ? 'empty' : 'ready');
  if (next.boxes.length === 0) {
    showNotice([html('p', {}, nodes.length === 0 ? 'There is nothing to draw.' : 'Everything is filtered away.')], 'quiet');
  }
  say(`${next.boxes.length} of ${plural(nodes.length, 'node')} drawn.`);
}

function showNotice(content, name) {
  notice.className = name;
  notice.replaceChildren(...content);
  notice.hidden = false;
}

const button = (text, act) => html('button', { type: 'button', onclick: act }, text);

/** Offers what makes a picture smaller. */
function offerLess() {
  return [
    state.roots.length > 0 && view.only === null ? button('Draw only what is selected', drawOnly) : null,
    view.fold === 'none' ? button('Fold streams', () => setFold('stream')) : null,
    button('Fold namespaces', () => setFold('namespace')),
  ].filter((offer) => offer !== null);
}

function showTooLarge(count) {
  setPhase('too-large');
  showNotice([html('p', {}, `${plural(count, 'node')} are too many to read in one picture.`),
    ...offerLess(), button('Draw them anyway', () => redraw({ anyway: true }))], 'loud');
}

function showFailure(error) {
  setPhase('failed');
  const text = error.message === 'stopped' ? 'The layout was stopped.' : `The layout failed. ${error.message}`;
  showNotice([html('p', {}, text), ...offerLess(), button('Try again', () => redraw({ anyway: true }))], 'loud');
}

function say(text) {
  find('status').textContent = text;
}

/* Lighting */

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
    line.element.classList.toggle('path', line.edges.some((edge) => pathEdges.has(edge)));
  }
}

/** Determines whether a move crosses an edge: it leads from something reached, in a way that reached its end. */
function isMoving(edge) {
  const [from, to] = [state.items.get(edge.from), state.items.get(edge.to)];
  return from !== undefined && to !== undefined && to.cause !== null
    && (edge.firing === 'Automatic' && from.reach === to.reach || to.cause === edge);
}

function lightBox(box, roots, onPath) {
  const items = box.members.map((id) => state.items.get(id)).filter((item) => item !== undefined);
  const reached = items.filter((item) => item.cause !== null);
  const waves = reached.filter((item) => item.reach === 'Automatic').map((item) => item.wave);
  const { classList, dataset } = box.element;
  classList.toggle('root', box.members.some((id) => roots.has(id)));
  classList.toggle('on', items.length > 0);
  classList.toggle('paused', waves.length === 0 && reached.some((item) => item.reach === 'CutOffByPause'));
  classList.toggle('manual', waves.length === 0 && reached.length > 0 && reached.every((item) => item.reach === 'Manual'));
  classList.toggle('path', box.members.some((id) => onPath.has(id)));
  classList.toggle('match', state.query !== '' && box.members.some((id) => nodes[id].text.includes(state.query)));
  for (let wave = 0; wave <= 6; wave++) {
    classList.toggle(`wave-${wave}`, waves.length > 0 && Math.min(Math.min(...waves), 6) === wave);
  }
  dataset.wave = waves.length === 0 ? '' : String(Math.min(...waves));
  showBadge(box, waves);
  box.element.setAttribute('aria-label', nameBox(box) + describeState(box, waves));
  box.element.setAttribute('aria-pressed', String(classList.contains('root')));
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

/* Selecting */

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

/* Folding and filtering */

function setFold(fold) {
  view.fold = fold;
  view.toggled.clear();
  find('fold').value = fold;
  redraw();
}

function fold(key) {
  view.toggled.set(key, true);
  redraw({ center: state.roots[0] });
}

function unfold(box) {
  view.toggled.set(box.group, false);
  redraw({ center: box.members[0] });
}

/** Draws what the selected nodes move and what they are made from, and nothing else. */
function drawOnly() {
  drawJust(new Set([...state.items.keys(), ...findSources(state.roots)]));
}

function drawJust(ids) {
  view.only = ids;
  view.toggled.clear();
  chooseFold();
  redraw();
}

/** Folds as little as leaves a picture that can be read. */
function chooseFold() {
  view.fold = ['none', 'stream'].find((fold) => createPicture({ ...view, fold }).boxes.length <= COMFORT) ?? 'namespace';
  find('fold').value = view.fold;
}

function showChips() {
  const chip = (text, act) => html('button', { type: 'button', class: 'chip', onclick: act }, `${text}  ✕`);
  const only = view.only === null ? null : chip(`Only ${plural(view.only.size, 'node')}`, () => {
    view.only = null;
    chooseFold();
    redraw();
  });
  const filtered = view.hidden.size === 0 ? null
    : chip(`${plural(view.hidden.size, 'namespace')} hidden`, () => hideNamespaces(new Set()));
  find('chips').replaceChildren(...[only, filtered].filter((item) => item !== null));
}

const namespaces = new Map();
for (const node of nodes) {
  const key = namespaceKey(node);
  namespaces.set(key, { name: node.ns ?? 'Images outside', count: (namespaces.get(key)?.count ?? 0) + 1 });
}

function hideNamespaces(hidden) {
  view.hidden = hidden;
  updateNamespaces();
  redraw();
}

function updateNamespaces() {
  for (const box of find('namespace-list').querySelectorAll('input')) {
    box.checked = !view.hidden.has(box.key);
  }
  find('namespace-count').textContent = `${namespaces.size - view.hidden.size} of ${namespaces.size}`;
}

function createNamespaces() {
  const rows = [...namespaces].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1)).map(([key, { name, count }]) => {
    const check = html('input', { type: 'checkbox', checked: true });
    check.key = key;
    check.addEventListener('change', () => {
      const hidden = new Set(view.hidden);
      hidden[check.checked ? 'delete' : 'add'](key);
      hideNamespaces(hidden);
    });
    return html('label', {}, check, html('span', {}, name), html('small', {}, String(count)));
  });
  find('namespace-list').replaceChildren(...rows);
  updateNamespaces();
}

/* The camera */

function applyCamera() {
  scene.setAttribute('transform', `translate(${camera.x} ${camera.y}) scale(${camera.scale})`);
  picture.classList.toggle('far', camera.scale < 0.42);
}

/** Shows all; at first no smaller than names can be guessed at, beginning where images come from. */
function fit(isFirst = false) {
  const { clientWidth, clientHeight } = picture;
  const { width, height } = state.size;
  const all = Math.min((clientWidth - 48) / Math.max(width, 1), (clientHeight - 96) / Math.max(height, 1), 1.25);
  camera.scale = isFirst ? Math.max(all, 0.5) : Math.max(all, 0.02);
  const root = isFirst && camera.scale > all ? state.drawn?.boxOf[state.roots[0]] : null;
  camera.x = Math.max((clientWidth - width * camera.scale) / 2, 24);
  camera.y = Math.max((clientHeight - height * camera.scale) / 2, 24);
  applyCamera();
  if (root) {
    centerOn(root, camera.scale);
  }
}

function zoom(factor, x = picture.clientWidth / 2, y = picture.clientHeight / 2) {
  const scale = Math.min(Math.max(camera.scale * factor, 0.02), 4);
  camera.x = x - (x - camera.x) * (scale / camera.scale);
  camera.y = y - (y - camera.y) * (scale / camera.scale);
  camera.scale = scale;
  applyCamera();
}

function centerOn(box, scale = camera.scale) {
  camera.scale = scale;
  camera.x = picture.clientWidth / 2 - box.x * scale;
  camera.y = picture.clientHeight / 2 - box.y * scale;
  applyCamera();
}

/** Moves the camera only when a box is not to be seen. */
function showBox(box) {
  const [x, y] = [camera.x + box.x * camera.scale, camera.y + box.y * camera.scale];
  const isSeen = x > 60 && y > 40 && x < picture.clientWidth - 60 && y < picture.clientHeight - 40;
  if (!isSeen || camera.scale < 0.42) {
    centerOn(box, Math.max(camera.scale, 0.8));
  }
}

/* Pointer */

const boxAt = (event) => event.target.closest?.('.box')?.box ?? null;
const drag = { isDown: false, hasMoved: false, x: 0, y: 0 };

picture.addEventListener('wheel', (event) => {
  event.preventDefault();
  const bounds = picture.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), event.clientX - bounds.left, event.clientY - bounds.top);
}, { passive: false });

picture.addEventListener('pointerdown', (event) => {
  Object.assign(drag, { isDown: event.button === 0, hasMoved: false, x: event.clientX, y: event.clientY });
});
addEventListener('pointermove', (event) => {
  if (!drag.isDown || (!drag.hasMoved && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 4)) {
    return;
  }
  camera.x += event.clientX - drag.x;
  camera.y += event.clientY - drag.y;
  Object.assign(drag, { hasMoved: true, x: event.clientX, y: event.clientY });
  picture.classList.add('dragging');
  applyCamera();
});
addEventListener('pointerup', () => {
  drag.isDown = false;
  picture.classList.remove('dragging');
});
picture.addEventListener('click', (event) => {
  if (drag.hasMoved) {
    return;
  }
  const box = boxAt(event);
  const line = event.target.closest('.line')?.line;
  if (box !== null) {
    selectBox(box);
  } else if (line) {
    showLine(panel, line, actions);
  } else {
    clear();
  }
});
picture.addEventListener('dblclick', (event) => {
  const box = boxAt(event);
  if (box !== null && box.group !== null) {
    unfold(box);
  }
});

/* Keyboard */

/** Makes a box the one that Tab leads to. */
function setFocus(box, isActive) {
  if (state.focus?.element) {
    state.focus.element.setAttribute('tabindex', '-1');
  }
  state.focus = box;
  box?.element.setAttribute('tabindex', '0');
  if (isActive) {
    box?.element.focus({ preventScroll: true });
  }
}

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Finds the nearest box in a direction; what is straight ahead counts as nearer. */
function findNeighbor(box, [dx, dy]) {
  let [best, least] = [null, Infinity];
  for (const other of state.drawn.boxes) {
    const [x, y] = [other.x - box.x, other.y - box.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (other !== box && ahead > 4 && ahead + aside * 2 < least) {
      [best, least] = [other, ahead + aside * 2];
    }
  }
  return best;
}

picture.addEventListener('keydown', (event) => {
  const box = boxAt(event);
  if (box === null || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (DIRECTIONS[event.key]) {
    const next = findNeighbor(box, DIRECTIONS[event.key]) ?? box;
    setFocus(next, true);
    showBox(next);
    event.preventDefault();
  } else if (event.key === 'Enter' || event.key === ' ') {
    if (box.group !== null && state.box === box) {
      unfold(box);
    } else {
      selectBox(box);
    }
    event.preventDefault();
  }
});
picture.addEventListener('focusin', (event) => {
  const box = boxAt(event);
  if (box !== null && box !== state.focus) {
    setFocus(box, false);
  }
});

const KEYS = { '/': () => find('search').focus(), '+': () => zoom(1.25), '-': () => zoom(0.8), 0: () => fit() };

addEventListener('keydown', (event) => {
  const isTyping = event.target.matches?.('input, select, textarea');
  if (event.key === 'Escape') {
    find('namespaces').open = false;
    endSearch();
    clear();
    state.focus?.element.focus({ preventScroll: true });
  } else if (!isTyping && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

/* Search */

const search = find('search');
const results = find('results');

function runSearch() {
  state.query = search.value.trim().toLowerCase();
  const found = state.query === '' ? [] : nodes.filter((node) => node.text.includes(state.query));
  const first = (node) => (node.name.toLowerCase().startsWith(state.query) ? 0 : 1);
  found.sort((a, b) => first(a) - first(b) || a.id - b.id);
  const rows = found.slice(0, SEARCH_LIMIT).map((node, index) => html('li', {
    role: 'option', id: `result-${index}`, 'aria-selected': 'false', 'data-node': node.id, onmousedown: (event) => event.preventDefault(),
    onclick: () => choose(node.id),
  }, html('b', { class: node.shape }, node.title), html('span', {}, node.kind)));
  const rest = found.length > SEARCH_LIMIT ? `and ${found.length - SEARCH_LIMIT} more` : null;
  const note = state.query !== '' && found.length === 0 ? 'Nothing has this name.' : rest;
  results.replaceChildren(...rows, ...(note === null ? [] : [html('li', { class: 'rest', role: 'presentation' }, note)]));
  showResults(state.query !== '');
  mark(0);
  light();
  say(state.query === '' ? '' : `${found.length} found.`);
}

function showResults(isShown) {
  results.hidden = !isShown;
  search.setAttribute('aria-expanded', String(isShown));
}

const options = () => [...results.querySelectorAll('[role=option]')];
const marked = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');

function mark(index) {
  options().forEach((option, position) => option.setAttribute('aria-selected', String(position === index)));
  search.setAttribute('aria-activedescendant', options()[index]?.id ?? '');
  options()[index]?.scrollIntoView({ block: 'nearest' });
}

function choose(id) {
  endSearch();
  select(id);
}

function endSearch() {
  search.value = '';
  state.query = '';
  showResults(false);
  light();
}

search.addEventListener('input', runSearch);
search.addEventListener('blur', () => showResults(false));
search.addEventListener('focus', () => showResults(state.query !== ''));
search.addEventListener('keydown', (event) => {
  const count = options().length;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    mark((marked() + (event.key === 'ArrowDown' ? 1 : -1) + count) % Math.max(count, 1));
    event.preventDefault();
  } else if (event.key === 'Enter' && marked() >= 0) {
    choose(Number(options()[marked()].dataset.node));
    state.focus?.element.focus({ preventScroll: true });
  }
});

/* The rest of the page */

function createLegend() {
  const rows = ['tag', 'image', 'external', 'build', 'workload', 'stream', 'group'].map((shape) => {
    const sample = svg('svg', { class: `box ${shape}`, width: 34, height: 20, viewBox: '-22 -13 44 26', 'aria-hidden': 'true' });
    sample.append(svg('path', { class: 'shape', d: outline(shape, 40, 22) }), drawSign(shape, 1));
    return html('div', {}, sample, KINDS[shape]);
  });
  const lines = [['Automatic', 'follows on its own'], ['Paused', 'once resumed'], ['Manual', 'by hand']].map(([firing, text]) => {
    const sample = svg('svg', { class: `line ${firing.toLowerCase()}`, width: 34, height: 12, viewBox: '0 0 34 12', 'aria-hidden': 'true' });
    sample.append(svg('path', { class: 'stroke', d: 'M1 6H25' }), svg('path', { class: 'arrow', d: 'M34 6L25 2V10Z' }));
    return html('div', {}, sample, text);
  });
  const badge = (name, text, meaning) => html('div', {}, html('span', { class: `mark ${name}` }, text), meaning);
  find('legend-list').replaceChildren(...rows, ...lines, badge('wave', '1', 'the wave in which it moves'), badge('in-cycle', '↻', 'in a cycle'));
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  find('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
}

find('theme').addEventListener('click', () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
prefersDark.addEventListener('change', () => setTheme(prefersDark.matches ? 'dark' : 'light'));
find('fold').addEventListener('change', (event) => setFold(event.target.value));
find('all-namespaces').addEventListener('click', () => hideNamespaces(new Set()));
find('no-namespaces').addEventListener('click', () => hideNamespaces(new Set(namespaces.keys())));
find('zoom-in').addEventListener('click', () => zoom(1.25));
find('zoom-out').addEventListener('click', () => zoom(0.8));
find('zoom-fit').addEventListener('click', () => fit());
addEventListener('beforeprint', () => fit());

setTheme(prefersDark.matches ? 'dark' : 'light');
createLegend();
createNamespaces();
chooseFold();
selectAll(model.moved);
redraw();
