/* The pointer: wheel, drag and click. */

const boxAt = (event) => event.target.closest?.('.box')?.box ?? null;
const drag = { isDown: false, hasMoved: false, x: 0, y: 0 };

picture.addEventListener('wheel', (event) => {
  event.preventDefault();
  const bounds = picture.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), event.clientX - bounds.left, event.clientY - bounds.top);
}, { passive: false });

picture.addEventListener('pointerdown', (event) => {
  Object.assign(drag, { isDown: event.button === 0, hasMoved: false, x: event.clientX, y: event.clientY });
});
addEventListener('pointermove', (event) => {
  if (!drag.isDown || (!drag.hasMoved && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 4)) {
    return;
  }
  camera.x += event.clientX - drag.x;
  camera.y += event.clientY - drag.y;
  Object.assign(drag, { hasMoved: true, x: event.clientX, y: event.clientY });
  picture.classList.add('dragging');
  applyCamera();
});
addEventListener('pointerup', () => {
  drag.isDown = false;
  picture.classList.remove('dragging');
});
picture.addEventListener('click', (event) => {
  if (drag.hasMoved) {
    return;
  }
  const box = boxAt(event);
  const line = event.target.closest('.line')?.line;
  if (box !== null) {
    selectBox(box);
  } else if (line) {
    showLine(panel, line, actions);
  } else {
    clear();
  }
});
picture.addEventListener('dblclick', (event) => {
  const box = boxAt(event);
  if (box !== null && box.group !== null) {
    unfold(box);
  }
});
