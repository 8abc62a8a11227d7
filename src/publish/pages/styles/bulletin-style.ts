/** The bulletin: a printed page on the screen, and a clean A4 sheet on paper. */
export const BULLETIN_STYLE = `
:root{color-scheme:light dark;--paper:#efece5;--sheet:#fff;--ink:#1a1815;--soft:#5a544b;--line:#cfc8ba;--accent:#8c2f1b}
@media screen and (prefers-color-scheme:dark){:root{--paper:#111;--sheet:#1c1b19;--ink:#ece7de;--soft:#b0a89b;--line:#45403a;--accent:#f2a488}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.05rem/1.6 "Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif","Noto Naskh Arabic",Amiri,Georgia,serif;overflow-wrap:anywhere}
body>*{max-width:50rem;margin-inline:auto;background:var(--sheet);padding-inline:clamp(1.1rem,6vw,4.5rem)}
header{padding-block:clamp(1.5rem,5vw,3.5rem) 1.25rem;text-align:center}
h1{margin:0;font-size:clamp(1.6rem,1.1rem + 2.4vw,2.5rem);line-height:1.15;letter-spacing:.02em;text-wrap:balance}
header p{margin:.5rem 0 0;color:var(--soft)}
.names{font-variant-caps:all-small-caps;font-size:1.2rem;letter-spacing:.08em}
nav{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;justify-content:center;margin-block-start:1rem;font-size:.95rem}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid currentColor;outline-offset:2px}
main{padding-block-end:2rem}
.date{margin:0;padding-block:.6rem;border-block:3px double var(--line);text-align:center;font-size:1.15rem;font-variant-numeric:tabular-nums}
article{padding-block:1.9rem;border-block-end:1px solid var(--line)}
article h2{margin:0;font-size:1.3rem;line-height:1.35;letter-spacing:.02em}
.printed,.outlet{margin:.35rem 0 0}
article[dir=rtl] .printed{text-align:end}
.outlet{font-weight:700}
.text p{margin:.7rem 0 0}
.text~p{margin:.9rem 0 0;word-break:break-all;font-size:.95rem}
.all{list-style:none;padding:0;display:grid;gap:.5rem}
.all a{font-variant-numeric:tabular-nums;margin-inline-end:.6rem}.all span{color:var(--soft)}
footer{padding-block:1.25rem 2.5rem;font-size:.9rem;color:var(--soft)}footer p{margin:0}
@page{size:A4;margin:18mm 20mm}
@media print{:root{--paper:#fff;--sheet:#fff;--ink:#000;--soft:#333;--line:#999;--accent:#000}
body{font-size:11pt;line-height:1.45}body>*{max-width:none;padding-inline:0}header{padding-block:0 6mm}nav{display:none}
a{color:#000;text-decoration:none}h2,.printed,.outlet{break-after:avoid}p{orphans:3;widows:3}.text~p{break-before:avoid}}
`
