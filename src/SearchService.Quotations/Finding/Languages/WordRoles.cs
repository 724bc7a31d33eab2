namespace SearchService.Quotations.Finding.Languages;

/// <summary>What a word may be where quotations stand; a word may be several things.</summary>
[Flags]
internal enum WordRoles
{
    /// <summary>Any other word.</summary>
    None = 0,

    /// <summary>A form of a verb that speech follows or precedes: said, tweeted.</summary>
    Say = 1,

    /// <summary>A form of a verb that words of somebody's may go with: called, accused.</summary>
    Report = 1 << 1,

    /// <summary>What is said, as a noun: statement, claim.</summary>
    SpeechNoun = 1 << 2,

    /// <summary>The last word of a phrase that a speaker follows: according to.</summary>
    According = 1 << 3,

    /// <summary>Somebody or something that speaks: spokesman, committee.</summary>
    Person = 1 << 4,

    /// <summary>A title before a name.</summary>
    Title = 1 << 5,

    /// <summary>A pronoun that is a subject: he.</summary>
    Subject = 1 << 6,

    /// <summary>A pronoun that is none: him.</summary>
    Object = 1 << 7,

    /// <summary>A pronoun whose the next word is: his.</summary>
    Owner = 1 << 8,

    /// <summary>who, which.</summary>
    Relative = 1 << 9,

    /// <summary>What a phrase with a noun begins with: the.</summary>
    Determiner = 1 << 10,

    /// <summary>of, in.</summary>
    Preposition = 1 << 11,

    /// <summary>is, would.</summary>
    Auxiliary = 1 << 12,

    /// <summary>Conjunctions, and adverbs that are part of no phrase: and, that, also.</summary>
    Conjunction = 1 << 13,

    /// <summary>A small word inside names: van.</summary>
    Connector = 1 << 14,

    /// <summary>What the title of a work goes with: book, movie.</summary>
    Titled = 1 << 15,

    /// <summary>What a term or a nickname goes with: so-called, known.</summary>
    Termed = 1 << 16,

    /// <summary>What people say more than reporters write of: I, we.</summary>
    Spoken = 1 << 17,

    /// <summary>What an apostrophe may begin: 'em.</summary>
    Elision = 1 << 18,

    /// <summary>Days and months, which look like names.</summary>
    Time = 1 << 19,

    /// <summary>A determiner that a noun has to follow, and no verb can: the, a.</summary>
    Article = 1 << 20,

    /// <summary>What begins a sentence with a capital and is no name, and no noun: however, first.</summary>
    Opener = 1 << 21,

    /// <summary>What ends a phrase with a noun.</summary>
    Boundary = Say | Report | Subject | Object | Relative | Preposition | Auxiliary | Conjunction | Time,
}
