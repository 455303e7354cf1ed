/* The stage: draws what is shown now, or says why it cannot. */

/** The most boxes that are drawn without asking. */
const DRAW_LIMIT = 1500;

function setPhase(phase) {
  document.documentElement.dataset.phase = phase;
}

/** Draws what is shown now; says so when it is too much to draw. */
async function redraw(options = {}) {
  const next = createPicture(view);
  stopLayout('replaced');
  if (next.boxes.length > DRAW_LIMIT && !options.anyway) {
    showTooLarge(next.boxes.length);
    return;
  }
  setPhase('laying-out');
  showNotice([html('p', {}, `Laying out ${plural(next.boxes.length, 'box').replace(/boxs$/, 'boxes')} …`),
    html('button', { type: 'button', onclick: () => stopLayout('stopped') }, 'Stop')], 'quiet');
  try {
    sizeBoxes(next);
    const size = await layOut(next, (done, all) => say(`Laying out: ${done} of ${all} parts.`));
    finishDrawing(next, size, options);
  } catch (error) {
    if (error.message !== 'replaced') {
      showFailure(error);
    }
  }
}

function finishDrawing(next, size, options) {
  state.drawn = next;
  state.size = size;
  state.focus = null;
  const hadFocus = picture.contains(document.activeElement);
  drawPicture(next, scene);
  notice.hidden = true;
  showChips();
  light();
  if (options.center !== undefined && next.boxOf[options.center]) {
    centerOn(next.boxOf[options.center], Math.max(camera.scale, 0.8));
  } else {
    fit(true);
  }
  setFocus(next.boxOf[options.center ?? state.roots[0]] ?? next.boxes[0] ?? null, hadFocus);
  setPhase(next.boxes.length === 0 ? 'empty' : 'ready');
  if (next.boxes.length === 0) {
    showNotice([html('p', {}, nodes.length === 0 ? 'There is nothing to draw.' : 'Everything is filtered away.')], 'quiet');
  }
  say(`${next.boxes.length} of ${plural(nodes.length, 'node')} drawn.`);
}

function showNotice(content, name) {
  notice.className = name;
  notice.replaceChildren(...content);
  notice.hidden = false;
}

const button = (text, act) => html('button', { type: 'button', onclick: act }, text);

/** Offers what makes a picture smaller. */
function offerLess() {
  return [
    state.roots.length > 0 && view.only === null ? button('Draw only what is selected', drawOnly) : null,
    view.fold === 'none' ? button('Fold streams', () => setFold('stream')) : null,
    button('Fold namespaces', () => setFold('namespace')),
  ].filter((offer) => offer !== null);
}

function showTooLarge(count) {
  setPhase('too-large');
  showNotice([html('p', {}, `${plural(count, 'node')} are too many to read in one picture.`),
    ...offerLess(), button('Draw them anyway', () => redraw({ anyway: true }))], 'loud');
}

function showFailure(error) {
  setPhase('failed');
  const text = error.message === 'stopped' ? 'The layout was stopped.' : `The layout failed. ${error.message}`;
  showNotice([html('p', {}, text), ...offerLess(), button('Try again', () => redraw({ anyway: true }))], 'loud');
}

function say(text) {
  find('status').textContent = text;
}
