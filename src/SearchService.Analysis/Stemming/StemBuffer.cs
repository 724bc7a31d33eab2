namespace SearchService.Analysis.Stemming;

/// <summary>A word while it is stemmed: its bytes, its regions, and the suffix last found.</summary>
internal ref struct StemBuffer
{
    private const byte ConsonantY = (byte)'Y';
    private const int Vowels = 1 << ('a' - 'a') | 1 << ('e' - 'a') | 1 << ('i' - 'a') | 1 << ('o' - 'a') | 1 << ('u' - 'a') | 1 << ('y' - 'a');
    private const int Doubles = 1 << ('b' - 'a') | 1 << ('d' - 'a') | 1 << ('f' - 'a') | 1 << ('g' - 'a') | 1 << ('m' - 'a')
        | 1 << ('n' - 'a') | 1 << ('p' - 'a') | 1 << ('r' - 'a') | 1 << ('t' - 'a');

    private readonly Span<byte> _word;
    private int _r1;
    private int _r2;
    private bool _hasConsonantY;

    public StemBuffer(Span<byte> word)
    {
        _word = word;
        Length = word.Length;
        if (word[0] == '\'')
        {
            word[1..].CopyTo(word);
            Length--;
        }
    }

    /// <summary>Gets the word's present length.</summary>
    public int Length { get; private set; }

    /// <summary>Gets the offset where the suffix last found begins.</summary>
    public int Before { get; private set; }

    /// <summary>Gets a value indicating whether the suffix last found lies in R1.</summary>
    public readonly bool SuffixInR1 => Before >= _r1;

    /// <summary>Gets a value indicating whether the suffix last found lies in R2.</summary>
    public readonly bool SuffixInR2 => Before >= _r2;

    /// <summary>Writes y as Y at the beginning and after a vowel.</summary>
    public void MarkConsonants()
    {
        for (int i = 0; i < Length; i++)
        {
            if (_word[i] == 'y' && (i == 0 || IsVowelAt(i - 1)))
            {
                _word[i] = ConsonantY;
                _hasConsonantY = true;
            }
        }
    }

    /// <summary>Finds R1 and R2; a few beginnings have an R1 of their own, which keeps apart words that aren't kin.</summary>
    public void MarkRegions()
    {
        _r2 = Length;
        _r1 = LengthOfListedBeginning();
        if (_r1 == 0)
        {
            _r1 = AfterVowelAndConsonant(0);
        }

        _r2 = AfterVowelAndConsonant(_r1);
    }

    public readonly byte At(int index) => _word[index];

    public readonly bool IsVowelAt(int index) => IsIn(Vowels, _word[index]);

    /// <summary>Whether a vowel stands before an offset.</summary>
    public readonly bool HasVowelBefore(int end)
    {
        for (int i = 0; i < end; i++)
        {
            if (IsVowelAt(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks for a suffix, and remembers where it begins.</summary>
    public bool EndsWith(ReadOnlySpan<byte> suffix)
    {
        if (!_word[..Length].EndsWith(suffix))
        {
            return false;
        }

        Before = Length - suffix.Length;
        return true;
    }

    /// <summary>Whether what stands before the suffix last found is exactly this.</summary>
    public readonly bool RestIs(ReadOnlySpan<byte> rest) => _word[..Before].SequenceEqual(rest);

    /// <summary>Replaces a suffix if it lies in R1.</summary>
    /// <returns>Whether the word ends with the suffix, in R1 or not: no shorter one is looked for then.</returns>
    public bool TryInR1(ReadOnlySpan<byte> suffix, ReadOnlySpan<byte> replacement)
    {
        if (!EndsWith(suffix))
        {
            return false;
        }

        if (SuffixInR1)
        {
            ReplaceSuffix(replacement);
        }

        return true;
    }

    public void DropSuffix() => Length = Before;

    public void DropLast() => Length--;

    public void ReplaceSuffix(ReadOnlySpan<byte> replacement) => ReplaceWith(Before, replacement);

    public void ReplaceWith(int start, ReadOnlySpan<byte> replacement)
    {
        replacement.CopyTo(_word[start..]);
        Length = start + replacement.Length;
    }

    public void Append(byte letter) => _word[Length++] = letter;

    /// <summary>Whether the word ends with one of the doubles bb dd ff gg mm nn pp rr tt.</summary>
    public readonly bool EndsWithDouble() => Length >= 2 && _word[Length - 1] == _word[Length - 2] && IsIn(Doubles, _word[Length - 1]);

    /// <summary>Whether the word is short: R1 is empty and it ends in a short syllable.</summary>
    public readonly bool IsShort() => Length == _r1 && IsShortBefore(Length);

    /// <summary>Whether a short syllable ends at an offset.</summary>
    public readonly bool IsShortBefore(int end)
    {
        if (end < 2 || IsVowelAt(end - 1))
        {
            return false;
        }

        if (end == 2)
        {
            return IsVowelAt(0);
        }

        return (IsVowelAt(end - 2) && !IsVowelAt(end - 3) && _word[end - 1] is not ((byte)'w' or (byte)'x' or ConsonantY))
            || _word[..end].EndsWith("past"u8);
    }

    /// <summary>Writes Y as y again.</summary>
    /// <returns>The stem's length.</returns>
    public readonly int Finish()
    {
        if (_hasConsonantY)
        {
            _word[..Length].Replace(ConsonantY, (byte)'y');
        }

        return Length;
    }

    private static bool IsIn(int letters, byte letter) => (uint)(letter - 'a') < 26 && ((letters >> (letter - 'a')) & 1) != 0;

    private readonly int LengthOfListedBeginning()
    {
        ReadOnlySpan<byte> word = _word[..Length];
        return word.StartsWith("gener"u8) || word.StartsWith("arsen"u8) || word.StartsWith("later"u8)
                || word.StartsWith("emerg"u8) || word.StartsWith("organ"u8) || word.StartsWith("inter"u8) ? 5
            : word.StartsWith("past"u8) ? 4
            : word.StartsWith("commun"u8) ? 6
            : word.StartsWith("univers"u8) ? 7
            : 0;
    }

    private readonly int AfterVowelAndConsonant(int from)
    {
        int i = from;
        while (i < Length && !IsVowelAt(i))
        {
            i++;
        }

        while (i < Length && IsVowelAt(i))
        {
            i++;
        }

        return Math.Min(i + 1, Length);
    }
}
