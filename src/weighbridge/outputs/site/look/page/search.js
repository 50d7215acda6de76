// The search at the head of every page: its index comes with the first focus, from the folder of the language.

const indices = new Map();

function index(address) {
  // From a file a browser fetches nothing, and would say so in its console.
  if (location.protocol === "file:") return Promise.resolve(null);
  if (!indices.has(address)) {
    const asked = fetch(address).then((answer) => (answer.ok ? answer.json() : null)).then((told) => told && searchable(told));
    indices.set(address, asked.catch(() => { indices.delete(address); return null; }));
  }
  return indices.get(address);
}

function search(form) {
  const [input, list, status] = ["input", "ul", "[role=status]"].map((part) => form.querySelector(part));
  const folder = form.dataset.index.replace(/\/[^/]*$/, "");
  const all = () => location.assign(form.action);
  let refused = false;
  const find = async (text) => {
    const entries = await index(form.dataset.index);
    refused = entries === null;
    return refused ? [] : ranked(entries, text);
  };
  const pick = (entry) => location.assign(`${folder}/${entry.path}/index.html`);
  combobox({ input, list, status, find, pick, refused: () => { if (refused) all(); } });
  input.addEventListener("focus", () => index(form.dataset.index), { once: true });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
}
