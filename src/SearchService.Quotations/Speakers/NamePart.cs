namespace SearchService.Quotations.Speakers;

/// <summary>A row of capitalised words that may be a name, or part of one.</summary>
internal struct NamePart
{
    /// <summary>The first token; particles before a last name alone are not in.</summary>
    public int Start;

    /// <summary>After the last token of the name.</summary>
    public int End;

    /// <summary>The first token of the last name, suffix and particles apart.</summary>
    public int Last;

    /// <summary>The first token of a suffix, or <see cref="End"/>.</summary>
    public int Suffix;

    /// <summary>How many words, with those joined by hyphens as one, without particles and suffix.</summary>
    public int Words;

    /// <summary>What stands around it.</summary>
    public PartTraits Traits;

    /// <summary>What the words around it say of the person.</summary>
    public Gender Gender;

    /// <summary>The tokens of a role told beside it; empty when none is.</summary>
    public Text.TokenRange Role;

    /// <summary>The number of the person it names, or -1.</summary>
    public int Person;

    /// <summary>Tells whether something is so.</summary>
    public readonly bool Is(PartTraits traits) => (Traits & traits) != PartTraits.None;
}

/// <summary>What is seen in and around a <see cref="NamePart"/>.</summary>
[Flags]
internal enum PartTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The first word is a given name and nothing else.</summary>
    Given = 1 << 0,

    /// <summary>The first word is a given name, among other things.</summary>
    PerhapsGiven = 1 << 1,

    /// <summary>A letter stands for a name inside.</summary>
    Initial = 1 << 2,

    /// <summary><c>Mr.</c> stands before.</summary>
    AfterHonorific = 1 << 3,

    /// <summary>A title with a capital stands before.</summary>
    AfterTitle = 1 << 4,

    /// <summary>A noun for an office stands before.</summary>
    AfterOffice = 1 << 5,

    /// <summary><c>the</c> stands before.</summary>
    AfterArticle = 1 << 6,

    /// <summary>It is part of a longer name that isn't a person's: <c>Clinton Foundation</c>, <c>Fort Hood</c>.</summary>
    InThing = 1 << 7,

    /// <summary>It tells of which kind what follows is: <c>Clinton aides</c>, <c>Trump-backed</c>.</summary>
    BeforeNoun = 1 << 8,

    /// <summary>An apostrophe and s stand after it.</summary>
    Possessive = 1 << 9,

    /// <summary>Who the person is, an age or a party stands behind it.</summary>
    BeforeRole = 1 << 10,

    /// <summary>What people have and sometimes things stands behind it: "who", "a leader".</summary>
    BeforePersonal = 1 << 11,

    /// <summary>It speaks.</summary>
    Speaks = 1 << 12,

    /// <summary>It is the first name of its sentence, and not spoken by another.</summary>
    Subject = 1 << 13,

    /// <summary>It stands between quotation marks.</summary>
    Quoted = 1 << 14,

    /// <summary>A word like "of" or "to" stands before.</summary>
    AfterJoin = 1 << 15,

    /// <summary>It stands in a line of capitals.</summary>
    Headline = 1 << 16,

    /// <summary>Its given name is in the form that names.</summary>
    Nominative = 1 << 17,

    /// <summary>A word that is more often something else; a name only of somebody who is named fully elsewhere.</summary>
    Doubtful = 1 << 18,
}
