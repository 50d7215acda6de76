// Vega-Lite, loaded at the first need. Its expressions are interpreted: the page's policy allows no code made of text.

let loaded;

function engineAt(address) {
  loaded ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: address, onload: () => resolve(window.vegaEmbed), onerror: reject });
    document.head.append(script);
  });
  return loaded;
}

const ERRORS = 1; // what it says in the console: nothing of lines that have no value to end an axis
const PLAIN = {
  mode: "vega-lite", ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: false, hover: false, logLevel: ERRORS,
};

async function drawn(holder, spec, says, address) {
  const embed = await engineAt(address);
  const { $schema, ...rest } = spec;
  const { view } = await embed(holder, rest, PLAIN);
  silent(holder);
  const svg = holder.querySelector("svg");
  for (const name of ["width", "height"]) svg.removeAttribute(name);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", says);
  return view;
}

// The engine names every part in English; what the picture is stands on it once, in the language of the page.
function silent(holder) {
  const told = ["role", "aria-label", "aria-roledescription"];
  for (const part of [holder, ...holder.querySelectorAll("[role], [aria-roledescription]")]) {
    for (const name of told) part.removeAttribute(name);
  }
}
