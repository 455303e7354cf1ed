/* Packing: connected parts are put side by side. */

const GAP = 36;
const ASPECT = 1.5;

/** Splits a picture into connected parts, the largest first, and the boxes without a line. */
function splitPicture(picture) {
  const parent = picture.boxes.map((box) => box.index);
  const find = (index) => {
    while (parent[index] !== index) {
      parent[index] = parent[parent[index]];
      index = parent[index];
    }
    return index;
  };
  picture.lines.forEach((line) => { parent[find(line.from.index)] = find(line.to.index); });
  const parts = new Map();
  const partAt = (box) => {
    const root = find(box.index);
    if (!parts.has(root)) {
      parts.set(root, { boxes: [], lines: [] });
    }
    return parts.get(root);
  };
  picture.boxes.forEach((box) => { box.position = partAt(box).boxes.push(box) - 1; });
  picture.lines.forEach((line) => partAt(line.from).lines.push(line));
  const all = [...parts.values()];
  return {
    parts: all.filter((part) => part.lines.length > 0).sort((a, b) => b.boxes.length - a.boxes.length),
    singles: all.filter((part) => part.lines.length === 0).map((part) => part.boxes[0]),
  };
}

/** Arranges boxes without lines in rows. */
function arrangeSingles(boxes) {
  const width = Math.max(...boxes.map((box) => box.width));
  const columns = Math.max(1, Math.ceil(Math.sqrt(boxes.length / 3)));
  const place = (box, index) => [
    (index % columns) * (width + 12) + width / 2, Math.floor(index / columns) * (box.height + 12) + box.height / 2];
  const rows = Math.ceil(boxes.length / columns);
  return {
    width: columns * (width + 12), height: rows * (boxes[0].height + 12), boxes: boxes.map(place), lines: [],
    boxesOf: boxes, linesOf: [], blocks: [],
  };
}

/** Packs areas into shelves, the tallest first. */
function pack(areas) {
  const total = areas.reduce((sum, area) => sum + (area.width + GAP) * (area.height + GAP), 0);
  const limit = Math.max(Math.sqrt(total * ASPECT), ...areas.map((area) => area.width));
  let [x, y, shelf, width] = [0, 0, 0, 0];
  for (const area of [...areas].sort((a, b) => b.height - a.height)) {
    if (x > 0 && x + area.width > limit) {
      [x, y, shelf] = [0, y + shelf + GAP, 0];
    }
    moveArea(area, x, y);
    x += area.width + GAP;
    shelf = Math.max(shelf, area.height);
    width = Math.max(width, x - GAP);
  }
  return { width, height: y + shelf };
}

function moveArea(area, x, y) {
  const move = ([left, top]) => [left + x, top + y];
  area.boxesOf.forEach((box, index) => { [box.x, box.y] = move(area.boxes[index]); });
  area.linesOf.forEach((line, index) => {
    const spline = area.lines[index] ?? { points: [], end: null };
    line.points = spline.points.map(move);
    line.end = spline.end === null ? null : move(spline.end);
  });
  area.blocks.forEach(spreadBlock);
}
