/** The console's own icons: one pen of 1.75 on a 20 px grid. They say nothing that the words beside them do not. */
import type { ReactNode } from "react";

function icon(strokes: ReactNode) {
  return function Icon({ size = 18 }: { size?: number }) {
    return (
      <svg
        aria-hidden="true"
        className="icon"
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {strokes}
      </svg>
    );
  };
}

export const TodayIcon = icon(<><path d="M3 14h14" /><path d="M5.500 14a4.500 4.500 0 0 1 9 0" /><path d="M10 3.500v2.500M3.600 7.100l1.500 1.500M16.400 7.100l-1.500 1.500M6 17h8" /></>);
export const EnquiryIcon = icon(<><rect x="2.500" y="4.500" width="15" height="11" rx="1.800" /><path d="m3 6 7 5 7-5" /></>);
export const QuoteIcon = icon(<><path d="M5 2.500h7l3.500 3.500v11.500H5z" /><path d="M12 2.500V6h3.500M7.500 10h5.500M7.500 13h3.500" /></>);
export const PriceIcon = icon(<><circle cx="10" cy="10" r="7" /><path d="M7 13 13 7M7.600 7.600h.01M12.400 12.400h.01" /></>);
export const RatesIcon = icon(<><rect x="2.500" y="3.500" width="15" height="13" rx="1.800" /><path d="M2.500 8h15M7.500 8v8.500M2.500 12.200h15" /></>);
export const InboxIcon = icon(<><path d="M2.500 11 5 4h10l2.500 7v5h-15z" /><path d="M2.500 11h4.200a3.300 3.300 0 0 0 6.600 0h4.200" /></>);
export const HelpIcon = icon(<><path d="M3 4h14v9.500H9L5.500 17v-3.500H3z" /><path d="M8.300 7.600a1.800 1.800 0 1 1 2.500 1.700c-.5.2-.8.5-.8 1M10 11.600h.01" /></>);
export const KnowledgeIcon = icon(<><path d="M10 5.500C8.500 4 6 3.700 3 4v11.500c3-.3 5.500 0 7 1.500 1.500-1.500 4-1.800 7-1.500V4c-3-.3-5.500 0-7 1.500zM10 5.500V17" /></>);
export const SettingsIcon = icon(<><path d="M3 6h7M14 6h3M3 14h3M10 14h7" /><circle cx="12" cy="6" r="2" /><circle cx="8" cy="14" r="2" /></>);
export const ClientsIcon = icon(<><circle cx="7.500" cy="7" r="2.800" /><path d="M2.500 16.500c.4-3 2.400-4.700 5-4.700s4.600 1.700 5 4.700" /><path d="M13 4.600a2.700 2.700 0 0 1 0 4.900M14.800 12.200c1.600.7 2.500 2.200 2.700 4.300" /></>);
export const BookingIcon = icon(<><rect x="3" y="6.500" width="14" height="10" rx="1.800" /><path d="M7 6.500V4.800a1.300 1.300 0 0 1 1.300-1.300h3.400A1.300 1.300 0 0 1 13 4.800v1.700M7 11.500l2.200 2.200 4-4.200" /></>);
export const AnalyticsIcon = icon(<path d="M3 16.500h14M5.500 13.500V10M10 13.500V5M14.500 13.500V8" />);
export const SearchIcon = icon(<><circle cx="9" cy="9" r="5.500" /><path d="m13.200 13.200 3.800 3.800" /></>);
export const BellIcon = icon(<><path d="M4.500 14.500c1-1 1.300-2.200 1.300-5a4.200 4.200 0 0 1 8.400 0c0 2.800.3 4 1.300 5z" /><path d="M8.300 17a2 2 0 0 0 3.400 0" /></>);
export const CheckIcon = icon(<path d="m4.500 10.500 3.700 3.700 7.300-8" />);
export const CloseIcon = icon(<path d="m5 5 10 10M15 5 5 15" />);
export const PlusIcon = icon(<path d="M10 4.500v11M4.500 10h11" />);
export const MinusIcon = icon(<path d="M4.500 10h11" />);
export const ArrowIcon = icon(<path d="M4 10h12M11.500 5.500 16 10l-4.500 4.500" />);
export const BackIcon = icon(<path d="M16 10H4M8.500 5.500 4 10l4.500 4.500" />);
export const ChevronIcon = icon(<path d="m5.500 8 4.500 4.500L14.500 8" />);
export const AlertIcon = icon(<><path d="M10 3 2.500 16.500h15z" /><path d="M10 8v4M10 14.300h.01" /></>);
export const ClockIcon = icon(<><circle cx="10" cy="10" r="7" /><path d="M10 6v4.300l2.700 1.700" /></>);
export const SendIcon = icon(<><path d="M17 3 2.800 8.600l5.600 2.600L11 17z" /><path d="m17 3-8.600 8.200" /></>);
export const MoreIcon = icon(<path d="M4.500 10h.01M10 10h.01M15.500 10h.01" />);
export const UploadIcon = icon(<><path d="M10 13V4M6.500 7.300 10 3.800l3.500 3.500M3.500 13v3.500h13V13" /></>);
export const DownloadIcon = icon(<><path d="M10 3.800v9M6.500 9.400l3.500 3.500 3.500-3.500M3.500 13v3.500h13V13" /></>);
export const PersonIcon = icon(<><circle cx="10" cy="7" r="3.200" /><path d="M3.800 17c.6-3.200 3-5 6.200-5s5.600 1.800 6.200 5" /></>);
export const TrashIcon = icon(<path d="M4 6h12M8 6V4h4v2M5.500 6l.7 10.500h7.600L14.500 6M8.500 9v5M11.500 9v5" />);
export const ClipIcon = icon(<path d="m15.500 9.500-5.700 5.700a3.500 3.500 0 0 1-5-5l6.400-6.400a2.300 2.300 0 0 1 3.300 3.300l-6.400 6.400a1.200 1.200 0 0 1-1.700-1.700l5.700-5.700" />);
