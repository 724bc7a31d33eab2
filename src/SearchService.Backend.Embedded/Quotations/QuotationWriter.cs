using SearchService.Core.Articles;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>Writes the quotations of a generation, before the commit of its articles.</summary>
internal sealed class QuotationWriter : IDisposable
{
    // Quotations are short: one thread keeps up with those that index whole articles, and keeps their order.
    private const int Builders = 1;
    private const long BufferBytes = 32L << 20;

    private readonly IndexWriter _writer;
    private readonly Document _document = new();
    private bool _isCommitted;

    /// <summary>Begins.</summary>
    /// <param name="directory">The index, whose lock the caller holds.</param>
    /// <param name="generation">Of the articles' commit to come.</param>
    /// <param name="intoOneSegment">Whether they end in one segment.</param>
    internal QuotationWriter(IIndexDirectory directory, long generation, bool intoOneSegment)
    {
        Prefix = QuotationFiles.PrefixOf(generation);
        IndexWriterOptions options = new() { Replace = true, Builders = Builders, BufferBytesPerBuilder = BufferBytes };
        options = intoOneSegment ? options with { MaxSegments = 1 } : options;
        _writer = IndexWriter.Create(new PrefixedDirectory(directory, Prefix), QuotationFields.Schema, ArticleFields.Analyzer, options);
    }

    /// <summary>What the names of the files begin with.</summary>
    internal string Prefix { get; }

    /// <summary>Takes an article's quotations.</summary>
    internal void Add(Article article)
    {
        for (int number = 0; number < article.Quotes.Count; number++)
        {
            QuotationDocument.Fill(_document, article, number);
            _writer.Add(_document);
        }
    }

    /// <summary>Makes them durable; once, however often the articles' commit is tried.</summary>
    internal void Commit()
    {
        if (!_isCommitted)
        {
            _writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal));
            _isCommitted = true;
        }
    }

    /// <summary>Closes the files; what wasn't committed is deleted.</summary>
    public void Dispose() => _writer.Dispose();
}
