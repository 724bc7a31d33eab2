using System.Collections.Immutable;
using System.Text;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Indexing;
using SearchService.Backend.LuceneNet.Queries;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Backend.Names;
using SearchService.Core.Queries;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>What the dictionaries of a generation tell of words and names.</summary>
/// <param name="archive">Held while this is used.</param>
internal sealed class ArchiveDictionary(ArchiveReader archive) : INameDictionary
{
    /// <inheritdoc/>
    public ImmutableArray<TextAnalyzer> Analyzers => archive.Analyzers;

    /// <inheritdoc/>
    public long ArticlesWith(string field, ReadOnlySpan<byte> stem) => archive.DocumentFrequency(TermBytes.Of(FieldOf(field), TermForm.Word, stem));

    /// <inheritdoc/>
    public long ArticlesWithAny(string field) => archive.Reader.GetDocCount(FieldOf(field));

    /// <inheritdoc/>
    public IEnumerable<(string Word, long Articles)> WordsOfPeople() => Words(ArticleFields.PersonWords);

    /// <inheritdoc/>
    public IEnumerable<(string Word, long Articles)> WordsOfBylines() => Words(ArticleFields.AuthorWords);

    /// <inheritdoc/>
    public IEnumerable<(string Name, long Quotations)> Speakers()
    {
        LabelColumn speakers = archive.Label(ArticleFields.Speaker);
        long[] counts = new long[speakers.Values.Length];
        foreach (int quotation in archive.Quotations.Each())
        {
            foreach (int ordinal in speakers.Of(quotation))
            {
                counts[ordinal]++;
            }
        }

        return speakers.Values.Zip(counts).Where(static speaker => speaker.Second > 0);
    }

    /// <inheritdoc/>
    public bool IsSpeaker(string name) => archive.Label(ArticleFields.Speaker).OrdinalOf(name) >= 0;

    /// <inheritdoc/>
    public long ArticlesWith(string written, string? person, CancellationToken cancellationToken)
    {
        Query inText = Of(ArticleFields.Text, written);
        Query query = person is null ? inText : LuceneQueries.AllOf(inText, Of(ArticleFields.PersonWords, person));
        using Matches found = Matches.Find(archive, query, scored: false, cancellationToken);
        return found.Documents.Cardinality;

        static TermQuery Of(string field, string word) => new(TermBytes.Of(field, TermForm.Written, Encoding.UTF8.GetBytes(word)));
    }

    /// <summary>The field of the index that texts or headlines are in.</summary>
    internal static string FieldOf(string field) => field == QueryFields.Title ? ArticleFields.Title : ArticleFields.Text;

    private IEnumerable<(string Word, long Articles)> Words(string field) =>
        TermWalk.Written(archive.Reader, field).Select(static words => (Encoding.UTF8.GetString(TermBytes.Unmarked(words.Term)), (long)words.DocFreq));
}
