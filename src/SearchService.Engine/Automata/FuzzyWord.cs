using System.Text;
using SearchService.Engine.Kernels;

namespace SearchService.Engine.Automata;

/// <summary>A word of up to <see cref="MaxLength"/> code points, to be compared with others by edits: what its judges share.</summary>
internal sealed class FuzzyWord
{
    /// <summary>A bit for each code point and one for the end.</summary>
    public const int MaxLength = 63;

    private const int AsciiLength = 128;

    private readonly ulong[] _ascii = new ulong[AsciiLength];
    private readonly Dictionary<int, ulong> _others = [];

    private FuzzyWord(ReadOnlySpan<Rune> word, int maxEdits, int kept)
    {
        uint letters = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var point = word[i].Value;
            letters |= TermSketch.LetterOf(point);
            if (point < AsciiLength)
            {
                _ascii[point] |= 1UL << i;
            }
            else
            {
                _others[point] = PlacesOf(point) | (1UL << i);
            }
        }

        Length = word.Length;
        MaxEdits = maxEdits;
        Free = kept > word.Length ? 0 : ulong.MaxValue << kept;
        Beginning = Encoding.UTF8.GetBytes(string.Concat(word[..Math.Min(kept, word.Length)].ToArray()));
        Filter = new SketchFilter(
            letters,
            maxEdits,
            maxEdits,
            Math.Clamp(word.Length - maxEdits, 0, TermSketch.MaxLength),
            Math.Min(word.Length + maxEdits, TermSketch.MaxLength));
    }

    /// <summary>How many code points it has.</summary>
    public int Length { get; }

    /// <summary>The edits allowed.</summary>
    public int MaxEdits { get; }

    /// <summary>The places where edits may begin: bit i for the code point i, or the end.</summary>
    public ulong Free { get; }

    /// <summary>What no edit touches, in UTF-8: every term so near begins with it.</summary>
    public byte[] Beginning { get; }

    /// <summary>What every term so near passes.</summary>
    public SketchFilter Filter { get; }

    /// <summary>Makes a word ready, unless it is too long.</summary>
    /// <param name="word">The word, as terms are written.</param>
    /// <param name="maxEdits">0 to 2.</param>
    /// <param name="kept">How many code points at its beginning may not be edited; 0 or more.</param>
    public static FuzzyWord? Of(string word, int maxEdits, int kept = 0)
    {
        Rune[] points = [.. word.EnumerateRunes()];
        return points.Length > MaxLength ? null : new FuzzyWord(points, maxEdits, kept);
    }

    /// <summary>The places of a byte that is a code point by itself: bit i for the code point i.</summary>
    /// <param name="value">Below 128.</param>
    public ulong PlacesOfAscii(byte value) => _ascii[value];

    /// <summary>The places of a code point.</summary>
    public ulong PlacesOf(int point) => point < AsciiLength ? _ascii[point] : _others.GetValueOrDefault(point);
}
