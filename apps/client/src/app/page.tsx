import { Landing } from '../parts/landing.tsx';
import { Morning } from '../parts/morning.tsx';
import { DeclinedNotice, Notice } from '../parts/notice.tsx';
import { ProblemView } from '../parts/problem-view.tsx';
import { signedIn, visitor } from '../session/visitor.ts';

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
  const person = await signedIn();
  if (person.problem) return <ProblemView problem={person.problem} returnTo="/" />;
  const { declined } = await props.searchParams;
  return (
    <>
      <DeclinedNotice declined={declined} />
      <Morning session={person.session} />
    </>
  );
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };
