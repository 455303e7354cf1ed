/* What every part of the page knows: the elements, what is to be shown, and what is selected. */

const find = (id) => document.getElementById(id);
const [picture, scene, panel, notice] = ['picture', 'scene', 'panel', 'notice'].map(find);

const view = { fold: 'none', isFoldChosen: false, toggled: new Map(), hidden: new Set(), only: null };
const state = { drawn: null, size: { width: 0, height: 0 }, roots: [], box: null, items: new Map(), path: [], query: '', focus: null };
const camera = { x: 0, y: 0, scale: 1 };
