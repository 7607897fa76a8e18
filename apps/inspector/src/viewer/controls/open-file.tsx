import { useId } from 'react';
export function OpenFile() {
  const id = useId();
  return <input id={id} type="file" />;
}
