/* The picture: boxes and lines as SVG. All texts are set as text. */

const SVG = 'http://www.w3.org/2000/svg';
const MAX_LABEL = 34;
const BOX_HEIGHT = 40;
const FEW_LINES = 2500;

const KINDS = {
  tag: 'Tag', image: 'Image of a stream', external: 'Image outside', build: 'Build', workload: 'Workload',
  stream: 'Folded stream', group: 'Folded namespace',
};

const measure = document.createElement('canvas').getContext('2d');

/** Creates an element of HTML from a name, properties and children; texts stay texts. */
function html(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Creates an element of SVG. */
function svg(name, attributes = {}, text = null) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (text !== null) {
    element.textContent = text;
  }
  return element;
}

/** Shortens a text in the middle, so that its beginning and its end can be read. */
function shorten(text, limit = MAX_LABEL) {
  const letters = [...text];
  const half = Math.floor((limit - 1) / 2);
  return letters.length <= limit ? text : `${letters.slice(0, half).join('')}…${letters.slice(-half).join('')}`;
}

const plural = (count, noun) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** The second line of a box. */
const describeBox = (box) => [box.detail, box.group === null ? '' : plural(box.members.length, 'node')]
  .filter((text) => text !== '').join(' · ');

/** Measures the boxes of a picture. */
function sizeBoxes(picture) {
  for (const box of picture.boxes) {
    box.label = shorten(box.name);
    box.note = shorten(describeBox(box));
    measure.font = '600 13px system-ui, sans-serif';
    const label = measure.measureText(box.label).width;
    measure.font = '11px system-ui, sans-serif';
    box.width = Math.ceil(Math.max(label, measure.measureText(box.note).width, 50)) + 44;
    box.height = BOX_HEIGHT;
  }
}

/** The outline of each kind, around the middle of a box. */
function outline(shape, w, h) {
  const [x, y] = [w / 2, h / 2];
  switch (shape) {
    case 'tag':
      return `M${-x + 14} ${-y}H${x - 5}Q${x} ${-y} ${x} ${-y + 5}V${y - 5}Q${x} ${y} ${x - 5} ${y}H${-x + 14}L${-x} 0Z`;
    case 'image':
      return `M${-x + 9} ${-y}H${x - 9}L${x} ${-y + 9}V${y - 9}L${x - 9} ${y}H${-x + 9}L${-x} ${y - 9}V${-y + 9}Z`;
    case 'build':
      return `M${-x + 13} ${-y}H${x - 13}L${x} 0L${x - 13} ${y}H${-x + 13}L${-x} 0Z`;
    case 'external':
      return roundedRectangle(x, y, y);
    default:
      return roundedRectangle(x, y, 7);
  }
}

const roundedRectangle = (x, y, r) => `M${-x + r} ${-y}H${x - r}A${r} ${r} 0 0 1 ${x} ${-y + r}V${y - r}A${r} ${r} 0 0 1 `
  + `${x - r} ${y}H${-x + r}A${r} ${r} 0 0 1 ${-x} ${y - r}V${-y + r}A${r} ${r} 0 0 1 ${-x + r} ${-y}Z`;

/** Draws a picture that is laid out. */
function drawPicture(picture, scene) {
  const lines = svg('g', { class: 'lines' });
  const boxes = svg('g', { class: 'boxes' });
  picture.lines.forEach((line) => { lines.append(drawLine(line, picture.lines.length < FEW_LINES)); });
  picture.boxes.forEach((box) => { boxes.append(drawBox(box)); });
  scene.replaceChildren(lines, boxes);
}

function drawLine(line, isTouchable) {
  line.element = svg('g', { class: `line ${line.firing.toLowerCase()}` });
  line.element.classList.toggle('cycle', line.edges.some((edge) => cyclicEdges.has(edge.id)));
  const path = tracePath(line);
  if (isTouchable) {
    line.element.append(svg('path', { class: 'touch', d: path }));
  }
  line.element.append(svg('path', { class: 'stroke', d: path }), svg('path', { class: 'arrow', d: traceArrow(line) }));
  line.element.line = line;
  return line.element;
}

function tracePath({ points }) {
  if (points.length === 0) {
    return '';
  }
  const round = (point) => point.map((value) => Math.round(value * 10) / 10).join(' ');
  return `M${round(points[0])}C${points.slice(1).map(round).join(' ')}`;
}

function traceArrow({ points, end }) {
  if (points.length === 0 || end === null) {
    return '';
  }
  const start = points[points.length - 1];
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]) || 1;
  const [dx, dy] = [(end[0] - start[0]) / length, (end[1] - start[1]) / length];
  const corner = (side) => `${end[0] - dx * 10 - dy * 4 * side} ${end[1] - dy * 10 + dx * 4 * side}`;
  return `M${end[0]} ${end[1]}L${corner(1)}L${corner(-1)}Z`;
}

function drawBox(box) {
  const left = -box.width / 2 + 30;
  const group = svg('g', {
    class: `box ${box.shape}`, transform: `translate(${box.x} ${box.y})`, tabindex: -1, role: 'button', 'data-key': box.key.replaceAll(SEPARATOR, '|'),
  });
  if (box.group !== null) {
    group.append(svg('path', { class: 'shadow', transform: 'translate(5 5)', d: outline(box.shape, box.width, box.height) }));
  }
  group.append(svg('path', { class: 'shape', d: outline(box.shape, box.width, box.height) }));
  group.append(drawSign(box.shape, -box.width / 2 + 18));
  const isAlone = box.note === '';
  group.append(svg('text', { class: 'label', x: left, y: isAlone ? 4.5 : -2 }, box.label));
  group.append(svg('text', { class: 'note', x: left, y: 13 }, box.note));
  group.append(svg('title', {}, nameBox(box)));
  group.classList.toggle('cycle', box.members.some((id) => cyclicNodes.has(id)));
  if (group.classList.contains('cycle')) {
    group.append(drawBadge('in-cycle', -box.width / 2 + 4, '↻'));
  }
  group.box = box;
  box.element = group;
  return group;
}

/** A small sign of the kind, so that color is not the only difference. */
function drawSign(shape, x) {
  const signs = {
    tag: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
    image: 'M-5-5h10v10h-10ZM-5 2l4-4 6 6',
    external: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0M-6 0h12M0-6q5 6 0 12q-5-6 0-12',
    build: 'M-5 5l6-6M-1-4l5 5 2-2-5-5Z',
    workload: 'M-5-3.5l5-2.5 5 2.5v7l-5 2.5-5-2.5ZM-5-3.5l5 2.5 5-2.5M0-1v7',
    stream: 'M-5-4h10M-5 0h10M-5 4h10',
    group: 'M-6-5h5v4h-5ZM1-5h5v4h-5ZM-6 1h5v4h-5ZM1 1h5v4h-5Z',
  };
  return svg('path', { class: 'sign', transform: `translate(${x} 0)`, d: signs[shape] });
}

function drawBadge(name, x, text) {
  const width = Math.max(18, 8 + text.length * 7);
  const badge = svg('g', { class: `badge ${name}`, transform: `translate(${x} ${-BOX_HEIGHT / 2})` });
  badge.append(svg('rect', { x: -width / 2, y: -9, width, height: 18, rx: 9 }), svg('text', { y: 4 }, text));
  return badge;
}

const nameBox = (box) => (box.group === null
  ? `${nodes[box.members[0]].kind} ${nodes[box.members[0]].title}`
  : `${KINDS[box.shape]} ${box.name}, ${plural(box.members.length, 'node')}`);
