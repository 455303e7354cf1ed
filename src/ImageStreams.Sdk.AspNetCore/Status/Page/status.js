
'use strict';
/* The status page: draws what the server says, and follows its events. Texts of others are only ever set as text. */

const find = (id) => document.getElementById(id);
const CHUNK = 250;
const MINUTE = 60;
const GRACE = 60;
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const rows = new Map();      // the tags by name: data, and their elements once drawn
const groups = new Map();    // the streams by name
const view = { state: 'all', query: '', skew: 0, pending: Promise.resolve(), delay: 1000 };

/* Elements */

function show(text) {
  return String(text ?? '').replace(HIDDEN, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined).map((child) => (typeof child === 'string' ? show(child) : child)));
  return made;
}

/* Times */

const now = () => (Date.now() + view.skew) / 1000;

function span(seconds) {
  const size = Math.abs(seconds);
  if (size < MINUTE) return `${Math.round(size)} s`;
  if (size < 60 * MINUTE) return `${Math.round(size / MINUTE)} min`;
  if (size < 48 * 60 * MINUTE) return `${Math.round(size / 60 / MINUTE)} h`;
  return `${Math.round(size / 24 / 60 / MINUTE)} d`;
}

function setTime(made) {
  const seconds = Number(made.dataset.at) - now();
  const isNext = made.dataset.kind === 'next';
  const isLate = isNext && seconds < -GRACE;
  const text = isNext ? (seconds > 0 ? `in ${span(seconds)}` : isLate ? `${span(seconds)} late` : 'due now') : (seconds > -5 ? 'just now' : `${span(seconds)} ago`);
  if (made.textContent !== text) made.textContent = text;
  made.classList.toggle('late', isLate);
}

function time(value, kind) {
  if (!value) return element('span', { class: 'dim' }, '—');
  const made = element('time', { datetime: value, title: new Date(value).toLocaleString(), 'data-at': Date.parse(value) / 1000, 'data-kind': kind });
  setTime(made);
  return made;
}

/* One tag */

const STATES = {
  Resolved: ['good', 'Resolved'], Stale: ['bad', 'Failing'], Failed: ['bad', 'Failed'], Broken: ['bad', 'Broken'], Pending: ['wait', 'Pending'],
};

const isFailing = (tag) => tag.state === 'Stale' || tag.state === 'Failed' || tag.state === 'Broken';
const isOverdue = (tag) => Boolean(tag.nextCheck) && !tag.isPaused && !tag.isRunning && Date.parse(tag.nextCheck) / 1000 < now() - GRACE;
const STATE_FILTERS = {
  all: () => true, failing: isFailing, pending: (tag) => tag.state === 'Pending', overdue: isOverdue,
  paused: (tag) => tag.isPaused, running: (tag) => tag.isRunning,
};

function pill(tag) {
  if (tag.isRunning) return element('span', { class: 'pill wait' }, 'Importing');
  if (tag.isPaused) return element('span', { class: 'pill calm' }, 'Paused');
  const [kind, name] = STATES[tag.state] ?? ['calm', tag.state];
  return element('span', { class: `pill ${kind}` }, tag.failures > 1 ? `${name} ×${tag.failures}` : name);
}

const digest = (image) => (image.startsWith('sha256:') ? `${image.slice(0, 19)}…` : image);
const where = (tag) => (tag.image ? digest(tag.image) : tag.pullSpec);

function cause(tag) {
  if (!isFailing(tag)) return null;
  const [title, text] = tag.reason ? [`${tag.reason}: `, tag.message ?? ''] : ['No image: ', (tag.explanation ?? '').replace(/^no image: /, '')];
  return element('p', { class: 'cause' }, element('b', {}, title), text, tag.advice ? element('span', { class: 'mend' }, tag.advice) : null);
}

function details(tag) {
  const interval = tag.interval ? `every ${span(tag.interval)}` : tag.nextCheck ? 'once' : 'never';
  const entries = [
    ['Path', tag.path], ['Explanation', isFailing(tag) ? null : tag.explanation], ['Image', tag.image && element('code', {}, tag.image)],
    ['Pull spec', tag.pullSpec && element('code', {}, tag.pullSpec)], ['Since', tag.since && new Date(tag.since).toLocaleString()],
    ['Last check', tag.lastCheck && new Date(tag.lastCheck).toLocaleString()], ['Next check', tag.nextCheck && new Date(tag.nextCheck).toLocaleString()],
    ['Imported', interval], ['Failures in a row', tag.failures > 0 ? String(tag.failures) : null],
  ];
  return element('dl', { class: 'details' }, ...entries.filter(([, value]) => value).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
}

function draw(row) {
  const { tag } = row;
  const hadFocus = row.element !== null && row.element.contains(document.activeElement);
  const button = element('button', { type: 'button', class: 'row', 'aria-expanded': String(row.isOpen) },
    element('span', { class: 'name' }, tag.tag === '' ? '(all tags)' : tag.tag),
    element('span', { class: 'follows dim', title: show(tag.follows) }, tag.follows ?? '—'),
    element('span', { class: 'leads', title: show(tag.pullSpec) }, where(tag) ? element('code', {}, where(tag)) : element('span', { class: 'dim' }, '—')),
    element('span', {}, time(tag.lastCheck, 'last')),
    element('span', {}, time(tag.nextCheck, 'next')),
    element('span', { class: 'state' }, pill(tag)));
  button.addEventListener('click', () => { row.isOpen = !row.isOpen; draw(row); });
  const made = element('li', { 'data-id': show(tag.id) }, button, cause(tag), row.isOpen ? details(tag) : null);
  if (row.element !== null) row.element.replaceWith(made);
  row.element = made;
  row.text = [tag.id, tag.follows, tag.pullSpec, tag.image, tag.reason, tag.message].join(' ').toLowerCase();
  made.hidden = !matches(row);
  if (hadFocus) button.focus({ preventScroll: true });
  return made;
}

/* Streams */

function group(tag) {
  const name = `${tag.namespace}/${tag.stream}`;
  let found = groups.get(name);
  if (found === undefined) {
    const title = element('h2', {}, name, element('span', {}));
    const list = element('ul', {});
    found = { name, list, note: title.lastChild, section: element('section', { class: 'stream', 'aria-label': show(name) }, title, list), rows: new Set() };
    groups.set(name, found);
    place(found);
  }
  return found;
}

/* Puts a stream in its place by name; streams mostly come in order. */
function place(found) {
  const sections = find('list').children;
  let next = null;
  for (let i = sections.length - 1; i >= 0 && sections[i].getAttribute('aria-label') > show(found.name); i--) next = sections[i];
  find('list').insertBefore(found.section, next);
}

function put(tag) {
  const known = rows.get(tag.id);
  if (known !== undefined) {
    known.tag = tag;
    draw(known);
    return;
  }
  const row = { tag, element: null, isOpen: false, text: '', group: group(tag) };
  rows.set(tag.id, row);
  row.group.rows.add(row);
  row.group.list.append(draw(row));
}

function remove(id) {
  const row = rows.get(id);
  if (row === undefined) return;
  rows.delete(id);
  row.element.remove();
  row.group.rows.delete(row);
  if (row.group.rows.size === 0) {
    row.group.section.remove();
    groups.delete(row.group.name);
  }
}

/* Filters */

function matches(row) {
  return STATE_FILTERS[view.state](row.tag) && view.query.split(' ').every((word) => row.text.includes(word));
}

function filter() {
  let count = 0;
  for (const found of groups.values()) {
    let shown = 0;
    let failing = 0;
    for (const row of found.rows) {
      const isShown = matches(row);
      if (row.element.hidden === isShown) row.element.hidden = !isShown;
      shown += isShown ? 1 : 0;
      failing += isFailing(row.tag) ? 1 : 0;
    }
    found.section.hidden = shown === 0;
    const note = `${found.rows.size} ${found.rows.size === 1 ? 'tag' : 'tags'}${failing > 0 ? `, ${failing} failing` : ''}`;
    if (found.note.textContent !== note) found.note.textContent = note;
    count += shown;
  }
  find('count').textContent = `${count.toLocaleString()} of ${rows.size.toLocaleString()} tags shown`;
  find('none').hidden = count > 0 || document.documentElement.dataset.phase === 'loading';
  find('none').textContent = rows.size === 0 ? 'There are no image streams yet.' : 'No tag matches.';
}

/* Cards and boxes */

const CARDS = [
  ['all', 'Tags', 'tags', ''], ['failing', 'Failing', 'failing', 'bad'], ['pending', 'Pending', 'pending', 'wait'], ['overdue', 'Overdue', 'overdue', 'bad'],
  ['paused', 'Paused', 'paused', ''], ['running', 'Importing', 'running', ''],
];
const NUMBERS = [['Streams', 'streams', ''], ['Held by a fuse', 'held', 'bad'], ['Builds running', 'builds', '']];

function buildCards() {
  const buttons = CARDS.map(([state, name, , kind]) => {
    const made = element('button', { type: 'button', class: `card ${kind}`, 'data-state': state, 'aria-pressed': String(state === view.state) }, element('b', {}, '–'), element('span', {}, name));
    made.addEventListener('click', () => choose(view.state === state ? 'all' : state));
    return made;
  });
  const plain = NUMBERS.map(([name, , kind]) => element('div', { class: `card ${kind}` }, element('b', {}, '–'), element('span', {}, name)));
  find('cards').replaceChildren(plain[0], ...buttons, ...plain.slice(1));
}

function choose(state) {
  view.state = state;
  for (const button of document.querySelectorAll('button.card')) button.setAttribute('aria-pressed', String(button.dataset.state === state));
  filter();
}

function setNumber(card, number) {
  const text = number.toLocaleString();
  if (card.firstChild.textContent !== text) card.firstChild.textContent = text;
  card.classList.toggle('bad', card.classList.contains('bad'));
  card.firstChild.style.color = number === 0 ? 'inherit' : '';
}

function drawHead(status) {
  for (const [state, , key] of CARDS) setNumber(document.querySelector(`button.card[data-state=${state}]`), status.summary[key]);
  const plain = document.querySelectorAll('div.card');
  NUMBERS.forEach(([, key], index) => setNumber(plain[index], status.summary[key]));
  for (const [id, notes] of [['fuses', status.fuses], ['waiting', status.waiting], ['running', status.running]]) {
    find(id).hidden = notes.length === 0;
    find(id).lastElementChild.replaceChildren(...notes.map((note) => element('li', {}, element('b', {}, note.subject), ' ', note.since ? time(note.since, 'last') : null, element('p', {}, note.text))));
  }
  const notice = [status.error, status.isCut ? 'There are more tags than are shown here.' : null].filter(Boolean).join(' ');
  find('notice').hidden = notice === '';
  find('notice').textContent = show(notice);
}

/* Events */

const frame = () => new Promise((done) => setTimeout(done, 0));

async function take(document_) {
  view.skew = Date.parse(document_.time) - Date.now();
  const isWhole = document_.removed === undefined;
  drawHead(document_.status);
  if (isWhole) {
    const names = new Set(document_.tags.map((tag) => tag.id));
    for (const id of [...rows.keys()]) if (!names.has(id)) remove(id);
  } else {
    document_.removed.forEach(remove);
  }
  for (let start = 0; start < document_.tags.length; start += CHUNK) {
    document_.tags.slice(start, start + CHUNK).forEach(put);
    if (document_.tags.length > CHUNK) await frame();
  }
  document.documentElement.dataset.phase = 'ready';
  filter();
}

function say(kind, text) {
  find('live').className = kind;
  find('live-text').textContent = text;
}

function listen() {
  const events = new EventSource('events');
  const receive = (event) => {
    view.delay = 1000;
    say('live', 'Live');
    const received = JSON.parse(event.data);
    view.pending = view.pending.then(() => take(received)).catch(() => say('lost', 'Cannot show the status, reload the page'));
  };
  events.addEventListener('status', receive);
  events.addEventListener('change', receive);
  events.addEventListener('error', () => {
    events.close();
    say('lost', 'Connection lost, trying again');
    setTimeout(listen, view.delay);
    view.delay = Math.min(view.delay * 2, 15000);
  });
}

/* Keyboard, theme */

const shownRows = () => [...document.querySelectorAll('.stream:not([hidden]) li:not([hidden]) > .row')];

function move(step) {
  const all = shownRows();
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function handleKey(event) {
  const isInSearch = document.activeElement === find('search');
  const isOnRow = document.activeElement?.classList.contains('row');
  if (event.key === '/' && !isInSearch && !event.ctrlKey && !event.metaKey && !event.altKey) {
    find('search').focus();
    event.preventDefault();
  } else if (event.key === 'Escape' && isInSearch) {
    find('search').value = '';
    search();
  } else if ((event.key === 'ArrowDown' && (isInSearch || isOnRow)) || (event.key === 'ArrowUp' && isOnRow)) {
    move(event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
  }
}

function search() {
  view.query = find('search').value.trim().toLowerCase().replace(/\s+/g, ' ');
  filter();
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  find('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
prefersDark.addEventListener('change', () => setTheme(prefersDark.matches ? 'dark' : 'light'));
find('theme').addEventListener('click', () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
find('search').addEventListener('input', search);
document.addEventListener('keydown', handleKey);
setInterval(() => document.querySelectorAll('time').forEach(setTime), 5000);
setTheme(prefersDark.matches ? 'dark' : 'light');
buildCards();
listen();
