export function Sunrise() {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M6 17a6 6 0 0 1 12 0Z" fill="currentColor" />
      <path
        d="M3 17.5h18M12 4v4M4.8 8.3l2.4 2.4M19.2 8.3l-2.4 2.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}

export function Acorn() {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M12 5.6V3.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path
        d="M4.5 10.2C4.5 7.4 7.6 5.4 12 5.4s7.5 2 7.5 4.8c0 .8-.5 1.3-1.3 1.3H5.8c-.8 0-1.3-.5-1.3-1.3Z"
        fill="currentColor"
      />
      <path
        d="M6.4 13.2h11.2c-.2 3.8-2.4 6.8-5.6 8-3.2-1.2-5.4-4.2-5.6-8Z"
        fill="currentColor"
        opacity=".75"
      />
    </svg>
  );
}
