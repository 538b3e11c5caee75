// The pane's place on the page: the whole window below Streamlit's own bar, in the palette of the reader's theme.

const STYLE_ID = "quote-workbench-frame";

// Streamlit centres its pages and leaves wide margins; a pane that fills the window wants neither.
const FRAME = `
[data-testid="stMainBlockContainer"]:has([data-quote-workbench]) { max-width: none; padding: var(--header-height, 3.75rem) 0 0; }
[data-testid="stMain"]:has([data-quote-workbench]) { scrollbar-gutter: auto; }
[data-testid="stMainBlockContainer"]:has([data-quote-workbench]) > [data-testid="stVerticalBlock"] { gap: 0; }
`;

/** Makes room for the pane; gives a function that takes everything back. */
export function fit(host, pane) {
  host.dataset.quoteWorkbench = "";
  if (!document.getElementById(STYLE_ID)) {
    const style = document.createElement("style");
    style.id = STYLE_ID;
    style.textContent = FRAME;
    document.head.append(style);
  }
  const measure = () => {
    const scrolled = host.closest("[data-testid=stMain]")?.scrollTop ?? 0;
    const top = Math.max(0, host.getBoundingClientRect().top + scrolled);
    pane.style.setProperty("--top", `${Math.round(top)}px`);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(document.body);
  observer.observe(host.parentElement ?? host);
  measure();
  requestAnimationFrame(measure);
  return () => observer.disconnect();
}
