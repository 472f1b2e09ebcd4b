// A sentence and its translation, marked together while the pointer or a tap is on one of them.

let lit = [];

function light({ target }) {
  const half = target.closest?.(".s, [data-for]");
  if (lit.includes(half)) return;
  for (const one of lit) one?.classList.remove("lit");
  const passage = half?.id ? one(document, `[data-for~="${half.id}"]`) : half;
  lit = passage ? [passage, ...passage.dataset.for.split(" ").map(byId)] : [];
  for (const one of lit) one?.classList.add("lit");
}

on(document, "pointerover", light);
