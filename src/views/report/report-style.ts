/** The style of the report: one column on a screen, A4 on paper. It travels inside the file. */
export const REPORT_STYLE = `
:root{--ink:#1b2730;--muted:#4b5963;--rule:#c8d0d5;--brand:#0b3a63;--panel:#f1f4f6}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:1rem/1.5 "Helvetica Neue",Arial,"Liberation Sans",sans-serif}
main,.top,.end{max-width:54rem;margin:0 auto;padding:0 1.25rem}
.top{padding-top:1.5rem;padding-bottom:1.5rem;border-bottom:4px solid var(--brand)}
.name{margin:0;font-weight:700;font-size:1.25rem;color:var(--brand)}
h1{margin:.25rem 0 0;font-size:2rem;line-height:1.2}
h2{margin:3rem 0 1rem;font-size:1.5rem;line-height:1.25}
h3{margin:2rem 0 .5rem;font-size:1.125rem}
p,ul,dl{margin:0 0 1rem;max-width:42rem}
li{overflow-wrap:anywhere}
a{color:#0b4f8a}
a:focus-visible,.hr-scroll:focus-visible{outline:3px solid #0b3a63;outline-offset:3px}
.lead{margin-top:2rem;font-size:1.5rem;line-height:1.35;font-weight:700}
.panel{margin:1.5rem 0;padding:1rem 1.25rem;background:var(--panel);border-left:5px solid var(--brand)}
.panel p:last-child{margin:0}
.quiet{color:var(--muted)}
figure{margin:1.5rem 0}
figcaption{margin-top:.5rem;color:var(--muted);font-size:.875rem}
svg.hr-picture{display:block;max-width:100%;height:auto}
.hr-scroll{overflow-x:auto;margin:1rem 0}
table{width:100%;border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:700;padding-bottom:.5rem}
th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
thead th{vertical-align:bottom;border-bottom:2px solid var(--ink)}
tbody th{font-weight:400}
.govuk-table__header--numeric,.govuk-table__cell--numeric{text-align:right;padding-right:.75rem;white-space:nowrap}
thead .govuk-table__header--numeric{white-space:normal}
.hr-middle{display:block;font-weight:700}
.hr-range{color:var(--muted);font-size:.875em}
.hr-key-list{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.hr-key-list__count{color:var(--muted)}
.hr-swatch{vertical-align:-.25em}
.hr-mark{display:inline-block;padding:0 .4em;border:1px solid;font-size:.875em;font-weight:700}
.hr-mark--green{color:#0b5c3b}.hr-mark--amber{color:#7a4a00}.hr-mark--red{color:#8c1c13}
.hr-marks{list-style:none;padding:0}
.govuk-summary-list__row{display:flex;gap:1rem;padding:.35rem 0;border-bottom:1px solid var(--rule)}
dt{flex:0 0 12rem;font-weight:700}
dd{margin:0}
.hr-break{overflow-wrap:anywhere}
.govuk-visually-hidden{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.end{margin-top:3rem;padding-top:1rem;padding-bottom:3rem;border-top:1px solid var(--rule);color:var(--muted);font-size:.875rem}
@media(max-width:40em){.lead{font-size:1.25rem}h1{font-size:1.5rem}.govuk-summary-list__row{display:block}}
@page{size:A4;margin:16mm 15mm 18mm}
@media print{
body{font-size:10pt}main,.top,.end{max-width:none;padding-left:0;padding-right:0}
.top{padding-top:0}h1{font-size:20pt}h2{font-size:14pt;margin-top:9mm;break-after:avoid}h3{break-after:avoid}
.lead{font-size:14pt}table{font-size:8.5pt}.small{font-size:8pt}.small table{font-size:7.5pt}.small th,.small td{padding-top:.15rem;padding-bottom:.15rem}figure,tr,.panel,.keep{break-inside:avoid}thead{display:table-header-group}
.hr-scroll{overflow:visible}a{color:inherit;text-decoration:none}.page{break-before:page;margin-top:0}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
@media(forced-colors:active){.hr-picture{forced-color-adjust:none;background:#fff}}
`.trim()
