// What stands on the page of a contender, taken from it: one line for each race or, of a model, for each of its columns.

async function sideOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of page.querySelectorAll("[href]")) link.setAttribute("href", new URL(link.getAttribute("href"), answer.url).href);
  return { name: page.querySelector("h1").firstChild.textContent.trim(), address, lines: [...runs(page), ...columns(page)] };
}

function runs(page) {
  return [...page.querySelectorAll("table.runs tbody tr:not(.facts)")].map((row) => {
    const [title, figure, place] = row.children;
    const placed = place.querySelector("[data-figure]");
    return {
      key: `${title.textContent.trim()} ${/\/race\/([^/]+)/.exec(title.querySelector("a")?.href ?? "")?.[1] ?? ""}`,
      title: [...title.childNodes],
      cell: [...figure.childNodes, ...(placed ? [small(`${place.dataset.label} `, placed)] : [])],
      facts: factsOf(page, figure),
    };
  });
}

// A release has several sizes: all of them stand in the cell, each by its name.
function columns(page) {
  const rows = [...page.querySelectorAll("#models ~ * table.models tbody tr")];
  const labels = rows.length ? [...rows[0].querySelectorAll("td")].map((cell) => cell.dataset.label) : [];
  return labels.map((label, place) => ({
    key: label,
    title: [label],
    cell: rows.map((row) => line(row.querySelector("th").textContent.trim(), row.querySelectorAll("td")[place])),
    facts: factsOf(page, rows[0].querySelectorAll("td")[place]),
  }));
}

function line(name, cell) {
  const told = document.createElement("p");
  told.append(...[...cell.childNodes].map((node) => document.importNode(node, true)), small(name));
  return told;
}

function small(...parts) {
  const element = document.createElement("small");
  element.append(...parts.map((part) => (typeof part === "string" ? part : document.importNode(part, true))));
  return element;
}

function factsOf(page, cell) {
  const id = cell?.querySelector("[data-figure]")?.dataset.figure;
  return id ? page.getElementById(id) : null;
}
