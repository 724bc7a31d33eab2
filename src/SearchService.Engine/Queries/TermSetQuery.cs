using System.Collections.Immutable;
using SearchService.Analysis;

namespace SearchService.Engine.Queries;

/// <summary>Matches the documents whose text field holds a term of a set that the dictionary is walked for. Score: 1.</summary>
/// <remarks>
/// Every term of the dictionary that fits counts, however many there are; memory is one bit per document. The score
/// is constant, as in Lucene: summing the idf of a thousand expansions would reward rare misspellings.
/// </remarks>
/// <param name="Field">Number of a text field.</param>
/// <param name="Forms">The forms of the tokens that are looked at; one that fits is enough.</param>
public abstract record TermSetQuery(int Field, ImmutableArray<TermForm> Forms) : Query
{
    /// <summary>Judges terms: a new judge for each walk over a dictionary, or reader of texts.</summary>
    public abstract TermJudge Judge();
}
