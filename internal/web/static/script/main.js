// Brings a page alive: every element with data-module="name" is given to attach() of ./name.js. A page is whole
// without any of it. Modules write text with textContent and build elements with createElement, never markup.

/** @param {ParentNode} root */
export async function enliven(root) {
  for (const element of root.querySelectorAll("[data-module]")) {
    if (element.dataset.alive) continue;
    element.dataset.alive = "yes";
    try {
      const module = await import(`./${element.dataset.module}.js`);
      module.attach(element);
    } catch (fault) {
      element.dataset.alive = "";
      console.error(`${element.dataset.module}: ${fault}`);
    }
  }
}

document.documentElement.dataset.script = "yes";
enliven(document);
