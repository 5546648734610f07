/** The instant of all recorded views. */
export const NOW = '2026-11-22T10:02:31Z';
