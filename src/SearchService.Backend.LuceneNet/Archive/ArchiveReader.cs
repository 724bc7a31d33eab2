using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Backend.LuceneNet.Suggest;
using SearchService.Backend.Names;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>One generation as a search sees it: Lucene's reader, and what is counted by, in arrays.</summary>
/// <remarks>
/// Thread-safe. Users are counted by Lucene's reader; with the last its files are closed. A document is named by its number in the whole index:
/// quotations come before the article that they stand in.
/// </remarks>
internal sealed class ArchiveReader : IGeneration
{
    private readonly DirectoryReader _reader;
    private readonly ArchiveSimilarity _similarity;
    private readonly ArticleBlocks _blocks;
    private readonly ImmutableDictionary<string, LabelColumn> _labels;
    private readonly ILookup<int, int> _stories; // of each story its articles
    private readonly Lazy<ArchiveNames> _names;
    private readonly ConcurrentDictionary<string, FixedBitSet> _withoutWords = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AccentedWords> _accentedWords = new(StringComparer.Ordinal);

    private ArchiveReader(string name, Directory directory, DirectoryReader reader)
    {
        _reader = reader;
        Commit = CommitFile.CommitOf(directory, reader.IndexCommit.SegmentsFileName);
        Notes = reader.IndexCommit.UserData;
        Generation = CommitNotes.Number(Notes, CommitNotes.Generation);
        Created = CommitNotes.TimeOf(Notes);
        _blocks = new ArticleBlocks(reader);
        Articles = _blocks.Articles();
        LengthInBytes = reader.IndexCommit.FileNames.Sum(directory.FileLength);
        State = new IndexState(name, Generation, _blocks.Count);
        Quotations = Articles.Clone();
        Quotations.Flip(0, Quotations.Length);
        _labels = ArticleFields.Labels
            .Select(field => KeyValuePair.Create(field, new LabelColumn(reader, field, _blocks)))
            .Append(KeyValuePair.Create(ArticleFields.Speaker, new LabelColumn(reader, ArticleFields.Speaker, blocks: null)))
            .ToImmutableDictionary(StringComparer.Ordinal);
        Analyzers =
        [
            TextAnalyzer.ByLanguage,
            .. Label(ArticleFields.Language).Values.Select(TextAnalyzer.ForLanguage).Distinct().Where(static analyzer => analyzer != TextAnalyzer.ByLanguage),
        ];
        _stories = Articles.Each().ToLookup(article => Label(ArticleFields.Story).Of(article)[0]);
        Dates = new DateColumn(Label(ArticleFields.Date));
        _similarity = new ArchiveSimilarity(Notes);
        Dictionary = new ArchiveDictionary(this);
        _names = new Lazy<ArchiveNames>(() => new ArchiveNames(Dictionary));
        SpeakerNames = new SpeakerNames(Dictionary);
    }

    /// <inheritdoc/>
    public string Commit { get; }

    /// <summary>Gets the state that answers.</summary>
    internal IndexState State { get; }

    /// <summary>Gets the number of the generation.</summary>
    internal long Generation { get; }

    /// <summary>Gets what its commit notes.</summary>
    internal IDictionary<string, string> Notes { get; }

    /// <summary>Gets when it was committed, UTC.</summary>
    internal DateTimeOffset Created { get; }

    /// <summary>Gets how long its files are.</summary>
    internal long LengthInBytes { get; }

    /// <summary>Gets Lucene's reader.</summary>
    internal IndexReader Reader => _reader;

    /// <summary>Gets how many documents there are, articles and quotations.</summary>
    internal int DocumentCount => _reader.MaxDoc;

    /// <summary>Gets the documents that are articles. Not to be changed.</summary>
    internal FixedBitSet Articles { get; }

    /// <summary>Gets the documents that are quotations. Not to be changed.</summary>
    internal FixedBitSet Quotations { get; }

    /// <summary>Gets the ways in which articles were made words of, each once: that of articles without a language first, whether there are any or not.</summary>
    internal ImmutableArray<TextAnalyzer> Analyzers { get; }

    /// <summary>Gets the date of each document.</summary>
    internal DateColumn Dates { get; }

    /// <summary>Gets what the dictionaries tell.</summary>
    internal ArchiveDictionary Dictionary { get; }

    /// <summary>Gets which words are parts of names; the first caller waits for them to be found.</summary>
    internal ArchiveNames Names => _names.Value;

    /// <summary>Gets who speaks in the quotations.</summary>
    internal SpeakerNames SpeakerNames { get; }

    /// <summary>Opens the latest generation.</summary>
    /// <param name="name">The index's.</param>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="IndexException">Another version made it.</exception>
    internal static ArchiveReader Open(string name, string path) => LuceneErrors.Reading(path, () =>
    {
        Directory directory = ArchiveDirectory.OpenForSearching(path);
        DirectoryReader? reader = null;
        try
        {
            reader = DirectoryReader.Open(directory);
            RequireVersion(reader.IndexCommit.UserData, path);
            ArchiveReader archive = new(name, directory, reader);
            reader.AddReaderDisposedListener(new DirectoryCloser(directory));
            return archive;
        }
        catch
        {
            reader?.Dispose();
            directory.Dispose();
            throw;
        }
    });

    /// <summary>Lucene's searcher for one search.</summary>
    /// <param name="cancellation">Ends it early.</param>
    internal ArchiveSearcher SearcherFor(CancellationToken cancellation) => new(_reader, _similarity, cancellation);

    /// <summary>The values of a label.</summary>
    /// <param name="field">One of <see cref="ArticleFields.Labels"/>, or <see cref="ArticleFields.Speaker"/>.</param>
    internal LabelColumn Label(string field) => _labels[field];

    /// <summary>The articles of a story, ascending.</summary>
    /// <param name="story">Its ordinal.</param>
    internal IEnumerable<int> ArticlesOfStory(int story) => _stories[story];

    /// <summary>The words of a field that have diacritics; the first caller waits for them to be read.</summary>
    /// <param name="field">One of <see cref="ArticleFields.OfWords"/>.</param>
    internal AccentedWords AccentedWords(string field) => _accentedWords.GetOrAdd(field, static (name, reader) => new AccentedWords(reader, name), _reader);

    /// <summary>The article that a document is, or stands in.</summary>
    internal int ArticleOf(int document) => _blocks.ArticleOf(document);

    /// <summary>The quotations of an article, in the order of its text: all documents from the first to before the article.</summary>
    /// <param name="article">Its document.</param>
    internal Range QuotationsOf(int article) => (article == 0 ? 0 : Articles.PrevSetBit(article - 1) + 1)..article;

    /// <summary>The place of a quotation among those of its article.</summary>
    /// <param name="quotation">Its document.</param>
    internal int PlaceOf(int quotation) => quotation - QuotationsOf(ArticleOf(quotation)).Start.Value;

    /// <summary>The documents without any word in a field: a set of its own. The first caller waits for the lengths of all to be read.</summary>
    /// <param name="field">One of <see cref="ArticleFields.OfWords"/>.</param>
    internal FixedBitSet WithoutWords(string field) => _withoutWords.GetOrAdd(field, static (name, reader) => ReadWithoutWords(reader, name), _reader).Clone();

    /// <summary>The document that has a term which no other has; −1 for none.</summary>
    /// <param name="field"><see cref="ArticleFields.Id"/> or <see cref="ArticleFields.QuotationId"/>.</param>
    /// <param name="value">Exactly.</param>
    internal int Find(string field, string value)
    {
        Term term = new(field, value);
        foreach (AtomicReaderContext leaf in _reader.Leaves)
        {
            if (leaf.AtomicReader.GetTermDocsEnum(term)?.NextDoc() is { } document and not DocIdSetIterator.NO_MORE_DOCS)
            {
                return leaf.DocBase + document;
            }
        }

        return -1;
    }

    /// <summary>How many documents have a term.</summary>
    internal int DocumentFrequency(Term term) => _reader.DocFreq(term);

    /// <summary>An article as it was stored.</summary>
    /// <param name="document">Of the article, or of a quotation in it.</param>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    internal Article ReadArticle(int document)
    {
        BytesRef? stored;
        try
        {
            stored = _reader.Document(ArticleOf(document)).GetBinaryValue(ArticleFields.Stored);
        }
        catch (Exception exception) when (exception is not (IOException or ObjectDisposedException or OutOfMemoryException))
        {
            // Of a damaged block Lucene makes anything, null references too; the file is too large to be held against its checksum when it is opened.
            throw new InvalidDataException($"Document {ArticleOf(document)} is damaged: {exception.Message}", exception);
        }

        return stored is null
            ? throw new InvalidDataException($"Document {ArticleOf(document)} has no stored article.")
            : ArticleCodec.Decode(stored.Bytes.AsSpan(stored.Offset, stored.Length).ToArray());
    }

    /// <inheritdoc/>
    public bool TryTake() => _reader.TryIncRef();

    /// <inheritdoc/>
    public void Dispose() => _reader.DecRef();

    private static FixedBitSet ReadWithoutWords(DirectoryReader reader, string field)
    {
        NumericDocValues? lengths = MultiDocValues.GetNormValues(reader, field);
        FixedBitSet without = new(reader.MaxDoc);
        for (int document = 0; document < without.Length; document++)
        {
            if (lengths is null || lengths.Get(document) == 0)
            {
                without.Set(document);
            }
        }

        return without;
    }

    private static void RequireVersion(IDictionary<string, string> notes, string path)
    {
        long version = CommitNotes.Number(notes, CommitNotes.Version);
        string analyzer = notes.TryGetValue(CommitNotes.Analyzer, out string? name) ? name : "";
        if (version != CommitNotes.CurrentVersion || analyzer != LuceneNetBackend.AnalyzerName)
        {
            throw new IndexException("index_format", string.Create(
                CultureInfo.InvariantCulture,
                $"The index in '{path}' has version {version} and words by '{analyzer}'; this program reads version {CommitNotes.CurrentVersion} and words by '{LuceneNetBackend.AnalyzerName}'. Build it anew."));
        }
    }

    private sealed class DirectoryCloser(Directory directory) : IReaderDisposedListener
    {
        public void OnDispose(IndexReader reader) => directory.Dispose();
    }
}
