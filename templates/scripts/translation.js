// A sentence and its translation, marked together while the pointer or a tap is on one of them.

let lit = [];
const sentencesOf = (passage) => passage.dataset.for.split(" ");
const passages = lazy(() => new Map(all(document, "[data-for]").flatMap((passage) => sentencesOf(passage).map((id) => [id, passage]))));

function light({ target }) {
  const half = target.closest?.(".s, [data-for]");
  if (lit.includes(half)) return;
  for (const one of lit) one?.classList.remove("lit");
  const passage = half?.dataset.for ? half : passages().get(half?.id);
  lit = passage ? [passage, ...sentencesOf(passage).map(byId)] : [];
  for (const one of lit) one?.classList.add("lit");
}

on(document, "pointerover", light);
