// A chart that answers: from the view of its reader to a picture, and from every press to the next view.

const WIDE = matchMedia("(min-width: 52rem)");

export async function open(given) {
  const chart = { ...given, reading: readingOf(given.plot), view: {}, turn: 0 };
  chart.live = document.createElement("div");
  chart.live.hidden = true;
  chart.plot.prepend(chart.live);
  WIDE.addEventListener("change", () => shown(chart));
  await shown(chart);
  return hands(chart);
}

function hands(chart) {
  const { reading, tools } = chart;
  const read = (_, event) => point(reading, nearest(reading, event));
  return {
    pressed: (target) => pressed(chart, target.closest("button")),
    changed: (target) => changed(chart, target),
    typed: (target) => { if (target.type === "search") filtered(tools, target.value); },
    pointermove: read,
    pointerdown: read,
    pointerleave: () => point(reading, null),
    blur: () => point(reading, null),
    steer: (_, event) => steer(reading, event.key),
    shared: () => shown(chart, chart.readView(location.hash)),
  };
}

function pressed(chart, button) {
  const turn = button?.dataset.turn;
  if (turn === "reset") return taken(chart, {});
  if (turn === "scale") return taken(chart, { ...chart.view, scale: chart.view.scale ? "" : "log" });
  // Choices are those of one measure: the twin has its own.
  if (turn === "twin") return taken(chart, { ...chart.view, twin: chart.view.twin ? "" : "1", choice: "" });
  return undefined;
}

function changed(chart, target) {
  if (target.type === "checkbox") {
    const ids = boxes(chart.tools).filter((box) => box.checked).map((box) => box.value);
    limited(chart.tools, chart.told.most);
    return taken(chart, { ...chart.view, groups: groupsText(ids, chart.told) });
  }
  return target.matches("select") ? taken(chart, { ...chart.view, choice: target.value }) : undefined;
}

function taken(chart, view) {
  chart.keepView(view);
  return shown(chart, view);
}

// The last view that was asked for is the one that stays, whatever file comes last.
async function shown(chart, view = chart.view) {
  chart.turn += 1;
  const { turn } = chart;
  chart.view = view;
  try {
    const found = await needed(chart, view);
    if (turn === chart.turn) await put(chart, view, found, turn);
  } catch (error) {
    chart.tools.querySelector(".now").textContent = chart.tools.dataset.failed;
    throw error;
  }
}

async function needed(chart, view) {
  const own = await file(new URL(chart.tools.dataset.file, document.baseURI).href);
  const base = view.twin && own.twin ? await file(new URL(`${own.twin}/chart.json`, chart.here).href) : own;
  const taken = view.choice && !view.twin ? await underChoice(chart, view.choice) : null;
  return { base, ...(taken ?? { run: null, specs: base.specs }) };
}

// The course under one other option; null where an address names none that there is.
async function underChoice({ tools }, choice) {
  const here = new URL(tools.dataset.runs, document.baseURI);
  const runs = await file(here.href);
  const name = entryOf(runs.files, choice);
  if (!name) return null;
  const run = await file(new URL(name, here).href);
  return { run, specs: runs.specs[run.kind] };
}

async function put(chart, view, { base, run, specs }, turn) {
  const course = run ?? base.course;
  const told = { groups: course.groups, shown: Math.min(base.shown, course.groups.length), most: base.most };
  const chosen = groupsOf(view, told);
  Object.assign(chart, { told });
  const size = specs[WIDE.matches ? "wide" : "narrow"];
  const held = run ? base.course : null;
  const log = view.scale === "log";
  const made = pictureOf({ course, shown: chosen, held, size, rules: base.reach, palette: base.palette, log, bare: Boolean(run), away: Boolean(view.twin) });
  controls(chart, view, { told, chosen, base, run });
  const still = plain(view);
  if (!still) await drawn(chart.live, made.spec, base.heading, chart.engine);
  if (turn !== chart.turn) return;
  chart.live.className = `chart live ${WIDE.matches ? "broad" : "slim"}`;
  chart.live.hidden = still;
  chart.drawn.forEach((part) => part.classList.toggle("away", !still));
  legend(chart, still ? null : said(chart, course, chosen));
  Object.assign(chart.reading, { places: made.places, size });
  point(chart.reading, null);
}

function said({ tools }, course, chosen) {
  const others = course.periods > 1 && chosen.length < course.groups.length;
  return [course.legend, others ? tools.dataset.others : ""].filter(Boolean).join(tools.dataset.apart);
}

// The words below the picture are those of what is shown.
function legend({ plot, tools }, says) {
  const caption = plot.parentElement.querySelector("figcaption");
  if (!caption) return;
  tools.legend ??= caption.textContent;
  caption.textContent = says ?? tools.legend;
}

function controls({ tools }, view, { told, chosen, base, run }) {
  groupList(tools, told, chosen);
  const set = (turn, on) => tools.querySelector(`[data-turn=${turn}]`)?.setAttribute("aria-pressed", String(on));
  set("scale", view.scale === "log");
  set("twin", Boolean(view.twin));
  const select = tools.querySelector("select");
  if (select) Object.assign(select, { value: run ? view.choice : "", disabled: Boolean(view.twin) });
  tools.querySelector("[data-turn=reset]").hidden = plain(view);
  tools.querySelector(".now").textContent = now(tools, view, base, run);
}

// What is shown in place of the picture drawn ahead of time, and on what it rests.
function now(tools, view, base, run) {
  if (!view.twin && !run) return "";
  const { newest, over, between } = tools.dataset;
  const option = run && [...tools.querySelectorAll("option")].find(({ value }) => value === view.choice)?.textContent;
  const { facts } = run ?? base;
  const marks = run ? [run.periods > 1 ? over : newest, run.lack] : [];
  return [base.heading, option, ...marks, ...facts].filter(Boolean).join(between);
}
