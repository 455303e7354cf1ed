/* The search for a node by name. */

const SEARCH_LIMIT = 40;

const search = find('search');
const results = find('results');

function runSearch() {
  state.query = search.value.trim().toLowerCase();
  const found = state.query === '' ? [] : nodes.filter((node) => node.text.includes(state.query));
  const first = (node) => (node.name.toLowerCase().startsWith(state.query) ? 0 : 2) + (node.shape === 'tag' ? 0 : 1);
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
