namespace SearchService.Ingestion.Stories;

/// <summary>What one text has of another, found by comparing their words.</summary>
/// <remarks>Shares are those of words outside quotation marks, unless nearly all are inside: that two report the same speech makes no story.</remarks>
/// <param name="Text">Words of the one.</param>
/// <param name="Other">Words of the other.</param>
/// <param name="InText">Words of the one that stand in stretches that both have.</param>
/// <param name="InOther">Words of the other that do.</param>
/// <param name="Own">Words of the shorter outside quotation marks.</param>
/// <param name="OwnInBoth">Those of them in the stretches.</param>
/// <param name="Anchors">Pairs of words that both have once, in the same order.</param>
/// <param name="Words">Ordinary words in the stretches of the one.</param>
/// <param name="SameWords">Those of them that are part of an anchor.</param>
/// <param name="Names">Names and numbers in the stretches of the one.</param>
/// <param name="SameNames">Those of them that are part of an anchor.</param>
internal readonly record struct TextAlignment(
    int Text, int Other, int InText, int InOther, int Own, int OwnInBoth, int Anchors, int Words, int SameWords, int Names, int SameNames)
{
    // Fewer words outside quotation marks tell too little.
    private const int LeastOwn = 24;

    /// <summary>The part of the shorter text that the other has.</summary>
    public double ShareOfShorter
    {
        get
        {
            double all = Text <= Other ? (double)InText / Text : (double)InOther / Other;
            return Own < LeastOwn ? all : Math.Min(all, (double)OwnInBoth / Own);
        }
    }

    /// <summary>The part of the longer text that the other has.</summary>
    public double ShareOfLonger => Text <= Other ? (double)InOther / Other : (double)InText / Text;
}

/// <summary>Compares one text with others, word by word.</summary>
/// <remarks>
/// <para>Anchors are pairs of neighbouring words that both texts have exactly once. Those that follow one another in both texts, with few
/// words between, make a stretch; a stretch counts with all its words, those between anchors too, if it has enough anchors. So a text that
/// is changed in every third word is in the other as a whole, and what two articles have in common by chance, or because they quote the
/// same sentence, is little. A pair that a text has several times begins no stretch, but goes on with one. Paragraphs may change places.</para>
/// <para>Costs a few steps a word. Reused; not thread-safe.</para>
/// </remarks>
internal sealed class TextAligner
{
    // Words between two anchors of a stretch, at most, and by how many more there may be in the one text than in the other.
    private const int MostBetween = 24;
    private const int MostShift = 12;
    private const int LeastAnchors = 4;
    private const int WordsPerAnchor = 6;
    private const int OpenStretches = 4;

    // Pairs of the text by number, and of each where it stands, or -1 when in several places: in the text, and (one more) in the other.
    private readonly Dictionary<uint, int> _pairs = [];
    private readonly List<int> _placesInText = [];
    private int[] _placesInOther = [];
    private readonly List<(int InText, int InOther)> _anchors = [];
    private readonly List<Stretch> _open = [];
    private bool[] _ofText = [];
    private bool[] _ofOther = [];
    private bool[] _anchored = [];
    private ushort[] _text = [];
    private int _length;

    /// <summary>Takes the text that others are compared with.</summary>
    /// <param name="words">As <see cref="WordHashes.Packed"/>.</param>
    public void Begin(ReadOnlySpan<ushort> words)
    {
        _length = words.Length;
        if (_text.Length < _length)
        {
            Array.Resize(ref _text, _length);
        }

        words.CopyTo(_text);
        _pairs.Clear();
        _placesInText.Clear();
        for (int i = 1; i < _length; i++)
        {
            uint pair = PairOf(words[i - 1], words[i]);
            if (_pairs.TryAdd(pair, _pairs.Count))
            {
                _placesInText.Add(i - 1);
            }
            else
            {
                _placesInText[_pairs[pair]] = -1;
            }
        }

        if (_placesInOther.Length < _pairs.Count)
        {
            _placesInOther = new int[_pairs.Count * 2];
        }
    }

    /// <summary>Compares.</summary>
    /// <param name="other">Words of the other text.</param>
    public TextAlignment With(ReadOnlySpan<ushort> other)
    {
        FindAnchors(other);
        Mark(ref _ofText, _length);
        Mark(ref _ofOther, other.Length);
        Mark(ref _anchored, _length);
        _open.Clear();
        int anchors = 0;
        foreach ((int ofText, int ofOther) in _anchors)
        {
            if (ofText >= 0)
            {
                Attach(ofText, ofOther);
                anchors++;
            }
            else
            {
                Follow(ofOther, other);
            }
        }

        _open.ForEach(Close);
        int words = 0, sameWords = 0, names = 0, sameNames = 0;
        for (int i = 0; i < _length; i++)
        {
            if (_ofText[i])
            {
                bool name = (_text[i] & WordHashes.Name) != 0;
                (names, words) = name ? (names + 1, words) : (names, words + 1);
                sameNames += name && _anchored[i] ? 1 : 0;
                sameWords += !name && _anchored[i] ? 1 : 0;
            }
        }

        ReadOnlySpan<ushort> text = _text.AsSpan(0, _length);
        (int inText, int own, int ownInBoth) = Count(text, _ofText);
        (int inOther, int ownOfOther, int ownOfOtherInBoth) = Count(other, _ofOther);
        if (other.Length < _length)
        {
            (own, ownInBoth) = (ownOfOther, ownOfOtherInBoth);
        }

        return new TextAlignment(_length, other.Length, inText, inOther, own, ownInBoth, anchors, words, sameWords, names, sameNames);
    }

    private static (int Marked, int Own, int OwnMarked) Count(ReadOnlySpan<ushort> words, ReadOnlySpan<bool> marks)
    {
        int marked = 0, own = 0, ownMarked = 0;
        for (int i = 0; i < words.Length; i++)
        {
            int isMarked = marks[i] ? 1 : 0, isOwn = (words[i] & WordHashes.Quoted) == 0 ? 1 : 0;
            marked += isMarked;
            own += isOwn;
            ownMarked += isMarked & isOwn;
        }

        return (marked, own, ownMarked);
    }

    // In the order of the other text; without a place in the one where a text has the pair several times.
    private void FindAnchors(ReadOnlySpan<ushort> other)
    {
        _anchors.Clear();
        _placesInOther.AsSpan(0, _pairs.Count).Clear();
        for (int i = 1; i < other.Length; i++)
        {
            if (_pairs.TryGetValue(PairOf(other[i - 1], other[i]), out int number))
            {
                _placesInOther[number] = _placesInOther[number] == 0 ? i : -1;
                _anchors.Add((number, i - 1));
            }
        }

        for (int i = 0; i < _anchors.Count; i++)
        {
            (int number, int inOther) = _anchors[i];
            _anchors[i] = (_placesInOther[number] > 0 ? _placesInText[number] : -1, inOther);
        }
    }

    // A pair that may be in several places is where a stretch goes on with it.
    private void Follow(int inOther, ReadOnlySpan<ushort> other)
    {
        uint pair = PairOf(other[inOther], other[inOther + 1]);
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            Stretch stretch = _open[i];
            int between = inOther - stretch.LastInOther;
            int inText = stretch.LastInText + between;
            if (between <= MostBetween && inText + 1 < _length && PairOf(_text[inText], _text[inText + 1]) == pair)
            {
                Extend(i, inText, inOther);
                return;
            }
        }
    }

    private void Extend(int open, int inText, int inOther)
    {
        Stretch stretch = _open[open];
        MarkPair(stretch.LastInText);
        _open.RemoveAt(open);
        _open.Add(stretch with { LastInText = inText, LastInOther = inOther, Anchors = stretch.Anchors + 1 });
    }

    // An anchor that belongs to none of the stretches begins one; a stray one between two of a stretch doesn't end it.
    private void Attach(int inText, int inOther)
    {
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            Stretch stretch = _open[i];
            int between = inText - stretch.LastInText, betweenInOther = inOther - stretch.LastInOther;
            if (between > 0 && between <= MostBetween && betweenInOther <= MostBetween && Math.Abs(between - betweenInOther) <= MostShift)
            {
                Extend(i, inText, inOther);
                return;
            }
        }

        if (_open.Count == OpenStretches)
        {
            Close(_open[0]);
            _open.RemoveAt(0);
        }

        _open.Add(new Stretch(inText, inOther, inText, inOther, 1));
    }

    private void Close(Stretch stretch)
    {
        int words = stretch.LastInText + 2 - stretch.FirstInText;
        if (stretch.Anchors >= LeastAnchors && stretch.Anchors * WordsPerAnchor >= words)
        {
            MarkPair(stretch.LastInText);
            _ofText.AsSpan(stretch.FirstInText, words).Fill(true);
            _ofOther.AsSpan(stretch.FirstInOther, stretch.LastInOther + 2 - stretch.FirstInOther).Fill(true);
        }
    }

    private void MarkPair(int inText) => (_anchored[inText], _anchored[inText + 1]) = (true, true);

    private static uint PairOf(ushort first, ushort second) => ((uint)(first >> WordHashes.FlagBits) << 16) | (uint)(second >> WordHashes.FlagBits);

    private static void Mark(ref bool[] marks, int length)
    {
        if (marks.Length < length)
        {
            marks = new bool[Math.Max(length, marks.Length * 2)];
        }
        else
        {
            marks.AsSpan(0, length).Clear();
        }
    }

    private readonly record struct Stretch(int FirstInText, int FirstInOther, int LastInText, int LastInOther, int Anchors);
}
