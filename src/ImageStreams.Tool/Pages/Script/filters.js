/* Filters: folds, namespaces, and parts of the graph. */

/** The most boxes that are drawn without folding them: more cannot be read without scrolling far. */
const COMFORT = 600;

function setFold(fold) {
  view.fold = fold;
  view.isFoldChosen = true;
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
