/** Colours of charts and maps; each also differs by line, pattern or label, never by hue alone. */
export const PALETTE = {
  ink: '#1b2730',
  muted: '#4b5963',
  grid: '#dfe4e7',
  paper: '#ffffff',
  fanOuter: '#d3e3f0',
  fanMiddle: '#a3c6e2',
  fanInner: '#6fa5cf',
  fanLine: '#0b3a63',
  hatch: '#b4500f',
  hatchTint: '#fbeee2',
  dotted: '#5a4a78',
  dottedTint: '#f1eef6',
} as const

/** Typeface of pictures that stand alone. */
export const PICTURE_FONT = 'Helvetica Neue, Arial, Liberation Sans, sans-serif'
