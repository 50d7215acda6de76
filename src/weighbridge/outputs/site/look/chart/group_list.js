// The list from which a reader chooses groups: the largest first, a field to find one, no more than can be told apart.

function groupList(tools, told, chosen) {
  const list = tools.querySelector(".groups ul");
  const ids = new Set(chosen.map((group) => group.id));
  list.replaceChildren(...told.groups.map((group) => groupLine(group, ids.has(group.id))));
  tools.querySelector(".groups input[type=search]").hidden = told.groups.length <= 12;
  limited(tools, told.most);
}

function groupLine(group, checked) {
  const [line, label, box] = ["li", "label", "input"].map((name) => document.createElement(name));
  Object.assign(box, { type: "checkbox", value: group.id, checked });
  label.append(box, " ", group.name);
  line.append(label);
  return line;
}

function boxes(tools) {
  return [...tools.querySelectorAll(".groups input[type=checkbox]")];
}

// At the limit no further box can be set, and the last one that is set cannot be cleared.
function limited(tools, most) {
  const all = boxes(tools);
  const count = all.filter((box) => box.checked).length;
  for (const box of all) box.disabled = box.checked ? count === 1 : count >= most;
  const status = tools.querySelector(".groups [role=status]");
  status.textContent = count >= most ? status.dataset.most.replace("{n}", most) : "";
}

function filtered(tools, text) {
  const part = text.trim().toLowerCase();
  for (const box of boxes(tools)) {
    const line = box.closest("li");
    line.hidden = !line.textContent.toLowerCase().includes(part) && !box.checked;
  }
}
