/** The mark: an envelope's flap over the edge of an airmail letter. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg aria-hidden="true" className="mark" width={size} height={size} viewBox="0 0 32 32">
      <rect width="32" height="32" rx="7" className="mark-field" />
      <path d="M6 10.500 16 18l10-7.500" fill="none" stroke="#fff" strokeWidth="2.600" strokeLinecap="round" strokeLinejoin="round" />
      <path d="M6 25h4.500l2.600-3.600H8.600zM20.400 25h4.500l2.600-3.600H23z" fill="#fff" />
      <path d="M13.200 25h4.500l2.600-3.600h-4.500z" fill="#ff6a52" />
    </svg>
  );
}
