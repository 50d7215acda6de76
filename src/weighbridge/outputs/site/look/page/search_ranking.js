// What a search finds and in which order. An entry is [name, kind, path, ...other names].

const HAN = /\p{Script=Han}/u;

function folded(text) {
  // Case, accents and what parts words in names are no difference: DeepSeek-V3 is deepseek v3.
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[\s\-_./:·]+/g, " ").trim();
}

function terms(query) {
  return query.split(" ").flatMap((word) => (HAN.test(word) ? [...word] : [word]));
}

// 0 the name itself, 1 its beginning, 2 the beginning of a word in it, 3 inside, 4 all parts somewhere, else none.
function nearness(name, query) {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  // A Chinese word may begin at any character.
  if (` ${name}`.includes(` ${query}`) || (HAN.test(query) && name.includes(query))) return 2;
  if (name.includes(query)) return 3;
  return terms(query).every((term) => name.includes(term)) ? 4 : Infinity;
}

function searchable(told) {
  const kinds = Object.keys(told.kinds);
  return told.entries.map(([name, kind, path, ...others]) => ({
    name, path, kind, says: told.kinds[kind], place: kinds.indexOf(kind), names: [name, ...others].map(folded),
  }));
}

function ranked(entries, text) {
  const query = folded(text);
  if (!query) return [];
  const found = [];
  for (const entry of entries) {
    const near = Math.min(...entry.names.map((name) => nearness(name, query)));
    if (near < Infinity) found.push({ entry, near });
  }
  const order = (a, b) => a.near - b.near || a.entry.place - b.entry.place || a.entry.name.length - b.entry.name.length;
  return found.sort(order).map(({ entry }) => entry);
}
