// The button of colours: from the system's to the other ones, to the same held fast, and back to the system's.

const night = matchMedia("(prefers-color-scheme: dark)");

function nextTheme(chosen, systemIsDark) {
  const [own, other] = systemIsDark ? ["dark", "light"] : ["light", "dark"];
  return { [other]: own, [own]: "system" }[chosen] ?? other;
}

function takeTheme(theme) {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Without storage the choice holds for this page.
  }
}

function themeButton(button) {
  const next = () => nextTheme(document.documentElement.dataset.theme, night.matches);
  const label = () => { button.textContent = button.dataset[next()]; };
  button.addEventListener("click", () => { takeTheme(next()); label(); });
  night.addEventListener("change", label);
  label();
  button.hidden = false;
}
