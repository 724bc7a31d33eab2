namespace SearchService.Analysis.Stemming;

/// <summary>A word while one of Snowball's algorithms works on it: its letters, its regions, and the ending last found.</summary>
/// <remarks>
/// The regions are offsets into the word, its length where a region is empty. They stay where they are when an ending goes;
/// then no ending lies in them any more.
/// </remarks>
/// <param name="letters">The word and room to grow; overwritten.</param>
/// <param name="length">The word's length in letters.</param>
internal ref struct SnowballWord(Span<char> letters, int length)
{
    private readonly Span<char> _letters = letters;

    /// <summary>Gets the word's present length.</summary>
    public int Length { get; private set; } = length;

    /// <summary>Gets the offset where the ending last found begins.</summary>
    public int Before { get; private set; }

    /// <summary>Gets or sets where the region RV begins.</summary>
    public int Rv { get; set; } = length;

    /// <summary>Gets or sets where the region R1 begins.</summary>
    public int R1 { get; set; } = length;

    /// <summary>Gets or sets where the region R2 begins.</summary>
    public int R2 { get; set; } = length;

    /// <summary>Gets a value indicating whether the ending last found lies in RV.</summary>
    public readonly bool InRv => Before >= Rv;

    /// <summary>Gets a value indicating whether the ending last found lies in R1.</summary>
    public readonly bool InR1 => Before >= R1;

    /// <summary>Gets a value indicating whether the ending last found lies in R2.</summary>
    public readonly bool InR2 => Before >= R2;

    /// <summary>Gets the letters there are now.</summary>
    public readonly ReadOnlySpan<char> Letters => _letters[..Length];

    /// <summary>A letter, or NUL where there is none.</summary>
    public readonly char this[int index] => (uint)index < (uint)Length ? _letters[index] : '\0';

    /// <summary>Whether the word has an ending that begins at an offset or later; remembers where.</summary>
    public bool EndsWith(string suffix, int from = 0)
    {
        if (Length - suffix.Length < from || !_letters[..Length].EndsWith(suffix))
        {
            return false;
        }

        Before = Length - suffix.Length;
        return true;
    }

    /// <summary>Finds the longest ending of a table that begins at an offset or later; remembers where.</summary>
    /// <returns>The number of its group, or -1.</returns>
    public int Find(SuffixTable table, int from = 0)
    {
        if (from >= Length)
        {
            return -1;
        }

        int group = table.Find(_letters[from..Length], out int suffixLength);
        Before = Length - suffixLength;
        return group;
    }

    /// <summary>Whether these letters stand before the ending last found.</summary>
    public readonly bool Follows(string letters) => _letters[..Before].EndsWith(letters);

    /// <summary>The letters from an offset on, to be overwritten.</summary>
    public readonly Span<char> From(int offset) => _letters[offset..Length];

    /// <summary>Drops the ending last found.</summary>
    public void Drop() => Length = Before;

    /// <summary>Drops an ending that begins at an offset.</summary>
    public void DropFrom(int offset) => Length = offset;

    /// <summary>Replaces the ending last found.</summary>
    public void Replace(string replacement)
    {
        replacement.CopyTo(_letters[Before..]);
        Length = Before + replacement.Length;
    }

    /// <summary>Drops an ending where the word has it in R2.</summary>
    /// <returns>Whether it did.</returns>
    public bool TryDropInR2(string suffix)
    {
        if (!EndsWith(suffix) || !InR2)
        {
            return false;
        }

        Drop();
        return true;
    }

    /// <summary>Writes another letter.</summary>
    public readonly void Set(int index, char letter) => _letters[index] = letter;

    /// <summary>Writes two letters where one was.</summary>
    public void Widen(int index, char first, char second)
    {
        _letters[(index + 1)..Length].CopyTo(_letters[(index + 2)..]);
        _letters[index] = first;
        _letters[index + 1] = second;
        Length++;
    }

    /// <summary>Takes letters out.</summary>
    public void Remove(int index, int count = 1)
    {
        _letters[(index + count)..Length].CopyTo(_letters[index..]);
        Length -= count;
    }

    /// <summary>The offset after the first letter from an offset on that is, or isn't, one of some; -1 when there is none.</summary>
    public readonly int Past(int from, string letters, bool isIn)
    {
        if (from < 0)
        {
            return -1;
        }

        ReadOnlySpan<char> rest = _letters[Math.Min(from, Length)..Length];
        int at = isIn ? rest.IndexOfAny(letters) : rest.IndexOfAnyExcept(letters);
        return at < 0 ? -1 : from + at + 1;
    }

    /// <summary>Finds R1 and R2: what follows the first consonant after a vowel, and the same within R1.</summary>
    public void MarkRegions(string vowels)
    {
        int first = Past(Past(0, vowels, isIn: true), vowels, isIn: false);
        int second = Past(Past(first, vowels, isIn: true), vowels, isIn: false);
        R1 = first < 0 ? Length : first;
        R2 = second < 0 ? Length : second;
    }
}
