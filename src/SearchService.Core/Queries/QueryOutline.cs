using System.Collections.Immutable;

namespace SearchService.Core.Queries;

/// <summary>How a query was read, as data: whoever shows it words it in the reader's language.</summary>
/// <remarks>
/// Simpler than the tree it is made of: weights stand on what they are of, exclusions are parts of their own, and a lone clause stands for itself.
/// </remarks>
/// <param name="Kind">What it asks for; says which of the other properties are there.</param>
/// <param name="Offset">First UTF-16 unit in the input.</param>
/// <param name="Length">UTF-16 units in the input.</param>
public sealed record QueryOutline(OutlineKind Kind, int Offset, int Length)
{
    /// <summary>Spellings told of one word; the others are counted.</summary>
    public const int MaxSpellings = 12;

    /// <summary>How deep parts are told in parts; what is deeper is an <see cref="OutlineKind.Query"/>.</summary>
    public const int MaxDepth = 16;

    /// <summary>The field, one of <see cref="QueryFields"/>; null where it is the one that words without a field are looked for in.</summary>
    public string? Field { get; init; }

    /// <summary>The word, phrase, beginning, pattern, regular expression or value; of a <see cref="OutlineKind.Query"/> the part as a query, of a <see cref="OutlineKind.Native"/> the query as it was given.</summary>
    public string? Text { get; init; }

    /// <summary>Of a word: only as written.</summary>
    public bool Exact { get; init; }

    /// <summary>Of a word: other spellings of the name it is, at most <see cref="MaxSpellings"/>.</summary>
    public ImmutableArray<string> Spellings { get; init; } = [];

    /// <summary>Of a word: how many spellings there are beyond <see cref="Spellings"/>.</summary>
    public int MoreSpellings { get; init; }

    /// <summary>Of a phrase: how far its words may be moved, in all; null for exactly.</summary>
    public int? Slop { get; init; }

    /// <summary>Of a fuzzy word: 1 or 2.</summary>
    public int? Edits { get; init; }

    /// <summary>Of a pair: at most so many words between.</summary>
    public int? Distance { get; init; }

    /// <summary>Of a pair: the first part stands first.</summary>
    public bool Ordered { get; init; }

    /// <summary>Of a range its lower bound, of a period its first day (ISO 8601); null when there is none.</summary>
    public string? From { get; init; }

    /// <summary>Of a range its upper bound, of a period its last day (ISO 8601); null when there is none.</summary>
    public string? To { get; init; }

    /// <summary>Of a range: <see cref="From"/> itself is outside.</summary>
    public bool OpenFrom { get; init; }

    /// <summary>Of a range: <see cref="To"/> itself is outside.</summary>
    public bool OpenTo { get; init; }

    /// <summary>How many times it counts, where the query says so.</summary>
    public double? Boost { get; init; }

    /// <summary>Of a pair, of all, any, some and not: what they are of, in the order of the query.</summary>
    public ImmutableArray<QueryOutline> Parts { get; init; } = [];

    /// <summary>Of all: what need not be there, and ranks higher what has it.</summary>
    public ImmutableArray<QueryOutline> Better { get; init; } = [];

    /// <summary>Outlines a query.</summary>
    /// <param name="root">The tree, or null for an empty query.</param>
    /// <param name="field">Where a word without a field is looked for: not told.</param>
    /// <returns>Null for an empty query.</returns>
    public static QueryOutline? Of(QueryNode? root, string field) => root is null ? null : new OutlineWriter(field).Write(root);
}
