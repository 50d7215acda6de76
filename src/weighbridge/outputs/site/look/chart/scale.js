// How far the axis of figures reaches, and where on it a figure stands. A point is [day, value, low, high, least, most, said].

const MOST_TIMES = 1e5; // between the ends of a logarithmic axis: what is smaller lies below the picture
const LOG_ROOM = 1.15;

function known(figures) {
  return figures.filter((figure) => figure !== null);
}

function linearReach(points, rules) {
  const figures = known(points.flatMap(([, value, low, high]) => [value, low, high]));
  const ends = known(points.flatMap(([, , , , least, most]) => [least, most]));
  let [highest, lowest] = figures.length ? [Math.max(...figures), Math.min(...figures)] : [0, 0];
  const room = (rules.ranges - 1) * (rules.zero ? highest : highest - lowest);
  const [up, down] = ends.length ? [Math.max(...ends), Math.min(...ends)] : [highest, lowest];
  [highest, lowest] = [
    Math.max(highest, Math.min(up, highest + room)), Math.min(lowest, Math.max(down, lowest - room)),
  ];
  if (!rules.zero) {
    const more = (highest - lowest || 1) * (rules.headroom - 1);
    return [lowest - more, highest + more];
  }
  const top = Math.max(highest * rules.headroom, 1e-9);
  return [Math.min(lowest * rules.headroom, 0), rules.whole ? Math.min(top, 1) : top];
}

function logReach(points, rules) {
  const figures = known(points.flatMap(([, value, low, high]) => [value, low, high])).filter((figure) => figure > 0);
  const top = figures.length ? Math.max(...figures) * LOG_ROOM : 1;
  const bottom = Math.max((figures.length ? Math.min(...figures) : 0.1) / LOG_ROOM, top / MOST_TIMES);
  return [bottom, rules.whole ? Math.min(top, 1) : top];
}

function scaleOf(points, rules, log) {
  const domain = (log ? logReach : linearReach)(points, rules);
  const bend = log ? Math.log : (figure) => figure;
  const [from, to] = domain.map(bend);
  const share = (figure) => (bend(figure) - from) / (to - from);
  const figure = (part) => (log ? Math.exp(from + part * (to - from)) : from + part * (to - from));
  return { log, domain, share, figure };
}

// Marks of a logarithmic axis: every power of ten; where those are few, some or all of their multiples.
function marksOf([bottom, top]) {
  const powers = Array.from({ length: 40 }, (_, i) => 10 ** (i - 20));
  const inside = (steps) => powers.flatMap((power) => steps.map((step) => step * power))
    .filter((figure) => figure >= bottom * 0.999 && figure <= top * 1.001);
  return [[1], [1, 2, 5]].map(inside).find((marks) => marks.length > 3) ?? inside([1, 2, 3, 4, 5, 6, 7, 8, 9]);
}
