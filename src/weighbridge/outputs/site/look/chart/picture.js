// From the courses of groups and a reader's view to a specification, and to where its points stand in it.

function time(day) {
  return Date.parse(`${day}T00:00:00Z`);
}

// Days that the axis reaches: those of all rows, as the engine would find them.
function span(rows) {
  const days = Object.values(rows).flat().flatMap(({ day, until, at }) => [day, until, at]).filter(Boolean).map(time);
  return [Math.min(...days), Math.max(...days)];
}

// `course`: the groups in question; `shown`: those of them in colour; `held`: the course under the defaults beside it.
function pictureOf({ course, shown, held, size: drawn, rules, palette, log, bare, away }) {
  const points = shown.flatMap((group) => group.stretches.flat());
  const over = course.periods > 1;
  const scale = scaleOf([...points, ...reached(held, shown, over)], rules, log);
  const size = over ? drawn : lower(drawn, shown.length);
  const rows = { ...size.spec.datasets, ...(over ? timeRows : periodRows)({ course, shown, held, size, scale, bare, away }) };
  const days = over ? span(rows) : null;
  const colours = painted(shown, palette);
  const spec = dressed(size.spec, rows, { scale, colours });
  return { spec, places: placesOf({ course, shown, size, scale, days, over }) };
}

// What the axis is to reach under the defaults: the figures of the groups that are shown.
function reached(held, shown, over) {
  const same = held ? held.groups.filter((group) => shown.some(({ id }) => id === group.id)) : [];
  const figures = ([day, value, low, high]) => (value === null ? [day, null, low, high, null, null] : [day, value, null, null, null, null]);
  return over ? same.flatMap((group) => group.stretches.flat()).map(figures) : same.map(lastOf);
}

// Of one period, a picture is as high as its groups need.
function lower(size, count) {
  return { ...size, spec: { ...size.spec, height: size.dot * count + Math.floor(size.dot / 2) } };
}

// `bare`: nobody is known to have led; `away`: the list of events beside the chart is that of another race.
function timeRows({ course, shown, held, size, scale, bare, away }) {
  const rest = course.groups.filter((group) => !shown.includes(group));
  const leads = size.spec.datasets.leads ?? [];
  const lines = shown.flatMap((group, i) => lineRows(group, i, course.days, scale));
  return {
    lines,
    edges: edgeRows(lines),
    grey: rest.flatMap((group, i) => greyRows(group, i, course.days, scale)),
    labels: labelRows(shown, size, scale),
    ...(held ? { default: defaultLines(shown, held, scale) } : {}),
    leads: bare ? [] : leadRows(leads, course.groups, shown),
    ...(away ? { events: [] } : {}),
  };
}

function periodRows({ shown, held, size, scale }) {
  return { lines: dotRows(shown, size, scale), default: defaultRows(shown, held, scale) };
}

// The specification with its rows, and with its scales set to them; everything else is as it was drawn.
function dressed(spec, rows, set) {
  const made = structuredClone(spec);
  made.datasets = rows;
  // A layer without rows would have an axis without ends.
  made.layer = made.layer.filter((layer) => rows[layer.data.name].length);
  for (const layer of made.layer) Object.values(layer.encoding).forEach((channel) => rescaled(channel, set));
  return made;
}

function rescaled(channel, { scale, colours }) {
  if (channel.field === "group" && channel.scale) {
    channel.scale = { domain: colours.map((_, place) => String(place)), range: colours };
  } else if (channel.type === "quantitative" && channel.scale) {
    channel.scale = scale.log ? { type: "log", domain: scale.domain, nice: false } : { ...channel.scale, domain: scale.domain };
    if (scale.log && channel.axis) channel.axis = { ...channel.axis, values: marksOf(scale.domain) };
    // "500m" would be read as millions.
    if (["~s", "~g"].includes(channel.axis?.format)) channel.axis = { ...channel.axis, format: scale.domain[1] < 1 ? "~g" : "~s" };
  }
}

// Every point in colour in pixels of the plot, with what is read out of it.
function placesOf({ course, shown, size, scale, days, over }) {
  const { width, height } = size.spec;
  const row = height / shown.length;
  return shown.flatMap((group, place) => (over ? group.stretches.flat() : [lastOf(group)]).map((point) => {
    const share = scale.share(clamped(middle(point), scale.domain));
    const day = course.days[point[0]];
    const x = over ? ((time(day[0]) - days[0]) / (days[1] - days[0] || 1)) * width : share * width;
    return { place, name: group.name, day: day[1], said: point[6], x, y: over ? (1 - share) * height : (place + 0.5) * row };
  }));
}
