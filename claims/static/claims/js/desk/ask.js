// Asking the server: JSON there and back. An answer that is no success throws Refused.

export class Refused extends Error {
  // errors: field → messages, in words for people; "form" for what is about no one field.
  constructor(errors) {
    super(Object.values(errors).flat().join(" "));
    this.errors = errors;
  }
}

export async function ask(url, data, token) {
  let answer;
  try {
    answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify(data),
    });
  } catch {
    throw new Refused({ form: ["The server cannot be reached. Nothing is lost: try again."] });
  }
  let body = null;
  try {
    body = await answer.json();
  } catch {
    // Told below: what is no JSON is not from the desk.
  }
  if (answer.ok && body) return body;
  throw new Refused(body?.errors ?? { form: [inWords(answer.status)] });
}

function inWords(status) {
  if (status === 403) {
    return "The server did not take this page's token. Open the desk in another tab, sign in " +
      "there, and save here again.";
  }
  return `The server answered with an error (${status}). Nothing is lost: try again.`;
}
