// A page that lists: its filters, how many fit, what fits, and the way to the pages beside it. All it shows is in its address.

import { queryString } from "../addresses.js";
import { list } from "../api.js";
import { element } from "../elements.js";
import { say } from "../language.js";
import { exportLinks } from "./export-links.js";
import { filterForm } from "./filters.js";
import { placeInList, readQuery } from "./page-query.js";
import { failed, loading } from "./trouble.js";

/** What an address may say of order and place, for lists that the API sorts and cuts into pages. */
export const SORTED_PAGES = ["sort", "order", "offset"];

export class ListPage {
  #about;
  #filters;
  #count = element("p", { class: "count", role: "status", tabindex: "-1" });
  #files = element("div");
  #results = element("div", { class: "results" });
  #turn = 0;
  #shown = null;

  /**
   * Lists what the API has at `path` inside `main`. `heading` and `intro` are strings; `filters` are those of filterForm; `arranged`
   * names what the API knows of order and place (others it refuses); `isNoFile` is set for lists that are not saved; `order` is the order where the reader chooses none; `show(body, query, sortBy)` gives the elements of what was found.
   */
  constructor(main, about) {
    this.#about = about;
    this.#filters = filterForm(about.filters, (values) => {
      const { sort, order } = this.#query;
      this.#go({ ...values, sort, order });
    });
    main.append(
      element("h1", { say: about.heading }),
      element("p", { class: "explained", say: about.intro }),
      this.#filters.form,
      element("div", { class: "list-head" }, this.#count, this.#files),
      this.#results,
    );
    addEventListener("popstate", () => {
      // A jump within the page, as the skip link makes, is told the same way.
      if (location.search !== this.#shown) this.#render();
    });
    this.#render();
  }

  get #query() {
    return readQuery(location.search, [...this.#about.filters.map(({ name }) => name), ...this.#about.arranged]);
  }

  async #go(values) {
    history.pushState(null, "", queryString(values) || location.pathname);
    await this.#render();
  }

  async #render() {
    const turn = (this.#turn += 1);
    const query = this.#query;
    this.#shown = location.search;
    this.#filters.fill(query);
    this.#results.setAttribute("aria-busy", "true");
    const wait = setTimeout(() => {
      // A later turn may have filled the list by now.
      if (turn === this.#turn) this.#results.replaceChildren(loading());
    }, 300);
    try {
      const asked = { ...this.#about.order, ...query };
      const body = await list(this.#about.path, asked);
      const shown = await this.#about.show(body, asked, (order) => this.#sortBy(order));
      if (turn === this.#turn) this.#fill(body, asked, shown);
    } catch (failure) {
      if (turn === this.#turn) this.#fail(failure);
    } finally {
      clearTimeout(wait);
      if (turn === this.#turn) this.#results.removeAttribute("aria-busy");
    }
  }

  async #sortBy(order) {
    const { offset: _, ...others } = this.#query;
    await this.#go({ ...others, ...order });
    this.#results.querySelector(`[data-sort="${order.sort}"] button`)?.focus();
  }

  #fill(body, query, shown) {
    const items = body.items ?? body.documents;
    const page = { total: items.length, limit: items.length, offset: 0, ...body, items };
    const { first, last, previous, next } = placeInList(page);
    say(this.#count, items.length && page.total > items.length ? "countShown" : "countAll", { total: page.total, first, last });
    const { offset: _, limit: __, ...whole } = query;
    this.#files.replaceChildren(page.total && !this.#about.isNoFile ? exportLinks(this.#about.path, whole) : "");
    if (!items.length) {
      this.#results.replaceChildren(page.total ? this.#pastEnd() : this.#nothing());
      return;
    }
    this.#results.replaceChildren(...[shown].flat().filter(Boolean));
    if (previous !== null || next !== null) this.#results.append(this.#pager(previous, next));
  }

  #nothing() {
    return element("div", { class: "nothing" }, element("p", { say: "nothingFits" }), element("p", {}, this.#link({}, "clearFilters")));
  }

  #pastEnd() {
    const first = this.#link({ ...this.#query, offset: "" }, "firstPage");
    return element("div", { class: "nothing" }, element("p", { say: "pastEnd" }), element("p", {}, first));
  }

  #fail(failure) {
    this.#count.textContent = "";
    delete this.#count.dataset.say;
    this.#files.replaceChildren();
    const box = failed(failure, () => this.#render());
    // What is asked for cannot be had: without filters there is a list again.
    if ([404, 422].includes(failure.status)) box.append(element("p", {}, this.#link({}, "clearFilters")));
    this.#results.replaceChildren(box);
  }

  #pager(previous, next) {
    const link = (offset, key) => offset !== null && this.#link({ ...this.#query, offset: offset || "" }, key);
    return element("nav", { class: "pager", sayLabel: "pagerLabel" }, link(previous, "previousPage"), link(next, "nextPage"));
  }

  #link(values, key) {
    const anchor = element("a", { href: queryString(values) || location.pathname.split("/").pop(), say: key });
    anchor.addEventListener("click", (event) => this.#follow(event, values));
    return anchor;
  }

  /** A plain click shows the page here; with a key held the browser opens it elsewhere, as it does any link. */
  async #follow(event, values) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    await this.#go(values);
    this.#count.focus({ preventScroll: true });
    this.#count.scrollIntoView({ block: "center" });
  }
}
