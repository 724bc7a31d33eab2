using System.Collections.Immutable;
using SearchService.Core.Articles;

namespace SearchService.Core.Queries;

/// <summary>A part of a query, with its place in the input.</summary>
/// <param name="Offset">First UTF-16 unit in the input.</param>
/// <param name="Length">UTF-16 units in the input.</param>
/// <remarks>Trees are immutable; a backend executes them and never parses.</remarks>
public abstract record QueryNode(int Offset, int Length);

/// <summary>All articles: <c>*</c> or <c>*:*</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
public sealed record AllNode(int Offset, int Length) : QueryNode(Offset, Length);

/// <summary>No article: what is left of a query of which nothing could be understood or executed, and of <c>-*:*</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
public sealed record NoneNode(int Offset, int Length) : QueryNode(Offset, Length);

/// <summary>A word, found in any inflection unless <paramref name="Verbatim"/>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Field">A name of <see cref="QueryFields"/>.</param>
/// <param name="Text">As typed, unescaped; may hold several tokens (<c>well-known</c>), which then stand side by side.</param>
/// <param name="Verbatim">Only as written: no inflection, no other spelling.</param>
public sealed record WordNode(int Offset, int Length, string Field, string Text, bool Verbatim = false) : QueryNode(Offset, Length)
{
    /// <summary>Other spellings of the name it is, each one word: all together count as one word. The parser gives none.</summary>
    public ImmutableArray<string> Variants { get; init; } = [];
}

/// <summary>Words as written, in order: <c>"…"</c>, <c>"…"~3</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Field">A name of <see cref="QueryFields"/>.</param>
/// <param name="Text">What stood between the quotation marks, unescaped.</param>
/// <param name="Slop">How far the words may be moved, in all; 0 for exactly.</param>
public sealed record PhraseNode(int Offset, int Length, string Field, string Text, int Slop = 0) : QueryNode(Offset, Length);

/// <summary>Words that begin so: <c>peace*</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Field">A name of <see cref="QueryFields"/>.</param>
/// <param name="Prefix">Without the asterisk, unescaped, not empty.</param>
public sealed record PrefixNode(int Offset, int Length, string Field, string Prefix) : QueryNode(Offset, Length);

/// <summary>Words of a pattern: <c>?aliningrad</c>, <c>to*ev</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Field">A name of <see cref="QueryFields"/>.</param>
/// <param name="Pattern">With <c>?</c> for one character and <c>*</c> for any number; a literal one is escaped by <c>\</c>.</param>
public sealed record WildcardNode(int Offset, int Length, string Field, string Pattern) : QueryNode(Offset, Length);

/// <summary>Words at most so many edits away: <c>tokayev~1</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Field">A name of <see cref="QueryFields"/>.</param>
/// <param name="Text">As typed, unescaped.</param>
/// <param name="Edits">1 or 2.</param>
public sealed record FuzzyNode(int Offset, int Length, string Field, string Text, int Edits) : QueryNode(Offset, Length);

/// <summary>Words that match a regular expression: <c>/tok(a|aj)ev/</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Field">A name of <see cref="QueryFields"/>.</param>
/// <param name="Pattern">Between the slashes; <c>\/</c> unescaped.</param>
public sealed record RegexNode(int Offset, int Length, string Field, string Pattern) : QueryNode(Offset, Length);

/// <summary>Two expressions near each other: <c>a NEAR/8 b</c>, <c>a ONEAR/8 b</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Left">The first.</param>
/// <param name="Right">The second.</param>
/// <param name="Distance">At most so many words between.</param>
/// <param name="Ordered">The left one stands first.</param>
public sealed record NearNode(int Offset, int Length, QueryNode Left, QueryNode Right, int Distance, bool Ordered) : QueryNode(Offset, Length);

/// <summary>A value, as a whole and in any case, of a field that holds labels: <c>stance:critical</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Field">country, stance, language or id.</param>
/// <param name="Value">Unescaped.</param>
public sealed record ValueNode(int Offset, int Length, string Field, string Value) : QueryNode(Offset, Length);

/// <summary>Values or words between two bounds, by code point: <c>source:[a TO m}</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Field">A name of <see cref="QueryFields"/> other than date.</param>
/// <param name="Lower">Null when open.</param>
/// <param name="Upper">Null when open.</param>
/// <param name="IncludeLower">With <c>[</c>.</param>
/// <param name="IncludeUpper">With <c>]</c>.</param>
public sealed record RangeNode(int Offset, int Length, string Field, string? Lower, string? Upper, bool IncludeLower, bool IncludeUpper)
    : QueryNode(Offset, Length);

/// <summary>A period of publication: <c>date:2022</c>, <c>date:[2022-01-05 TO *]</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Period">Half-open.</param>
public sealed record DateNode(int Offset, int Length, DatePeriod Period) : QueryNode(Offset, Length);

/// <summary>Articles without a value: <c>_missing:date</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Field">A name of <see cref="QueryFields"/>.</param>
public sealed record MissingNode(int Offset, int Length, string Field) : QueryNode(Offset, Length);

/// <summary>A whole query in a syntax of the backend's own, which it alone reads: nothing above the seam looks into it.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Syntax">One of <see cref="Indexes.BackendCapabilities.Syntaxes"/>.</param>
/// <param name="Text">As given, not blank.</param>
/// <remarks>Always the root; the parser of the query language gives none.</remarks>
public sealed record NativeNode(int Offset, int Length, string Syntax, string Text) : QueryNode(Offset, Length);

/// <summary>Counts so many times: <c>word^3</c>.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Child">What is counted.</param>
/// <param name="Factor">Finite, not negative.</param>
public sealed record BoostNode(int Offset, int Length, QueryNode Child, double Factor) : QueryNode(Offset, Length);

/// <summary>Clauses joined by AND, OR, NOT, <c>+</c>, <c>-</c>, or standing side by side.</summary>
/// <param name="Offset">See <see cref="QueryNode"/>.</param>
/// <param name="Length">See <see cref="QueryNode"/>.</param>
/// <param name="Clauses">At least one. With no <see cref="ClauseKind.Must"/>, one <see cref="ClauseKind.Should"/> has to match;
/// with only <see cref="ClauseKind.MustNot"/>, everything else matches.</param>
public sealed record BooleanNode(int Offset, int Length, ImmutableArray<QueryClause> Clauses) : QueryNode(Offset, Length);

/// <summary>A child of a <see cref="BooleanNode"/>.</summary>
/// <param name="Kind">Whether it has to match.</param>
/// <param name="Node">The child.</param>
/// <param name="Implicit">A <see cref="ClauseKind.Must"/> that stands only because words stand side by side: the first to be
/// relaxed when nothing has all words. Then it is a <see cref="ClauseKind.Should"/>, and still implicit.</param>
public readonly record struct QueryClause(ClauseKind Kind, QueryNode Node, bool Implicit = false);

/// <summary>Whether a clause has to match.</summary>
public enum ClauseKind
{
    /// <summary>Every match has it.</summary>
    Must,

    /// <summary>It counts for rank, and one of these has to match when there is no <see cref="Must"/>.</summary>
    Should,

    /// <summary>No match has it.</summary>
    MustNot,
}
