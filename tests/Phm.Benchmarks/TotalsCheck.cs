namespace Phm.Benchmarks;

/// <summary>What the totals of all people come to: equal on both sides, or one of them is wrong.</summary>
internal sealed record TotalsCheck(long PeopleWithContacts, long Pence, long Contacts);
