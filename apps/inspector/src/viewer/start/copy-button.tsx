import { attempt, say } from '../notice.tsx';

/** @param what for a screen reader, and in the sentence afterwards: `username` */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const copy = async () => {
    if (await attempt(() => navigator.clipboard.writeText(text))) {
      say(`Copied the ${what}.`);
    }
  };
  return (
    <button type="button" className="button" onClick={copy}>
      Copy<span className="unseen"> the {what}</span>
    </button>
  );
}
