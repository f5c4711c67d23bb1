// Captions of figures and tables, as script and site print them: below the output, numbered through the notebook, and
// reached by the links of the text. They stand in the metadata, {"lectern": {"caption": "…", "label": "fig-runge"}}, of
// an output or of the cell for the first thing that it shows.

const KINDS = { "fig-": "Figure", "tab-": "Table" };
const PICTURES = ["image/svg+xml", "image/png", "image/jpeg", "application/pdf"];
// Words of a link that ask for a number.
const ASKING = ["figure", "table", "figures", "tables", "fig."];
const CLASS = "lectern-caption";

/** What an output or its cell wishes to be called: one for each output with a caption or a label. */
export function wishes(outputs, metadata) {
  const shown = outputs.filter(({ data, metadata: own }) => data && !own?.lectern?.claim);
  return shown.flatMap((output, place) => {
    const wish = output.metadata?.lectern ?? (place === 0 ? metadata.lectern : undefined);
    if (!wish?.caption && !wish?.label) return [];
    const label = wish.label ?? "";
    const kind =
      KINDS[label.slice(0, 4)] ?? (PICTURES.some((type) => type in output.data) ? KINDS["fig-"] : KINDS["tab-"]);
    return [{ kind, label, caption: wish.caption ?? "" }];
  });
}

/** The sentences that a cell has tested, as links name them. */
export function claims(outputs) {
  return outputs.map(({ metadata }) => metadata?.lectern?.claim?.id).filter(Boolean).map((id) => `claim-${id}`);
}

/** Gives each kind its own numbers, in the order of the notebook. */
export function numbered(cells) {
  const counts = {};
  return cells.map((found) =>
    found.map((wish) => {
      counts[wish.kind] = (counts[wish.kind] ?? 0) + 1;
      return { ...wish, number: counts[wish.kind] };
    }),
  );
}

export async function plugin(packaged) {
  const { INotebookTracker } = await packaged("@jupyterlab/notebook");
  const { MessageLoop } = await packaged("@lumino/messaging");
  const { Widget } = await packaged("@lumino/widgets");

  /** Markdown and formulas, drawn by JupyterLab itself. */
  function words(rendermime, text) {
    const drawn = rendermime.createRenderer("text/markdown");
    drawn.renderModel(rendermime.createModel({ data: { "text/markdown": text } }));
    return drawn;
  }

  class Captions {
    constructor(panel) {
      this.notebook = panel.content;
      this.rendermime = this.notebook.rendermime;
      this.drawn = new Map();
      this.observer = new MutationObserver(() => this.soon());
      this.observer.observe(this.notebook.node, { childList: true, subtree: true });
      panel.disposed.connect(() => this.observer.disconnect());
      this.soon();
    }

    /** Many changes come together; one look at the notebook answers them all. */
    soon() {
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        if (!this.notebook.isDisposed) this.update();
      }, 100);
    }

    update() {
      const cells = this.notebook.widgets;
      const outputs = cells.map(({ model }) => (model.type === "code" ? model.outputs.toJSON() : []));
      const found = numbered(cells.map(({ model }, place) => wishes(outputs[place], model.metadata ?? {})));
      cells.forEach((cell, place) => this.below(cell, found[place], claims(outputs[place])));
      const names = Object.fromEntries(found.flat().map(({ label, kind, number }) => [label, `${kind} ${number}`]));
      cells.forEach(({ model, node }) => {
        if (model.type === "markdown") this.refer(node, names);
      });
    }

    /** Writes what stands below the outputs of a cell, unless it stands there already: captions, and where links lead to. */
    below(cell, found, anchors) {
      const text = JSON.stringify([found, anchors]);
      const old = this.drawn.get(cell);
      const empty = found.length === 0 && anchors.length === 0;
      if (old ? old.text === text && (empty || old.host.isConnected) : empty) return;
      old?.widgets.forEach((widget) => widget.dispose());
      old?.host.remove();
      const host = document.createElement("div");
      this.drawn.set(cell, { text, host, widgets: [] });
      const place = cell.outputArea?.node.parentElement?.parentElement;
      if (empty || !place) return;
      place.append(host);
      for (const anchor of anchors) host.append(Object.assign(document.createElement("span"), { id: anchor }));
      this.drawn.get(cell).widgets = found.map(({ kind, label, number, caption }) => {
        const widget = words(this.rendermime, `**${kind} ${number}.** ${caption}`);
        widget.addClass(CLASS);
        if (label) widget.node.id = label;
        widget.node.style.cssText = "padding: 0 8px 8px calc(var(--jp-cell-prompt-width) + 13px); font-size: 0.92em";
        MessageLoop.sendMessage(widget, Widget.Msg.BeforeAttach);
        host.append(widget.node);
        MessageLoop.sendMessage(widget, Widget.Msg.AfterAttach);
        return widget;
      });
    }

    /** Puts the number behind links whose words are no more than the kind of what they lead to. */
    refer(node, names) {
      for (const link of node.querySelectorAll('a[href^="#fig-"], a[href^="#tab-"]')) {
        const name = names[link.getAttribute("href").slice(1)];
        const plain = link.dataset.lecternWords ?? link.textContent;
        const full = name && ASKING.includes(plain.trim().toLowerCase()) ? `${plain}\u00a0${name.split(" ")[1]}` : plain;
        link.dataset.lecternWords = plain;
        if (link.textContent !== full) link.textContent = full;
      }
    }
  }

  return {
    id: "lectern:captions",
    description: "Shows the captions of figures and tables, numbered, and lets the text refer to them.",
    autoStart: true,
    requires: [INotebookTracker],
    activate(app, tracker) {
      tracker.widgetAdded.connect((_, panel) => {
        panel.context.ready.then(() => panel.revealed).then(() => new Captions(panel));
      });
    },
  };
}
