// Gets a page of ours as a document of its own, in which nothing runs. Others take parts of it over: importNode copies
// elements, so that no text is ever read as markup here.

/**
 * @param {string} address
 * @returns {Promise<Document>} an error if there is no such page
 */
export function get(address) {
  return new Promise((done, failed) => {
    const asked = new XMLHttpRequest();
    asked.open("GET", address);
    asked.responseType = "document";
    asked.onload = () => (asked.status === 200 && asked.response ? done(asked.response) : failed(new Error(`${address}: ${asked.status}`)));
    asked.onerror = () => failed(new Error(`${address}: not reached`));
    asked.send();
  });
}

/** Whether a click on a link is meant for this page: no new tab, no other button. */
export function plain(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
