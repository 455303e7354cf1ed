/* The namespaces: which of them are drawn. */

const namespaces = new Map();
for (const node of nodes) {
  const key = namespaceKey(node);
  namespaces.set(key, { name: node.ns ?? 'Images outside', count: (namespaces.get(key)?.count ?? 0) + 1 });
}

function hideNamespaces(hidden) {
  view.hidden = hidden;
  updateNamespaces();
  if (!view.isFoldChosen) {
    chooseFold();
  }
  redraw();
}

const findChecks = () => [...find('namespace-list').querySelectorAll('input')];

function updateNamespaces() {
  findChecks().forEach((check) => { check.checked = !view.hidden.has(check.key); });
  find('namespace-count').textContent = `${namespaces.size - view.hidden.size} of ${namespaces.size}`;
}

function createNamespaces() {
  const rows = [...namespaces].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1)).map(([key, { name, count }]) => {
    const check = html('input', { type: 'checkbox', checked: true, onchange: () => switchNamespaces([check], check.checked) });
    check.key = key;
    return html('label', {}, check, html('span', {}, name), html('small', {}, String(count)));
  });
  find('namespace-list').replaceChildren(...rows);
  updateNamespaces();
}

/** Draws some namespaces, or hides them. */
function switchNamespaces(checks, isShown) {
  const hidden = new Set(view.hidden);
  checks.forEach((check) => hidden[isShown ? 'delete' : 'add'](check.key));
  hideNamespaces(hidden);
}

/** Lists only the namespaces whose name contains a text; the buttons for all and none are for these. */
function filterNamespaces(text) {
  for (const label of find('namespace-list').children) {
    label.hidden = !label.querySelector('span').textContent.toLowerCase().includes(text);
  }
}

const findListed = () => findChecks().filter((check) => !check.parentElement.hidden);

find('namespace-filter').addEventListener('input', (event) => filterNamespaces(event.target.value.trim().toLowerCase()));
find('all-namespaces').addEventListener('click', () => switchNamespaces(findListed(), true));
find('no-namespaces').addEventListener('click', () => switchNamespaces(findListed(), false));
