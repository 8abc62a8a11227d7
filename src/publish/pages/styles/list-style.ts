/** The list of sources: a table, and on a phone a card for each. */
export const LIST_STYLE = `
.list{padding-block-start:1.75rem}
.list h2{font:650 1.5rem/1.25 var(--serif)}
.list table+h2{margin-block-start:2.5rem}.list>ul{display:grid;gap:.4rem;margin-block-start:.6rem}
.list>p{margin-block:.4rem 1rem}
.list table{width:100%;border-collapse:collapse;background:var(--sheet);border:1px solid var(--line);border-radius:.6rem;font-size:.93rem}
.list :is(th,td){text-align:start;vertical-align:top;padding:.6rem .8rem;overflow-wrap:break-word;border-block-end:1px solid var(--line)}
.list thead th{font-size:.8rem;font-weight:600;color:var(--soft);white-space:nowrap}
.list tbody th{font-weight:600;min-width:13rem}
.list tbody tr:last-child>*{border-block-end:0}
.list small{font-weight:400;font-size:.82em;margin-inline-start:.35em;white-space:nowrap}
.health{display:inline-block;padding-inline-start:1.05em;position:relative}
.health::before{content:"";position:absolute;inset-inline-start:0;inset-block-start:.45em;width:.62em;height:.62em;border-radius:50%;background:#3f8f5f}
.health.failing::before{background:#c0392b;border-radius:0;transform:rotate(45deg)}
.health.unread::before{background:none;box-shadow:inset 0 0 0 2px #8a8275}
.health.disabled::before{background:#8a8275;border-radius:0;height:.2em;inset-block-start:.7em}
@media (max-width:46rem){.list table,.list tbody{display:block;background:none;border:0}.list thead{display:none}
.list tr{display:grid;gap:.15rem .9rem;grid-template-columns:auto 1fr;background:var(--sheet);border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;margin-block-end:.8rem}
.list :is(tbody th,td){border:0;padding:0;min-width:0}.list tbody th{grid-column:1/-1;margin-block-end:.2rem}
.list td{display:contents}.list td::before{content:attr(data-label);color:var(--soft);font-size:.85rem}.list td:empty{display:none}}
`
