using Lucene.Net.Index;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Core.Articles;

namespace SearchService.Backend.LuceneNet.Inspection;

/// <summary>Reads every article of a generation, and compares with it what the index has of it.</summary>
/// <param name="archive">The generation.</param>
/// <param name="cancellation">Ends it between articles.</param>
internal sealed class CheckedArticles(ArchiveReader archive, CancellationToken cancellation)
{
    private readonly NumericDocValues? _fingerprints = MultiDocValues.GetNumericValues(archive.Reader, ArticleFields.Fingerprint);

    /// <summary>What is wrong, a sentence for each article; none where all is well.</summary>
    internal IEnumerable<(string Segment, string Problem)> Problems()
    {
        foreach (int document in archive.Articles.Each())
        {
            cancellation.ThrowIfCancellationRequested();
            if (ProblemOf(document) is { } problem)
            {
                yield return (SegmentOf(document), $"article {document}: {problem}");
            }
        }
    }

    /// <summary>Fields that have other numbers of tokens than the commit notes, from which the lengths of texts are averaged.</summary>
    internal IEnumerable<string> MiscountedFields()
    {
        foreach (string field in ArticleFields.OfWords)
        {
            cancellation.ThrowIfCancellationRequested();
            long noted = CommitNotes.Number(archive.Notes, CommitNotes.TokensOf(field)), counted = TermWalk.Written(archive.Reader, field).Sum(static words => words.TotalTermFreq);
            if (noted != counted)
            {
                yield return $"field '{field}' has {counted} tokens, and the commit notes {noted}";
            }
        }
    }

    private string? ProblemOf(int document)
    {
        Article article;
        try
        {
            article = archive.ReadArticle(document);
        }
        catch (InvalidDataException exception)
        {
            return exception.Message;
        }

        ArticleCodec.Encode(article, out long fingerprint);
        if (fingerprint != _fingerprints?.Get(document))
        {
            return $"'{article.Id}' has another fingerprint than its content";
        }

        if (archive.Find(ArticleFields.Id, article.Id) != document || archive.Label(ArticleFields.Id).First(document) != article.Id)
        {
            return $"'{article.Id}' is not what is found by its id";
        }

        Range quotations = archive.QuotationsOf(document);
        int count = quotations.End.Value - quotations.Start.Value;
        return count != article.Quotes.Count ? $"'{article.Id}' has {article.Quotes.Count} quotations, and {count} documents of such"
            : article.Quotes.Any(quote => !IsIn(archive.Find(ArticleFields.QuotationId, QuotationId.Of(article.Id, quote)), quotations)) ? $"'{article.Id}' has a quotation that isn't found by its id"
            : null;
    }

    private static bool IsIn(int document, Range range) => document >= range.Start.Value && document < range.End.Value;

    private string SegmentOf(int document)
    {
        AtomicReaderContext leaf = archive.Reader.Leaves[ReaderUtil.SubIndex(document, archive.Reader.Leaves)];
        return ((SegmentReader)leaf.AtomicReader).SegmentName;
    }
}
