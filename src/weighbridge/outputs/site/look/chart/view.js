// A view is what a reader chose: {groups, scale, twin, choice}, each as text, as it stands in the address of the page.

function groupsOf(view, told) {
  const wanted = new Set((view.groups ?? "").split(",").filter(Boolean).map(decoded));
  const found = told.groups.filter((group) => wanted.has(group.id)).slice(0, told.most);
  return found.length ? found : told.groups.slice(0, told.shown);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // an address that somebody cut off
  }
}

// Groups as text; nothing where they are those that the picture shows anyway.
function groupsText(ids, told) {
  const own = told.groups.slice(0, told.shown).map((group) => group.id);
  const same = ids.length === own.length && own.every((id) => ids.includes(id));
  return same ? "" : ids.map(encodeURIComponent).join(",");
}

function plain(view) {
  return Object.values(view).every((value) => !value);
}

// What stands under a name that came with an address; every object has more than it holds, such as a constructor.
function entryOf(held, name) {
  return Object.hasOwn(held, name) ? held[name] : undefined;
}
