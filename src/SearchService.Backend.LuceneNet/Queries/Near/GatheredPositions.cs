using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis.Proximity;

namespace SearchService.Backend.LuceneNet.Queries.Near;

/// <summary>The positions of all words of a set, whatever their number, in those documents that are asked about.</summary>
/// <remarks>
/// They are gathered term after term for a run of documents: the whole segment, unless the set is so frequent that there isn't room for it; then the
/// terms are walked again for each run. So memory doesn't grow with the number of terms or documents.
/// </remarks>
/// <param name="set">The set.</param>
/// <param name="dictionary">The segment's terms of the field.</param>
/// <param name="candidates">The documents that may be asked about.</param>
/// <param name="room">About how many positions may be held.</param>
/// <param name="cancellation">Looked at for each word.</param>
internal sealed class GatheredPositions(IWordSet set, Terms dictionary, FixedBitSet candidates, int room, CancellationToken cancellation) : TermPositions
{
    /// <summary>As many as fit into 16 MB, twice.</summary>
    internal const int DefaultRoom = 1 << 21;

    private ulong[] _gathered = new ulong[256]; // document and position
    private int _count;
    private int[] _positions = [];  // by document
    private int[] _ends = [];       // where those of each document of the run end
    private int _first;             // the first document of the run
    private int _end;               // after the last
    private int _length;            // of runs; 0 before the first

    /// <inheritdoc/>
    public override ReadOnlySpan<int> In(int document)
    {
        if (document >= _end)
        {
            Gather(document);
        }

        int begin = document == _first ? 0 : _ends[document - _first - 1];
        Span<int> positions = _positions.AsSpan(begin, _ends[document - _first] - begin);
        positions.Sort();
        int found = 0;
        foreach (int position in positions)
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
        if (_length == 0)
        {
            _length = (int)Math.Max(1, candidates.Length / Math.Max(1, (Occurrences() + room - 1) / room));
        }

        (_first, _end, _count) = (from, (int)Math.Min(candidates.Length, (long)from + _length), 0);
        TermsEnum terms = set.Walk(dictionary);
        DocsAndPositionsEnum? postings = null;
        while (terms.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            postings = terms.DocsAndPositions(null, postings, DocsAndPositionsFlags.NONE);
            Gather(postings);
        }

        Deal();
    }

    /// <summary>How often the words of the set occur in the segment.</summary>
    private long Occurrences()
    {
        long sum = 0;
        TermsEnum terms = set.Walk(dictionary);
        while (terms.MoveNext())
        {
            sum += terms.TotalTermFreq;
        }

        return sum;
    }

    private void Gather(DocsAndPositionsEnum postings)
    {
        int document = -1;
        for (int wanted = NextCandidate(_first); wanted < _end;)
        {
            document = document < wanted ? postings.Advance(wanted) : document;
            if (document == wanted)
            {
                Take(document, postings);
                wanted = NextCandidate(document + 1);
            }
            else
            {
                wanted = NextCandidate(document);
            }
        }
    }

    private int NextCandidate(int from) => from < candidates.Length && candidates.NextSetBit(from) is >= 0 and int next ? next : DocIdSetIterator.NO_MORE_DOCS;

    private void Take(int document, DocsAndPositionsEnum postings)
    {
        int frequency = postings.Freq;
        if (_count + frequency > _gathered.Length)
        {
            Array.Resize(ref _gathered, Math.Max(2 * _gathered.Length, _count + frequency));
        }

        for (int i = 0; i < frequency; i++)
        {
            _gathered[_count++] = ((ulong)(uint)document << 32) | (uint)postings.NextPosition();
        }
    }

    /// <summary>Sorts by document, by counting: the positions of one are few, and sorted when it is asked about.</summary>
    private void Deal()
    {
        int documents = _end - _first;
        _ends = _ends.Length < documents ? new int[documents] : _ends;
        _positions = _positions.Length < _count ? new int[_gathered.Length] : _positions;
        Span<int> ends = _ends.AsSpan(0, documents);
        ends.Clear();
        ReadOnlySpan<ulong> gathered = _gathered.AsSpan(0, _count);
        foreach (ulong each in gathered)
        {
            ends[(int)(each >> 32) - _first]++;
        }

        int sum = 0;
        foreach (ref int end in ends)
        {
            (end, sum) = (sum, sum + end);
        }

        foreach (ulong each in gathered)
        {
            _positions[ends[(int)(each >> 32) - _first]++] = (int)each;
        }
    }
}
