using System.Buffers;

namespace SearchService.Ingestion.Extraction.Html.Layout;

/// <summary>Gathers the text of a block: runs of white space become one space, invisible characters go.</summary>
internal sealed class LineText
{
    // What is written otherwise than it stands: white space other than a single space, and characters without width.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        " \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u00ad\u200b\u2060\ufeff");

    private char[] _units = new char[1024];

    /// <summary>UTF-16 units so far, a space at the end among them.</summary>
    public int Length { get; private set; }

    /// <summary>Adds text.</summary>
    /// <returns>How many units longer it is.</returns>
    public int Append(ReadOnlySpan<char> text)
    {
        int before = Length;
        if (_units.Length - Length < text.Length)
        {
            Array.Resize(ref _units, Math.Max(2 * _units.Length, Length + text.Length));
        }

        while (text.Length > 0)
        {
            int plain = text.IndexOfAny(Special);
            if (plain < 0)
            {
                plain = text.Length;
            }

            text[..plain].CopyTo(_units.AsSpan(Length));
            Length += plain;
            if (plain == text.Length)
            {
                break;
            }

            if (char.IsWhiteSpace(text[plain]) && Length > 0 && _units[Length - 1] != ' ')
            {
                _units[Length++] = ' ';
            }

            text = text[(plain + 1)..];
        }

        return Length - before;
    }

    /// <summary>Takes the text, trimmed, and begins anew.</summary>
    public string Take()
    {
        string text = _units.AsSpan(0, Length).TrimEnd(' ').ToString();
        Length = 0;
        return text;
    }
}
