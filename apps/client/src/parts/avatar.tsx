/** The picture comes from the resource server; where none was granted, an initial. */
export function Avatar({ name, picture }: { name: string; picture: string | null }) {
  if (!picture) {
    return (
      <span className="avatar avatar-initial" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
    );
  }
  // biome-ignore lint/performance/noImgElement: next/image would fetch it from the server, in nobody's name
  return <img className="avatar" src={picture} alt={name} width="72" height="72" />;
}
