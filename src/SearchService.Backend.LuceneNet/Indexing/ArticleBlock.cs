using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Core.Articles;

namespace SearchService.Backend.LuceneNet.Indexing;

/// <summary>Makes the block of documents that an article is: its quotations, then itself.</summary>
/// <remarks>For one thread; streams of tokens are used again from one article to the next.</remarks>
internal sealed class ArticleBlock
{
    // What Lucene takes for a value or a term. It would find out with half a block in the index.
    private const int MaxLabelBytes = 32_766;

    private static readonly FieldType Words = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS });

    // Of one block: streams are read when it is added, after all have been made.
    private readonly List<TermStream> _streams = [];
    private readonly Dictionary<TextAnalyzer, TokenReader> _readers = [];
    private readonly Dictionary<string, TokenCount> _counts = ArticleFields.OfWords.ToDictionary(static field => field, static _ => new TokenCount(), StringComparer.Ordinal);
    private int _used;

    /// <summary>The documents of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="fingerprint">Of its content.</param>
    /// <returns>To be added before the next are made.</returns>
    /// <exception cref="ArgumentException">A label is too long.</exception>
    internal List<Document> Make(Article article, out long fingerprint)
    {
        _used = 0;
        TokenReader tokens = ReaderOf(TextAnalyzer.ForLanguage(article.Language));
        List<Document> block = [];
        foreach (Quote quote in article.Quotes)
        {
            Document document = [new StringField(ArticleFields.QuotationId, QuotationId.Of(article.Id, quote), Field.Store.NO)];
            AddWords(document, ArticleFields.Said, quote.Text, tokens);
            AddWords(document, ArticleFields.SpeakerWords, NameText.WordsOf(quote.Speaker ?? ""), tokens);
            AddLabel(document, ArticleFields.Speaker, quote.Speaker);
            block.Add(document);
        }

        block.Add(Itself(article, tokens, out fingerprint));
        return block;
    }

    /// <summary>Notes how many tokens each field has, which averages are made from.</summary>
    /// <param name="properties">Of the commit.</param>
    internal void AddTokenCounts(IDictionary<string, string> properties)
    {
        foreach ((string field, TokenCount count) in _counts)
        {
            properties[CommitNotes.TokensOf(field)] = count.Value.ToString(CultureInfo.InvariantCulture);
        }
    }

    private Document Itself(Article article, TokenReader tokens, out long fingerprint)
    {
        Document document = [];
        AddWords(document, ArticleFields.Title, article.Title, tokens);
        AddWords(document, ArticleFields.Text, article.Text, tokens);
        AddWords(document, ArticleFields.SourceWords, NameText.WordsOf(article.Source ?? ""), tokens);
        foreach (string author in article.Authors)
        {
            AddWords(document, ArticleFields.AuthorWords, NameText.WordsOf(author), tokens);
            AddLabel(document, ArticleFields.Author, author);
        }

        foreach (string topic in article.Topics)
        {
            AddWords(document, ArticleFields.TopicWords, NameText.WordsOf(topic), tokens);
            AddLabel(document, ArticleFields.Topic, topic);
        }

        foreach (string person in article.People.Concat(article.Quotes.Select(static quote => quote.Speaker).OfType<string>()).Distinct(StringComparer.Ordinal))
        {
            AddWords(document, ArticleFields.PersonWords, person, tokens);
        }

        foreach (Quote quote in article.Quotes)
        {
            AddLabel(document, ArticleFields.Speaker, quote.Speaker);
        }

        document.Add(new StringField(ArticleFields.Id, article.Id, Field.Store.NO));
        Add(document, ArticleFields.Id, article.Id); // every article has one, be it empty
        Add(document, ArticleFields.Story, article.StoryId);
        AddLabel(document, ArticleFields.Source, article.Source);
        AddLabel(document, ArticleFields.Country, article.Country);
        AddLabel(document, ArticleFields.Stance, article.Stance);
        AddLabel(document, ArticleFields.Language, article.Language);
        AddLabel(document, ArticleFields.Date, article.Date?.ToString());
        byte[] stored = ArticleCodec.Encode(article, out fingerprint);
        document.Add(new NumericDocValuesField(ArticleFields.Fingerprint, fingerprint));
        document.Add(new StoredField(ArticleFields.Stored, stored));
        return document;
    }

    private static FieldType Frozen(FieldType type) => type.Freeze();

    private static void AddLabel(Document document, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Add(document, field, value);
        }
    }

    private static void Add(Document document, string field, string label)
    {
        BytesRef bytes = new(label);
        if (bytes.Length > MaxLabelBytes)
        {
            throw new ArgumentException($"The article can't be indexed. It has a value of {bytes.Length:N0} bytes in field '{field}'; {MaxLabelBytes:N0} are the limit.", nameof(label));
        }

        document.Add(new SortedSetDocValuesField(field, bytes));
    }

    private void AddWords(Document document, string field, string text, TokenReader tokens)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_used == _streams.Count)
        {
            _streams.Add(new TermStream());
        }

        TermStream stream = _streams[_used++];
        stream.Set(text, tokens, ArticleFields.HasStems(field), _counts[field]);
        document.Add(new Field(field, stream, Words));
    }

    private TokenReader ReaderOf(TextAnalyzer analyzer)
    {
        if (!_readers.TryGetValue(analyzer, out TokenReader? reader))
        {
            _readers.Add(analyzer, reader = analyzer.CreateReader());
        }

        return reader;
    }
}
