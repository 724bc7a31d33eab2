using System.Collections.Immutable;

namespace SearchService.Benchmarks.Peers;

/// <summary>What a clause asks for.</summary>
internal enum ClauseKind
{
    /// <summary>A term of the text.</summary>
    Term = 't',

    /// <summary>Terms side by side.</summary>
    Phrase = 'p',

    /// <summary>Terms that begin so.</summary>
    Prefix = 'x',

    /// <summary>Terms at most some edits from a word: the word, the edits. A swap of neighbours is one edit.</summary>
    Fuzzy = 'z',

    /// <summary>A stance.</summary>
    Stance = 's',

    /// <summary>Day numbers, from and to, both included.</summary>
    Days = 'd',

    /// <summary>Every document.</summary>
    All = '*',
}

/// <summary>A part of a query.</summary>
/// <param name="Occur"><c>+</c> has to match, <c>?</c> may, <c>-</c> must not, <c>#</c> has to and doesn't score.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Words">Terms as the analyzer gives them, or the values of its kind.</param>
internal sealed record PeerClause(char Occur, ClauseKind Kind, ImmutableArray<string> Words);

/// <summary>A query in a form that each engine translates into its own.</summary>
/// <param name="Class">The class its times are reported under.</param>
/// <param name="Clauses">Its parts; at least one.</param>
internal sealed record PeerQuery(string Class, ImmutableArray<PeerClause> Clauses)
{
    /// <summary>What the queries of the public benchmark's classes begin with.</summary>
    internal const string Game = "game: ";

    /// <summary>As a line: the class, then each clause behind a tab, <c>+t word</c>.</summary>
    internal string Line => string.Join('\t', [Class, .. Clauses.Select(clause => $"{clause.Occur}{(char)clause.Kind} {string.Join(' ', clause.Words)}")]);

    internal static PeerQuery Of(string @class, params IEnumerable<PeerClause> clauses) => new(@class, [.. clauses]);

    internal static PeerClause Must(ClauseKind kind, params IEnumerable<string> words) => new('+', kind, [.. words]);

    internal static PeerClause May(string word) => new('?', ClauseKind.Term, [word]);

    internal static PeerClause Filter(ClauseKind kind, params IEnumerable<string> words) => new('#', kind, [.. words]);
}
