"use strict";
(() => {
  // Texts come from AWS, where others chose them: every one goes into the page as text, never as markup.
  const SVG = "http://www.w3.org/2000/svg";
  const isNarrow = matchMedia("(max-width: 760px)").matches;
  const pageSize = isNarrow ? 40 : 50;
  const blockSize = 1000;

  const blocks = (name) => [...document.querySelectorAll(`script[data-block="${name}"]`)];
  const lists = JSON.parse(blocks("lists")[0].textContent);
  const detailBlocks = blocks("details");
  const list = document.querySelector(".list");
  if (list === null) {
    return;
  }

  // What a finding counts as: suppressed ones by themselves, whatever their status. The order is that of the filter and of urgency.
  const categories = [
    { key: "failed", name: "Failed", status: "Failed" },
    { key: "warning", name: "Warning", status: "Warning" },
    { key: "unknown", name: "Not available", status: "NotAvailable" },
    { key: "suppressed", name: "Suppressed", status: null },
    { key: "passed", name: "Passed", status: "Passed" },
  ];
  const suppressedCategory = 3;
  const categoryOfStatus = lists.statuses.map((status) => categories.findIndex((category) => category.status === status));
  const sections = [...new Set(lists.controls.map((control) => control.section))];
  const sectionOfControl = lists.controls.map((control) => sections.indexOf(control.section));
  const controlRank = ranks(lists.controls.map((control) => control.id), byNumber);
  const accountRank = ranks(lists.accounts, byText);
  const regionRank = ranks(lists.regions, byText);

  const rows = readRows();
  const count = rows.control.length;
  const all = Uint32Array.from({ length: count }, (_, index) => index);
  const searched = new Array(count);
  const opened = new Set();
  const shownDetails = new Map();

  const columns = [
    { key: "status", name: "Status", rank: () => rows.category },
    { key: "severity", name: "Severity", rank: () => rows.severity, heaviestFirst: true },
    { key: "control", name: "Control", rank: () => rows.control.map((control) => controlRank[control]) },
    { key: "resource", name: "Resource", rank: () => ranks(rows.resource, byText) },
    { key: "finding", name: "Finding", rank: () => ranks(rows.reason, byText) },
    { key: "account", name: "Account", rank: () => rows.account.map((account) => accountRank[account]), isHidden: lists.accounts.length < 2 },
    { key: "region", name: "Region", rank: () => rows.region.map((region) => regionRank[region]) },
  ].filter((column) => !column.isHidden);

  // The order in which somebody would take them on; it also decides between equals of every other order.
  const urgency = all.slice().sort((left, right) =>
    rows.category[left] - rows.category[right] || rows.severity[right] - rows.severity[left]
    || controlRank[rows.control[left]] - controlRank[rows.control[right]] || left - right);
  const urgencyRank = new Uint32Array(count);
  urgency.forEach((row, place) => { urgencyRank[row] = place; });

  const form = document.querySelector(".filters");
  const body = list.tBodies[0];
  const pager = document.querySelector(".pager");
  const sheet = document.querySelector(".sheet");
  let waiting;
  let drawn = [];
  const state = { control: null, sort: null, descending: false, order: urgency, matching: urgency, page: 0 };

  build();
  filter();
  document.querySelector(".findings").removeAttribute("aria-busy");
  document.documentElement.dataset.ready = "true";

  function readRows() {
    const columns = { control: [], category: [], status: [], severity: [], account: [], region: [], suppression: [], change: [], resource: [], resourceType: [], reason: [] };
    for (const element of blocks("rows")) {
      const block = JSON.parse(element.textContent);
      for (let index = 0; index < block.control.length; index++) {
        columns.control.push(block.control[index]);
        columns.status.push(block.status[index]);
        columns.category.push(block.suppression[index] >= 0 ? suppressedCategory : categoryOfStatus[block.status[index]]);
        columns.severity.push(block.severity[index]);
        columns.account.push(block.account[index]);
        columns.region.push(block.region[index]);
        columns.suppression.push(block.suppression[index]);
        columns.change.push(block.change[index]);
        columns.resource.push(block.texts[block.resource[index]]);
        columns.resourceType.push(block.texts[block.resourceType[index]]);
        columns.reason.push(block.texts[block.reason[index]]);
      }
      element.remove();
    }
    return columns;
  }

  function byText(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
  }

  function byNumber(left, right) {
    const [leftChapter, leftNumber] = left.split(".").map(Number);
    const [rightChapter, rightNumber] = right.split(".").map(Number);
    return leftChapter - rightChapter || leftNumber - rightNumber;
  }

  // The place of each text among all, so that rows are sorted by number; equal texts share one.
  function ranks(texts, compare) {
    const order = [...new Set(texts)].sort(compare);
    const places = new Map(order.map((text, place) => [text, place]));
    return texts.map((text) => places.get(text));
  }

  function build() {
    fill("section", sections);
    fill("account", lists.accounts.slice().sort(byText));
    fill("region", lists.regions.slice().sort(byText));
    form.elements.account.parentElement.hidden = lists.accounts.length < 2;
    const sort = form.elements.sort;
    sort.append(option("", "Urgency"), ...columns.map((column) => option(column.key, column.name)));

    const head = list.tHead.rows[0];
    head.append(header("open", null), ...columns.map((column) => header(column.key, column)));
    form.addEventListener("input", (event) => event.target.name === "text" ? later(filter) : undefined);
    form.addEventListener("change", (event) => {
      if (event.target === sort) {
        sortBy(sort.value || null, columns.find((column) => column.key === sort.value)?.heaviestFirst ?? false);
      } else {
        filter();
      }
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => {
      state.control = null;
      setTimeout(filter);
    });
    form.elements.control.addEventListener("click", () => choose("control", null));
    form.elements.direction.addEventListener("click", () => sortBy(state.sort, !state.descending));
    for (const button of document.querySelectorAll("button[data-filter]")) {
      button.addEventListener("click", () => {
        choose(button.dataset.filter, button.getAttribute("aria-pressed") === "true" ? null : button.dataset.value);
        document.getElementById("findings").scrollIntoView();
      });
    }
    body.addEventListener("click", (event) => {
      const row = event.target.closest("tr.finding");
      if (row !== null && (event.target.closest("button") !== null || getSelection().isCollapsed)) {
        toggle(Number(row.dataset.row), row);
      }
    });
    for (const button of pager.querySelectorAll("button")) {
      button.addEventListener("click", () => goTo({ first: 0, previous: state.page - 1, next: state.page + 1, last: pages() - 1 }[button.dataset.page]));
    }
    pager.querySelector("input").addEventListener("change", (event) => goTo(Number.parseInt(event.target.value, 10) - 1 || 0));
  }

  function fill(name, texts) {
    form.elements[name].append(...texts.map((text) => option(text, text)));
  }

  function option(value, text) {
    const element = make("option", null, text);
    element.value = value;
    return element;
  }

  function header(key, column) {
    const cell = make("th", `c-${key}`);
    cell.scope = "col";
    if (column === null) {
      cell.setAttribute("aria-label", "Details");
      return cell;
    }
    const button = make("button", null, column.name);
    button.type = "button";
    button.addEventListener("click", () => nextSort(column));
    cell.dataset.column = key;
    cell.append(button);
    return cell;
  }

  // First the useful direction, then the other, then back to urgency.
  function nextSort(column) {
    const first = column.heaviestFirst ?? false;
    if (state.sort !== column.key) {
      sortBy(column.key, first);
    } else if (state.descending === first) {
      sortBy(column.key, !first);
    } else {
      sortBy(null, false);
    }
  }

  function sortBy(key, descending) {
    state.sort = key;
    state.descending = descending;
    const column = columns.find((candidate) => candidate.key === key);
    if (column === undefined) {
      state.order = descending ? urgency.slice().reverse() : urgency;
    } else {
      const rank = column.ranks ??= column.rank();
      const sign = descending ? -1 : 1;
      state.order = all.slice().sort((left, right) => sign * (rank[left] - rank[right]) || urgencyRank[left] - urgencyRank[right]);
    }
    for (const cell of list.tHead.rows[0].cells) {
      if (cell.dataset.column === key && key !== null) {
        cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
      } else {
        cell.removeAttribute("aria-sort");
      }
    }
    form.elements.sort.value = key ?? "";
    form.elements.direction.setAttribute("aria-pressed", String(descending));
    filter();
  }

  function choose(name, value) {
    if (name === "severity") {
      for (const box of form.querySelectorAll("[name=severity]")) {
        box.checked = box.value === value;
      }
    } else if (name === "section") {
      form.elements.section.value = value ?? "";
    } else {
      state.control = value;
    }
    filter();
  }

  function chosen(name) {
    return [...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value);
  }

  // One pass: what matches everything is shown, what fails one filter alone counts among that filter's choices.
  function filter() {
    clearTimeout(waiting);
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter((word) => word.length > 0);
    const statuses = chosen("status").map(Number);
    const severities = chosen("severity").map((name) => lists.severities.indexOf(name));
    const section = form.elements.section.value === "" ? -1 : sections.indexOf(form.elements.section.value);
    const account = form.elements.account.value === "" ? -1 : lists.accounts.indexOf(form.elements.account.value);
    const region = form.elements.region.value === "" ? -1 : lists.regions.indexOf(form.elements.region.value);
    const control = state.control === null ? -1 : lists.controls.findIndex((candidate) => candidate.id === state.control);
    const ofStatus = new Array(categories.length).fill(0);
    const ofSeverity = new Array(lists.severities.length).fill(0);
    const matching = [];
    for (const row of state.order) {
      if ((section >= 0 && sectionOfControl[rows.control[row]] !== section) || (account >= 0 && rows.account[row] !== account)
        || (region >= 0 && rows.region[row] !== region) || (state.control !== null && rows.control[row] !== control) || !hasWords(row, words)) {
        continue;
      }
      const isOfStatus = statuses.length === 0 || statuses.includes(rows.category[row]);
      const isOfSeverity = severities.length === 0 || severities.includes(rows.severity[row]);
      ofStatus[rows.category[row]] += isOfSeverity ? 1 : 0;
      ofSeverity[rows.severity[row]] += isOfStatus ? 1 : 0;
      if (isOfStatus && isOfSeverity) {
        matching.push(row);
      }
    }
    state.matching = matching;
    state.page = 0;
    tell(ofStatus, ofSeverity);
    show();
  }

  function later(work) {
    clearTimeout(waiting);
    waiting = setTimeout(work, 120);
  }

  function hasWords(row, words) {
    if (words.length === 0) {
      return true;
    }
    const text = searched[row] ??= searchText(row);
    return words.every((word) => text.includes(word));
  }

  function searchText(row) {
    const control = lists.controls[rows.control[row]];
    const suppression = lists.suppressions[rows.suppression[row]];
    return [
      control.id, control.title, rows.resource[row], rows.resourceType[row], rows.reason[row], lists.accounts[rows.account[row]], lists.regions[rows.region[row]],
      suppression?.reason, suppression?.owner, lists.changes[rows.change[row]],
    ].join("\n").toLowerCase();
  }

  function tell(ofStatus, ofSeverity) {
    form.querySelectorAll("[name=status]").forEach((box, index) => { box.parentElement.querySelector("output").textContent = number(ofStatus[index]); });
    for (const box of form.querySelectorAll("[name=severity]")) {
      box.parentElement.querySelector("output").textContent = number(ofSeverity[lists.severities.indexOf(box.value)]);
    }
    form.elements.control.hidden = state.control === null;
    form.elements.control.textContent = `Control ${state.control} ✕`;
    form.elements.control.setAttribute("aria-label", `Show other controls than ${state.control} again`);
    const isFiltered = state.matching.length < count || state.control !== null;
    form.querySelector("[type=reset]").hidden = !isFiltered && chosen("status").length + chosen("severity").length === 0 && form.elements.text.value === "";
    const severities = chosen("severity");
    for (const button of document.querySelectorAll("button[data-filter]")) {
      const value = { control: state.control, section: form.elements.section.value, severity: severities.length === 1 ? severities[0] : null }[button.dataset.filter];
      button.setAttribute("aria-pressed", String(value === button.dataset.value));
    }
  }

  function pages() {
    return Math.max(1, Math.ceil(state.matching.length / pageSize));
  }

  function goTo(page) {
    state.page = Math.min(Math.max(page, 0), pages() - 1);
    show();
    sheet.scrollIntoView();
  }

  function show() {
    const from = state.page * pageSize;
    const to = Math.min(from + pageSize, state.matching.length);
    draw(state.matching.slice(from, to));
    document.querySelector(".none").hidden = state.matching.length > 0;
    list.hidden = state.matching.length === 0;
    const what = state.matching.length === count ? `${number(count)} ${count === 1 ? "finding" : "findings"}` : `${number(state.matching.length)} of ${number(count)} findings`;
    form.querySelector(".shown span").textContent = pages() === 1 ? what : `${what} · ${number(from + 1)} – ${number(to)} shown`;
    pager.hidden = pages() === 1;
    pager.querySelector("input").value = state.page + 1;
    pager.querySelector("input").max = pages();
    pager.querySelector(".of").textContent = `of ${number(pages())}`;
    pager.querySelector("[data-page=first]").disabled = pager.querySelector("[data-page=previous]").disabled = state.page === 0;
    pager.querySelector("[data-page=last]").disabled = pager.querySelector("[data-page=next]").disabled = state.page === pages() - 1;
  }

  // Most keys in the search field leave the first page as it is, and drawing it is what takes the time.
  function draw(page) {
    if (page.length !== drawn.length || page.some((row, place) => row !== drawn[place])) {
      body.replaceChildren(...page.flatMap((row) => opened.has(row) ? [line(row), detailLine(row)] : [line(row)]));
      drawn = page;
    }
  }

  function line(row) {
    const control = lists.controls[rows.control[row]];
    const element = make("tr", "finding");
    element.dataset.row = row;
    const cells = {
      status: [pill(row)],
      severity: [weight(lists.severities[rows.severity[row]])],
      control: [make("b", null, control.id)],
      resource: [isolated(shortName(rows.resource[row])), make("span", "sub", rows.resourceType[row])],
      finding: [reason(row), make("span", "sub", isNarrow ? `${control.id} ${control.title}` : control.title)],
      account: [make("span", null, lists.accounts[rows.account[row]])],
      region: [make("span", null, lists.regions[rows.region[row]])],
    };
    element.append(cell("open", [opener(row, control)]), ...columns.map((column) => cell(column.key, cells[column.key])));
    return element;
  }

  function cell(key, content) {
    const element = make("td", `c-${key}`);
    element.append(...content);
    return element;
  }

  function opener(row, control) {
    const button = make("button", "open");
    button.type = "button";
    button.setAttribute("aria-expanded", String(opened.has(row)));
    button.setAttribute("aria-label", `Details of ${control.id}, ${shortName(rows.resource[row])}`);
    button.append(icon("open"));
    return button;
  }

  function pill(row) {
    const category = categories[rows.category[row]];
    const element = make("span", `pill ${category.key}`);
    element.append(icon(category.key), category.name);
    if (rows.category[row] === suppressedCategory) {
      element.title = `${lists.statuses[rows.status[row]]}, and suppressed`;
    }
    return element;
  }

  function weight(severity) {
    const element = make("span", `weight ${severity.toLowerCase()}`);
    element.append(icon(severity.toLowerCase()), make("span", null, severity));
    return element;
  }

  function reason(row) {
    const element = make("span", "clamp", rows.reason[row]);
    const change = lists.changes[rows.change[row]];
    if (change !== undefined) {
      element.append(make("span", "badge", change));
    }
    return element;
  }

  // What tells one resource from others of its kind: an ARN without what the other columns say.
  function shortName(resource) {
    if (/^AWS::::Account:\d+$/.test(resource)) {
      return "account";
    }
    const parts = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/s.exec(resource);
    return parts === null ? resource : parts[1].replace(/^[\w-]+[/:](?=.)/, "");
  }

  function isolated(text) {
    return make("bdi", null, text);
  }

  function toggle(row, element) {
    const isOpen = opened.has(row);
    element.querySelector(".open").setAttribute("aria-expanded", String(!isOpen));
    if (isOpen) {
      opened.delete(row);
      element.nextElementSibling.remove();
    } else {
      opened.add(row);
      element.after(detailLine(row));
    }
  }

  function detailsOf(row) {
    const number = Math.floor(row / blockSize);
    if (!shownDetails.has(number)) {
      shownDetails.set(number, JSON.parse(detailBlocks[number].textContent));
    }
    const block = shownDetails.get(number);
    const place = row % blockSize;
    const text = (name) => block.texts[block[name][place]];
    const fact = (value) => Array.isArray(value) ? value.map((item) => block.texts[item]) : block.texts[value];
    return { text, notes: block.notes[place].map((note) => block.texts[note]), evidence: pairs(block.evidence[place], (name, value) => [block.texts[name], fact(value)]) };
  }

  function pairs(flat, make) {
    const result = [];
    for (let index = 0; index < flat.length; index += 2) {
      result.push(make(flat[index], flat[index + 1]));
    }
    return result;
  }

  function detailLine(row) {
    const details = detailsOf(row);
    const element = make("tr", "detail");
    const content = make("td");
    content.colSpan = columns.length + 1;
    const more = make("div", "more");
    const left = make("div");
    const right = make("div");
    const suppression = lists.suppressions[rows.suppression[row]];
    left.append(part("Reason", [make("p", null, rows.reason[row])]));
    if (suppression !== undefined) {
      left.append(accepted(row, suppression));
    }
    if (details.evidence.length > 0) {
      left.append(part("Evidence", [facts(details.evidence)]));
    }
    if (details.notes.length > 0) {
      left.append(part("Notes", [bullets(details.notes)]));
    }
    right.append(part("What to do", guidance(row, details)));
    right.append(part("About this finding", [facts(about(row, details))]));
    more.append(left, right);
    content.append(more);
    element.append(content);
    return element;
  }

  function accepted(row, suppression) {
    const element = part("Suppressed", [
      make("p", null, suppression.reason),
      facts([
        ["Status", lists.statuses[rows.status[row]]],
        ["Owner", suppression.owner ?? "not named"],
        ["Expires", suppression.expires],
        ["Rule", suppression.rule],
      ]),
    ]);
    element.className = "accepted";
    return element;
  }

  function guidance(row, details) {
    const content = [make("p", null, details.text("guidance"))];
    const repair = details.text("repairCommand");
    if (repair !== undefined) {
      const line = make("p", null, "Mended by ");
      line.append(make("code", null, repair));
      content.push(line);
    }
    const outcome = details.text("repair");
    if (outcome !== undefined) {
      content.push(make("p", null, outcome));
    }
    return content;
  }

  function about(row, details) {
    const control = lists.controls[rows.control[row]];
    return [
      ["Control", `${control.id} ${control.title}`],
      ["Section", control.section],
      ["Resource", rows.resource[row]],
      ["Type", rows.resourceType[row]],
      ["Account", lists.accounts[rows.account[row]]],
      ["Region", lists.regions[rows.region[row]]],
      ["Reason code", details.text("reasonCode")],
      ["Config rule", details.text("configRule")],
      ["Evidence read", details.text("observed")],
      ["First seen", details.text("firstSeen")],
    ].filter(([, value]) => value !== undefined);
  }

  function part(title, content) {
    const element = make("section");
    element.append(make("h4", null, title), ...content);
    return element;
  }

  function facts(named) {
    const element = make("dl", "facts-list");
    for (const [name, value] of named) {
      const definition = make("dd");
      definition.append(Array.isArray(value) ? several(value) : isolated(value));
      element.append(make("dt", null, name), definition);
    }
    return element;
  }

  function several(texts) {
    return texts.length === 0 ? "none" : texts.length === 1 ? isolated(texts[0]) : bullets(texts);
  }

  function bullets(texts) {
    const element = make("ul");
    element.append(...texts.map((text) => make("li", null, text)));
    return element;
  }

  function icon(name) {
    const element = document.createElementNS(SVG, "svg");
    element.setAttribute("class", "icon");
    element.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", `#i-${name}`);
    element.append(use);
    return element;
  }

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) {
      element.className = className;
    }
    if (text !== undefined) {
      element.textContent = text;
    }
    return element;
  }

  function number(value) {
    return value.toLocaleString("en-US");
  }
})();
