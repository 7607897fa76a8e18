import type { SeedMessage } from './seed-message.ts';

/** Ada's mailbox: engines, notes, and people who have thoughts about both. */
export const adaMessages: readonly SeedMessage[] = [
  {
    from: ['Charles Babbage', 'charles@difference.example'],
    subject: 'The mill is delayed (again)',
    minutes_ago: 14,
    unread: true,
    body: `My dear Ada,

I write to report progress on the Engine, of which there is none. Clement has sent the lathe operators home and an invoice in their place. The invoice, I note, is calculated to four decimal places, which is three more than his gear wheels.

I remain certain that the mill can be finished by Christmas. I have deliberately not said which Christmas.

Would you look over the enclosed drawing? If the carry mechanism is right, it will add fifty digits in the time it takes to say so. If it is wrong, it will do the same, only louder.

Yours in brass,
C. B.`,
  },
  {
    from: ['Grace Hopper', 'grace@acorn.example'],
    subject: 'Found it. It had wings.',
    minutes_ago: 52,
    unread: true,
    body: `Ada,

You asked how one debugs a machine. Relay 70, panel F: we opened the door and there it was, a moth, quite flat and entirely innocent. I taped it into the logbook and wrote "first actual case of bug being found". The night shift applauded.

Your notes would have told us the program was right all along. It was. It usually is. It is the insects who have not read the specification.

Come and see the page when you are here. Bring tweezers.

Grace`,
  },
  {
    from: ['Luigi Menabrea', 'luigi@turin-sketches.example'],
    subject: 'Your "few notes" on my article',
    minutes_ago: 175,
    unread: true,
    body: `Dear Lady Lovelace,

I have received your translation of my little sketch, together with what you modestly call a few notes. I have measured them. My article is 8,000 words; your notes are 20,000. I believe it is now customary to say that I have contributed a preface to your book.

Note G is remarkable. I followed the table of operations with my finger and arrived at the seventh Bernoulli number somewhat out of breath. In operation 4 the fraction looks to me turned upside down. Is it the printer?

With admiration,
L. F. Menabrea`,
  },
  {
    from: ['Mary Somerville', 'mary@connexion.example'],
    subject: 'Thursday, and please bring the difficult one',
    minutes_ago: 410,
    unread: true,
    body: `My dear girl,

Tea on Thursday at four. There will be two astronomers, one geologist and a bishop, so at least one of them will want to argue about the age of something.

Please bring the integral that has been tormenting you. Nothing improves a dull conversation like a page of honest algebra placed between the scones.

And do sleep. Mathematics keeps; I have tested this.

Your affectionate
Mary Somerville`,
  },
  {
    from: ['Acorn accounts', 'no-reply@acorn.example'],
    subject: 'Welcome to Acorn',
    minutes_ago: 1290,
    unread: true,
    body: `Hello Ada,

This is your mailbox. Apps by other people can show it to you, if you allow it: Acorn asks you first, and they never see your password.

If you change your mind about an app, open your account page at Acorn accounts and disconnect it. Its access ends at once.

If an app asks for your Acorn password itself, close it, and tell us.

Acorn accounts`,
  },
  {
    from: ['Michael Faraday', 'michael@induction.example'],
    subject: 'Re: May I be your student?',
    minutes_ago: 1510,
    body: `Dear Lady Lovelace,

I am honoured, and a little alarmed. I have no mathematics to speak of, as my enemies never tire of mentioning and my friends never need to. You would arrive with equations, and I could only offer you a bar magnet and some iron filings.

If you still care to come, the lecture is at eight. Sit where the sparks do not reach. The second row is safe; the first row is for people who interrupted last time.

Your faithful servant,
M. Faraday`,
  },
  {
    from: ['Joseph Clement', 'joseph@clement-tools.example'],
    subject: 'Invoice 1843-07: gear wheels, brass, 24,000 parts',
    minutes_ago: 2220,
    body: `Madam,

Please find below our account for work on the Engine. As Mr Babbage and I communicate at present only through solicitors, I address it to you, who can add.

Axis wheels, cut and finished: 2,160. Figure wheels: 4,032. Arguments about screw threads: 117, of which 9 charged.

Terms: thirty days. Tools remain the property of the man who made them, whatever Mr Babbage says.

J. Clement`,
  },
  {
    from: ['Augustus De Morgan', 'augustus@logic-not-and.example'],
    subject: 'Your solution is not incorrect',
    minutes_ago: 2890,
    body: `Dear Lady Lovelace,

I return your exercises. Your solution to the third is not incorrect, which is to say that its negation does not hold; equivalently, it is either correct or I have made an error, and I have not.

I would only caution you that you ask of every formula why it should be true. It is an excellent habit and it will make you very slow in examinations. Fortunately nobody will let you sit one.

Not not yours,
A. De Morgan`,
  },
  {
    from: ['Charles Wheatstone', 'charles.w@telegraph-line.example'],
    subject: 'Five needles, four ideas, one deadline',
    minutes_ago: 4300,
    body: `Dear Ada,

Taylor wants the translation for the September number. I promised him Tuesday without saying which, in the manner of our friend with the Engine.

The telegraph, meanwhile, works. Five needles point at a letter, a clerk shouts the letter, another clerk mishears it. Three fifths of the apparatus is already obsolete. I propose that we keep the needles and replace the clerks.

Yours at the speed of copper,
C. Wheatstone`,
  },
  {
    from: ['Grace Hopper', 'grace@acorn.example'],
    subject: 'One nanosecond, enclosed',
    minutes_ago: 5760,
    body: `Ada,

I am sending you a nanosecond. It is a piece of wire, 11.8 inches long: the farthest that light can go in the time. Keep it on your desk. When somebody asks why their message takes so long, show them the wire and ask how many of these there are between here and the satellite.

I had a microsecond cut as well, but the post office refused the coil.

Grace`,
  },
  {
    from: ['Lady Byron', 'annabella@no-poetry.example'],
    subject: 'Regarding imagination',
    minutes_ago: 7300,
    body: `My dear Ada,

Your tutor reports that you have again been found with a plan for a steam-powered flying horse. I had hoped that mathematics would put an end to that sort of thing. I now learn that you calculated the wingspan.

You write of "poetical science". I have read the phrase several times and I can find no fault in the second word.

Do wear a shawl.

Your mother`,
  },
  {
    from: ['Joseph Jacquard', 'joseph@jacquard-looms.example'],
    subject: 'Your portrait is ready (24,000 cards)',
    minutes_ago: 8800,
    body: `Madame,

The silk portrait is woven and it is so fine that three visitors took it for an engraving. It needed twenty-four thousand cards. Card 11,302 was put in backwards by my nephew; you will find that the third button of the coat is now on the wall behind it.

You write that the Engine will weave algebraical patterns just as the loom weaves flowers and leaves. I read this aloud in the workshop. The weavers asked whether algebra frays.

With my respects,
J. M. Jacquard`,
  },
  {
    from: ['Charles Dickens', 'boz@household-words.example'],
    subject: 'A small favour concerning a machine',
    minutes_ago: 10_200,
    body: `Dear Lady Lovelace,

I am writing a novel with an inventor in it. He goes with a good invention to a government office, where everybody is most polite and nobody does anything. Our mutual friend Mr Babbage assures me that I have understated it.

Might I ask you how the Engine works, in a way that a reader can take in with his breakfast? You may use one metaphor. I am paid by the instalment, but my readers are not.

Ever yours,
Charles Dickens`,
  },
  {
    from: ['William King', 'william@ockham-park.example'],
    subject: 'The tunnel is finished',
    minutes_ago: 11_900,
    body: `My dear,

The tunnel at Horsley Towers is finished. The carriage fits with two inches on each side, as you calculated, and the coachman would like you to know that he had three.

The children have built a difference engine out of dominoes. It computes one value and then has to be set up again, but they tell me that this is what Mr Babbage's does.

Home on Friday. Please leave the lamp lit, and at least one table free of paper.

William`,
  },
  {
    from: ['Charles Babbage', 'charles@difference.example'],
    subject: 'On being asked, twice',
    minutes_ago: 13_400,
    body: `Ada,

I have been asked, and by a Member of Parliament: "Pray, Mr Babbage, if you put into the machine wrong figures, will the right answers come out?" He was the second to ask. I am not able rightly to apprehend the kind of confusion of ideas that could provoke such a question; but I am now having it engraved above the input.

Have you finished the diagram of the Bernoulli numbers? I made a mistake in the part I sent. You will have found it already; you always find it before I have sealed the letter.

C. B.`,
  },
  {
    from: ['The Royal Society Library', 'desk@royal-library.example'],
    subject: 'Overdue: one volume, borrowed by your husband',
    minutes_ago: 15_800,
    body: `Madam,

Our records show that the Memoirs, volume 3, are on loan to Lord Lovelace. Our porter's records show that Lord Lovelace carried the book to a carriage in which you were sitting, and that you had it open before the door was closed.

As ladies are not admitted to the library, the fine is addressed to him. It is two shillings. The librarian adds, unofficially, that your pencilled corrections on page 212 are right, and kindly asks for more of them.`,
  },
  {
    from: ['Percy Ludgate', 'percy@irish-logarithms.example'],
    subject: 'I seem to have had the same idea',
    minutes_ago: 18_700,
    body: `Dear Madam,

You do not know me. I am an accountant in Dublin and in the evenings I design an analytical engine. I had got as far as the multiplier before somebody mentioned that there was another. I was so relieved to hear it that I had to sit down.

Mine would fit on a desk. It multiplies by a table of indices that I have named Irish logarithms, since nobody stopped me.

Might we compare notes? I understand that yours are longer than the article.

P. E. Ludgate`,
  },
  {
    from: ['Mary Somerville', 'mary@connexion.example'],
    subject: 'The word they were looking for',
    minutes_ago: 22_100,
    body: `My dear Ada,

Mr Whewell reviewed my book and found that there was no word for what I am. "Man of science" did not quite answer. So he has made one up: scientist. He put it in a footnote, as one leaves a foundling on a step.

I thought that you should have it too. It is new, hardly worn, and it does not have to be returned on Fridays.

Yours,
Mary`,
  },
  {
    from: ['Acorn accounts', 'no-reply@acorn.example'],
    subject: 'Welcome to Acorn',
    minutes_ago: 40_300,
    body: `Hello Ada,

Your account is ready. Your password is known to you and, as a hash that took a deliberate while to compute, to us. Nobody else needs it: not an app, not a website, not a helpful gentleman on the telegraph.

When an app would like to see something of yours, you will come to our page, we will tell you what it asks for, and you decide. From small acorns.

Acorn accounts`,
  },
  {
    from: ['Ockham Park Stables', 'stables@ockham-park.example'],
    subject: 'Re: Re: System for the Derby',
    minutes_ago: 44_600,
    body: `My Lady,

I have looked through the system you sent for the Derby. The algebra is beyond me, but I showed it to the horses and they were not convinced either.

In my experience there are two unknowns in any race: which horse is the fastest, and which one had a look at a butterfly. I do not see a symbol for the butterfly.

Respectfully, I have put the money on the table in the tack room, where it is now waiting for you.

T. Hobbs`,
  },
  {
    from: ['Ada Lovelace', 'ada@acorn.example'],
    to: 'luigi@turin-sketches.example',
    folder: 'sent',
    subject: 'Re: Your "few notes" on my article',
    minutes_ago: 120,
    body: `Dear Signor Menabrea,

The fraction in operation 4 is indeed upside down, and I fear that it is neither the printer nor the Engine. I believe we have just met the first error in a program that has never been run.

I shall leave it where it is. Future readers must have something to find.

A. A. L.`,
  },
  {
    from: ['Ada Lovelace', 'ada@acorn.example'],
    to: 'grace@acorn.example',
    folder: 'sent',
    subject: 'On loops',
    minutes_ago: 3000,
    body: `Dear Grace,

You ask whether I thought of running the same cards more than once. I did; I called it a cycle, and a cycle of cycles where one stands within another. Mr Babbage calls it backing. The cards call it wear.

It seems to me that the Engine has no pretensions whatever to originate anything. It can do whatever we know how to order it to perform. The difficulty, as you have found, is that it does.

Ada`,
  },
];
