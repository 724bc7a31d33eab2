using Lucene.Net.Search;
using SearchService.Backend.LuceneNet.Archive;

namespace SearchService.Backend.LuceneNet.Queries.Near;

/// <summary>Matches the documents where terms stand near each other as a phrase with slop has it, by the definition of <see cref="Analysis.Proximity.PhraseOccurrences"/>.</summary>
/// <remarks>
/// Lucene's own finds the same documents unless a term is repeated, but not all occurrences: of "a b c b a" it counts another number for <c>"a b c"~4</c>
/// than for <c>"c b a"~4</c>.
/// </remarks>
internal sealed class SloppyPhraseQuery : PhraseQuery
{
    /// <summary>Makes one without terms.</summary>
    /// <param name="slop">The largest width that matches; more than 0.</param>
    internal SloppyPhraseQuery(int slop) => Slop = slop;

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new SpanWeight(this, GetTerms()[0].Field, (ArchiveSearcher)searcher);
}
