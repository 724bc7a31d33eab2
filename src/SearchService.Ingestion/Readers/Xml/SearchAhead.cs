namespace SearchService.Ingestion.Readers.Xml;

/// <summary>Looks ahead for the end of a section, and never twice through the same characters.</summary>
/// <param name="window">Where.</param>
/// <param name="text">What ends the section.</param>
/// <param name="sight">How far is looked, in UTF-16 units.</param>
internal sealed class SearchAhead(CharacterWindow window, string text, int sight)
{
    // Counted from the beginning of the document: a place that was found, and one that nothing was found before.
    private long _found = -1;
    private long _noneBefore;

    /// <summary>Finds the next place of the text.</summary>
    /// <param name="from">Where to begin, from what isn't passed on.</param>
    /// <returns>The place, counted alike; -1 where it isn't in sight.</returns>
    public int Find(int from)
    {
        if (_found >= window.Passed + from)
        {
            return (int)(_found - window.Passed);
        }

        from = (int)Math.Clamp(_noneBefore - window.Passed, from, int.MaxValue);
        while (true)
        {
            ReadOnlySpan<char> rest = window.Rest;
            if (from < rest.Length)
            {
                int found = rest[from..].IndexOf(text, StringComparison.Ordinal);
                window.Looked += found < 0 ? rest.Length - from : found;
                if (found >= 0)
                {
                    _found = window.Passed + from + found;
                    return from + found;
                }

                from = Math.Max(from, rest.Length - text.Length + 1);
            }

            if (from >= sight || !window.More())
            {
                _noneBefore = window.Passed + from;
                return -1;
            }
        }
    }
}
