// What a page has, its script attends to; what only some readers use is loaded when they do.

const { charts, compare, engine } = document.currentScript.dataset;

function start() {
  const each = (what, attend) => document.querySelectorAll(what).forEach(attend);
  each("button.theme", themeButton);
  each("a.language", languageLink);
  each("form.search", search);
  each(".instruments", instruments);
  each(".chooser", chooser);
}

start();
