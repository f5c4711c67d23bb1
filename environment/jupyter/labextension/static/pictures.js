// Vector figures. JupyterLab's own renderer neither makes them fit a narrow page nor says what they show, and hides them
// until the notebook is trusted. A browser runs nothing that stands in an SVG as long as it is shown as an image, so that
// this one may show them at once.

const TYPE = "image/svg+xml";
const NAMESPACE = "http://www.w3.org/2000/svg";

/** SVG that may stand alone: without its namespace a browser shows no image. */
export function complete(source) {
  return /<svg[^>]+xmlns\s*=/.test(source) ? source : source.replace("<svg", `<svg xmlns="${NAMESPACE}"`);
}

export async function plugin(packaged) {
  const { IRenderMimeRegistry } = await packaged("@jupyterlab/rendermime");
  const { Widget } = await packaged("@lumino/widgets");

  class Picture extends Widget {
    constructor() {
      super();
      this.addClass("jp-RenderedSVG");
    }

    async renderModel(model) {
      const image = new Image();
      image.alt = String(model.data["text/plain"] ?? "figure");
      if (!model.metadata[TYPE]?.unconfined) {
        image.style.maxWidth = "100%";
        image.style.height = "auto";
      }
      image.src = `data:${TYPE},${encodeURIComponent(complete(String(model.data[TYPE])))}`;
      this.node.replaceChildren(image);
      await image.decode().catch(() => {
        this.node.textContent = image.alt;
      });
    }
  }

  return {
    id: "lectern:pictures",
    description: "Shows vector figures that shrink with the page.",
    autoStart: true,
    requires: [IRenderMimeRegistry],
    activate(app, rendermime) {
      rendermime.addFactory({
        safe: true,
        mimeTypes: [TYPE],
        defaultRank: 80,
        createRenderer: () => new Picture(),
      });
    },
  };
}
