'use strict';

/* Lays out one part of the graph after the other, beside the page. Graphviz gets sizes and numbers, and no names. */

const POINTS_PER_INCH = 72;
let graphviz = null;

onmessage = async (event) => {
  try {
    graphviz ??= await Viz.instance();
    event.data.parts.forEach((part, index) => {
      postMessage({ job: event.data.job, part: index, result: layOutPart(part) });
    });
    postMessage({ job: event.data.job, done: true });
  } catch (error) {
    postMessage({ job: event.data.job, error: String(error.message ?? error) });
  }
};

function layOutPart(part) {
  const answer = graphviz.render(createGraph(part), { format: 'json0', engine: 'dot' });
  if (answer.status !== 'success') {
    throw new Error(answer.errors.map((error) => error.message).join('; ') || 'The layout failed.');
  }
  return readAnswer(JSON.parse(answer.output));
}

function createGraph(part) {
  const isLarge = part.boxes.length > 400 || part.lines.length > 1200;
  return {
    directed: true,
    graphAttributes: {
      rankdir: 'LR', nodesep: 0.16, ranksep: isLarge ? 1.1 : 0.7, outputorder: 'nodesfirst',
      ...(isLarge ? { splines: 'polyline', nslimit: 2, nslimit1: 2, mclimit: 0.4 } : {}),
    },
    nodeAttributes: { shape: 'box', fixedsize: true, label: '' },
    nodes: part.boxes.map((box, index) => ({
      name: `n${index}`,
      attributes: { width: box.width / POINTS_PER_INCH, height: box.height / POINTS_PER_INCH },
    })),
    edges: part.lines.map((line, index) => ({
      tail: `n${line.from}`, head: `n${line.to}`, attributes: { comment: String(index), ...findPorts(line) },
    })),
  };
}

/** Lines leave a box at its right end and reach the next one at its left end; a box that leads to itself has a loop. */
const findPorts = (line) => (line.from === line.to ? {} : { tailport: 'e', headport: 'w' });

/** Reads centers of boxes and splines of lines; Graphviz measures from the bottom, the page from the top. */
function readAnswer(answer) {
  const [, , width, height] = answer.bb.split(',').map(Number);
  const flip = (text) => {
    const [x, y] = text.split(',').map(Number);
    return [x, height - y];
  };
  const boxes = [];
  for (const node of answer.objects ?? []) {
    boxes[Number(node.name.slice(1))] = flip(node.pos);
  }
  const lines = [];
  for (const edge of answer.edges ?? []) {
    lines[Number(edge.comment)] = readSpline(edge.pos ?? '', flip);
  }
  return { width, height, boxes, lines };
}

function readSpline(text, flip) {
  const words = text.split(';')[0].trim().split(/\s+/).filter((word) => word !== '');
  const end = words.find((word) => word.startsWith('e,'));
  return {
    points: words.filter((word) => !/^[es],/.test(word)).map(flip),
    end: end === undefined ? null : flip(end.slice(2)),
  };
}
