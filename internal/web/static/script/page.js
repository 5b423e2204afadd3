// Pages of ours, fetched as documents in which nothing runs; parts of them are taken over as elements, so that no markup
// is ever made of strings (the pages' policy forbids that). And the few things that all modules do with elements.

/** Gets a page, as a document; with fields they are posted. Rejected with words for the reader, and the page that says so. */
export function get(address, fields) {
	return new Promise((done, failed) => {
		const request = new XMLHttpRequest();
		request.open(fields ? "POST" : "GET", address);
		request.responseType = "document";
		request.timeout = 30000;
		request.onload = () => {
			if (request.status < 400 && request.response) return done(request.response);
			const words = request.response?.querySelector("main h1")?.textContent;
			failed(Object.assign(new Error(words || `The page could not be loaded (${request.status}).`), { page: request.response }));
		};
		request.onerror = request.ontimeout = () => failed(new Error("The program does not answer. Is it still running?"));
		request.send(fields);
	});
}

/** Gets data. */
export async function data(address) {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
	return answer.json();
}

/** Puts the element of a page that matches a selector in the place of ours, and returns it. */
export function put(selector, page) {
	const fresh = document.adoptNode(page.querySelector(selector));
	document.querySelector(selector).replaceWith(fresh);
	return fresh;
}

/** This address, or another, with some parameters set, or without them where the value is empty; a list is set as many. */
export function address(changes, of = location.href) {
	const url = new URL(of, location.href);
	for (const [name, values] of Object.entries(changes)) {
		url.searchParams.delete(name);
		for (const value of [values].flat()) if (value) url.searchParams.append(name, value);
	}
	return url.pathname + url.search;
}

/** Writes where a view looks into the address, and into the links that take it with them. */
export function keep(changes) {
	history.replaceState(history.state, "", address(changes));
	for (const link of document.querySelectorAll("a[data-kept], .tabs a[aria-current]")) link.href = address(changes, link.href);
}

/** Whether a click is meant for this page: no new tab, no other button. */
export const plain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** Makes an element with properties and content. */
export function make(tag, properties = {}, ...inside) {
	const element = Object.assign(document.createElement(tag), properties);
	element.append(...inside);
	return element;
}

export const button = (words, onclick, more) => make("button", { type: "button", onclick, ...more }, words);
