namespace SearchService.Analysis.Folding;

/// <summary>Folds the glyph variants that mean no difference to a reader: of apostrophes, quotation marks, dashes and spaces.</summary>
/// <remarks>
/// The one thing besides case that <see cref="TermForm.Written"/> folds, offered for comparing texts without terms. Every
/// mapping is from one UTF-16 unit to one, so offsets stay true unless ignorable characters are dropped.
/// </remarks>
public static class GlyphFolding
{
    /// <summary>Folds one UTF-16 unit.</summary>
    /// <param name="unit">Any unit.</param>
    /// <returns><c>'</c>, <c>"</c>, <c>-</c> or a space for a variant of one, or else the unit.</returns>
    public static char Fold(char unit) => unit < '`' ? unit : unit switch
    {
        '`' or '\u00B4' or '\u02BB' or '\u02BC' or '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\uFF07' => '\'',
        '\u00AB' or '\u00BB' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\uFF02' => '"',
        (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D' => '-',
        '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        _ => unit,
    };

    /// <summary>Tells whether a UTF-16 unit is invisible and means nothing to a reader: terms leave it out.</summary>
    /// <param name="unit">Any unit.</param>
    /// <returns>
    /// Whether it is the soft hyphen, the zero width space, the word joiner, the byte order mark, a mark of direction, or a
    /// variation selector. The zero width joiner and non-joiner aren't: scripts need them.
    /// </returns>
    public static bool IsIgnorable(char unit) => unit >= '\u00AD' && unit switch
    {
        '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' => true,
        (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F') => true,
        _ => false,
    };

    /// <summary>Folds a text and leaves out its ignorable characters; case and everything else stay.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The folded text; the same object when nothing changes.</returns>
    public static string Fold(string text)
    {
        int first = 0;
        while (first < text.Length && Fold(text[first]) == text[first] && !IsIgnorable(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        char[] folded = new char[text.Length];
        text.CopyTo(0, folded, 0, first);
        int length = first;
        foreach (char unit in text.AsSpan(first))
        {
            if (!IsIgnorable(unit))
            {
                folded[length++] = Fold(unit);
            }
        }

        return new string(folded, 0, length);
    }
}
