/* Items: rows that name a node and say why it moves. */

const LIST_LIMIT = 100;

const PHRASES = {
  Follows: 'follows', Imports: 'imports', Pins: 'names one image,', BuildBase: 'builds on', BuildTrigger: 'is triggered by',
  BuildSource: 'copies files from', BuildOutput: 'is pushed by', Deploys: 'runs',
};
const FIRING_TEXTS = { Automatic: 'automatic', Paused: 'paused', Manual: 'by hand' };

/** Shows what moves in one wave, or in one other way. */
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
