/* The start of the page: its other controls, and the first picture. */

find('fold').addEventListener('change', (event) => setFold(event.target.value));
find('zoom-in').addEventListener('click', () => zoom(1.25));
find('zoom-out').addEventListener('click', () => zoom(0.8));
find('zoom-fit').addEventListener('click', () => fit());
addEventListener('beforeprint', () => fit());

setTheme(prefersDark.matches ? 'dark' : 'light');
createLegend();
createNamespaces();
chooseFold();
selectAll(model.moved);
redraw();
