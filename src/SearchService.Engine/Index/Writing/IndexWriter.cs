using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Adds documents to an index and deletes them: takes documents from one thread, indexes them on several, merges segments
/// on one more, and makes everything visible at once with a commit.
/// </summary>
/// <remarks>
/// <para>
/// Documents are dealt in batches of 64 to the builders in turn, each of which writes segments of its own. Which segments
/// are merged follows from the order in which builders write them and not from time; so the same documents and options
/// give the same segments, byte for byte. Within a builder documents keep their order; over the index they don't, and ids
/// of documents say nothing about the order of <see cref="Add"/>.
/// </para>
/// <para>
/// A commit doesn't wait for merges, but for those of a build (see <see cref="IndexWriterOptions.MaxSegments"/>): it names
/// the segments there are. What is merged later is in the next commit, or in one that <see cref="FinishMerges"/> makes.
/// So a writer that commits while merges go on gives the same documents, deletions and scores, but which generation has
/// which segments depends on time.
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
    private readonly BatchDealer _builders;
    private readonly DeletionLog _deletions = new();
    private readonly MergeThread _merges = new();
    private readonly SegmentSet _segments;
    private SegmentNames? _names; // of the generation in progress
    private long _added;
    private bool _changed; // anything since the last commit
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
        _builders = new BatchDealer(options.Builders, StartBuilder);
        IEnumerable<SegmentInfo> kept = options.Replace ? [] : committer.Current?.Segments ?? [];
        _segments = new SegmentSet(directory, schema, options, kept, _merges, () => Names().Next(options.Builders));
    }

    /// <summary>What the next commit will be.</summary>
    public long NextGeneration => (_committer.Current?.Generation ?? 0) + 1;

    /// <summary>What was kept with the index at the latest commit; empty before the first.</summary>
    public IReadOnlyDictionary<string, string> UserData => _committer.Current?.UserData ?? ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How many documents were taken by <see cref="Add"/>, those rejected later included.</summary>
    public long AddedCount => _added;

    /// <summary>Opens an index for writing, beginning one where there is none.</summary>
    /// <param name="directory">Where the index is, or will be.</param>
    /// <param name="schema">The fields documents have; equal to the index's, unless it is being replaced.</param>
    /// <param name="analyzer">How texts are read; the index's own, unless it is being replaced.</param>
    /// <param name="options">How to work, and limits.</param>
    /// <exception cref="IndexLockedException">Another writer is at work.</exception>
    /// <exception cref="IndexFormatException">
    /// The index has other fields or another analyzer or is of an older format version, and isn't being replaced; or it is of a newer one, or of
    /// another backend.
    /// </exception>
    /// <exception cref="CorruptIndexException">The index's manifest is damaged, or a set of deleted documents, and the index isn't being replaced.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static IndexWriter Create(IIndexDirectory directory, IndexSchema schema, TextAnalyzer analyzer, IndexWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        options.Validate();
        IndexCommitter committer = IndexCommitter.Open(directory, replacing: options.Replace);
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
        _changed = true;
        if (_builders.Add(document, _added++))
        {
            ThrowIfFailed();
            DeleteReplaced();
        }
    }

    /// <summary>Deletes all documents that have a keyword, of those committed and those added before; seen after <see cref="Commit"/>.</summary>
    /// <remarks>Costs a look-up in each segment at the next commit. Documents added later stay: delete, then add, to replace one.</remarks>
    /// <param name="field">The number of a keyword field.</param>
    /// <param name="value">The keyword, whole.</param>
    /// <exception cref="ArgumentException">The field isn't a keyword field.</exception>
    /// <exception cref="IndexWritingException">Writing failed; roll back.</exception>
    public void Delete(int field, string value)
    {
        ThrowIfUnusable();
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)field, (uint)_schema.Fields.Length, nameof(field));
        if (_schema[field].Kind != FieldKind.Keyword)
        {
            throw new ArgumentException($"Field '{_schema[field].Name}' isn't a keyword field.", nameof(field));
        }

        _deletions.Add(field, value, _added);
        _changed = true;
    }

    /// <summary>Makes everything added and deleted visible and durable, as one new generation.</summary>
    /// <remarks>Merges that are due begin when it is durable, in the background.</remarks>
    /// <param name="userData">What the caller keeps with the index; replaces what was kept.</param>
    /// <returns>The generation.</returns>
    /// <exception cref="DocumentsRejectedException">Documents were left out; nothing is committed yet, commit again to go on without them.</exception>
    /// <exception cref="IndexWritingException">Writing failed; unless the message says otherwise, the generation before is the index's still. Roll back.</exception>
    public long Commit(IReadOnlyDictionary<string, string> userData)
    {
        Flush();
        return Guarded(() =>
        {
            _segments.Delete(_deletions);
            if (_options.Replace || _committer.Current is null)
            {
                WaitForMerges();
                _segments.ForceMerges(_options.MaxSegments, reclaim: false);
                WaitForMerges();
            }

            long generation = CommitSegments(userData);
            _changed = false;
            if (_options.Replace)
            {
                _segments.Clear(); // what comes next replaces them
            }
            else
            {
                _segments.ChooseMerges();
            }

            return generation;
        });
    }

    /// <summary>Merges segments until there are few, and writes those with deletions again without them; seen after <see cref="Commit"/>.</summary>
    /// <remarks>Waits. Writes up to as many bytes as the index has, and needs that room until the commit.</remarks>
    /// <param name="maxSegments">How many segments may be left. There may be more in an index above 4 GiB, the most of a segment.</param>
    /// <exception cref="DocumentsRejectedException">Documents were left out; nothing is merged yet, ask again to go on without them.</exception>
    /// <exception cref="IndexWritingException">Writing failed; roll back.</exception>
    public void ForceMerge(int maxSegments = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSegments);
        Flush();
        Guarded(() =>
        {
            _segments.Delete(_deletions);
            WaitForMerges();
            _segments.ForceMerges(maxSegments, reclaim: true);
            WaitForMerges();
            _changed = true;
            return 0L;
        });
    }

    /// <summary>
    /// Waits for the merges that the last commit began, and makes what they made a generation of its own, of the same
    /// documents and user data: what a program does before it ends, so that updates don't leave more and more segments.
    /// </summary>
    /// <returns>The generation; that of the last commit when nothing had to be merged.</returns>
    /// <exception cref="InvalidOperationException">Something was added or deleted since the last commit.</exception>
    /// <exception cref="IndexWritingException">Merging failed; what was committed is the index still. Roll back.</exception>
    public long FinishMerges()
    {
        ThrowIfUnusable();
        if (_changed || _committer.Current is not { } current)
        {
            throw new InvalidOperationException("There is something to commit: merges are finished after a commit.");
        }

        return Guarded(() =>
        {
            WaitForMerges();
            _segments.RenewSizes();
            _segments.ChooseMerges();
            WaitForMerges();
            return _options.Replace || _segments.HasAll(current.Segments) ? current.Generation : CommitSegments(current.UserData);
        });
    }

    /// <summary>Gives up what was added since the last commit, and merges that aren't in one, deletes what was written of both, and closes the writer.</summary>
    public void Rollback()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        try
        {
            _merges.Stop(); // lets builders go that wait for it
            _builders.Dispose();
            _merges.Dispose();
            _committer.DeleteStrayFiles();
        }
        finally
        {
            _committer.Dispose();
        }
    }

    /// <summary>Closes the writer; what wasn't committed is rolled back.</summary>
    public void Dispose() => Rollback();

    private SegmentNames Names() =>
        _names ??= new SegmentNames(_committer.NextSegmentName, NextGeneration, _options.Builders + 1);

    private BuilderThread StartBuilder(int number, Action<DocumentBatch> recycle) => new(
        new SegmentBuilder(_directory, _schema, _analyzer, _options, Names(), number),
        _options.QueueWeightPerBuilder,
        recycle,
        segment => _segments.Add(number, segment),
        $"Index builder {number}");

    private void Flush()
    {
        ThrowIfUnusable();
        IReadOnlyList<(int, FlushedSegment?)> last = _builders.Flush();
        ThrowIfFailed();
        _segments.AddLast(last);
        ThrowRejections();
    }

    private long CommitSegments(IReadOnlyDictionary<string, string> userData)
    {
        IReadOnlyList<SegmentInfo> segments = _segments.Collect(NextGeneration);
        IndexManifest manifest = _committer.Commit(_schema, _analyzer.Name, segments, userData);
        _names = null;
        DeleteReplaced();
        return manifest.Generation;
    }

    private void WaitForMerges()
    {
        _merges.WaitUntilIdle();
        if (_merges.Failure is { } failure)
        {
            throw new IOException($"Merging segments failed: {failure.Message}", failure);
        }

        DeleteReplaced();
    }

    /// <summary>Deletes what was merged, unless a commit names it: then the commit that doesn't any more deletes it.</summary>
    private void DeleteReplaced()
    {
        IReadOnlyList<SegmentInfo> replaced = _segments.TakeReplaced();
        if (replaced.Count > 0)
        {
            IEnumerable<string> needed = _committer.Current?.FileNames ?? [];
            _directory.Leases.Delete(replaced.SelectMany(segment => segment.FileNames).Except(needed, StringComparer.Ordinal), _directory);
        }
    }

    private long Guarded(Func<long> work)
    {
        long before = _committer.Current?.Generation ?? 0;
        try
        {
            return work();
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

    private void ThrowIfUnusable()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        ThrowIfFailed();
        if (_failure is not null)
        {
            throw Fail(_failure);
        }
    }

    private void ThrowIfFailed()
    {
        if ((_builders.Failure ?? _merges.Failure) is { } failure)
        {
            throw Fail(failure);
        }
    }

    private void ThrowRejections()
    {
        ImmutableArray<DocumentRejection> rejections = [.. _builders.TakeRejections()];
        if (rejections.Length > 0)
        {
            throw new DocumentsRejectedException(rejections);
        }
    }

    private IndexWritingException Fail(Exception cause)
    {
        _failure = cause;
        return new IndexWritingException(
            $"Writing the index at '{_directory.Location}' failed: {cause.Message} What was added since the last commit is not in it; roll back and begin again.", cause);
    }
}
