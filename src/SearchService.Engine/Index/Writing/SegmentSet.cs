using SearchService.Engine.Index.Merging;
using SearchService.Engine.Kernels;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Deletes;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// The segments that a writer's next commit will have, those being merged among them: takes what builders flush, has the
/// policy choose merges, and keeps deletions exact while they go on.
/// </summary>
/// <remarks>
/// <para>
/// A merge that is chosen takes the place of its sources at once, as a segment that isn't written yet. Merges are chosen
/// when segments come, in an order and of sizes that don't depend on time; so the same documents end in the same segments
/// however fast merging is.
/// </para>
/// <para>
/// Thread-safe; one lock guards the list and all segments in it. Merges run on the thread given, without the lock.
/// </para>
/// </remarks>
internal sealed class SegmentSet
{
    private readonly IIndexDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly TieredMergePolicy _policy;
    private readonly MergeThread _merges;
    private readonly Func<(string Name, Guid Id)> _nextName;
    private readonly FlushOrder<FlushedSegment> _flushes;
    private readonly List<WriterSegment> _segments = [];
    private readonly List<SegmentInfo> _replaced = []; // merged into others, not taken yet
    private readonly Lock _gate = new();

    /// <summary>Begins with the segments of a commit.</summary>
    /// <param name="directory">Where segments are.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="options">The builders and the policy.</param>
    /// <param name="committed">The segments there are.</param>
    /// <param name="merges">Merges.</param>
    /// <param name="nextName">Gives the name of the next segment that is made by merging.</param>
    /// <exception cref="CorruptIndexException">A set of deleted documents is damaged.</exception>
    public SegmentSet(
        IIndexDirectory directory,
        IndexSchema schema,
        IndexWriterOptions options,
        IEnumerable<SegmentInfo> committed,
        MergeThread merges,
        Func<(string Name, Guid Id)> nextName)
    {
        _directory = directory;
        _schema = schema;
        _policy = options.Merging;
        _merges = merges;
        _nextName = nextName;
        _flushes = new FlushOrder<FlushedSegment>(options.Builders);
        foreach (SegmentInfo info in committed)
        {
            BitSet? deleted = info.Deletes is { } file ? DeletesFile.Read(directory, file, info.Id, info.DocumentCount) : null;
            _segments.Add(new WriterSegment { Info = info, Size = SegmentSize.Of(info), Deleted = deleted, DeletedOnDisk = deleted });
        }
    }

    /// <summary>How many segments there are, each merge counted as the one it will make.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _segments.Count;
            }
        }
    }

    /// <summary>Takes a segment that a full buffer made, and has it merged if the policy says so. Waits when merging is behind.</summary>
    /// <param name="builder">Which builder wrote it.</param>
    /// <param name="segment">The segment.</param>
    public void Add(int builder, FlushedSegment segment)
    {
        lock (_gate)
        {
            _flushes.Put(builder, segment);
            while (_flushes.TryTake(out FlushedSegment? next))
            {
                Append(next);
                Choose();
            }
        }

        _merges.WaitWhileBehind();
    }

    /// <summary>Takes what builders had left in memory. No merge is chosen.</summary>
    /// <param name="last">The last segment of each builder, if it wrote one.</param>
    public void AddLast(IEnumerable<(int Builder, FlushedSegment? Segment)> last)
    {
        lock (_gate)
        {
            foreach ((int builder, FlushedSegment? segment) in last)
            {
                if (segment is not null)
                {
                    _flushes.Put(builder, segment);
                }
            }

            foreach (FlushedSegment segment in _flushes.TakeRest())
            {
                Append(segment);
            }
        }
    }

    /// <summary>Has merged what the policy says, in the background.</summary>
    public void ChooseMerges()
    {
        lock (_gate)
        {
            Choose();
        }
    }

    /// <summary>Has segments merged until there are so many, in the background.</summary>
    /// <param name="maxSegments">How many may be left, unless they would be too large.</param>
    /// <param name="reclaim">Whether to write segments with deletions again in any case.</param>
    public void ForceMerges(int maxSegments, bool reclaim)
    {
        lock (_gate)
        {
            UseSizesWritten();
            WriterSegment[] all = [.. _segments];
            foreach (int[] merge in TieredMergePolicy.Force([.. all.Select(segment => segment.Size)], maxSegments, reclaim))
            {
                Begin([.. merge.Select(index => all[index])]);
            }
        }
    }

    /// <summary>Puts sizes as they are in the place of guesses; call when no merge is going on, so that it is always at the same point.</summary>
    public void RenewSizes()
    {
        lock (_gate)
        {
            UseSizesWritten();
        }
    }

    /// <summary>Looks deletions up in all segments, those that are being merged included. Whatever comes later is not deleted by them.</summary>
    /// <param name="log">The deletions; all documents added before the last of them are in segments.</param>
    /// <exception cref="CorruptIndexException">A segment is damaged.</exception>
    public void Delete(DeletionLog log)
    {
        lock (_gate)
        {
            foreach (WriterSegment segment in _segments)
            {
                int deleted = segment.Written.Sum(written => Delete(log, written));
                segment.Size = segment.Size with { Deleted = segment.Size.Deleted + deleted }; // the same, merged by now or not
            }
        }

        log.Clear();
    }

    /// <summary>What a commit has to name now: the segments that are written, in order, without those that have only deleted documents.</summary>
    /// <param name="generation">The generation of that commit; sets of deleted documents that changed are written for it.</param>
    public IReadOnlyList<SegmentInfo> Collect(long generation)
    {
        lock (_gate)
        {
            DropEmpty();
            var collected = new List<SegmentInfo>();
            foreach (WriterSegment segment in _segments.SelectMany(segment => segment.Written))
            {
                if (segment.Deleted is { } deleted && deleted != segment.DeletedOnDisk)
                {
                    segment.Info = segment.Info! with
                    {
                        Deletes = DeletesFile.Write(_directory, segment.Info.Name, segment.Info.Id, generation, deleted),
                        DeletedCount = deleted.Count(),
                    };
                    segment.DeletedOnDisk = deleted;
                }

                collected.Add(segment.Info!);
            }

            return collected;
        }
    }

    /// <summary>Whether these are the segments, with the same deletions.</summary>
    /// <param name="infos">Segments of a commit.</param>
    public bool HasAll(IReadOnlyList<SegmentInfo> infos)
    {
        lock (_gate)
        {
            return _segments.Select(segment => segment.Info?.Name).SequenceEqual(infos.Select(info => info.Name))
                && _segments.TrueForAll(segment => segment.Deleted == segment.DeletedOnDisk);
        }
    }

    /// <summary>The segments that were merged into others since the last call. No merge reads them any more; a commit may still name them.</summary>
    public IReadOnlyList<SegmentInfo> TakeReplaced()
    {
        lock (_gate)
        {
            SegmentInfo[] taken = [.. _replaced];
            _replaced.Clear();
            return taken;
        }
    }

    /// <summary>Forgets all segments; call when no merge is going on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _segments.Clear();
        }
    }

    private void Append(FlushedSegment segment) =>
        _segments.Add(new WriterSegment { Info = segment.Info, Size = SegmentSize.Of(segment.Info), Numbers = segment.Numbers });

    private void Choose()
    {
        while (_policy.Next([.. _segments.Select(segment => segment.Size)]) is { } merge)
        {
            Begin([.. merge.Select(index => _segments[index])]);
        }
    }

    private void Begin(WriterSegment[] sources)
    {
        var target = new WriterSegment { Sources = sources, Size = SegmentSize.Merged(sources.Select(source => source.Size)) };
        _segments[_segments.IndexOf(sources[0])] = target;
        _segments.RemoveAll(sources.Contains);
        (string name, Guid id) = _nextName();
        _merges.Enqueue(cancellation => Merge(target, name, id, cancellation));
    }

    // On the merge thread. Merges are done in the order they were chosen, so all sources are written by now.
    private void Merge(WriterSegment target, string name, Guid id, CancellationToken cancellation)
    {
        BitSet?[] deleted;
        SegmentInfo[] infos;
        lock (_gate)
        {
            deleted = [.. target.Sources.Select(source => source.Deleted)];
            infos = [.. target.Sources.Select(source => source.Info!)];
        }

        SegmentInfo merged = Merge(infos, deleted, name, id, cancellation);
        lock (_gate)
        {
            target.Deleted = MergeCarryOver.Deleted(target.Sources, deleted, merged.DocumentCount);
            target.Numbers = MergeCarryOver.Numbers(target.Sources, deleted);
            target.Info = merged;
            _replaced.AddRange(target.Sources.Select(source => source.Info!));
            target.Sources = [];
        }
    }

    private SegmentInfo Merge(SegmentInfo[] infos, BitSet?[] deleted, string name, Guid id, CancellationToken cancellation)
    {
        var readers = new List<SegmentReader>(infos.Length);
        try
        {
            for (int i = 0; i < infos.Length; i++)
            {
                readers.Add(SegmentReader.Open(_directory, _schema, infos[i], deleted[i]));
            }

            return SegmentMerger.Merge(_directory, readers, name, id, cancellation);
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    private int Delete(DeletionLog log, WriterSegment segment)
    {
        int before = segment.Deleted?.Count() ?? 0;
        if (!log.IsEmpty)
        {
            using SegmentReader reader = SegmentReader.Open(_directory, _schema, segment.Info!, segment.Deleted);
            segment.Deleted = log.ApplyTo(reader, segment.Deleted, segment.Numbers);
        }

        segment.Numbers = null;
        return (segment.Deleted?.Count() ?? 0) - before;
    }

    private void UseSizesWritten()
    {
        foreach (WriterSegment segment in _segments)
        {
            if (segment.Info is { } info)
            {
                segment.Size = SegmentSize.Of(info) with { Deleted = segment.Deleted?.Count() ?? 0 };
            }
        }
    }

    private void DropEmpty()
    {
        foreach (WriterSegment segment in _segments.Where(IsEmpty))
        {
            _replaced.Add(segment.Info!);
        }

        _segments.RemoveAll(IsEmpty);

        static bool IsEmpty(WriterSegment segment) => segment.Info is { } info && info.DocumentCount == (segment.Deleted?.Count() ?? 0);
    }
}
