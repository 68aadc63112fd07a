// The looks of the widget, inside its shadow root: light or dark as the page around it is. `--accent` is the page's choice.

export const style = `
:host {
  --accent: #14507f;
  --surface: light-dark(#fff, #1a222b);
  --text: light-dark(#17212b, #e7ecf0);
  --muted: light-dark(#4a5865, #adb9c4);
  --line: light-dark(#d5dce3, #323e4a);
  --edge: light-dark(#6e7c89, #82909d);
  --tint: light-dark(#e3edf5, #203547);
  --warn: light-dark(#744600, #f3cd84);
  --warn-ground: light-dark(#fcf0d6, #352a14);
  --link: light-dark(#14507f, #93c5ee);
  all: initial;
  color-scheme: inherit;
  position: fixed;
  z-index: 2147483000;
  inset: auto 1rem 1rem auto;
  font: 16px/1.6 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  color: var(--text);
}
:host([position="left"]) { inset: auto auto 1rem 1rem; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, p, ul, ol, blockquote { margin: 0; padding: 0; }
button, textarea { font: inherit; color: inherit; }
button { min-height: 44px; min-width: 44px; cursor: pointer; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.open { display: block; margin-inline-start: auto; padding: .6rem 1.2rem; border: 2px solid #fff; border-radius: 2rem; background: var(--accent); color: #fff; font-weight: 600; box-shadow: 0 2px 12px rgb(0 0 0 / 30%); }
.panel { display: flex; flex-direction: column; width: min(26rem, calc(100vw - 2rem)); height: min(38rem, calc(100dvh - 2rem)); overflow: hidden; border: 1px solid var(--line); border-radius: .9rem; background: var(--surface); box-shadow: 0 4px 24px rgb(0 0 0 / 30%); }
.head { display: flex; align-items: center; gap: .5rem; padding: .3rem .4rem .3rem 1rem; background: var(--accent); color: #fff; }
.head h2 { flex: 1; font-size: 1.05rem; line-height: 1.3; }
.head button { border: 0; background: none; color: #fff; }
.head :focus-visible { outline-color: #fff; outline-offset: -3px; }
.log { flex: 1; min-height: 0; padding: 1rem; overflow-y: auto; overscroll-behavior: contain; overflow-wrap: anywhere; }
.log > * + * { margin-top: 1rem; }
.question { width: fit-content; max-width: 90%; margin-inline-start: auto; padding: .5rem .8rem; border-radius: .8rem .8rem .2rem; background: var(--tint); white-space: pre-wrap; }
.text { white-space: pre-line; }
.html { white-space: normal; }
.html > * + * { margin-top: .6rem; }
.html ul, .html ol { padding-inline-start: 1.4em; }
.html h3, .html h4 { margin: 0; font-size: 1rem; }
.html code { white-space: pre-wrap; }
.html blockquote { white-space: normal; }
.table-frame { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9375rem; }
th, td { min-width: 4em; padding: .3rem .5rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
.status { display: inline-block; margin-bottom: .3rem; padding: 0 .5rem; border-radius: .3rem; background: var(--warn-ground); color: var(--warn); font-size: .875rem; font-weight: 600; }
.notice { margin-top: .6rem; padding: .5rem .7rem; border-radius: .3rem; background: var(--warn-ground); color: var(--warn); font-size: .9375rem; }
.sources { margin-top: .6rem; padding-inline-start: 0; list-style: none; font-size: .9375rem; }
.sources li { padding: .5rem 0; border-top: 1px solid var(--line); }
.place { font-weight: 600; }
.marker { color: var(--link); font-weight: 600; }
.text .marker { margin-inline-start: .1em; font-size: .85em; }
.about { color: var(--muted); font-size: .875rem; }
.over { color: var(--warn); }
blockquote { margin: .3rem 0; padding-inline-start: .7rem; border-inline-start: 3px solid #ffe082; white-space: pre-wrap; }
a { color: var(--link); }
.ask { display: flex; gap: .5rem; padding: .6rem .8rem .3rem; border-top: 1px solid var(--line); }
.ask textarea { flex: 1; min-width: 0; height: 44px; padding: .5rem .7rem; border: 1px solid var(--edge); border-radius: .6rem; background: none; resize: none; }
.ask button { padding: 0 1rem; border: 0; border-radius: .6rem; background: var(--accent); color: #fff; font-weight: 600; }
.foot { padding: 0 .8rem .6rem; color: var(--muted); font-size: .8125rem; line-height: 1.5; }
@media (max-width: 30rem) {
  :host([open]) { inset: 0; }
  :host([open]) .panel { width: 100%; height: 100dvh; border: 0; border-radius: 0; }
}
@media print { :host { display: none; } }
`;
