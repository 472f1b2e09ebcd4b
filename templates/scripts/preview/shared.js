// What all pages of the preview share: asking the server, and knowing of a new build.
const base = document.body.dataset.base;
const say = (text) => { document.querySelector(".said").textContent = text; };

async function ask(path, given) {
  const options = given === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given) };
  const response = await fetch(base + path, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.hint ? `${answer.error} (${answer.hint})` : answer.error);
  return answer;
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function reloadOnBuild(reload) {
  let known = null;
  setInterval(async () => {
    try {
      const { stamp, said } = await ask("/api/stamp");
      if (known !== null && stamp !== known) reload();
      known = stamp;
      say(said.join("\n"));
    } catch { say("the server does not answer"); }
  }, 1000);
}
