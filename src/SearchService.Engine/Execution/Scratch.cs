using System.Buffers;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments.Postings;

namespace SearchService.Engine.Execution;

/// <summary>Lends arrays and readers to one search and takes them all back at its end, for the next one on the thread.</summary>
/// <remarks>Arrays come from the shared pool as they are, with whatever was in them. Not thread-safe.</remarks>
internal sealed class Scratch : IDisposable
{
    // What few searches need isn't kept: a reader has a kilobyte.
    private const int MaxReaders = 32;
    private const int MaxTerms = 128;

    // The last one used on this thread, with nothing lent.
    [ThreadStatic]
    private static Scratch? _spare;

    private readonly Lender<ulong> _words = new();
    private readonly Lender<int> _ints = new();
    private readonly Lender<long> _longs = new();
    private readonly Lender<double> _doubles = new();
    private readonly List<PostingsBlockReader> _readers = [];
    private int _readersLent;

    private Scratch() => LendInts = Ints;

    /// <summary>One that has lent nothing yet; given back by <see cref="Dispose"/>.</summary>
    public static Scratch Take()
    {
        var scratch = _spare ?? new Scratch();
        _spare = null;
        return scratch;
    }

    /// <summary><see cref="Ints"/>, for those who don't know this class.</summary>
    public Func<int, int[]> LendInts { get; }

    /// <summary>At least that many words.</summary>
    public ulong[] Words(int count) => _words.Rent(count);

    /// <summary>At least that many integers.</summary>
    public int[] Ints(int count) => _ints.Rent(count);

    /// <summary>At least that many long integers.</summary>
    public long[] Longs(int count) => _longs.Rent(count);

    /// <summary>At least that many doubles.</summary>
    public double[] Doubles(int count) => _doubles.Rent(count);

    /// <summary>A table for <see cref="TermLookup"/>; empty.</summary>
    public Dictionary<TermQuery, TermLookup.Occurrences> Terms { get; } = [];

    /// <summary>One that has nothing to read.</summary>
    public PostingsBlockReader PostingsReader()
    {
        if (_readersLent == _readers.Count)
        {
            _readers.Add(new PostingsBlockReader());
        }

        return _readers[_readersLent++];
    }

    /// <summary>Takes everything back; what was lent must not be used any more.</summary>
    public void Dispose()
    {
        _words.Return();
        _ints.Return();
        _longs.Return();
        _doubles.Return();
        ReturnReaders();
        Terms.Clear();
        if (Terms.Capacity > MaxTerms)
        {
            Terms.TrimExcess();
        }

        _spare = this;
    }

    private void ReturnReaders()
    {
        if (_readers.Count > MaxReaders)
        {
            _readers.RemoveRange(MaxReaders, _readers.Count - MaxReaders);
        }

        foreach (var reader in _readers)
        {
            reader.Close();
        }

        _readersLent = 0;
    }

    private sealed class Lender<T>
    {
        private readonly List<T[]> _lent = [];

        public T[] Rent(int count)
        {
            var array = ArrayPool<T>.Shared.Rent(count);
            _lent.Add(array);
            return array;
        }

        public void Return()
        {
            foreach (var array in _lent)
            {
                ArrayPool<T>.Shared.Return(array);
            }

            _lent.Clear();
        }
    }
}
