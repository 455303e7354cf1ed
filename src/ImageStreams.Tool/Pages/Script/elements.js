/* Elements of HTML and SVG. All texts are set as text, never as markup. */

const SVG = 'http://www.w3.org/2000/svg';
const MAX_LABEL = 34;

/** Creates an element of HTML from a name, properties and children; texts stay texts. */
function html(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Creates an element of SVG. */
function svg(name, attributes = {}, text = null) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (text !== null) {
    element.textContent = text;
  }
  return element;
}

/** Shortens a text in the middle, so that its beginning and its end can be read. */
function shorten(text, limit = MAX_LABEL) {
  const letters = [...text];
  const half = Math.floor((limit - 1) / 2);
  return letters.length <= limit ? text : `${letters.slice(0, half).join('')}…${letters.slice(-half).join('')}`;
}

const plural = (count, noun) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
