/** Three identities on one foundation: each keeps its place and its volume. */
export const Logo = () => (
  <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden>
    <g fill="#7df3e1">
      <rect x="2" y="6" width="8" height="14" rx="2" />
      <rect x="12" y="6" width="8" height="14" rx="2" opacity="0.8" />
      <rect x="22" y="6" width="8" height="14" rx="2" opacity="0.6" />
      <rect x="2" y="23" width="28" height="4" rx="2" />
    </g>
  </svg>
);
