// A colour for each group: its own while it is free, by the same turns as in the pictures drawn ahead of time.

function painted(groups, palette) {
  const taken = new Map();
  for (const group of [...groups].sort((a, b) => a.turn - b.turn)) {
    const order = palette.map((_, step) => (group.column + step) % palette.length);
    const held = new Set(taken.values());
    taken.set(group, order.find((place) => !held.has(place)) ?? group.column);
  }
  return groups.map((group) => palette[taken.get(group)]);
}
