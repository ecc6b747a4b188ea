const inside = 'a[href], button:not(:disabled), input:not(:disabled), [tabindex]:not([tabindex="-1"])'
const start = '[role="listbox"], [aria-current="page"], [data-pane-start]:not(:disabled)'

/** Where the focus goes in a pane that has none yet: its list or its first control, else the pane itself. */
export const paneStart = (pane: HTMLElement): HTMLElement =>
  pane.querySelector<HTMLElement>(start) ?? pane.querySelector<HTMLElement>(inside) ?? pane
