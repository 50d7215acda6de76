// The instruments over a chart and the reading of its points: what they need is loaded when somebody reaches for them.

function instruments(tools) {
  const figure = tools.nextElementSibling;
  const drawn = [...figure.children].filter((part) => part.querySelector("svg"));
  // From a file a browser fetches nothing: there the pictures stand alone.
  if (location.protocol === "file:" || !drawn.length) return;
  const plot = plotOf(drawn, tools.dataset);
  let opened;
  const chart = () => { opened ??= opening(tools, plot, drawn); return opened; };
  const hand = (what, name) => async (event) => (await chart())[what]?.(event.target, event, name);
  tools.addEventListener("click", hand("pressed"));
  tools.addEventListener("change", hand("changed"));
  tools.addEventListener("input", hand("typed"));
  for (const name of ["pointermove", "pointerdown", "pointerleave", "focus", "blur"]) plot.addEventListener(name, hand(name));
  plot.addEventListener("keydown", (event) => { if (steered(event)) hand("steer")(event); });
  const shared = async () => { if (location.hash.startsWith(VIEW)) (await chart()).shared(); };
  addEventListener("hashchange", shared);
  for (const name of ["pointerenter", "focusin"]) tools.addEventListener(name, chart, { once: true });
  tools.hidden = false;
  shared();
}

function opening(tools, plot, drawn) {
  return import(new URL(charts, document.baseURI)).then((module) => module.open({
    tools, plot, drawn, here: here(tools), engine: new URL(engine, document.baseURI).href, readView, keepView,
  }));
}

function here(tools) {
  return new URL(`${tools.dataset.here}/`, document.baseURI).href;
}

function plotOf(drawn, { chart, help }) {
  const plot = document.createElement("div");
  plot.className = "plot";
  drawn[0].before(plot);
  plot.append(...drawn);
  Object.assign(plot, { tabIndex: 0, role: "application", ariaRoleDescription: chart, ariaLabel: help });
  return plot;
}

function steered(event) {
  const known = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Escape"].includes(event.key);
  if (known && !event.altKey && !event.ctrlKey && !event.metaKey) event.preventDefault();
  return known;
}
