// Fetches a page of ours and gives back parts of it as elements. The browser's own parser reads it as a document in
// which nothing runs, so no markup is ever made from strings (the pages' policy forbids that).

/**
 * @param {string} address of a page of ours
 * @returns {Promise<Document>} rejected with words for the reader if there is no such page
 */
export function page(address) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.timeout = 30000;
    request.onload = () => {
      if (request.status < 400 && request.response) return done(request.response);
      const words = request.response?.querySelector("main h1")?.textContent;
      failed(new Error(words || `The page could not be loaded (${request.status}).`));
    };
    request.onerror = request.ontimeout = () => failed(new Error("The program does not answer. Is it still running?"));
    request.send();
  });
}

/** Says something to people who do not see the screen, and to those who do. */
export function say(words) {
  let box = document.getElementById("said");
  if (!box) {
    box = document.createElement("div");
    box.id = "said";
    box.className = "said-aloud";
    box.setAttribute("role", "status");
    document.body.append(box);
  }
  box.textContent = words;
}

/**
 * Replaces an element by the one that matches the same selector in another page.
 * @returns {Element|null} the new element, already brought alive
 */
export async function replace(selector, address) {
  const old = document.querySelector(selector);
  const found = (await page(address)).querySelector(selector);
  if (!old || !found) return null;
  const fresh = document.adoptNode(found);
  old.replaceWith(fresh);
  const { enliven } = await import("./main.js");
  await enliven(fresh.parentNode);
  return fresh;
}
