"use strict";
// The reading guide, what each number says, the sources and the files that went in.
function showAbout() {
  const dialog = document.getElementById("about"), text = words();
  const sources = indicators.map(indicator => html("section", {},
    html("h4", { text: `${local(indicator.name)} (${local(indicator.unit)})` }),
    html("p", { text: local(indicator.says) }),
    html("p", {}, html("b", { text: text.saysNot + ": " }), local(indicator.saysNot)),
    ...indicator.caveats.map(caveat => html("p", { class: "hint", text: local(caveat) })),
    html("p", { class: "hint", text: `${text.source}: ${[...new Set(indicator.maps.flatMap(map => map.sources))].join("; ")}` })));
  dialog.replaceChildren(
    // Read from the top: without this the button at the end has the focus, and is scrolled to.
    html("h2", { id: "about-title", tabindex: -1, autofocus: "", text: text.guideTitle }),
    html("ul", {}, ...text.guideLines.map(line => html("li", { text: line }))),
    ...(content.study.purpose ? [html("p", {}, html("b", { text: text.purpose + ": " }), content.study.purpose)] : []),
    ...(content.study.validity ? [html("p", { text: local(content.study.validity) })] : []),
    html("h3", { text: text.sources }), ...sources,
    html("h3", { text: text.inputs }),
    html("div", { class: "scroll" }, html("table", { class: "inputs" },
      html("thead", {}, html("tr", {}, ...[text.role, text.file, text.sha].map(title => html("th", { scope: "col", text: title })))),
      html("tbody", {}, ...content.inputs.map(input => html("tr", {},
        html("td", { text: input.role }), html("td", { text: input.name }), html("td", { class: "code", text: input.sha256 ?? (input.hmac_sha256 ? `HMAC ${input.hmac_sha256}` : text.untold) })))))),
    html("p", { class: "buttons" }, html("button", { type: "button", text: text.close, onclick: () => dialog.close() })));
  dialog.setAttribute("aria-labelledby", `${dialog.id}-title`);
  dialog.showModal();
}
