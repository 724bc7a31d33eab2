namespace SearchService.Ingestion.Readers.Xml;

/// <summary>Passes over what is no content: comments, instructions, declarations. Nothing of them is kept.</summary>
/// <param name="window">The document.</param>
/// <param name="faults">Told of what doesn't end.</param>
internal sealed class XmlAsides(CharacterWindow window, XmlFaults faults)
{
    private const int LongestInstruction = 4096;

    private readonly SearchAhead _commentEnd = new(window, "-->", XmlScanner.SightLength);
    private readonly SearchAhead _instructionEnd = new(window, "?>", LongestInstruction);
    private readonly SearchAhead _tagEnd = new(window, ">", LongestInstruction);
    private bool _anyDeclaration;

    /// <summary>The line that a declaration of an entity stands on, or 0.</summary>
    public long EntitiesLine { get; private set; }

    /// <summary>Passes what begins with <c>&lt;!</c> or <c>&lt;?</c>, a CDATA section aside.</summary>
    /// <param name="anyElement">Whether an element stands before it.</param>
    /// <param name="anyText">Whether text does.</param>
    public void Pass(bool anyElement, bool anyText)
    {
        ReadOnlySpan<char> rest = window.Rest;
        if (rest[1] == '?')
        {
            PassInstruction(isLate: anyElement || anyText);
        }
        else if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            PassComment();
        }
        else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && !anyElement && !_anyDeclaration)
        {
            _anyDeclaration = true;
            PassDeclaration();
        }
        else
        {
            EntitiesLine = rest.StartsWith("<!ENTITY", StringComparison.OrdinalIgnoreCase) ? window.Line : EntitiesLine;
            PassTag();
        }
    }

    // A comment whose end isn't in sight is none: what it would hide is read.
    private void PassComment()
    {
        int end = _commentEnd.Find(4);
        if (end < 0)
        {
            faults.Add(XmlFault.Unended, window.Line, "<!--");
        }

        window.Pass(end < 0 ? 4 : end + 3);
    }

    private void PassInstruction(bool isLate)
    {
        window.Has(6);
        if (window.Rest.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && window.Rest is [_, _, _, _, _, ' ' or '\t' or '\n' or '\r', ..] && isLate)
        {
            faults.Add(XmlFault.LateDeclaration, window.Line);
        }

        if (_instructionEnd.Find(2) is var end and >= 0 and < LongestInstruction)
        {
            window.Pass(end + 2);
        }
        else
        {
            PassTag();
        }
    }

    // Only looked through for its end and for entities.
    private void PassDeclaration()
    {
        int depth = 0;
        char quote = '\0';
        for (int i = 2; i < XmlScanner.SightLength && window.Has(i + 1); i++)
        {
            char unit = window.Rest[i];
            if (quote != '\0')
            {
                quote = unit == quote ? '\0' : quote;
            }
            else if (unit is '"' or '\'')
            {
                quote = unit;
            }
            else if (unit == '<' && window.Has(i + 4) && window.Rest[i..].StartsWith("<!--", StringComparison.Ordinal))
            {
                i = Math.Max(i, _commentEnd.Find(i + 4) + 2);
            }
            else if (unit == '[')
            {
                depth++;
            }
            else if (unit == ']')
            {
                depth--;
            }
            else if (unit == '<' && window.Has(i + 9) && window.Rest[i..].StartsWith("<!ENTITY", StringComparison.OrdinalIgnoreCase))
            {
                EntitiesLine = window.Line;
            }
            else if (unit == '>' && depth <= 0)
            {
                window.Pass(i + 1);
                return;
            }
        }

        faults.Add(XmlFault.Unended, window.Line, "<!DOCTYPE");
        PassTag();
    }

    private void PassTag()
    {
        int end = _tagEnd.Find(2);
        if (end is < 0 or > LongestInstruction)
        {
            faults.Add(XmlFault.Unended, window.Line, window.Rest[..Math.Min(12, window.Rest.Length)]);
            end = 1;
        }

        window.Pass(Math.Min(end + 1, window.Rest.Length));
    }
}
