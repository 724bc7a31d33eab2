using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;
using SearchService.Backend.Embedded.Quotations;
using SearchService.Backend.Names;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Backend.Embedded;

/// <summary>What the dictionaries of a snapshot tell of words and names.</summary>
/// <param name="archive">Held while this is used.</param>
internal sealed class SnapshotDictionary(ArchiveSnapshot archive) : INameDictionary
{
    /// <inheritdoc/>
    public ImmutableArray<TextAnalyzer> Analyzers => WordLanguages.Of(archive.Articles);

    /// <inheritdoc/>
    public long ArticlesWith(string field, ReadOnlySpan<byte> stem) => archive.Articles.DocumentFrequency(FieldOf(field), TermForm.Word, stem);

    /// <inheritdoc/>
    public long ArticlesWithAny(string field) => archive.Articles.Statistics(FieldOf(field)).DocumentCount;

    /// <inheritdoc/>
    public IEnumerable<(string Word, long Articles)> WordsOfPeople() => Words(ArticleFields.PersonWords);

    /// <inheritdoc/>
    public IEnumerable<(string Word, long Articles)> WordsOfBylines() => Words(ArticleFields.AuthorWords);

    /// <inheritdoc/>
    public IEnumerable<(string Name, long Quotations)> Speakers()
    {
        foreach (KeywordColumn speakers in SpeakersBySegment())
        {
            for (int ordinal = 0; ordinal < speakers.ValueCount; ordinal++)
            {
                yield return (speakers.Text(ordinal), speakers.Count(ordinal));
            }
        }
    }

    /// <inheritdoc/>
    public bool IsSpeaker(string name)
    {
        byte[] value = Encoding.UTF8.GetBytes(name);
        return SpeakersBySegment().Any(speakers => speakers.TryFindOrdinal(value, out _));
    }

    /// <inheritdoc/>
    public long ArticlesWith(string written, string? person, CancellationToken cancellationToken)
    {
        TermQuery inText = new(ArticleFields.Text, TermForm.Written, Encoding.UTF8.GetBytes(written));
        Query query = person is null ? inText : BooleanQuery.AllOf(inText, new TermQuery(ArticleFields.PersonWords, TermForm.Written, Encoding.UTF8.GetBytes(person)));
        return archive.ArticleSearcher.Search(new EngineSearch { Query = query, Size = 0 }, cancellationToken).Total;
    }

    private static int FieldOf(string field) => field == QueryFields.Title ? ArticleFields.Title : ArticleFields.Text;

    private IEnumerable<KeywordColumn> SpeakersBySegment() =>
        archive.Quotations.Segments.Select(static segment => segment.Keywords(QuotationFields.Labels.Of(FacetFields.Speaker)));

    private IEnumerable<(string Word, long Articles)> Words(int field)
    {
        foreach (TermEnumerator terms in archive.Articles.Segments.Select(segment => segment.Terms(field, TermForm.Written).From([])))
        {
            while (terms.MoveNext())
            {
                yield return (Encoding.UTF8.GetString(terms.Term), terms.DocumentFrequency);
            }
        }
    }
}
