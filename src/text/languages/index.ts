export { english } from './en/index.ts';
export { neutral } from './neutral.ts';
