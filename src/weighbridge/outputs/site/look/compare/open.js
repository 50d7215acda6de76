// The choice of two to four contenders of one kind, kept in the address of the page as #view:with=country/cn,country/us.

const MOST = 4;

export function open({ chooser, index, ranked, combobox, readView, keepView, here }) {
  const [input, list, status] = ["input", ".found", "[role=status]"].map((part) => chooser.querySelector(part));
  const held = { chooser, here, keepView, index, paths: [], turn: 0 };
  const kinds = chooser.dataset.kinds.split(" ");
  const find = async (text) => ranked(offered(held, kinds, await index(chooser.dataset.index)), text);
  combobox({ input, list, status, find, pick: (entry) => { input.value = ""; taken(held, [...held.paths, entry.path]); } });
  // Somebody may have typed before this was here.
  if (input.value) input.dispatchEvent(new Event("input"));
  const shared = () => laid(held, wanted(readView(location.hash), kinds));
  addEventListener("hashchange", shared);
  return shared();
}

// What may still be chosen: one kind, nobody twice.
function offered({ paths }, kinds, entries) {
  const own = paths.length ? [paths[0].split("/")[0]] : kinds;
  return (entries ?? []).filter((entry) => own.includes(entry.kind) && !paths.includes(entry.path));
}

function wanted(view, kinds) {
  const paths = (view.with ?? "").split(",").filter((path) => /^[a-z]+\/[A-Za-z0-9._-]+$/.test(path) && !path.includes(".."));
  const kind = paths[0]?.split("/")[0];
  return kinds.includes(kind) ? [...new Set(paths)].filter((path) => path.split("/")[0] === kind).slice(0, MOST) : [];
}

function taken(held, paths) {
  held.keepView({ with: paths.join(",") });
  return laid(held, paths);
}

async function laid(held, paths) {
  held.turn += 1;
  const { turn, chooser, here } = held;
  held.paths = paths;
  chooser.querySelector("input").disabled = paths.length >= MOST;
  const found = await Promise.allSettled(paths.map((path) => sideOf(new URL(`${path}/index.html`, here).href)));
  if (turn !== held.turn) return;
  const sides = found.map((side, place) => ({ ...side.value, path: paths[place] })).filter((side) => side.lines);
  chooser.querySelector(".chosen").replaceChildren(...sides.map((side) => chip(held, side)));
  chooser.querySelector(".laid").replaceChildren(...(sides.length > 1 ? [tableOf(sides, chooser.dataset)] : []));
  chooser.querySelector(".next").textContent = said(held, sides, found.length);
}

function said({ chooser }, sides, asked) {
  const { failed, another, full } = chooser.dataset;
  if (sides.length < asked) return failed;
  if (sides.length === 1) return another;
  return sides.length === MOST ? full : "";
}

function chip(held, { name, path }) {
  const button = made("button", { type: "button", textContent: "×" });
  button.setAttribute("aria-label", held.chooser.dataset.remove.replace("{name}", () => name));
  button.addEventListener("click", () => {
    taken(held, held.paths.filter((other) => other !== path));
    held.chooser.querySelector("input").focus();
  });
  return made("li", {}, name, " ", button);
}
