// The choice of contenders on the page of comparisons: loaded when somebody reaches for it, or comes with one made.

function chooser(element) {
  if (location.protocol === "file:") return;
  let opened;
  const open = () => {
    opened ??= import(new URL(compare, document.baseURI)).then((module) => module.open({
      chooser: element, index, ranked, combobox, readView, keepView, here: here(element),
    }));
    return opened;
  };
  element.addEventListener("focusin", open, { once: true });
  if (location.hash.startsWith(VIEW)) open();
  element.hidden = false;
}
