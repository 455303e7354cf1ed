/* The legend: the kinds, firings and marks that this page has. */

const LINES = [['Automatic', 'follows on its own'], ['Paused', 'follows once resumed'], ['Manual', 'follows by hand']];

/** The width, in pixels, up to which the page needs the space of the legend for the picture. */
const NARROW = 760;

function createLegend() {
  const shapes = new Set(nodes.map((node) => node.shape));
  const firings = new Set(edges.map((edge) => edge.firing));
  find('legend').open = innerWidth > NARROW;
  find('legend-list').replaceChildren(
    ...Object.keys(KINDS).filter((shape) => shapes.has(shape)).map(explainShape),
    ...(nodes.length === 0 ? [] : ['stream', 'group'].map(explainShape)),
    ...LINES.filter(([firing]) => firings.has(firing)).map(explainLine),
    explainMark('wave', '1', 'moves in wave 1'),
    ...(model.cycles.length === 0 ? [] : [explainMark('in-cycle', '↻', 'in a cycle')]));
}

function explainShape(shape) {
  const sample = svg('svg', { class: `box ${shape}`, width: 34, height: 20, viewBox: '-22 -13 44 26', 'aria-hidden': 'true' });
  sample.append(svg('path', { class: 'shape', d: outline(shape, 40, 22) }), drawSign(shape, 1));
  return html('div', {}, sample, KINDS[shape]);
}

function explainLine([firing, text]) {
  const sample = svg('svg', { class: `line ${firing.toLowerCase()}`, width: 34, height: 12, viewBox: '0 0 34 12', 'aria-hidden': 'true' });
  sample.append(svg('path', { class: 'stroke', d: 'M1 6H25' }), svg('path', { class: 'arrow', d: 'M34 6L25 2V10Z' }));
  return html('div', {}, sample, text);
}

const explainMark = (name, text, meaning) => html('div', {}, html('span', { class: `mark ${name}` }, text), meaning);
