/** A globe that opens the list of Discord's languages. */
import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { globeIcon } from './icons.ts';

/** `label` says whose language it is. */
export const localePicker = (
  label: string,
  { locale, locales, change }: { locale: string; locales: string[]; change: (locale: string) => void },
): TemplateResult => html`<span class="icon-button locale-picker" title=${`${label}: ${nameOf(locale)}`}>
  ${globeIcon}
  <select aria-label=${label} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
    ${locales.map((each) => html`<option value=${each} .selected=${live(each === locale)}>${nameOf(each)}</option>`)}
  </select>
</span>`;

/** "Deutsch": a language by its own name. */
const nameOf = (locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale;
