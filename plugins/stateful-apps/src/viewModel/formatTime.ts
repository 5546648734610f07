/** An instant as the reader's clock shows it, with the date unless it is today. */
export function formatTime(instant: string, now = new Date()): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const time = date.toLocaleTimeString();
  return date.toDateString() === now.toDateString()
    ? time
    : `${date.toLocaleDateString()} ${time}`;
}
