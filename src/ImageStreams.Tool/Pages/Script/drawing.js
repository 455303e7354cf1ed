/* The picture: boxes and lines as SVG. */

const BOX_HEIGHT = 40;
const FEW_LINES = 2500;

const measure = document.createElement('canvas').getContext('2d');

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

function drawBadge(name, x, text) {
  const width = Math.max(18, 8 + text.length * 7);
  const badge = svg('g', { class: `badge ${name}`, transform: `translate(${x} ${-BOX_HEIGHT / 2})` });
  badge.append(svg('rect', { x: -width / 2, y: -9, width, height: 18, rx: 9 }), svg('text', { y: 4 }, text));
  return badge;
}

const nameBox = (box) => (box.group === null
  ? `${nodes[box.members[0]].kind} ${nodes[box.members[0]].title}`
  : `${KINDS[box.shape]} ${box.name}, ${plural(box.members.length, 'node')}`);
