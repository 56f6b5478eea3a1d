/** Line icons, drawn for this page, on a grid of 24. */
import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit-html';

const icon = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">${shape}</svg>`;

export const hashIcon = icon(svg`<path d="M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16" />`);
export const menuIcon = icon(svg`<path d="M4 6h16M4 12h16M4 18h16" />`);
export const peopleIcon = icon(
  svg`<circle cx="9" cy="8" r="3.5" /><path d="M2.5 19.5c.6-4 3-6 6.5-6s5.9 2 6.5 6M16 5a3.5 3.5 0 0 1 0 6.5M18 14c2 .8 3.2 2.700 3.5 5.5" />`,
);
export const moreIcon = icon(
  svg`<g class="solid"><circle cx="5" cy="12" r="2" /><circle cx="12" cy="12" r="2" /><circle cx="19" cy="12" r="2" /></g>`,
);
export const closeIcon = icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);
export const sendIcon = icon(svg`<path class="solid" d="M4 4.5 21 12 4 19.5l2.5-7.5z" />`);
export const eyeIcon = icon(
  svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" /><circle cx="12" cy="12" r="3" />`,
);
export const sunIcon = icon(
  svg`<circle cx="12" cy="12" r="4" /><path d="M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.300 5.300 7 7M17 17l1.700 1.700M18.700 5.300 17 7M7 17l-1.700 1.700" />`,
);
export const globeIcon = icon(
  svg`<circle cx="12" cy="12" r="9" /><path d="M3 12h18M12 3c3 2.500 4 5.500 4 9s-1 6.500-4 9c-3-2.500-4-5.500-4-9s1-6.500 4-9z" />`,
);
export const moonIcon = icon(svg`<path d="M20 14.5A8.5 8.5 0 1 1 9.5 4 6.8 6.8 0 0 0 20 14.5z" />`);
export const chevronIcon = icon(svg`<path d="m7 10 5 5 5-5" />`);
export const arrowIcon = icon(svg`<path d="m10 7 5 5-5 5" />`);
export const outsideIcon = icon(
  svg`<path d="M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5" />`,
);
export const warningIcon = icon(svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v6M12 16.5v.5" />`);
export const fileIcon = icon(svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4" />`);
export const uploadIcon = icon(svg`<path d="M12 16V4M7 9l5-5 5 5M4 15v5h16v-5" />`);
export const downloadIcon = icon(svg`<path d="M12 4v12M7 11l5 5 5-5M4 20h16" />`);
export const roleIcon = icon(
  svg`<path d="M12 3l7.5 3v5.500c0 4.500-3 8-7.500 9.500-4.500-1.500-7.500-5-7.500-9.500V6z" />`,
);
export const tickIcon = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`);
export const messagesIcon = icon(svg`<path d="M4 5h16v11h-8l-4 4v-4H4z" />`);
export const slashIcon = icon(svg`<rect x="3.5" y="3.5" width="17" height="17" rx="4" /><path d="m14.5 7.5-5 9" />`);
