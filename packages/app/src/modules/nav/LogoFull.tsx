import { LogoIcon } from './LogoIcon';

/** The lark and the name, for the open sidebar. */
export const LogoFull = () => (
  <span
    style={{
      display: 'inline-flex',
      alignItems: 'center',
      gap: 10,
      height: 30,
    }}
  >
    <LogoIcon />
    <span style={{ color: '#fff', fontSize: 22, fontWeight: 600 }}>
      Datalark
    </span>
  </span>
);
