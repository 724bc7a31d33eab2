using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Folding;

/// <summary>Folds any token into its written and folded forms, the long way: by way of its canonical decomposition.</summary>
/// <remarks>
/// Written = NFC(simple case folding(NFD(token))), glyph variants folded and ignorable characters left out; the decomposition
/// first, so that composed and decomposed spellings fold alike. Folded = the same without the marks that
/// <see cref="Diacritics"/> names, and with the letters of <see cref="FoldingTables.ShapeSources"/> replaced by their base letters.
/// Sources: Unicode Standard, sections 3.11 and 3.13; CaseFolding.txt (C + S).
/// </remarks>
internal sealed class TokenFolder
{
    /// <summary>From here on letters may need the zero width joiners; Latin, Greek and Cyrillic don't, and lose them.</summary>
    private const int FirstWithJoiners = 0x0590;

    private readonly CodePointBuffer _decomposed = new();
    private readonly CodePointBuffer _shaped = new();

    /// <summary>Folds a token.</summary>
    /// <param name="token">UTF-16 text; a lone surrogate becomes U+FFFD.</param>
    /// <param name="written">Receives the written form.</param>
    /// <param name="folded">Receives the folded form, equal to <paramref name="written"/> where nothing falls away.</param>
    public void Fold(ReadOnlySpan<char> token, ByteBuffer written, ByteBuffer folded)
    {
        Decompose(token);
        CanonicalForm.Reorder(_decomposed.Points);
        Shape();
        EncodeComposed(_decomposed, written);
        if (_shaped.Count == 0)
        {
            // Nothing but marks: they are the word.
            written.Bytes.CopyTo(folded.Reserve(written.Length));
            folded.Length = written.Length;
            return;
        }

        CanonicalForm.Reorder(_shaped.Points);
        EncodeComposed(_shaped, folded);
    }

    private static void EncodeComposed(CodePointBuffer points, ByteBuffer target)
    {
        points.Truncate(CanonicalForm.Compose(points.Points));
        target.Encode(points.Points);
    }

    private static int FoldCase(int point)
    {
        if (point < 0x80)
        {
            return point is >= 'A' and <= 'Z' ? point | 0x20 : point;
        }

        int found = FoldingTables.CaseFoldSources.BinarySearch(point);
        return found < 0 ? point : FoldingTables.CaseFoldTargets[found];
    }

    private static bool IsIgnorable(int point) =>
        point <= char.MaxValue ? GlyphFolding.IsIgnorable((char)point) : point is >= 0xE0000 and <= 0xE0FFF;

    private void Decompose(ReadOnlySpan<char> token)
    {
        _decomposed.Clear();
        int letter = 0;
        for (int at = 0; at < token.Length;)
        {
            int point = CodePoints.Read(token, at, out int units);
            at += units;
            if (IsIgnorable(point) || (IsJoiner(point) && letter < FirstWithJoiners))
            {
                continue;
            }

            point = point is >= 0xD800 and <= 0xDFFF ? 0xFFFD : point <= char.MaxValue ? GlyphFolding.Fold((char)point) : point;
            int from = _decomposed.Count;
            CanonicalForm.Decompose(point, _decomposed);
            foreach (ref int part in _decomposed.Points[from..])
            {
                part = FoldCase(part);
                letter = CodePoints.CombiningClassOf(part) == 0 ? part : letter;
            }
        }

        // A joiner joins; at the end it has nothing to.
        while (_decomposed.Count > 0 && IsJoiner(_decomposed.Points[^1]))
        {
            _decomposed.Truncate(_decomposed.Count - 1);
        }
    }

    private static bool IsJoiner(int point) => point is 0x200C or 0x200D;

    private void Shape()
    {
        _shaped.Clear();
        int letter = 0;
        foreach (int point in _decomposed.Points)
        {
            if (Diacritics.FallsAway(letter, point))
            {
                continue;
            }

            if (CodePoints.CombiningClassOf(point) == 0)
            {
                letter = point;
            }

            int found = point < 0x80 ? -1 : FoldingTables.ShapeSources.BinarySearch(point);
            if (found < 0)
            {
                _shaped.Add(point);
                continue;
            }

            ReadOnlySpan<ushort> offsets = FoldingTables.ShapeOffsets;
            foreach (int part in FoldingTables.ShapeTargets[offsets[found]..offsets[found + 1]])
            {
                _shaped.Add(part);
            }
        }
    }
}
