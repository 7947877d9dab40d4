/** The lark, for the closed sidebar. */
export const LogoIcon = () => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="4 5 24 20"
    height={28}
    aria-hidden="true"
  >
    <path
      fill="#7df3e1"
      d="M5 20c5 0 7-3 9-7 2-4 6-6 10-5l3-1-2 3c0 7-5 12-12 12-3 0-6-1-8-2z"
    />
    <circle cx="22.5" cy="10.5" r="1.2" fill="#0f2537" />
  </svg>
);
