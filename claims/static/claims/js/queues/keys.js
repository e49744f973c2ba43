/* The keys of a queue's page: n takes the next claim, j and k go from row to row, ? tells them.
   Everything they do can be done with a pointer too, and without this script. */

const rows = () => [...document.querySelectorAll(".queue-open")];

function move(step) {
    const links = rows();
    if (!links.length) {
        return;
    }
    const at = links.findIndex((link) => link === document.activeElement);
    const from = at === -1 && step < 0 ? links.length : at;
    const to = Math.min(Math.max(from + step, 0), links.length - 1);
    links[to].focus();
    links[to].closest(".queue-row").scrollIntoView({ block: "nearest" });
}

function tellKeys() {
    const keys = document.getElementById("queue-keys");
    keys.open = !keys.open;
    if (keys.open) {
        keys.querySelector("summary").focus();
    }
}

const deeds = {
    n: () => document.querySelector('form[data-key="n"]')?.requestSubmit(),
    j: () => move(1),
    k: () => move(-1),
    "?": tellKeys,
};

function isTyping(target) {
    return target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
}

function isAskedFor(event) {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isHeldDown = event.repeat && event.key === "n"; // one press takes one claim
    return isPlain && !isHeldDown && !isTyping(event.target);
}

document.addEventListener("keydown", (event) => {
    const deed = deeds[event.key];
    if (deed && isAskedFor(event)) {
        event.preventDefault();
        deed();
    }
});
