using System.Numerics;
using SearchService.Analysis.Proximity;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Execution.Near;

/// <summary>The positions of all terms of a set, whatever their number, in those documents that are asked about.</summary>
/// <remarks>
/// One cursor walks term after term and takes the positions in a run of documents: as many as there is room for, which is the whole
/// segment unless the set is very frequent. Then the next run begins, and the terms are walked again. So memory doesn't grow with the
/// number of terms or documents, and documents that aren't candidates are passed over block by block. Most terms of a set
/// are rare: whether a candidate has them at all is seen from their documents, before positions are looked for.
/// </remarks>
/// <param name="query">The set.</param>
/// <param name="segment">The segment.</param>
/// <param name="candidates">The documents that may be asked about, 64 a word; longer is allowed.</param>
/// <param name="room">How many positions may be held; a single document may need more.</param>
/// <param name="scratch">Lends the room.</param>
/// <param name="cancellation">Looked at now and then.</param>
internal sealed class GatheredPositions(
    TermSetQuery query,
    SegmentReader segment,
    ulong[] candidates,
    int room,
    Scratch scratch,
    CancellationToken cancellation) : TermPositions
{
    private const int DocumentsBetweenLooks = 4096;

    private readonly int[] _documents = new int[128];
    private PostingsCursor? _postings;
    private PositionsCursor? _cursor;
    private ulong[] _gathered = []; // document and position
    private int _count;
    private int[] _positions = [];  // of the documents gathered, one after the other
    private int[] _ends = [];       // where those of each document end
    private int _first;             // the first document gathered
    private int _end; // documents before it are gathered
    private int _untilLook = DocumentsBetweenLooks;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> In(int document)
    {
        if (document >= _end)
        {
            Gather(document);
        }

        var begin = document == _first ? 0 : _ends[document - _first - 1];
        var positions = _positions.AsSpan(begin, _ends[document - _first] - begin);
        positions.Sort();
        var found = 0;
        foreach (var position in positions)
        {
            if (found == 0 || positions[found - 1] != position) // else a word that two of its forms bring in
            {
                positions[found++] = position;
            }
        }

        return positions[..found];
    }

    private void Gather(int from)
    {
        var before = _end - _first; // what there was room for may do again, and more
        _end = before == 0 ? segment.DocumentCount : (int)Math.Min(segment.DocumentCount, from + (2L * before));
        _first = from;
        _count = 0;
        var walk = new TermSetWalk(query, segment, cancellation);
        while (walk.MoveNext())
        {
            LookAtCancellation();
            Gather(walk.Entry, from);
        }

        Deal();
    }

    // Sorts by document, by counting: the positions of one are few, and sorted when it is asked about.
    private void Deal()
    {
        var documents = _end - _first;
        _ends = _ends.Length < documents ? scratch.Ints(documents) : _ends;
        _positions = _positions.Length < _count ? scratch.Ints(_gathered.Length) : _positions;
        var ends = _ends.AsSpan(0, documents);
        ends.Clear();
        foreach (var gathered in _gathered.AsSpan(0, _count))
        {
            ends[(int)(gathered >> 32) - _first]++;
        }

        var sum = 0;
        foreach (ref var end in ends)
        {
            (end, sum) = (sum, sum + end);
        }

        foreach (var gathered in _gathered.AsSpan(0, _count))
        {
            _positions[ends[(int)(gathered >> 32) - _first]++] = (int)gathered;
        }
    }

    private void Gather(in TermEntry entry, int from)
    {
        from = FirstCandidateWith(entry, from);
        if (from >= _end)
        {
            return;
        }

        if (_cursor is null)
        {
            _cursor = segment.Positions(query.Field, entry);
        }
        else
        {
            _cursor.Reset(entry);
        }

        for (var document = NextCandidate(from); document < _end; document = NextCandidate(document))
        {
            LookAtCancellation();
            var found = _cursor.AdvanceTo(document);
            if (found >= _end)
            {
                return;
            }

            if (found == document)
            {
                Take(document, _cursor.Positions);
                document++;
            }
            else
            {
                document = found;
            }
        }
    }

    private int FirstCandidateWith(in TermEntry entry, int from)
    {
        if (_postings is null)
        {
            _postings = segment.Postings(entry);
        }
        else
        {
            _postings.Reset(entry);
        }

        _postings.SkipTo(from);
        int count;
        while ((count = _postings.Next(_end, _documents, default)) > 0)
        {
            foreach (var document in _documents.AsSpan(0, count))
            {
                if (((candidates[document >> 6] >> document) & 1) != 0)
                {
                    return document;
                }
            }
        }

        return int.MaxValue;
    }

    private void Take(int document, ReadOnlySpan<int> positions)
    {
        while (_count + positions.Length > room && _end - _first > 1)
        {
            GiveUpHalf();
        }

        if (document >= _end)
        {
            return;
        }

        if (_count + positions.Length > _gathered.Length)
        {
            var larger = scratch.Words(Math.Max(Math.Max(256, 2 * _gathered.Length), _count + positions.Length));
            _gathered.AsSpan(0, _count).CopyTo(larger);
            _gathered = larger;
        }

        foreach (var position in positions)
        {
            _gathered[_count++] = ((ulong)(uint)document << 32) | (uint)position;
        }
    }

    // Leaves the later half of the documents to the next run, but never the first one.
    private void GiveUpHalf()
    {
        _end = _first + Math.Max(1, (_end - _first) / 2);
        var kept = 0;
        foreach (var gathered in _gathered.AsSpan(0, _count))
        {
            _gathered[kept] = gathered;
            kept += (int)(gathered >> 32) < _end ? 1 : 0;
        }

        _count = kept;
    }

    private int NextCandidate(int from)
    {
        if (from >= _end)
        {
            return int.MaxValue;
        }

        var word = candidates[from >> 6] & (ulong.MaxValue << from);
        for (var i = from >> 6; ;)
        {
            if (word != 0)
            {
                return (i << 6) + BitOperations.TrailingZeroCount(word);
            }

            if (++i << 6 >= _end)
            {
                return int.MaxValue;
            }

            word = candidates[i];
        }
    }

    private void LookAtCancellation()
    {
        if (--_untilLook == 0)
        {
            cancellation.ThrowIfCancellationRequested();
            _untilLook = DocumentsBetweenLooks;
        }
    }
}
