// Pieces of pages, fetched and put in their place. The server's markup is parsed as a document of its own, in which
// nothing runs, and moved from there.

/** The document at an address of this server; throws where there is none. */
export async function fetchDocument(address, options = {}) {
  const answer = await fetch(address, { credentials: "same-origin", ...options });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** The address with a parameter set. */
export function withParameter(address, name, value) {
  const url = new URL(address, location.href);
  url.searchParams.set(name, value);
  url.hash = "";
  return url;
}

/** Puts the elements with these ids from the other document in the place of those here. */
export function swap(other, ids) {
  for (const id of ids) {
    const [old, fresh] = [document.getElementById(id), other.getElementById(id)];
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
    else if (old) old.replaceChildren();
  }
}

/** Tells others on the page that something of it was put there anew. */
export function announce() {
  document.dispatchEvent(new CustomEvent("chronicler:swapped"));
}
