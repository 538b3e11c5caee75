// The pane's style sheets. The pane fetches them itself, once, as often as it takes: a sheet that Streamlit loads is asked for at every mount, and
// where the connection breaks just then an error stands in the pane's place until the page is loaded anew.

const NAMES = ["base", "queue", "unit", "evidence", "marks", "pane"];
const TRY_AGAIN = 400;

let fetched = null;

/** Puts the sheets on the tree that `root` is in, now or as soon as they have come. */
export function dress(root) {
  fetched ??= Promise.all(NAMES.map(sheet));
  fetched.then((sheets) => {
    const tree = root.getRootNode();
    tree.adoptedStyleSheets = [...new Set([...tree.adoptedStyleSheets, ...sheets])];
  });
}

async function sheet(name) {
  const address = new URL(`${name}.css`, import.meta.url);
  for (;;) {
    const text = await fetch(address).then((answer) => (answer.ok ? answer.text() : null), () => null);
    if (text !== null) {
      const made = new CSSStyleSheet();
      made.replaceSync(text);
      return made;
    }
    await new Promise((resolve) => { setTimeout(resolve, TRY_AGAIN); });
  }
}
