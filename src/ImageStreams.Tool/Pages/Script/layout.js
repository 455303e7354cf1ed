/* The layout: connected parts are laid out by Graphviz in a worker. */

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
  const { singles, ...split } = splitPicture(picture);
  const parts = split.parts.map(gatherEnds);
  layout.worker ??= parts.length > 0 ? await createWorker() : null;
  if (job !== layout.job) {
    throw new Error('replaced');
  }
  const results = parts.length > 0 ? await runWorker(job, parts, showProgress) : [];
  const areas = results.map((result, index) => createArea(result, parts[index]));
  if (singles.length > 0) {
    areas.push(arrangeSingles(singles));
  }
  return pack(areas);
}

const createArea = (result, part) => ({ ...result, boxesOf: part.boxes, linesOf: part.lines, blocks: part.blocks });

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
