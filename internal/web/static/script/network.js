// The network comes alive: a group that is pointed at or focused lights up what ties it, arrow keys go from group to
// group, a click on a tie shows its statements beside the drawing, and a slider moves the day without a new page.

/** @param {HTMLElement} root */
export function attach(root) {
  const side = root.querySelector(".net-side");
  enliven(root);
  root.addEventListener("click", (event) => {
    const tie = event.target.closest("a.tie");
    if (!tie || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openSide(side, tie.getAttribute("href"), tie);
  });
  for (const type of ["pointerover", "focusin"]) root.addEventListener(type, (event) => light(event.target.closest("a.body, a.tie")));
  for (const type of ["pointerout", "focusout"]) root.addEventListener(type, () => light(null, root));
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !side.hidden) closeSide(side);
    const body = event.target.closest("a.body");
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!body || !step) return;
    event.preventDefault();
    focusBody(nearest(body, step));
  });
  slide(root);
}

// One group alone is reached by Tab; arrows lead on from it. Ties have their rows in the table, for those who cannot point.
function enliven(root) {
  for (const tie of root.querySelectorAll("a.tie")) {
    tie.setAttribute("tabindex", "-1");
    const reach = tie.querySelector(".line").cloneNode();
    reach.setAttribute("class", "reach");
    tie.append(reach);
  }
  root.querySelectorAll("a.body").forEach((body, i) => body.setAttribute("tabindex", i ? "-1" : "0"));
}

// light makes a group, its ties and who is at their other ends stand out; without one, nothing.
function light(one, root) {
  const svg = one ? one.ownerSVGElement : root?.querySelector("svg.network");
  if (!svg) return;
  for (const lit of svg.querySelectorAll(".lit")) lit.classList.remove("lit");
  svg.classList.toggle("dimmed", !!one);
  if (!one) return;
  const body = one.classList.contains("body");
  for (const tie of body ? svg.querySelectorAll("a.tie") : [one]) {
    const { a, b } = tie.dataset;
    if (body && a !== one.dataset.n && b !== one.dataset.n) continue;
    tie.classList.add("lit");
    for (const n of [a, b]) svg.querySelector(`a.body[data-n="${n}"]`).classList.add("lit");
  }
  one.classList.add("lit");
}

function centre(body) {
  const circle = body.querySelector("circle");
  return [circle.cx.baseVal.value, circle.cy.baseVal.value];
}

// nearest is the group that lies next in a direction: near, and rather ahead than beside.
function nearest(body, [dx, dy]) {
  const [x, y] = centre(body);
  let best = body, least = Infinity;
  for (const other of body.ownerSVGElement.querySelectorAll("a.body")) {
    const [ox, oy] = centre(other);
    const ahead = (ox - x) * dx + (oy - y) * dy;
    const beside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
    if (ahead > 0 && ahead + 2 * beside < least) [best, least] = [other, ahead + 2 * beside];
  }
  return best;
}

function focusBody(body) {
  for (const other of body.ownerSVGElement.querySelectorAll('a.body[tabindex="0"]')) other.setAttribute("tabindex", "-1");
  body.setAttribute("tabindex", "0");
  body.focus();
}

// fetchPage asks for a page of ours as a document: it is parsed by the browser, and nothing of it runs.
function fetchPage(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject(new Error(`status ${request.status}`)));
    request.onerror = () => reject(new Error("no answer"));
    request.send();
  });
}

async function openSide(side, address, from) {
  side.hidden = false;
  side.replaceChildren(said("p", "Loading the statements …"));
  try {
    const page = await fetchPage(address);
    const close = said("button", "Close");
    close.type = "button";
    close.addEventListener("click", () => closeSide(side));
    side.replaceChildren(close, ...document.importNode(page.getElementById("tie"), true).childNodes);
    const heading = side.querySelector("h1");
    heading.replaceWith(Object.assign(said("h2", heading.textContent), { tabIndex: -1 }));
    side.querySelector("h2").focus();
    side.returnTo = from;
  } catch (fault) {
    side.replaceChildren(said("p", `The statements could not be loaded (${fault.message}). `), Object.assign(said("a", "Open their page"), { href: address }));
  }
}

function closeSide(side) {
  side.hidden = true;
  side.replaceChildren();
  side.returnTo?.focus();
}

function said(name, words) {
  const element = document.createElement(name);
  element.textContent = words;
  return element;
}

// slide puts a slider over the days on which anything changes above the drawing.
async function slide(root) {
  const answer = await fetch(root.dataset.days);
  if (!answer.ok) return;
  const { days } = await answer.json();
  if (days.length < 2) return;
  const now = () => root.querySelector(".net-now");
  const range = Object.assign(document.createElement("input"), { type: "range", min: 0, max: days.length - 1 });
  range.setAttribute("aria-label", "Day");
  const output = document.createElement("output");
  const say = () => {
    output.textContent = days[range.value];
    range.setAttribute("aria-valuetext", days[range.value]);
  };
  const later = days.findIndex((day) => day > now().dataset.day);
  range.value = later < 0 ? days.length - 1 : Math.max(0, later - 1);
  say();
  let wait = 0;
  range.addEventListener("input", () => {
    say();
    clearTimeout(wait);
    wait = setTimeout(() => show(root, days[range.value]), 150);
  });
  const slider = said("div", "");
  slider.className = "net-slider";
  slider.append(said("span", days[0]), range, said("span", days.at(-1)), output);
  now().before(slider);
}

// show fetches the network of a day, and keeps the latest that was asked for.
async function show(root, day) {
  const address = new URL(location.href);
  address.searchParams.set("at", day);
  address.hash = "";
  root.dataset.wanted = day;
  const now = root.querySelector(".net-now");
  now.setAttribute("aria-busy", "true");
  try {
    const page = await fetchPage(address);
    if (root.dataset.wanted !== day) return;
    const next = document.importNode(page.querySelector(".net-now"), true);
    const left = now.querySelector(".scroll")?.scrollLeft ?? 0;
    now.replaceWith(next);
    const scroll = next.querySelector(".scroll");
    if (scroll) scroll.scrollLeft = left;
    enliven(root);
    history.replaceState(null, "", address);
    for (const link of document.querySelectorAll(".tabs a[aria-current]")) link.href = address.href;
  } catch (fault) {
    now.removeAttribute("aria-busy");
    console.error(`network: ${fault}`);
  }
}
