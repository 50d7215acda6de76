"use strict";
// Loaded before the first paint, so that no page flashes in colours that its reader did not choose.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // A browser may refuse storage: then the colours of the system stand.
}
// What a shared view is about to show has its room from the beginning: nothing jumps when it comes.
document.documentElement.classList.toggle("viewed", location.hash.startsWith("#view:"));
// A browser loads no module from disk: there charts stand still, and need no room for what would change them.
document.documentElement.classList.toggle("still", location.protocol === "file:");
