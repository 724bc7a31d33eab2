using SearchService.Engine.Index.Merging;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments;

namespace SearchService.Engine.Index.Writing;

/// <summary>A segment as its writer knows it: written, or to be made of others by a merge that isn't done yet.</summary>
/// <remarks>Guarded by the lock of the <see cref="SegmentSet"/> it belongs to.</remarks>
internal sealed class WriterSegment
{
    /// <summary>The segment, or null until the merge that makes it is done.</summary>
    public SegmentInfo? Info { get; set; }

    /// <summary>Its size, or about what it will be.</summary>
    public SegmentSize Size { get; set; }

    /// <summary>Its deleted documents, or null for none. Replaced when they change, never changed.</summary>
    public BitSet? Deleted { get; set; }

    /// <summary>The deleted documents that <see cref="Info"/> knows of.</summary>
    public BitSet? DeletedOnDisk { get; set; }

    /// <summary>When its documents were added, or null when that was before all deletions that are to come.</summary>
    public DocumentNumbers? Numbers { get; set; }

    /// <summary>What it is being made of, in the order of documents; empty once it is written.</summary>
    public IReadOnlyList<WriterSegment> Sources { get; set; } = [];

    /// <summary>The segments that hold its documents now: itself, or what it is being made of.</summary>
    public IEnumerable<WriterSegment> Written => Info is null ? Sources.SelectMany(source => source.Written) : [this];
}
