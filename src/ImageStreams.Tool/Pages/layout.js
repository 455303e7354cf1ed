/* The layout: connected parts are laid out by Graphviz in a worker, and then packed side by side. */

const GAP = 36;
const ASPECT = 1.5;
const PATIENCE = 60000;

const layout = { worker: null, job: 0, stop: null };

/** Creates the worker from the texts that the page contains: the library, which is compressed, and the script for it. */
async function createWorker() {
  const packed = Uint8Array.from(atob(document.getElementById('library').textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const library = await new Response(stream).text();
  const script = document.getElementById('worker').textContent;
  const address = URL.createObjectURL(new Blob([library, '\n', script], { type: 'text/javascript' }));
  return new Worker(address);
}

/** Ends the layout that is running, if there is one. */
function stopLayout(reason) {
  layout.stop?.(new Error(reason));
}

/** Lays out a picture: sets x and y of its boxes, and points of its lines. Returns width and height. */
async function layOut(picture, showProgress) {
  stopLayout('replaced');
  const job = ++layout.job;
  const { parts, singles } = splitPicture(picture);
  layout.worker ??= parts.length > 0 ? await createWorker() : null;
  if (job !== layout.job) {
    throw new Error('replaced');
  }
  const results = parts.length > 0 ? await runWorker(job, parts, showProgress) : [];
  const areas = results.map((result, index) => ({ ...result, boxesOf: parts[index].boxes, linesOf: parts[index].lines }));
  if (singles.length > 0) {
    areas.push(arrangeSingles(singles));
  }
  return pack(areas);
}

function runWorker(job, parts, showProgress) {
  return new Promise((resolve, reject) => {
    const results = [];
    const finish = (act, value) => {
      clearTimeout(timer);
      layout.stop = null;
      act(value);
    };
    const abandon = (error) => {
      layout.worker?.terminate();
      layout.worker = null;
      finish(reject, error);
    };
    const timer = setTimeout(() => abandon(new Error('This takes too long.')), PATIENCE);
    layout.stop = abandon;
    layout.worker.onerror = (event) => abandon(new Error(event.message || 'The browser does not run the layout.'));
    layout.worker.onmessage = ({ data }) => {
      if (data.error !== undefined) {
        abandon(new Error(data.error));
      } else if (data.done) {
        finish(resolve, results);
      } else {
        results[data.part] = data.result;
        showProgress(results.length, parts.length);
      }
    };
    layout.worker.postMessage({ job, parts: parts.map(describePart) });
  });
}

const describePart = (part) => ({
  boxes: part.boxes.map((box) => ({ width: box.width, height: box.height })),
  lines: part.lines.map((line) => ({ from: line.from.position, to: line.to.position })),
});

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
    boxesOf: boxes, linesOf: [],
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
}
