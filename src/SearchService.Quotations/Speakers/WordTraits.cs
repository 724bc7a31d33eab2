namespace SearchService.Quotations.Speakers;

/// <summary>What a word may be where people are named; most words are nothing of it, some are several things.</summary>
[Flags]
internal enum WordTraits : uint
{
    /// <summary>Nothing known.</summary>
    None = 0,

    /// <summary>A given name of men: <c>Antony</c>.</summary>
    GivenMale = 1 << 0,

    /// <summary>A given name of women; with <see cref="GivenMale"/> of either: <c>Robin</c>.</summary>
    GivenFemale = 1 << 1,

    /// <summary>Said of men alone, among honorifics, titles, offices and pronouns.</summary>
    Male = 1 << 2,

    /// <summary>Said of women alone.</summary>
    Female = 1 << 3,

    /// <summary><c>Mr</c>, <c>Dr</c>.</summary>
    Honorific = 1 << 4,

    /// <summary>Stands with a capital before a name: <c>President</c>, <c>Sen</c>.</summary>
    Title = 1 << 5,

    /// <summary>A noun for what somebody is: <c>spokesman</c>, <c>analyst</c>.</summary>
    Office = 1 << 6,

    /// <summary>Goes with an office: <c>deputy</c>, <c>foreign</c>, <c>campaign</c>.</summary>
    OfficeWord = 1 << 7,

    /// <summary>A country, a state, a town.</summary>
    Place = 1 << 8,

    /// <summary>A nationality, a faith, a party's people: <c>Kazakh</c>, <c>Democrats</c>.</summary>
    People = 1 << 9,

    /// <summary>A weekday, a month, a feast.</summary>
    Calendar = 1 << 10,

    /// <summary>Belongs to names of institutions and things: <c>Committee</c>, <c>Street</c>.</summary>
    Organization = 1 << 11,

    /// <summary>A word of any text that has a capital where a sentence begins.</summary>
    Common = 1 << 12,

    /// <summary>Also a last name, whatever else it is: <c>Hill</c>, <c>May</c>.</summary>
    SurnameToo = 1 << 13,

    /// <summary>What people do with words: <c>said</c>.</summary>
    Verb = 1 << 14,

    /// <summary>Inside of names, with a small letter: <c>van</c>, <c>bin</c>.</summary>
    Particle = 1 << 15,

    /// <summary>After names: <c>Jr</c>.</summary>
    Suffix = 1 << 16,

    /// <summary>Several people, or a body that speaks: <c>police</c>, <c>ministry</c>.</summary>
    Collective = 1 << 17,

    /// <summary>What follows is a place: <c>Fort</c>, <c>San</c>.</summary>
    PlacePrefix = 1 << 18,

    /// <summary>A family name that stands before the given one: <c>Xi</c>.</summary>
    FamilyFirst = 1 << 19,

    /// <summary><c>he</c>, <c>she</c>.</summary>
    Pronoun = 1 << 20,

    /// <summary><c>who</c>.</summary>
    Relative = 1 << 21,

    /// <summary><c>they</c>.</summary>
    Plural = 1 << 22,

    /// <summary><c>it</c>.</summary>
    Thing = 1 << 23,

    /// <summary><c>I</c>, <c>we</c>.</summary>
    Own = 1 << 24,

    /// <summary><c>the</c>, <c>a</c>.</summary>
    Article = 1 << 25,

    /// <summary><c>of</c>, <c>for</c>, <c>and</c>.</summary>
    Join = 1 << 26,

    /// <summary>Of a language with cases: the form that names, not one of the others.</summary>
    Nominative = 1 << 27,

    /// <summary><c>a</c>, <c>another</c>: somebody not told of before.</summary>
    Indefinite = 1 << 28,

    /// <summary>Of an office: companies and countries have it too: <c>leader</c>, <c>rival</c>.</summary>
    OfThings = 1 << 29,

    /// <summary>Of a verb: who stands behind it is spoken to: <c>told</c>.</summary>
    ToOthers = 1 << 30,

    /// <summary>A place follows: <c>in</c>.</summary>
    Within = 1u << 31,

    /// <summary>A given name.</summary>
    Given = GivenMale | GivenFemale,

    /// <summary>What a capitalised word can't be when it is part of a name.</summary>
    NotName = Honorific | Title | Office | OfficeWord | Place | People | Calendar | Organization | Common | PlacePrefix | Pronoun | Relative | Plural | Thing | Own | Article | Join | Suffix | Collective | Verb,

    /// <summary>What no word after a given name can be, unless it is <see cref="SurnameToo"/>.</summary>
    NeverName = Honorific | Title | Calendar | Organization | Common | PlacePrefix | Pronoun | Relative | Plural | Thing | Own | Article | Join | Suffix | Verb,
}
