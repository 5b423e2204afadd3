// Package analysis knows questions: what is known about a group, how its incidents lie in time, and
// where the accounts of one incident part. It is pure: values in, values out, no clock, no ledger.
//
// Everything begins with an [Account], a Statement laid out with its words and what they mean.
// [NewProfile] sorts the Accounts in which a group figures under the questions that people ask of a
// group; [NewTimeline] counts incidents by month or year; [Compare] puts what the reports say of an
// incident side by side. [Reckon] lists who told how many people something befell, and a [Rule] makes a
// [Headline] of it: not reported, zero and unknown stay three things.
//
// No value stands without the Statements that tell it, save what the curated record of an actor
// says, which names its sources and is marked as such. Nothing is chosen in silence: where accounts differ,
// all are there, and a Headline names its Rule. What a group is accused of stays an accusation, with its speaker.
package analysis
