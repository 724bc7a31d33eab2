using SearchService.Engine.Kernels;

namespace SearchService.Engine.Index.Merging;

/// <summary>Where the documents of one segment go in the segment it is merged into: deleted ones nowhere, the others in their order.</summary>
internal sealed class DocumentMap
{
    private readonly int _first; // the new id of the first document kept
    private readonly int[]? _ids; // null when no document is deleted

    /// <summary>Numbers the documents of a segment.</summary>
    /// <param name="documentCount">How many there are.</param>
    /// <param name="deleted">Which are deleted; null when none is.</param>
    /// <param name="first">The new id of the first one kept.</param>
    public DocumentMap(int documentCount, BitSet? deleted, int first)
    {
        _first = first;
        Count = documentCount;
        if (deleted is null)
        {
            return;
        }

        _ids = new int[documentCount];
        Count = 0;
        for (int document = 0; document < documentCount; document++)
        {
            _ids[document] = deleted[document] ? -1 : first + Count++;
        }
    }

    /// <summary>How many documents are kept.</summary>
    public int Count { get; }

    /// <summary>Whether every document is kept.</summary>
    public bool KeepsAll => _ids is null;

    /// <summary>Gives a document's new id.</summary>
    /// <param name="document">The id in its segment.</param>
    /// <param name="id">The id in the merged segment.</param>
    /// <returns>False when the document is deleted.</returns>
    public bool TryGet(int document, out int id)
    {
        id = _ids is null ? _first + document : _ids[document];
        return id >= 0;
    }
}
