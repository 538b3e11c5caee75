// What the benchmarks put into a page before its own scripts: when something asked for was painted, counted from the key press that caused it.
//
// Two marks on the browser's own time line say where to look: `press` at the time stamp of the key press, `shown` in the animation frame that finds in
// the DOM what was asked for. The end of that frame, painted and committed, is read from the browser's trace (`browsing.py`); in the page nothing
// tells it, for Chromium puts every task off after a key press until a frame has reached the screen. `later` is when the first such task runs.

(() => {
  const PATIENCE = 60_000;
  const pane = () => {
    for (const element of document.querySelectorAll(".stBidiComponent *, [data-testid='stBidiComponentRegular'] *, div")) {
      if (element.shadowRoot?.querySelector(".pane")) return element.shadowRoot;
    }
    return null;
  };
  let root = null;
  const shadow = () => (root?.host.isConnected ? root : (root = pane()));
  const native = (selector) => document.querySelector(selector);

  const CHECKS = {
    unit: ({ heading, text }) => {
      const head = shadow()?.querySelector(".head .meta");
      return head?.textContent.includes(heading) && shadow().querySelector(".editor").textContent === text;
    },
    typed: ({ length }) => {
      const editor = shadow().querySelector(".editor");
      return editor.textContent.length === length && editor.querySelector("ins, del") !== null;
    },
    open: ({ quotes }) => {
      const element = shadow()?.querySelector(".pane");
      return element && element.style.visibility !== "hidden" && element.querySelector(".head h1") !== null
        && element.querySelectorAll(".row").length > 5 && element.querySelector(".count").textContent.includes(quotes);
    },
    nativeUnit: ({ heading, text }) => native("[data-testid='stHeading']")?.textContent.endsWith(heading)
      && native("[data-testid='stTextArea'] textarea")?.value === text,
    nativeTyped: ({ words }) => [...document.querySelectorAll("[data-testid='stMarkdownContainer'] .stMarkdownColoredText")]
      .some((element) => element.textContent.includes(words)),
    nativeOpen: ({ list }) => native("[data-testid='stTextArea'] textarea") !== null && document.querySelectorAll(list).length > 0
      && native("[data-testid='stApp']").dataset.testScriptState === "notRunning",
  };

  const afterPaint = (check, expected, begin, resolve, reject) => {
    const deadline = performance.now() + PATIENCE;
    const look = () => {
      if (performance.now() > deadline) return void reject(new Error(`${check} ${JSON.stringify(expected)} did not come`));
      if (!CHECKS[check](expected)) return void requestAnimationFrame(look);
      performance.mark("shown");
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now() - begin);
      channel.port2.postMessage(null);
    };
    requestAnimationFrame(look);
  };

  const presented = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "keydown") presented.push([entry.startTime, entry.duration]);
  }).observe({ type: "event", durationThreshold: 16 });

  window.probe = {
    /** Waits for `key`, then for what `check` asks for. */
    arm(key, check, expected) {
      this.result = new Promise((resolve, reject) => {
        const pressed = (event) => {
          if (event.key !== key) return;
          window.removeEventListener("keydown", pressed, true);
          performance.mark("press", { startTime: event.timeStamp });
          afterPaint(check, expected, event.timeStamp, resolve, reject);
        };
        window.addEventListener("keydown", pressed, true);
      });
    },
    /** Milliseconds from the start of the navigation. */
    opened: (check, expected) => new Promise((resolve, reject) => afterPaint(check, expected, 0, resolve, reject)),
    /** Keydown to the frame on the screen as the browser itself counts it, in steps of 8 ms; shorter than 16 ms are not listed. */
    presented: () => presented.splice(0).map(([, duration]) => duration),
    /** Lengths of all frames until `stop`. */
    frames() {
      const lengths = [];
      let last = performance.now();
      let going = true;
      const tick = (now) => {
        lengths.push(now - last);
        last = now;
        if (going) requestAnimationFrame(tick);
      };
      requestAnimationFrame((now) => { last = now; requestAnimationFrame(tick); });
      this.stop = () => { going = false; return lengths; };
    },
    shadow,
  };
})();
