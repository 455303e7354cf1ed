/* Shapes: the outline and the sign of each kind, and the paths of lines. */

const KINDS = {
  tag: 'Tag', image: 'Image of a stream', external: 'Image outside', build: 'Build', workload: 'Workload',
  stream: 'Folded stream', group: 'Folded namespace',
};

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

/** The curve of a line. */
function tracePath({ points }) {
  if (points.length === 0) {
    return '';
  }
  const round = (point) => point.map((value) => Math.round(value * 10) / 10).join(' ');
  return `M${round(points[0])}C${points.slice(1).map(round).join(' ')}`;
}

/** The head of a line. */
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
