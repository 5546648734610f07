import { Fleet } from './Fleet';

/** The fleet below the header that the app brings; the header is not part of the main content. */
export function FleetPage() {
  return (
    <main>
      <Fleet />
    </main>
  );
}
