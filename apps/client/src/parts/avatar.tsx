/**
 * The browser fetches the picture from the resource server itself; where none was
 * granted, there is an initial.
 */
export function Avatar({ name, picture }: { name: string; picture: string | null }) {
  if (!picture) {
    return (
      <span className="avatar avatar-initial" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
    );
  }
  return <img className="avatar" src={picture} alt={name} width="72" height="72" />;
}
