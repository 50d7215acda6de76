// A text field with a list below it, by the pattern of the ARIA practices: focus stays in the field.

const MOST_SHOWN = 12;

function combobox({ input, list, status, find, pick, refused }) {
  const box = { input, list, status, found: [], at: -1 };
  const search = async () => show(box, await find(input.value), input.value);
  input.addEventListener("input", search);
  input.addEventListener("focus", () => { if (input.value) search(); });
  input.addEventListener("blur", () => close(box));
  input.addEventListener("keydown", (event) => keyed(box, event, { search, pick, refused }));
  // A press would take the focus away, and with it the list, before the click arrives.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(box, Number(option.dataset.at), pick);
  });
  return box;
}

function show(box, found, query) {
  box.found = found.slice(0, MOST_SHOWN);
  box.at = -1;
  box.list.replaceChildren(...box.found.map((entry, at) => option(box, entry, at)));
  box.input.removeAttribute("aria-activedescendant");
  opened(box, box.found.length > 0);
  const { none, some } = box.status.dataset;
  box.status.textContent = query.trim() === "" ? "" : found.length ? some.replace("{n}", found.length) : none;
}

function option(box, entry, at) {
  const line = document.createElement("li");
  Object.assign(line, { id: `${box.list.id}-${at}`, role: "option", ariaSelected: "false", textContent: entry.name });
  line.dataset.at = at;
  const kind = document.createElement("small");
  kind.textContent = entry.says;
  line.append(" ", kind);
  return line;
}

function opened(box, open) {
  box.list.hidden = !open;
  box.input.setAttribute("aria-expanded", String(open));
}

function close(box) {
  opened(box, false);
  box.input.removeAttribute("aria-activedescendant");
  box.at = -1;
}

function move(box, step) {
  const all = [...box.list.children];
  if (!all.length) return;
  box.at = (box.at + step + all.length + (box.at < 0 && step < 0 ? 1 : 0)) % all.length;
  all.forEach((line, at) => line.setAttribute("aria-selected", String(at === box.at)));
  box.input.setAttribute("aria-activedescendant", all[box.at].id);
  all[box.at].scrollIntoView({ block: "nearest" });
}

function take(box, at, pick) {
  const entry = box.found[Math.max(at, 0)];
  if (!entry) return;
  close(box);
  pick(entry);
}

async function keyed(box, event, { search, pick, refused }) {
  if (event.isComposing) return; // Enter ends a Chinese word there and picks nothing.
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) {
    event.preventDefault();
    if (box.list.hidden) await search();
    move(box, steps[event.key]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (box.list.hidden) await search();
    if (box.found.length) take(box, box.at, pick);
    else refused?.();
  } else if (event.key === "Escape") {
    event.preventDefault();
    if (box.list.hidden) box.input.value = "";
    box.found = [];
    box.status.textContent = "";
    close(box);
  }
}
