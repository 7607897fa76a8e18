import type { SeedMessage } from './seed-message.ts';

/** Grace's mailbox: compilers, relays, and a navy that would like a form filled in. */
export const graceMessages: readonly SeedMessage[] = [
  {
    from: ['Howard Aiken', 'howard@mark-one.example'],
    subject: 'Making any numbers?',
    minutes_ago: 9,
    unread: true,
    body: `Hopper,

It is seven o'clock and the machine is quiet. I can hear that it is quiet from my office, which is across the yard. Fifty-one feet of relays do not fall silent for a good reason.

Are we making any numbers?

Aiken`,
  },
  {
    from: ['Betty Holberton', 'betty@breakpoint.example'],
    subject: 'I solved it in my sleep',
    minutes_ago: 38,
    unread: true,
    body: `Grace,

You remember the sort that has bothered me since Tuesday. I went to bed with it and woke up at three with the answer, complete, including the instruction I had left out. I wrote it on the pillowcase. My husband has asked that I keep paper on my side.

I did more work asleep than four men did awake. I have put it in for overtime.

Also: the new console should be gray-beige. I have said so in writing. Black makes people feel that the machine is in charge.

Betty`,
  },
  {
    from: ['Ada Lovelace', 'ada@acorn.example'],
    subject: 'On loops',
    minutes_ago: 3000,
    unread: true,
    body: `Dear Grace,

You ask whether I thought of running the same cards more than once. I did; I called it a cycle, and a cycle of cycles where one stands within another. Mr Babbage calls it backing. The cards call it wear.

It seems to me that the Engine has no pretensions whatever to originate anything. It can do whatever we know how to order it to perform. The difficulty, as you have found, is that it does.

Ada`,
  },
  {
    from: ['Navy Department, Bureau of Ordnance', 'forms@navy-bureau.example'],
    subject: 'Form 71-B, request to request a form',
    minutes_ago: 205,
    unread: true,
    body: `To: Lieutenant Hopper

Subj: Form 71-B

1. Your request for one (1) machine has been received. It was made on form 71-A, which is for requests of two (2) machines or more.

2. You are reminded that it is easier to ask forgiveness than it is to get permission. This sentence was found in your last report and has been forwarded to the appropriate office, which has no form for it.

3. Enclosed: form 71-B, in quintuplicate. Do not fold.`,
  },
  {
    from: ['Maurice Wilkes', 'maurice@edsac.example'],
    subject: 'A realisation, on the stairs',
    minutes_ago: 640,
    unread: true,
    body: `Dear Grace,

I was on my way between the EDSAC room and the punching equipment when, hesitating at the angles of the stairs, it came over me with full force: a good part of the remainder of my life is going to be spent in finding errors in my own programs.

I have since gone back up and sat down. Do you find that it passes?

We have put the most useful pieces in a library, so that at least everyone may have the same errors.

Yours,
Maurice`,
  },
  {
    from: ['Jean Bartik', 'jean@eniac-six.example'],
    subject: 'They asked whether we were the models',
    minutes_ago: 1380,
    body: `Grace,

The photographs from the demonstration came back. Six of us programmed the trajectory, and it ran in less time than the shell would have taken to land. The caption says: "Operator with equipment". There is an arrow, and it points at the equipment.

At the dinner they thanked the vacuum tubes. We have decided to find it funny until Friday and then to write our own manual.

Jean`,
  },
  {
    from: ['Remington Rand, Sales', 'sales@rand-univac.example'],
    subject: 'A customer would like the program in English',
    minutes_ago: 1720,
    body: `Dear Dr Hopper,

You told a customer that a computer could read English. We told the customer that computers can only do arithmetic. The customer now tells us that he saw it read English on Thursday, and that it also understood French, and he would like to know what we were going to say next.

Could you come to the meeting? And could you please bring the version that does not speak German. Management was upset by the German.

Sales`,
  },
  {
    from: ['Ada Lovelace', 'ada@acorn.example'],
    subject: 'Thank you for the moth',
    minutes_ago: 2610,
    body: `Dear Grace,

The page has arrived, moth and tape and all, and it is now the most admired object in the house. William wished to know whether it is a good specimen. I said that it is the type specimen.

I have shown it to Mr Babbage, who examined it for a long while and then asked whether a smaller opening between the wheels might keep them out. I believe that he has added a fourth drawing.

Yours,
Ada`,
  },
  {
    from: ['Kathleen Booth', 'kathleen@assembly.example'],
    subject: 'A shorter way to write it',
    minutes_ago: 3550,
    body: `Dear Grace,

I got tired of writing addresses as numbers and started to write them as words, and then had the machine put the numbers in. Andrew calls it a contracted notation. The machine calls it nothing and gets on with it, which I like in a machine.

I gather that you have had the same thought, several floors up. When you have finished teaching yours English, might mine have its old dictionary?

Kathleen`,
  },
  {
    from: ['Alan Turing', 'alan@hut8.example'],
    subject: 'A short question, which may take for ever',
    minutes_ago: 4990,
    body: `Dear Grace,

I have your program here and I should like to know whether it will ever finish. I know that one cannot know in general. I ask in particular, because I would like to have my tea.

The Manchester machine has begun to write love letters. They are dreadful, but they are signed, which is more than can be said for most of the ones that I receive. I enclose one. I believe that it is meant for your compiler.

Yours,
A. M. Turing`,
  },
  {
    from: ['Robert Campbell', 'bob@mark-one.example'],
    subject: 'The printer has opinions',
    minutes_ago: 6100,
    body: `Grace,

The tape broke at 4:10 and I spliced it. It broke at 4:25 and I spliced it. At 4:40 it printed the whole table perfectly, with column six upside down, and I have decided that column six looks better that way.

I have left you a pencil and the good chair. The clicking from panel D is normal. If it stops, that is not.

Bob`,
  },
  {
    from: ['Payroll', 'payroll@rand-univac.example'],
    subject: 'Your overtime, computed by your own program',
    minutes_ago: 7700,
    body: `Dear Dr Hopper,

As you asked, we ran your overtime through the new payroll program. It read every card in eleven minutes and reports that you worked 340 hours last week.

We checked it by hand, with four clerks and a Saturday, and it is right. You do not appear to have counted the night you slept under the desk. The program did.

Please take a day off, so that the field is not too narrow next month.

Payroll`,
  },
  {
    from: ['Mary Allen Wilkes', 'mary@linc-at-home.example'],
    subject: 'I have taken the computer home',
    minutes_ago: 9050,
    body: `Dear Captain,

They asked me to move to St. Louis with the project. I said that I would rather not. So they have put the machine into my parents' front hall, next to the stairs, and I am writing its operating system there.

My father, who is a clergyman, tells visitors that he may be the first man to live with a computer. My mother says that it is warm and keeps quiet at meals, and that she has had worse guests.

Mary Allen`,
  },
  {
    from: ['Charles Babbage', 'charles@difference.example'],
    subject: 'A gentle inquiry about your relays',
    minutes_ago: 10_800,
    body: `Dear Madam,

Lady Lovelace informs me that you have an engine, that it is fifty-one feet long, and that it works. I have read the last three words several times.

I should be glad to hear by what means you persuaded a government to pay for it, and a toolmaker to finish it. The principle of the thing I can supply myself; I have had it by me for a century or so.

With envy,
C. Babbage`,
  },
  {
    from: ['Joseph Desch', 'joe@dayton-works.example'],
    subject: 'About the clock on your wall',
    minutes_ago: 12_600,
    body: `Grace,

Our visitors came back from your office badly shaken. They report that your clock runs counterclockwise, that it keeps perfect time, and that they could read it after a minute without noticing.

They say you told them that people are allergic to change, and that this was the treatment. One of them has ordered one. The other has asked to lie down.

Joe`,
  },
  {
    from: ['Harvard Faculty Club', 'desk@faculty-dining.example'],
    subject: 'Lost property: eleven inches of wire',
    minutes_ago: 14_900,
    body: `Dear Dr Hopper,

After your talk on Wednesday the cleaners found one hundred and twelve pieces of wire, each somewhat under a foot long, under the chairs. One professor insists that his is a nanosecond and will not give it back.

May we dispose of the rest, or is somebody short of time?

The Desk`,
  },
  {
    from: ['Acorn accounts', 'no-reply@acorn.example'],
    subject: 'Someone typed your password wrong, five times',
    minutes_ago: 17_300,
    body: `Hello Grace,

Somebody tried to sign in to your account with passwords that were not yours: COBOL, cobol, Cobol, COBOL-60 and please. We slowed them down after the third and then some more after the fifth.

You do not need to do anything. If it was you, the rear admiral's parrot is not a secure place for a password.

Acorn accounts`,
  },
  {
    from: ['Edith Clarke', 'edith@graphical-calculator.example'],
    subject: 'Transmission lines, and a request',
    minutes_ago: 20_500,
    body: `Dear Grace,

I have replaced nine pages of line equations by one chart and a ruler. The engineers are delighted and no longer need me to solve the equations, which is how one gets promoted out of a basement.

I understand that you let a machine write programs. Good. The person who says it cannot be done should not interrupt the machine while it is doing it.

Edith`,
  },
  {
    from: ['Vassar College, Mathematics', 'mathematics@vassar-hill.example'],
    subject: 'Your old lecture, and what the students did with it',
    minutes_ago: 26_400,
    body: `Dear Grace,

Every September I still set the essay that you used to set: write about mathematics so that someone can read it. And every September they object that they came here to do sums, not to write English. I tell them what you told me, that it is no use learning the one if you cannot explain it in the other.

This year one of them handed hers in as a flow chart. It was about her uncle. I gave it an A.

Come and visit.`,
  },
  {
    from: ['Acorn accounts', 'no-reply@acorn.example'],
    subject: 'Welcome to Acorn',
    minutes_ago: 41_000,
    body: `Hello Grace,

Your account is ready. Your password is known to you and, as a hash that took a deliberate while to compute, to us. Nobody else needs it: not an app, not a website, not the Bureau of Ordnance.

When an app would like to see something of yours, you will come to our page, we will tell you what it asks for, and you decide. From small acorns.

Acorn accounts`,
  },
  {
    from: ['Grace Hopper', 'grace@acorn.example'],
    to: 'ada@acorn.example',
    folder: 'sent',
    subject: 'Found it. It had wings.',
    minutes_ago: 52,
    body: `Ada,

You asked how one debugs a machine. Relay 70, panel F: we opened the door and there it was, a moth, quite flat and entirely innocent. I taped it into the logbook and wrote "first actual case of bug being found". The night shift applauded.

Your notes would have told us the program was right all along. It was. It usually is. It is the insects who have not read the specification.

Come and see the page when you are here. Bring tweezers.

Grace`,
  },
  {
    from: ['Grace Hopper', 'grace@acorn.example'],
    to: 'ada@acorn.example',
    folder: 'sent',
    subject: 'One nanosecond, enclosed',
    minutes_ago: 5760,
    body: `Ada,

I am sending you a nanosecond. It is a piece of wire, 11.8 inches long: the farthest that light can go in the time. Keep it on your desk. When somebody asks why their message takes so long, show them the wire and ask how many of these there are between here and the satellite.

I had a microsecond cut as well, but the post office refused the coil.

Grace`,
  },
  {
    from: ['Grace Hopper', 'grace@acorn.example'],
    to: 'howard@mark-one.example',
    folder: 'sent',
    subject: 'Re: Making any numbers?',
    minutes_ago: 4,
    body: `Commander,

We are making numbers. We are also making coffee, and for four minutes those two shared a fuse.

Hopper`,
  },
];
