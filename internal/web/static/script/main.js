// Brings a page alive: every element with data-module="name" is given to attach() of ./name.js. A page is whole
// without any of it. Modules write text with textContent and build elements with createElement, never markup.

export function enliven(root) {
	return Promise.all([...root.querySelectorAll("[data-module]:not([data-alive])")].map(async (element) => {
		element.dataset.alive = "soon";
		try {
			const module = await import(`./${element.dataset.module}.js`);
			await module.attach(element);
			element.dataset.alive = "yes";
		} catch (fault) {
			delete element.dataset.alive;
			console.error(`${element.dataset.module}: ${fault}`);
		}
	}));
}

document.documentElement.dataset.script = "yes";
enliven(document);
