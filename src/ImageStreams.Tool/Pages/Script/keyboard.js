/* The keyboard. */

/** Makes a box the one that Tab leads to. */
function setFocus(box, isActive) {
  if (state.focus?.element) {
    state.focus.element.setAttribute('tabindex', '-1');
  }
  state.focus = box;
  box?.element.setAttribute('tabindex', '0');
  if (isActive) {
    box?.element.focus({ preventScroll: true });
  }
}

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Finds the nearest box in a direction; what is straight ahead counts as nearer. */
function findNeighbor(box, [dx, dy]) {
  let [best, least] = [null, Infinity];
  for (const other of state.drawn.boxes) {
    const [x, y] = [other.x - box.x, other.y - box.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (other !== box && ahead > 4 && ahead + aside * 2 < least) {
      [best, least] = [other, ahead + aside * 2];
    }
  }
  return best;
}

picture.addEventListener('keydown', (event) => {
  const box = boxAt(event);
  if (box === null || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (DIRECTIONS[event.key]) {
    const next = findNeighbor(box, DIRECTIONS[event.key]) ?? box;
    setFocus(next, true);
    showBox(next);
    event.preventDefault();
  } else if (event.key === 'Enter' || event.key === ' ') {
    if (box.group !== null && state.box === box) {
      unfold(box);
    } else {
      selectBox(box);
    }
    event.preventDefault();
  }
});
picture.addEventListener('focusin', (event) => {
  const box = boxAt(event);
  if (box !== null && box !== state.focus) {
    setFocus(box, false);
  }
});

/** Leaves what is open: the search or a menu; if none is, the path that is shown, and then the selection. */
function leave() {
  const menu = find('namespaces');
  if (menu.open || search.value !== '') {
    menu.open = false;
    endSearch();
  } else if (state.path.length > 0 && state.roots.length > 0) {
    selectAll(state.roots, state.box);
  } else {
    clear();
  }
  state.focus?.element.focus({ preventScroll: true });
}

const KEYS = { '/': () => find('search').focus(), '+': () => zoom(1.25), '-': () => zoom(0.8), 0: () => fit() };

addEventListener('keydown', (event) => {
  const isTyping = event.target.matches?.('input, select, textarea');
  if (event.key === 'Escape') {
    leave();
  } else if (!isTyping && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});
