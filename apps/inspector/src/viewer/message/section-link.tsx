/** The name of a clause, and a link to it where its address is known. */
import { specificationLink } from '../../explain/specification-link.ts';

export function SectionLink({ spec }: { spec: string }) {
  const address = specificationLink(spec);
  if (!address) return <>{spec}</>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {spec}
    </a>
  );
}
