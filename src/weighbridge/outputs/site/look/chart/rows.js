// Rows for the marks of a chart, as the pictures drawn ahead of time have them, from the groups that a reader chose.

function clamped(figure, [bottom, top]) {
  return figure === null ? null : Math.min(Math.max(figure, bottom), top);
}

// Ends of the interval; one that is open reaches the end of the axis.
function band(low, high, scale) {
  if ((low === null) !== (high === null)) [low, high] = [low ?? scale.domain[0], high ?? scale.domain[1]];
  return scale.log ? { low: clamped(low, scale.domain), high: clamped(high, scale.domain) } : { low, high };
}

// Ends of the range over choices as far as the axis reaches; none where it is the interval's own.
function range(low, high, least, most, { domain }) {
  if ((least === null && most === null) || (least === low && most === high)) return { least: null, most: null };
  return { least: clamped(least ?? domain[0], domain), most: clamped(most ?? domain[1], domain) };
}

function drawable(value, scale) {
  return scale.log && value !== null && value < scale.domain[0] ? null : value;
}

function figures([, value, low, high, least, most], scale) {
  return { value: drawable(value, scale), ...band(low, high, scale), ...range(low, high, least, most, scale) };
}

function lastOf(group) {
  return group.stretches.at(-1).at(-1);
}

// What a row of a stretch has and neither of its neighbours would be a line or an area without length.
const LONE = { lone_value: "value", lone_band: "low", lone_range: "least" };

function withLone(rows) {
  const has = (row, key) => row !== undefined && row[key] !== null;
  return rows.map((row, i) => ({ ...row, ...Object.fromEntries(Object.entries(LONE)
    .filter(([, key]) => has(row, key) && !has(rows[i - 1], key) && !has(rows[i + 1], key))
    .map(([name]) => [name, true])) }));
}

// Each stretch ends with a row that has no figure, for no line joins it to the next.
function lineRows(group, place, days, scale) {
  return group.stretches.flatMap((stretch) => [...withLone(stretch.map((point) => ({
    day: days[point[0]][0], group: String(place), ...figures(point, scale), last: point === lastOf(group),
  }))), { day: days[stretch.at(-1)[0]][0], group: String(place) }]);
}

// Both ends of the ranges, of each group one after the other, broken where its line is.
function edgeRows(lines) {
  return ["least", "most"].flatMap((end) => lines.map(({ day, group, [end]: edge = null }) => ({ day, group, edge })));
}

// Lines in grey stay inside the picture, and break where they leave it.
function greyRows(group, place, days, scale) {
  const kept = [];
  for (const row of lineRows(group, place, days, scale)) {
    const inside = "value" in row && row.value !== null && row.value >= scale.domain[0] && row.value <= scale.domain[1];
    if (inside) kept.push(row);
    else if (kept.length && "value" in kept.at(-1)) kept.push({ day: row.day, group: row.group });
  }
  return kept;
}

function middle([, value, low, high]) {
  const ends = known([low, high]);
  return value ?? ends.reduce((sum, end) => sum + end, 0) / ends.length;
}

// Positions near `wanted`, at least `apart` from one another and inside [low, high] where they all fit.
function spread(wanted, apart, low, high) {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const placed = wanted.map(() => 0);
  let edge = low - apart;
  for (const i of order) { placed[i] = Math.max(wanted[i], edge + apart); edge = placed[i]; }
  edge = high + apart;
  for (const i of order.reverse()) { placed[i] = Math.min(placed[i], edge - apart); edge = placed[i]; }
  return placed;
}

function labelRows(groups, size, scale) {
  const { height } = size.spec;
  const apart = Math.min(size.label, height / groups.length);
  const wanted = groups.map((group) => scale.share(clamped(middle(lastOf(group)), scale.domain)) * height);
  const placed = spread(wanted, apart, apart / 2, height - apart / 4);
  return groups.map((group, i) => ({
    group: String(i), value: scale.figure(placed[i] / height), name: group.cut[size.cut], figure: group.figure,
  }));
}

function dotRows(groups, size, scale) {
  return groups.map((group, i) => ({
    place: i, group: String(i), ...figures(lastOf(group), scale), name: group.cut[size.cut], figure: group.figure,
  }));
}

// What stood under the defaults, beside what stands under another choice.
function defaultRows(groups, held, scale) {
  const values = new Map((held?.groups ?? []).map((group) => [group.id, lastOf(group)[1]]));
  return groups.map((group, i) => ({ place: i, value: drawable(values.get(group.id) ?? null, scale) }));
}

// The same over time, in the places of the groups that are shown: values, or both bounds where there is none.
function defaultLines(groups, held, scale) {
  const own = new Map(held.groups.map((group) => [group.id, group]));
  return groups.flatMap(({ id }, place) => (own.has(id) ? boundLines(own.get(id), place, held.days, scale) : []));
}

function boundLines(group, place, days, scale) {
  const end = (of) => ({ ...group, stretches: group.stretches.map((stretch) => stretch.map(of)) });
  const [low, high] = [2, 3].map((at) => end((point) => [point[0], point[1] ?? point[at], null, null, null, null]));
  const bounded = group.stretches.flat().some(([, value]) => value === null);
  return (bounded ? [low, high] : [low]).flatMap((one) => greyRows(one, place, days, scale));
}

// Who led when, by the places of the groups that are shown; of another's days nothing is said.
function leadRows(rows, every, shown) {
  const places = new Map(shown.map((group, place) => [every.indexOf(group), String(place)]));
  return rows.flatMap((row) => {
    const group = row.group === "" ? "" : places.get(Number(row.group));
    return group === undefined ? [] : [{ ...row, group }];
  });
}
