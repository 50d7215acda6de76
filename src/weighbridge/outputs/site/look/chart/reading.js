// Reading a chart point by point: with a mouse, with a finger, with arrow keys, and aloud.

function readingOf(plot) {
  const make = (name, where) => {
    const element = document.createElement(name);
    element.className = where;
    plot.append(element);
    return element;
  };
  const found = { plot, dot: make("span", "dot"), told: make("div", "told"), aloud: make("p", "unseen"), at: null, places: [], size: null };
  found.aloud.setAttribute("aria-live", "polite");
  for (const part of [found.dot, found.told]) { part.hidden = true; part.setAttribute("aria-hidden", "true"); }
  return found;
}

// Pixels of the screen for one of the picture, and where the plot begins in it.
function frameOf(reading) {
  const svg = [...reading.plot.querySelectorAll("svg")].find((each) => each.getClientRects().length);
  const { padding, width } = reading.size.spec;
  const box = svg.getBoundingClientRect();
  const outer = reading.plot.getBoundingClientRect();
  const zoom = box.width / (padding.left + width + padding.right);
  return { zoom, left: box.left - outer.left + padding.left * zoom, top: box.top - outer.top + padding.top * zoom, outer };
}

function nearest(reading, event) {
  const { zoom, left, top, outer } = frameOf(reading);
  const [x, y] = [(event.clientX - outer.left - left) / zoom, (event.clientY - outer.top - top) / zoom];
  const far = (place) => Math.abs(place.x - x) * 3 + Math.abs(place.y - y); // the day is meant before the height
  let best = null;
  for (const place of reading.places) if (best === null || far(place) < far(best)) best = place;
  return best;
}

function point(reading, place, aloud = false) {
  reading.at = place;
  for (const part of [reading.dot, reading.told]) part.hidden = !place;
  if (!place) return;
  const { zoom, left, top, outer } = frameOf(reading);
  const [x, y] = [left + place.x * zoom, top + place.y * zoom];
  reading.told.replaceChildren(...[["b", place.name], ["span", place.said], ["span", place.day]].map(([name, text]) => {
    const line = document.createElement(name);
    line.textContent = text;
    return line;
  }));
  Object.assign(reading.dot.style, { left: `${x}px`, top: `${y}px` });
  const room = outer.width - reading.told.offsetWidth - 4;
  const above = y - reading.told.offsetHeight - 14;
  Object.assign(reading.told.style, { left: `${Math.max(Math.min(x + 12, room), 4)}px`, top: `${above < 0 ? y + 14 : above}px` });
  if (aloud) reading.aloud.textContent = `${place.name}, ${place.day}: ${place.said}`;
}

// Along time with left and right, from group to group with up and down.
function steer(reading, key) {
  const { places, at } = reading;
  if (key === "Escape" || !places.length) return point(reading, null);
  const own = places.filter(({ place }) => place === (at?.place ?? 0));
  const here = at ? own.indexOf(at) : own.length - 1;
  const along = { ArrowLeft: at ? here - 1 : here, ArrowRight: at ? here + 1 : here, Home: 0, End: own.length - 1 };
  if (key in along) return point(reading, own[Math.max(0, Math.min(along[key], own.length - 1))], true);
  return point(reading, besides(places, at ?? own[here], key === "ArrowDown" ? 1 : -1, !at), true);
}

function besides(places, at, step, first) {
  if (first) return at;
  const count = Math.max(...places.map(({ place }) => place)) + 1;
  const wanted = (at.place + step + count) % count;
  const other = places.filter(({ place }) => place === wanted);
  return other.reduce((best, each) => (Math.abs(each.x - at.x) < Math.abs(best.x - at.x) ? each : best));
}
