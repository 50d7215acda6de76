// The place of a reader: a fragment that names a heading, or a view such as #view:groups=CN,US&scale=log.

const VIEW = "#view:";

function readView(hash) {
  return hash.startsWith(VIEW) ? Object.fromEntries(new URLSearchParams(hash.slice(VIEW.length))) : {};
}

function viewHash(view) {
  const told = Object.entries(view).filter(([, value]) => value !== "" && value !== undefined);
  return told.length ? VIEW + new URLSearchParams(told) : "";
}

function keepView(view) {
  const hash = viewHash(view);
  // Every click would otherwise be a step back for the reader.
  history.replaceState(history.state, "", hash || location.pathname + location.search);
  document.dispatchEvent(new Event("view"));
}

function languageLink(link) {
  const address = link.getAttribute("href");
  const keep = () => link.setAttribute("href", address + location.hash);
  addEventListener("hashchange", keep);
  document.addEventListener("view", keep);
  keep();
}
