import { Landing } from '../parts/landing.tsx';
import { Morning } from '../parts/morning.tsx';
import { DeclinedNotice, Notice } from '../parts/notice.tsx';
import { visitor } from '../session/visitor.ts';

export default async function Page(props: PageProps) {
  const session = await visitor();
  if (session === undefined) return <Landing />;
  if (session === 'expired') {
    return (
      <>
        <Notice>Your session here has ended. Sign in to go on.</Notice>
        <Landing />
      </>
    );
  }
  const { declined } = await props.searchParams;
  return (
    <>
      <DeclinedNotice declined={declined} />
      <Morning session={session} />
    </>
  );
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };
