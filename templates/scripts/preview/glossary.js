// Search, add and edit entries. What is written is checked by the server before it is.
const form = document.querySelector("#entry");
const found = document.querySelector("#found");
let open = null;
let before = {};

const fields = () => Object.fromEntries([...form.elements].filter((field) => field.name).map((field) =>
  [field.name, field.hasAttribute("data-list") ? field.value.split("\n").filter((line) => line.trim()) : field.value]));

function fill(values) {
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = values[field.name] ?? "";
    field.value = Array.isArray(value) ? value.join("\n") : value;
  }
  for (const list of ["near", "faults", "uses"]) document.getElementById(list).replaceChildren();
  form.hidden = false;
  before = fields();
}

async function search() {
  const { count, terms } = await ask("/api/terms?q=" + encodeURIComponent(document.querySelector("#q").value));
  document.querySelector("#count").textContent = `${count} entries`;
  found.replaceChildren(...terms.map((term) => {
    const item = element("li", "");
    const button = element("button", `${term.term} ${term.pinyin} – ${term.short}`, { type: "button" });
    button.addEventListener("click", () => show(term.id));
    item.append(button);
    return item;
  }));
}

async function show(id) {
  const { fields: values, uses } = await ask("/api/terms/" + encodeURIComponent(id));
  open = id;
  fill(values);
  document.querySelector("#heading").textContent = id;
  document.querySelector("#uses").replaceChildren(...uses.map((use) =>
    element("li", `${use.seed} ¶ ${use.paragraph}: ${use.before}【${use.text}】${use.after}`)));
}

form.elements.term.addEventListener("change", async () => {
  if (open !== null) return;
  try {
    const proposed = await ask("/api/propose", { term: form.elements.term.value });
    for (const name of ["pinyin", "literal"]) if (!form.elements[name].value) form.elements[name].value = proposed[name];
    form.dataset.id = proposed.id;
    document.querySelector("#near").replaceChildren(...proposed.near.map((one) => element("li", `${one.term} ${one.why}`)));
  } catch (error) { say(error.message); }
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const now = fields();
  const changed = Object.fromEntries(Object.entries(now).filter(([name, value]) => String(value) !== String(before[name])));
  try {
    const id = open ?? form.dataset.id;
    const answer = open === null
      ? await ask("/api/add", { ...now, id, status: now.status || "draft" })
      : await ask("/api/edit/" + encodeURIComponent(id), changed);
    document.querySelector("#faults").replaceChildren(...answer.findings.map((fault) => element("li", `${fault.code} ${fault.message}`)));
    say(answer.findings.length ? "nothing was written" : answer.written.length ? `written ${answer.written.join(", ")}` : "nothing to change");
    if (!answer.findings.length) { await search(); await show(id); }
  } catch (error) { say(error.message); }
});

document.querySelector("#new").addEventListener("click", () => {
  open = null;
  document.querySelector("#heading").textContent = "New entry";
  fill({});
  form.elements.term.focus();
});
document.querySelector("#q").addEventListener("input", () => search().catch((error) => say(error.message)));
search().catch((error) => say(error.message));
