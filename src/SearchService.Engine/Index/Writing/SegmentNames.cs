using System.Text;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Deals the names of new segments out to lanes, one a thread: name 0, n, 2n, … of the index's sequence to the first
/// lane, and so on. A segment's name then depends on what is written and not on which thread was faster.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SegmentNames
{
    private readonly Func<string> _nextName;
    private readonly long _generation;
    private readonly int[] _taken; // names that each lane has had; guarded by _names
    private readonly List<string> _names = [];

    /// <summary>Deals out names.</summary>
    /// <param name="nextName">The index's sequence; no one else takes names from it meanwhile.</param>
    /// <param name="generation">The generation that the segments are written for; part of their ids.</param>
    /// <param name="lanes">How many lanes there are.</param>
    public SegmentNames(Func<string> nextName, long generation, int lanes)
    {
        _nextName = nextName;
        _generation = generation;
        _taken = new int[lanes];
    }

    /// <summary>The lane's next name, and the id that belongs to it.</summary>
    /// <param name="lane">From 0 to one less than the count of lanes.</param>
    public (string Name, Guid Id) Next(int lane)
    {
        lock (_names)
        {
            int index = (_taken[lane]++ * _taken.Length) + lane;
            while (_names.Count <= index)
            {
                _names.Add(_nextName());
            }

            return (_names[index], IdOf(_names[index]));
        }
    }

    // Generation and name, for the same reason: equal builds are equal byte for byte. Files of a segment that was given
    // up have the same id as those of its successor; they never meet, because the manifest also knows checksums.
    private Guid IdOf(string name)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, _generation);
        Encoding.ASCII.GetBytes(name.AsSpan(Math.Max(0, name.Length - 8)), bytes[8..]);
        return new Guid(bytes, bigEndian: true);
    }
}
