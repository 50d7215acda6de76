// Contenders side by side: a row for each line that one of them has, and below it what its figures rest on.

function tableOf(sides, says) {
  const keys = [...new Set(sides.flatMap((side) => side.lines.map((line) => line.key)))];
  const table = made("table", { className: "lines side" });
  table.setAttribute("role", "table");
  table.append(headOf(sides, says), bodyOf(sides, keys, says));
  return table;
}

function made(name, given = {}, ...inside) {
  const element = Object.assign(document.createElement(name), given);
  const role = { thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" }[name];
  if (role) element.setAttribute("role", role);
  element.append(...inside);
  return element;
}

function headOf(sides, says) {
  const cells = [says.race, ...sides.map((side) => made("a", { href: side.address, textContent: side.name }))];
  const heads = cells.map((cell) => {
    const head = made("th", { scope: "col" }, cell);
    head.setAttribute("role", "columnheader");
    return head;
  });
  return made("thead", {}, made("tr", {}, ...heads));
}

function bodyOf(sides, keys, says) {
  return made("tbody", {}, ...keys.flatMap((key, place) => {
    const lines = sides.map((side) => side.lines.find((line) => line.key === key));
    return rowsOf(lines, sides, `side-${place}`, says);
  }));
}

function rowsOf(lines, sides, id, says) {
  const first = lines.find(Boolean);
  const head = made("th", { scope: "row" }, ...first.title.map(copied));
  head.setAttribute("role", "rowheader");
  const stated = statedOf(lines, sides, id);
  const cells = lines.map((line, place) => cellOf(line, sides[place].name, stated, says));
  const below = made("tr", { className: "facts" }, made("td", { colSpan: lines.length + 1 }, ...stated.map(({ told }) => told)));
  return [made("tr", {}, head, ...cells), ...(stated.length ? [below] : [])];
}

// What the figures of a row rest on, by whose they are: said once where it is the same.
function statedOf(lines, sides, id) {
  const found = new Map();
  lines.forEach((line, place) => {
    if (!line?.facts) return;
    const text = line.facts.textContent;
    if (!found.has(text)) found.set(text, { text, names: [], told: Object.assign(copied(line.facts), { id: `${id}-${found.size}` }) });
    found.get(text).names.push(sides[place].name);
  });
  const all = [...found.values()];
  for (const { names, told } of all.length > 1 ? all : []) told.prepend(made("b", { textContent: names.join(" · ") }), " ");
  for (const { told } of all) for (const part of told.querySelectorAll(".unseen")) part.classList.remove("unseen");
  return all;
}

function cellOf(line, name, stated, says) {
  const cell = made("td", { className: "number" });
  cell.dataset.label = name;
  if (!line) cell.append(made("span", { className: "quiet", textContent: says.unknown }));
  else cell.append(...line.cell.map(copied));
  const facts = line?.facts && stated.find(({ text }) => text === line.facts.textContent)?.told.id;
  for (const figure of cell.querySelectorAll("[data-figure]")) figure.dataset.figure = facts;
  return cell;
}

function copied(part) {
  return typeof part === "string" ? document.createTextNode(part) : document.importNode(part, true);
}
