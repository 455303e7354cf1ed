/* The theme: dark or light as the system says, until a person switches. */

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  find('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
}

find('theme').addEventListener('click', () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
prefersDark.addEventListener('change', () => setTheme(prefersDark.matches ? 'dark' : 'light'));
