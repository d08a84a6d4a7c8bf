"use strict";
// With many gemeenten: all on one map, or a few that are chosen here beside each other. The list is one stop of
// the tab key, however many there are.
const chooser = { list: null, at: 0, typed: "", typedAt: 0 };

function setBeside(found) {
  state.beside = [...found].sort((a, b) => cityRank[a] - cityRank[b]);
  // With other gemeenten the areas that are held may no longer be there.
  const isThere = code => areaByCode.has(code) && isShown(areaByCode.get(code));
  if (state.area && !isThere(state.area)) state.area = "";
  state.pinned = state.pinned.filter(isThere);
}

function changeBeside(found) {
  setBeside(found);
  rebuild();
  document.getElementById("live").textContent = words().beside(state.beside.map(city => cities[city].name));
}

function toggleBeside(city) {
  if (state.beside.includes(city)) changeBeside(state.beside.filter(other => other !== city));
  else if (state.beside.length < MANY) changeBeside([...state.beside, city]);
  else {
    byId("notice").hidden = false;
    byId("notice").textContent = words().besideFull;
  }
}

function showChooser() {
  const fieldset = byId("cities");
  if (!chooser.list) {
    chooser.list = html("div", { id: "city-list", class: "city-list", role: "listbox", tabindex: 0, "aria-multiselectable": "true",
      "aria-labelledby": "cities-label", "aria-describedby": "cities-hint" },
    ...citiesByName.map((city, at) => html("div", { role: "option", id: `city-${at}`, text: cities[city].name })));
    chooser.list.addEventListener("keydown", walkCities);
    chooser.list.addEventListener("click", event => {
      const at = [...chooser.list.children].indexOf(event.target.closest("[role=option]"));
      if (at < 0) return;
      goToCity(at);
      toggleBeside(citiesByName[at]);
    });
    chooser.side = html("div", {});
    fieldset.classList.add("many");
    fieldset.append(chooser.list, chooser.side);
  }
  citiesByName.forEach((city, at) => {
    chooser.list.children[at].setAttribute("aria-selected", String(state.beside.includes(city)));
  });
  const held = document.activeElement?.closest(".chips") ? [...document.querySelectorAll(".chips button")].indexOf(document.activeElement) : -1;
  const chips = state.beside.map(city => html("li", {}, html("button", { type: "button", "aria-label": words().takeAway(cities[city].name),
    text: `${cities[city].name} ×`, onclick: () => toggleBeside(city) })));
  chooser.side.replaceChildren(html("p", { class: "hint", id: "cities-hint", text: words().besideHint }),
    html("ul", { class: "chips" }, html("li", {}, html("button", { type: "button", id: "whole", "aria-pressed": String(isWhole()),
      text: words().wholeButton, onclick: () => changeBeside([]) })), ...chips));
  if (held >= 0) [...chooser.side.querySelectorAll("button")].at(Math.min(held, chips.length)).focus();
  goToCity(chooser.at);
}

function goToCity(at) {
  const { children } = chooser.list;
  children[chooser.at].classList.remove("at");
  chooser.at = Math.max(0, Math.min(children.length - 1, at));
  const option = children[chooser.at];
  option.classList.add("at");
  chooser.list.setAttribute("aria-activedescendant", option.id);
  // Within the list alone: the page stays where it is.
  if (option.offsetTop < chooser.list.scrollTop + chooser.list.offsetTop) chooser.list.scrollTop = option.offsetTop - chooser.list.offsetTop;
  const beyond = option.offsetTop + option.offsetHeight - chooser.list.offsetTop - chooser.list.clientHeight;
  if (beyond > chooser.list.scrollTop) chooser.list.scrollTop = beyond;
}

function walkCities(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event, last = citiesByName.length - 1;
  const to = { ArrowDown: chooser.at + 1, ArrowUp: chooser.at - 1, Home: 0, End: last, PageDown: chooser.at + 5, PageUp: chooser.at - 5 }[key];
  if (to !== undefined) goToCity(to);
  else if (key === " " || key === "Enter") toggleBeside(citiesByName[chooser.at]);
  else if (key === "Escape") changeBeside([]);
  else if (key.length === 1) {
    // Letters typed within a second belong together.
    const now = event.timeStamp;
    chooser.typed = (now - chooser.typedAt < 1000 ? chooser.typed : "") + folded(key);
    chooser.typedAt = now;
    const names = citiesByName.map(city => folded(cities[city].name).replace(/^[^a-z0-9]+/, ""));
    const found = names.findIndex(name => name.startsWith(chooser.typed));
    if (found >= 0) goToCity(found);
  } else return;
  event.preventDefault();
}
