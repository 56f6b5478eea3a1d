/** Light or dark: as the system has it until somebody chooses. */
const key = 'theme';

export const applyTheme = (): void => {
  const chosen = localStorage.getItem(key);
  if (chosen) document.documentElement.dataset.theme = chosen;
};

export const toggleTheme = (): void => {
  const system = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  const now = document.documentElement.dataset.theme ?? system;
  localStorage.setItem(key, now === 'light' ? 'dark' : 'light');
  applyTheme();
};
