/** What the console has beside the published pages: forms, buttons, sparklines, verdicts. */
export const CONSOLE_STYLE = `
.console .masthead .frame{padding-block:1rem .6rem}
.console .masthead h1{font-size:clamp(1.4rem,1.1rem + 1.2vw,2rem)}
.console .masthead .facts{margin:0 0 .15rem;letter-spacing:.06em;text-transform:uppercase;font-size:.75rem}
.console .bar{margin-block-start:.6rem}
.console main{padding-block-end:4rem}
.console main h3{font:650 1.1rem/1.3 var(--sans);margin-block:1.75rem .6rem}
.console .notice{padding:.7rem 1rem;border-radius:.4rem;border-inline-start:.3rem solid #3f8f5f;background:var(--fill);margin-block:.8rem}
.console .notice.bad{border-inline-start-color:#c0392b}
.health.waiting::before,.health.silent::before{background:#b8860b}
.health.wrong::before,.health.gone::before{background:#c0392b;border-radius:0;transform:rotate(45deg)}
.console form p,.console .deeds{margin:0}
.console :is(input,select,button,.button){min-height:2.6rem;padding:.4rem .7rem;font:inherit;font-size:.95rem;color:var(--ink);background:var(--sheet);border:1px solid #8a8275;border-radius:.35rem;max-width:100%}
.console :is(button,.button){cursor:pointer;background:var(--fill);display:inline-flex;align-items:center;text-decoration:none}
.console :is(button,.button).main{background:var(--accent);border-color:var(--accent);color:var(--sheet);font-weight:650}
.console button.plain{min-height:0;padding:.3rem 0;border:0;background:none;color:var(--accent);text-decoration:underline;text-underline-offset:.18em}
.console label{display:block;font-size:.85rem;color:var(--soft);margin-block-end:.2rem}
.filters{display:flex;flex-wrap:wrap;gap:.6rem .9rem;align-items:end;margin-block:1rem}
.filters>*{min-width:0}.filters input[type=search]{width:min(22rem,100%)}
.fields{display:grid;gap:.9rem 1.2rem;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));margin-block:1rem}
.fields .wide{grid-column:1/-1}.fields :is(input,select){width:100%}
.fields small{display:block;color:var(--soft);margin-block-start:.2rem;white-space:normal!important;margin-inline-start:0!important}
.fields .fault{color:var(--accent);font-weight:600}
.fields [aria-invalid]{border:2px solid #c0392b}
.console .deeds{display:flex;flex-wrap:wrap;gap:.5rem .6rem;align-items:center}
.deeds form{display:inline}
.spark{display:inline-block;vertical-align:bottom;width:8.5rem;height:1.6rem;margin-inline-end:.45rem}
.console tbody th small{display:block;margin:.1rem 0 0;color:var(--soft)}
.console .deeds+table{margin-block-start:1rem}
.spark rect{fill:var(--accent-fill)}.spark path{stroke:var(--line);stroke-width:1;fill:none}
.count{font-variant-numeric:tabular-nums;color:var(--soft);font-size:.85rem}
.console .late{display:block;margin:.25rem 0 0;font-weight:400;color:var(--soft);font-size:.85rem;white-space:normal}
.console .verdicts{list-style:none;display:grid;gap:.9rem;margin-block-start:1rem}
.verdicts>li{background:var(--sheet);border:1px solid var(--line);border-inline-start:.3rem solid #8a8275;border-radius:.5rem;padding:.8rem 1rem}
.verdicts>.kept{border-inline-start-color:#3f8f5f}.verdicts>.doubtful{border-inline-start-color:#b8860b}
.verdicts .title{font:600 1.08rem/1.4 var(--serif);margin:0}.verdicts .title a{color:var(--ink)}
.verdicts .about{color:var(--soft);font-size:.88rem;margin:.2rem 0 .35rem}
.verdicts details{font-size:.9rem;color:var(--soft);margin-block:.3rem}
.verdicts details ul{display:grid;gap:.2rem;margin-block:.35rem;padding-inline-start:1.1rem;list-style:disc}
.verdicts summary{cursor:pointer;padding-block:.2rem}
.verdicts :is(button){min-height:2.2rem;padding:.2rem .8rem}
.console [aria-pressed=true]{background:var(--ink);color:var(--paper);border-color:var(--ink)}
.console .facts-list{display:flex;flex-wrap:wrap;gap:.3rem .5rem;margin-block:.5rem .8rem}
.more{margin-block:.8rem}
.console .latest{margin-block:0 1rem;font-size:.95rem}.latest a{color:var(--ink)}
.facts-list li{font-size:.85rem;padding:.1rem .7rem;border-radius:1rem;background:var(--fill);color:var(--soft)}
.console td form{display:inline}
@media (max-width:46rem){.console .list td>*{margin-block-end:.25rem}.filters>*{flex:1 1 100%}.filters :is(input,select,button){width:100%}}
@media (forced-colors:active){.spark rect{fill:CanvasText}}
`
