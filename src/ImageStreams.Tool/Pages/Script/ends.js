/*
 * Ends: boxes that hang on one box only and lead nowhere. Many of them would make a column that no screen shows, so that they
 * are laid out as one block, and then stand in its rows:
 *
 *   source ──┬──┬─────┬────
 *            │ [a]   [b]
 *            └──┬─────┬────
 *              [c]   [d]
 */

const MANY_ENDS = 24;
const GUTTER = 18;

/** Replaces many ends of one box by a block. Returns what is to be laid out. */
function gatherEnds({ boxes, lines }) {
  const [starts, arrivals] = [new Map(), new Map()];
  const count = (map, box) => map.set(box, (map.get(box) ?? 0) + 1);
  lines.forEach((line) => {
    count(starts, line.from);
    count(arrivals, line.to);
  });
  const ends = lines.filter((line) => !starts.has(line.to) && arrivals.get(line.to) === 1);
  const blocks = [...Map.groupBy(ends, (line) => line.from).values()].filter((group) => group.length > MANY_ENDS).map(createBlock);
  const gathered = new Set(blocks.flatMap((block) => block.ends));
  const gatheredBoxes = new Set([...gathered].map((line) => line.to));
  const result = {
    boxes: [...boxes.filter((box) => !gatheredBoxes.has(box)), ...blocks],
    lines: [...lines.filter((line) => !gathered.has(line)), ...blocks.map((block) => block.line)],
    blocks,
  };
  result.boxes.forEach((box, position) => { box.position = position; });
  return result;
}

function createBlock(hanging) {
  const ends = [...hanging].sort((a, b) => (a.to.name < b.to.name ? -1 : 1));
  const cell = { width: Math.max(...ends.map((line) => line.to.width)) + GUTTER, height: BOX_HEIGHT + GUTTER };
  const columns = Math.ceil(Math.sqrt((ends.length * cell.height) / cell.width));
  const block = {
    ends, cell, columns, width: columns * cell.width + GUTTER, height: Math.ceil(ends.length / columns) * cell.height + GUTTER,
  };
  block.line = { from: ends[0].from, to: block };
  return block;
}

/** Puts the ends of a block into its rows, and leads a line to each. */
function spreadBlock(block) {
  const [left, top] = [block.x - block.width / 2, block.y - block.height / 2];
  block.ends.forEach((line, index) => {
    const box = line.to;
    box.x = left + GUTTER + (index % block.columns) * block.cell.width + box.width / 2;
    box.y = top + GUTTER + Math.floor(index / block.columns) * block.cell.height + BOX_HEIGHT / 2;
    const [aisle, door] = [box.y - BOX_HEIGHT / 2 - GUTTER / 2, box.x - box.width / 2 + 20];
    line.points = [...block.line.points];
    line.end = [door, box.y - BOX_HEIGHT / 2];
    [[left + 4, block.y], [left + 4, aisle], [door, aisle], [door, line.end[1] - 8]].forEach((corner) => leadTo(line.points, corner));
  });
}

/** Continues a curve straight to a point. */
function leadTo(points, corner) {
  points.push(points[points.length - 1], corner, corner);
}
