/** The stories, the filters beside them, and the plots. */
export const STORY_STYLE = `
.desk{display:grid;gap:1.5rem 4rem;padding-block-start:1.75rem}
@media (min-width:62rem){.desk{grid-template-columns:minmax(0,1fr) 19rem;grid-template-rows:auto 1fr}
.desk main{grid-column:1;grid-row:1/3}.desk .finder{grid-column:2}.desk .plots{grid-column:2}
.desk:has(.finder[hidden]) .plots{grid-row:1/3}}
.desk main{min-width:0;max-width:46rem}
.day+.day{margin-block-start:2.75rem}
.day>h2{display:flex;gap:.75rem;align-items:baseline;font:650 .95rem/1.4 var(--sans);color:var(--soft);padding-block-end:.45rem;border-block-end:2px solid var(--ink)}
.day>h2 span{margin-inline-start:auto;font-weight:400;font-size:.85rem}
.story{padding-block:1.4rem;border-block-end:1px solid var(--line)}
.story h3{font:650 clamp(1.2rem,1.1rem + .5vw,1.42rem)/1.28 var(--serif);text-wrap:pretty}
.story h3 a{color:var(--ink);text-decoration:none}
.story h3 a:hover,.story h3 a:focus-visible{text-decoration:underline;text-decoration-color:var(--accent-fill);text-decoration-thickness:.09em}
.story:lang(ar),.story :lang(ar),.story :lang(fa),.story :lang(ckb),.story :lang(ur){line-height:1.7}
.story h3:lang(ar),.story h3:lang(fa),.story h3:lang(ckb),.story h3:lang(ur){line-height:1.5}
.credit{margin-block-start:.4rem;font-size:.95rem;font-weight:600}
.credit time{font-weight:400;color:var(--soft);white-space:nowrap}
.marks{display:flex;flex-wrap:wrap;gap:.35rem;margin-block-start:.5rem}
.marks li{font-size:.78rem;line-height:1.5;padding:.05rem .6rem;border-radius:1rem;background:var(--fill);color:var(--soft)}
.marks .voice-state,.marks .voice-party{background:none;box-shadow:inset 0 0 0 1px var(--accent-fill);color:var(--accent)}
.text{margin-block-start:.65rem;display:grid;gap:.55rem;font-family:var(--serif);font-size:1.06rem;line-height:1.6}
.text :is(ul,ol){padding-inline-start:1.3em;list-style:revert}
.text :is(blockquote,figure){margin:0;padding-inline-start:1em;border-inline-start:3px solid var(--line)}
.text table{display:block;overflow-x:auto;border-collapse:collapse}.text :is(td,th){padding:.2em .6em;border:1px solid var(--line)}
.also,.licence,.source{margin-block-start:.55rem;font-size:.9rem;color:var(--soft)}
.source a{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.92em;word-break:break-all}
.story[dir=rtl] .source{text-align:start}
.story details{margin-block-start:.55rem;font-size:.9rem;color:var(--soft)}
summary{cursor:pointer;width:fit-content;padding-block:.1rem}
.story details ul{margin-block:.4rem .2rem;display:grid;gap:.2rem;padding-inline-start:1.1rem;list-style:disc}
.weight{font-variant-numeric:tabular-nums;opacity:.9}
.nothing{padding:2rem 1.25rem;border:1px dashed var(--line);border-radius:.5rem;color:var(--soft)}
.finder{align-self:start}
.panel{background:var(--sheet);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.1rem 1.1rem}
.panel h2{font:650 1rem/1.3 var(--sans)}
.panel+.panel{margin-block-start:1.25rem}
.filters{display:grid;gap:.7rem;margin-block-start:.7rem;grid-template-columns:repeat(2,minmax(0,1fr))}
.filters p,.filters .wide{grid-column:1/-1}
.filters label{display:block;font-size:.82rem;color:var(--soft);margin-block-end:.2rem}
.filters :is(input,select,button){width:100%;min-height:2.6rem;padding:.4rem .6rem;font:inherit;font-size:.95rem;color:var(--ink);background:var(--paper);border:1px solid #8a8275;border-radius:.35rem}
.filters button{cursor:pointer;background:var(--fill);align-self:end}
.filters p{font-size:.88rem;color:var(--soft);min-height:1.4em}
@media (min-width:62rem){.filters{grid-template-columns:minmax(0,1fr)}}
.plots svg{display:block;width:100%;height:auto;margin-block:.7rem .2rem}
.plots rect{fill:var(--accent-fill)}
.plots .base{stroke:var(--line);stroke-width:1}
.ends{display:flex;justify-content:space-between;font-size:.8rem;color:var(--soft)}
.plots details{margin-block-start:.6rem;font-size:.88rem;color:var(--soft)}
.plots table{width:100%;border-collapse:collapse;margin-block-start:.4rem;font-variant-numeric:tabular-nums}
.plots :is(th,td){text-align:start;font-weight:400;padding:.15rem 0;border-block-end:1px solid var(--line)}
.plots :is(th,td):last-child{text-align:end}
.ranks{display:grid;gap:.5rem;margin-block-start:.7rem;font-size:.88rem}
.ranks li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 .6rem}
.ranks svg{grid-column:1/-1;height:.4rem;margin:.15rem 0 0}
.ranks span:last-of-type{font-variant-numeric:tabular-nums;color:var(--soft)}
@media print{.bar,.finder,.plots,.skip,.story details{display:none}.masthead{border-block-start:0}.desk{display:block}.story{break-inside:avoid}body{background:#fff;color:#000}}
`
