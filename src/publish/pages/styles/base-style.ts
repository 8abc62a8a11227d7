/** Colours, letters and the frame that every page shares. */
export const BASE_STYLE = `
:root{color-scheme:light dark;--paper:#faf8f4;--sheet:#fff;--ink:#1f1c18;--soft:#5f584e;--line:#e3dccf;--fill:#f0ebe1;--accent:#8c2f1b;--accent-fill:#c9573a;--focus:#1d5fbf;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","Noto Serif","Noto Naskh Arabic","Amiri","Geeza Pro",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans Arabic",Roboto,Ubuntu,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#151412;--sheet:#1d1b19;--ink:#ece7de;--soft:#b0a89b;--line:#37332d;--fill:#2a2723;--accent:#f2a488;--accent-fill:#c9573a;--focus:#8ab8ff}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-block-start:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:anywhere}
h1,h2,h3,p,ul,ol,dl,dd,figure,table{margin:0}
ul,ol{padding:0;list-style:none}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
[hidden]{display:none!important}
.skip{position:absolute;inset-block-start:0;inset-inline-start:0;padding:.6rem 1rem;background:var(--sheet);color:var(--ink);transform:translateY(-120%);z-index:2}
.skip:focus{transform:none}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.frame{max-width:74rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
.masthead{border-block-end:1px solid var(--line);background:var(--sheet);border-block-start:6px solid var(--accent-fill)}
.masthead .frame{padding-block:clamp(1.25rem,3.5vw,2.5rem) 1rem}
.masthead h1{font:700 clamp(1.9rem,1.2rem + 3vw,3.2rem)/1.1 var(--serif);letter-spacing:-.015em;text-wrap:balance}
.masthead h1 a{color:inherit;text-decoration:none}
.masthead .about{margin-block-start:.5rem;max-width:46rem;color:var(--soft);font-size:1.05rem}
.masthead .facts{margin-block-start:.7rem;color:var(--soft);font-size:.9rem}
.bar{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;justify-content:space-between;margin-block-start:1.1rem;font-size:.92rem}
.bar ul{display:flex;flex-wrap:wrap;gap:.15rem 1.1rem}
.bar a{display:inline-block;padding-block:.3rem}
.bar [aria-current]{color:var(--ink);font-weight:650;text-decoration:none;border-block-end:2px solid var(--accent-fill)}
.foot{margin-block-start:4rem;border-block-start:1px solid var(--line);color:var(--soft);font-size:.88rem}
.foot .frame{padding-block:1.5rem 3rem;display:grid;gap:.5rem}
.foot p{max-width:60rem}
`
