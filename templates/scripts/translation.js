// A sentence and its translation, marked together while the pointer or a tap is on one of them.

const passages = [...document.querySelectorAll("[data-for]")];
const halves = new Map();
for (const passage of passages) {
  const pair = [passage, ...passage.dataset.for.split(" ").map(byId)].filter(Boolean);
  for (const half of pair) halves.set(half, pair);
}

function light(event) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const half = event.target.closest?.(".s, [data-for]");
  for (const one of halves.get(half) ?? []) one.classList.add("lit");
}

if (passages.length) {
  document.addEventListener("pointerover", light);
  document.addEventListener("click", light);
}
