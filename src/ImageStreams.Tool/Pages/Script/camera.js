/* The camera: which part of the picture is seen, and how large. */

function applyCamera() {
  scene.setAttribute('transform', `translate(${camera.x} ${camera.y}) scale(${camera.scale})`);
  picture.classList.toggle('far', camera.scale < 0.42);
}

/** Shows all; at first no smaller than names can be guessed at, beginning where images come from. */
function fit(isFirst = false) {
  const { clientWidth, clientHeight } = picture;
  const { width, height } = state.size;
  const all = Math.min((clientWidth - 48) / Math.max(width, 1), (clientHeight - 96) / Math.max(height, 1), 1.25);
  camera.scale = isFirst ? Math.max(all, 0.5) : Math.max(all, 0.02);
  const root = isFirst && camera.scale > all ? state.drawn?.boxOf[state.roots[0]] : null;
  camera.x = Math.max((clientWidth - width * camera.scale) / 2, 24);
  camera.y = Math.max((clientHeight - height * camera.scale) / 2, 24);
  applyCamera();
  if (root) {
    centerOn(root, camera.scale);
  }
}

function zoom(factor, x = picture.clientWidth / 2, y = picture.clientHeight / 2) {
  const scale = Math.min(Math.max(camera.scale * factor, 0.02), 4);
  camera.x = x - (x - camera.x) * (scale / camera.scale);
  camera.y = y - (y - camera.y) * (scale / camera.scale);
  camera.scale = scale;
  applyCamera();
}

/** Where a box is put from left to right: what it moves is at its right and needs more space than what it is made from. */
const LEAD = 0.35;

function centerOn(box, scale = camera.scale) {
  camera.scale = scale;
  camera.x = picture.clientWidth * LEAD - box.x * scale;
  camera.y = picture.clientHeight / 2 - box.y * scale;
  applyCamera();
}

/** Moves the camera only when a box is not to be seen. */
function showBox(box) {
  const [x, y] = [camera.x + box.x * camera.scale, camera.y + box.y * camera.scale];
  const isSeen = x > 60 && y > 40 && x < picture.clientWidth - 60 && y < picture.clientHeight - 40;
  if (!isSeen || camera.scale < 0.42) {
    centerOn(box, Math.max(camera.scale, 0.8));
  }
}
