using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Text;

namespace SearchService.Analysis.Languages;

/// <summary>What tells the languages of one script apart: the weights of word pieces in each of them.</summary>
/// <remarks>
/// <para>A piece is a trigram of a word between two boundaries, a whole word, or a letter beyond ASCII. Its weight in a language is how much
/// more likely it is there than a piece never seen, in eighths of a bit; the weights of a text's pieces add up to naive Bayes.</para>
/// <para>The resource is made by <c>tools/language-model</c>, where its sources are named. Its form, zlib-packed and little-endian:
/// <c>groups u8, (names length u16, languages u8, pieces u32, names with commas between them, key u32 × pieces,
/// weight u8 × pieces × languages)</c>, the weights of one language after those of another. A key is the FNV-1a hash of kind and piece.</para>
/// </remarks>
internal sealed class LanguageModel
{
    /// <summary>Weights are in this fraction of a bit.</summary>
    public const int WeightsPerBit = 8;

    private const string Resource = "languages.model";
    private const int Trigram = 1;
    private const int Word = 2;
    private const int Letter = 3;
    private const int LongestWord = 12;
    private const char Boundary = '_';
    private const uint FnvBasis = 2166136261;
    private const uint FnvPrime = 16777619;
    private const uint Spread = 0x9E3779B1; // 2^32 / golden ratio

    private readonly uint[] _keys;
    private readonly int[] _slots; // row + 1, or 0; found by key
    private readonly byte[] _rows; // a weight a language, row after row
    private readonly int _shift;

    private LanguageModel(string[] languages, uint[] keys, byte[] rows)
    {
        Languages = languages;
        _keys = keys;
        _rows = rows;
        int bits = BitOperations.Log2((uint)keys.Length) + 2;
        _shift = 32 - bits;
        _slots = new int[1 << bits];
        for (int row = 0; row < keys.Length; row++)
        {
            uint slot = (keys[row] * Spread) >> _shift;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (uint)(_slots.Length - 1);
            }

            _slots[slot] = row + 1;
        }
    }

    /// <summary>The models of the scripts that have one, in the order of <see cref="Script"/>.</summary>
    public static LanguageModel[] All { get; } = Load();

    /// <summary>Gets the languages' codes.</summary>
    public string[] Languages { get; }

    /// <summary>Adds the weights of a word's pieces.</summary>
    /// <param name="word">Letters of the script in lower case, after and before a place that is overwritten.</param>
    /// <param name="scores">A sum for each language.</param>
    public void Add(Span<char> word, Span<int> scores)
    {
        word[0] = word[^1] = Boundary;
        uint first = Start(Trigram);
        for (int at = 0; at + 3 <= word.Length; at++)
        {
            AddPiece(Hash(Hash(Hash(first, word[at]), word[at + 1]), word[at + 2]), scores);
        }

        ReadOnlySpan<char> letters = word[1..^1];
        uint whole = Start(Word);
        foreach (char letter in letters)
        {
            whole = Hash(whole, letter);
            if (letter >= 0x80)
            {
                AddPiece(Hash(Start(Letter), letter), scores);
            }
        }

        if (letters.Length is > 1 and <= LongestWord)
        {
            AddPiece(whole, scores);
        }
    }

    private static uint Start(uint kind) => (FnvBasis ^ kind) * FnvPrime;

    private static uint Hash(uint hash, char unit) => (hash ^ unit) * FnvPrime;

    private static LanguageModel[] Load()
    {
        using Stream packed = typeof(LanguageModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using ZLibStream unpacked = new(packed, CompressionMode.Decompress);
        using MemoryStream bytes = new();
        unpacked.CopyTo(bytes);
        ReadOnlySpan<byte> rest = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        var models = new LanguageModel[rest[0]];
        rest = rest[1..];
        for (int number = 0; number < models.Length; number++)
        {
            models[number] = Read(ref rest);
        }

        return models;
    }

    private static LanguageModel Read(ref ReadOnlySpan<byte> rest)
    {
        int namesLength = BinaryPrimitives.ReadUInt16LittleEndian(rest);
        int languages = rest[2];
        int pieces = BinaryPrimitives.ReadInt32LittleEndian(rest[3..]);
        rest = rest[7..];
        string[] names = Encoding.UTF8.GetString(rest[..namesLength]).Split(',');
        rest = rest[namesLength..];
        var keys = new uint[pieces];
        for (int piece = 0; piece < pieces; piece++)
        {
            keys[piece] = BinaryPrimitives.ReadUInt32LittleEndian(rest[(4 * piece)..]);
        }

        rest = rest[(4 * pieces)..];
        byte[] rows = new byte[pieces * languages];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[(i % pieces * languages) + (i / pieces)] = rest[i];
        }

        rest = rest[rows.Length..];
        return new LanguageModel(names, keys, rows);
    }

    private void AddPiece(uint key, Span<int> scores)
    {
        for (uint slot = (key * Spread) >> _shift; _slots[slot] is > 0 and int found; slot = (slot + 1) & (uint)(_slots.Length - 1))
        {
            if (_keys[found - 1] == key)
            {
                ReadOnlySpan<byte> row = _rows.AsSpan((found - 1) * Languages.Length, scores.Length);
                for (int language = 0; language < row.Length; language++)
                {
                    scores[language] += row[language];
                }

                return;
            }
        }
    }
}
