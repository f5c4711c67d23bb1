// The door through which JupyterLab loads this extension: a container of modules, in the form that webpack's module
// federation gives to one. Nothing here is compiled; the modules lie beside this file.
(() => {
  const place = document.currentScript.src;
  const plugins = ["pictures.js", "indent.js", "captions.js"];
  let shared;

  /** A package of JupyterLab itself, in the one version that runs. */
  async function packaged(name) {
    const [version] = Object.values(shared[name]);
    return (await version.get())();
  }

  (window._JUPYTERLAB ??= {}).lectern = {
    init(scope) {
      shared = scope;
    },
    async get() {
      const modules = await Promise.all(plugins.map((file) => import(new URL(file, place).href)));
      const found = await Promise.all(modules.map((module) => module.plugin(packaged)));
      return () => ({ __esModule: true, default: found });
    },
  };
})();
