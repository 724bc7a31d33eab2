using System.Collections.Concurrent;
using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Index.Merging;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Adds documents to an index: takes them from one thread, indexes them on several, and makes them visible all at once
/// with a commit.
/// </summary>
/// <remarks>
/// <para>
/// Documents are dealt in batches of 64 to the builders in turn, each of which writes segments of its own; so the same
/// documents and options give the same segments, byte for byte. Within a builder documents keep their order; over the
/// index they don't, and ids of documents say nothing about the order of <see cref="Add"/>.
/// </para>
/// <para>
/// Holds the index's write lock from <see cref="Create"/> to <see cref="Dispose"/>. For one thread. Whatever fails, and
/// if the process is killed, the generation that was there stays readable; what a dead writer left is deleted by the
/// next one.
/// </para>
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    private readonly IIndexDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly TextAnalyzer _analyzer;
    private readonly IndexWriterOptions _options;
    private readonly IndexCommitter _committer;
    private readonly DocumentCheck _check;
    private readonly ConcurrentBag<DocumentBatch> _spare = [];
    private readonly List<DocumentRejection> _rejections = []; // not reported yet
    private List<SegmentInfo> _pending = []; // written, not committed
    private BuilderThread[] _builders = []; // empty from a flush to the next document
    private SegmentNames? _names; // of the generation in progress
    private DocumentBatch _batch = new();
    private int _turn; // the builder that gets the next batch
    private long _added;
    private Exception? _failure;
    private bool _closed;

    private IndexWriter(IIndexDirectory directory, IndexSchema schema, TextAnalyzer analyzer, IndexWriterOptions options, IndexCommitter committer)
    {
        _directory = directory;
        _schema = schema;
        _analyzer = analyzer;
        _options = options;
        _committer = committer;
        _check = new DocumentCheck(schema, options);
    }

    /// <summary>How many documents were taken by <see cref="Add"/>, those rejected later included.</summary>
    public long AddedCount => _added;

    /// <summary>Opens an index for writing, beginning one where there is none.</summary>
    /// <param name="directory">Where the index is, or will be.</param>
    /// <param name="schema">The fields documents have; equal to the index's, unless it is being replaced.</param>
    /// <param name="analyzer">How texts are read; the index's own, unless it is being replaced.</param>
    /// <param name="options">How to work, and limits.</param>
    /// <exception cref="IndexLockedException">Another writer is at work.</exception>
    /// <exception cref="IndexFormatException">The index has other fields or another analyzer, and isn't being replaced.</exception>
    /// <exception cref="CorruptIndexException">The index's manifest is damaged.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static IndexWriter Create(IIndexDirectory directory, IndexSchema schema, TextAnalyzer analyzer, IndexWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        options.Validate();
        IndexCommitter committer = IndexCommitter.Open(directory);
        try
        {
            if (!options.Replace && committer.Current is { } current)
            {
                if (!schema.Equals(current.Schema))
                {
                    throw new IndexFormatException(directory.Location, $"the fields {current.Schema}", $"the fields {schema}; build the index anew to change them");
                }

                if (current.Analyzer != analyzer.Name)
                {
                    throw new IndexFormatException(directory.Location, $"texts read by analyzer '{current.Analyzer}'", $"analyzer '{analyzer.Name}'; build the index anew to change it");
                }
            }

            return new IndexWriter(directory, schema, analyzer, options, committer);
        }
        catch
        {
            committer.Dispose();
            throw;
        }
    }

    /// <summary>Takes a document; it is indexed later, on another thread, and visible after <see cref="Commit"/>.</summary>
    /// <remarks>Waits while the builders have all they can hold.</remarks>
    /// <param name="document">Copied (strings by reference): the caller may clear and fill it again at once.</param>
    /// <exception cref="ArgumentException">The document doesn't suit the schema or passes a limit; it is not taken.</exception>
    /// <exception cref="DocumentsRejectedException">Earlier documents were left out; this one is not taken, add it again.</exception>
    /// <exception cref="IndexWritingException">Writing failed; roll back.</exception>
    public void Add(Document document)
    {
        ThrowIfUnusable();
        _check.Check(document);
        ThrowRejections();
        _batch.Add(document, _added);
        _added++;
        if (_batch.IsFull)
        {
            Deal();
        }
    }

    /// <summary>Makes everything added visible and durable, as one new generation.</summary>
    /// <param name="userData">What the caller keeps with the index; replaces what was kept.</param>
    /// <returns>The generation.</returns>
    /// <exception cref="DocumentsRejectedException">Documents were left out; nothing is committed yet, commit again to go on without them.</exception>
    /// <exception cref="IndexWritingException">Writing failed; unless the message says otherwise, the generation before is the index's still. Roll back.</exception>
    public long Commit(IReadOnlyDictionary<string, string> userData)
    {
        ThrowIfUnusable();
        if (_batch.Count > 0)
        {
            Deal();
        }

        Flush();
        ThrowRejections();
        long before = _committer.Current?.Generation ?? 0;
        try
        {
            MergePending();
            IEnumerable<SegmentInfo> kept = _options.Replace ? [] : _committer.Current?.Segments ?? [];
            IndexManifest manifest = _committer.Commit(_schema, _analyzer.Name, kept.Concat(_pending), userData);
            _pending = [];
            _names = null;
            return manifest.Generation;
        }
        catch (Exception e) when (_committer.Current?.Generation > before)
        {
            _failure = e;
            throw new IndexWritingException(
                $"Generation {before + 1} of the index at '{_directory.Location}' is in place, but may be lost if the machine stops now: {e.Message}", e);
        }
        catch (Exception e)
        {
            throw Fail(e);
        }
    }

    /// <summary>Gives up what was added since the last commit, deletes what was written of it, and closes the writer.</summary>
    public void Rollback()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        try
        {
            StopBuilders();
            _committer.DeleteStrayFiles();
        }
        finally
        {
            _committer.Dispose();
        }
    }

    /// <summary>Closes the writer; what wasn't committed is rolled back.</summary>
    public void Dispose() => Rollback();

    private void Deal()
    {
        if (_builders.Length == 0)
        {
            StartBuilders();
        }

        BuilderThread builder = _builders[_turn];
        _turn = (_turn + 1) % _builders.Length;
        if (!builder.TryPut(_batch))
        {
            throw Fail(builder.Failure!);
        }

        _batch = _spare.TryTake(out DocumentBatch? spare) ? spare : new DocumentBatch();
    }

    private void StartBuilders()
    {
        long generation = (_committer.Current?.Generation ?? 0) + 1;
        SegmentNames names = _names ??= new SegmentNames(_committer.NextSegmentName, generation, _options.Builders + 1);
        _builders = [.. Enumerable.Range(0, _options.Builders).Select(lane => new BuilderThread(
            new SegmentBuilder(_directory, _schema, _analyzer, _options, names, lane),
            _options.QueueWeightPerBuilder,
            _spare.Add,
            $"Index builder {lane}"))];
        _turn = 0;
    }

    /// <summary>Has every builder write what it holds, and ends them: a merge can use the memory of their buffers.</summary>
    private void Flush()
    {
        foreach (BuilderThread builder in _builders)
        {
            builder.RequestFlush();
        }

        foreach (BuilderThread builder in _builders)
        {
            builder.WaitForFlush();
        }

        ThrowIfBuilderFailed();
        foreach (BuilderThread builder in _builders)
        {
            _pending.AddRange(builder.TakeSegments());
            _rejections.AddRange(builder.TakeRejections());
        }

        // By number, which is about the order in which documents came.
        _pending.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        StopBuilders();
    }

    private void MergePending()
    {
        if (_pending.Count <= _options.MaxSegments)
        {
            return;
        }

        SegmentNames names = _names!; // there are segments, so there are names
        var merged = new List<SegmentInfo>();
        foreach (IReadOnlyList<SegmentInfo> group in MergePlan.Groups(_pending))
        {
            merged.Add(group.Count == 1 ? group[0] : Merge(group, names.Next(_options.Builders)));
        }

        _directory.Leases.Delete(_pending.Except(merged).SelectMany(segment => segment.FileNames), _directory);
        _pending = merged;
    }

    private SegmentInfo Merge(IReadOnlyList<SegmentInfo> group, (string Name, Guid Id) target)
    {
        var readers = new List<SegmentReader>(group.Count);
        try
        {
            foreach (SegmentInfo segment in group)
            {
                readers.Add(SegmentReader.Open(_directory, _schema, segment, baseDocument: 0, shared: null));
            }

            return SegmentMerger.Merge(_directory, readers, target.Name, target.Id, CancellationToken.None);
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    private void StopBuilders()
    {
        foreach (BuilderThread builder in _builders)
        {
            builder.Stop();
        }

        foreach (BuilderThread builder in _builders)
        {
            builder.Dispose();
        }

        _builders = [];
    }

    private void ThrowIfUnusable()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        ThrowIfBuilderFailed();
        if (_failure is not null)
        {
            throw Fail(_failure);
        }
    }

    private void ThrowIfBuilderFailed()
    {
        foreach (BuilderThread builder in _builders)
        {
            if (builder.Failure is { } failure)
            {
                throw Fail(failure);
            }
        }
    }

    private void ThrowRejections()
    {
        foreach (BuilderThread builder in _builders)
        {
            _rejections.AddRange(builder.TakeRejections());
        }

        if (_rejections.Count > 0)
        {
            ImmutableArray<DocumentRejection> reported = [.. _rejections.OrderBy(rejection => rejection.Number)];
            _rejections.Clear();
            throw new DocumentsRejectedException(reported);
        }
    }

    private IndexWritingException Fail(Exception cause)
    {
        _failure = cause;
        return new IndexWritingException(
            $"Writing the index at '{_directory.Location}' failed: {cause.Message} What was added since the last commit is not in it; roll back and begin again.", cause);
    }
}
