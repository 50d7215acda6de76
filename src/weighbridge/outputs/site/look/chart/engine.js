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
  const config = { ...rest.config, aria: false };
  const { view } = await embed(holder, { ...rest, config }, PLAIN);
  // What the picture is stands on the picture itself, in the language of the page.
  for (const name of ["role", "aria-label", "aria-roledescription"]) holder.removeAttribute(name);
  const svg = holder.querySelector("svg");
  for (const name of ["width", "height"]) svg.removeAttribute(name);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", says);
  return view;
}
