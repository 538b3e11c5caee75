// Put into every page before its own scripts: whatever the pane files as an operation is written down a second time, in the same moment, where the
// pane does not look. What a reload or a crash makes of the pane's own entries can then be held against it.

(() => {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function kept(key, value) {
    const operation = /:operation:([^:]+)$/.exec(key);
    if (operation && this.getItem(`journal:${operation[1]}`) === null) setItem.call(this, `journal:${operation[1]}`, value);
    setItem.call(this, key, value);
  };
  const entries = (pattern) => Object.entries(localStorage).filter(([key]) => pattern.test(key)).map(([, value]) => JSON.parse(value));
  window.journal = {
    filed: () => entries(/^journal:/),
    waiting: () => entries(/:operation:/),
    drafts: () => [...entries(/:draft:/), ...entries(/:comment:/).map((text) => ({ text, comment: true }))],
  };
})();
