using System.Globalization;
using System.Text;

namespace SearchService.Ingestion.Readers.Xml;

/// <summary>The faults met since they were last told: how many of each kind, and the line of the first.</summary>
/// <remarks>Its size doesn't grow with the document.</remarks>
internal sealed class XmlFaults
{
    private static readonly int Kinds = Enum.GetValues<XmlFault>().Length;

    private readonly (int Count, long Line, string? Example)[] _faults = new (int, long, string?)[Kinds];

    /// <summary>Whether there is any.</summary>
    public bool Any { get; private set; }

    /// <summary>Line of the first of all, or 0.</summary>
    public long FirstLine { get; private set; }

    /// <summary>Notes a fault.</summary>
    /// <param name="fault">Its kind.</param>
    /// <param name="line">Where.</param>
    /// <param name="example">What stood there; at most a few characters are kept, of the first.</param>
    public void Add(XmlFault fault, long line, ReadOnlySpan<char> example = default)
    {
        ref (int Count, long Line, string? Example) entry = ref _faults[(int)fault];
        if (entry.Count++ == 0)
        {
            const int Longest = 40;
            entry.Line = line;
            entry.Example = example.IsEmpty ? null : example[..Math.Min(example.Length, Longest)].ToString();
        }

        if (!Any)
        {
            (Any, FirstLine) = (true, line);
        }
    }

    /// <summary>Whether a kind was met.</summary>
    public bool Has(XmlFault fault) => _faults[(int)fault].Count > 0;

    /// <summary>Tells the faults in a phrase and forgets them.</summary>
    public string Take()
    {
        StringBuilder told = new();
        for (int i = 0; i < _faults.Length; i++)
        {
            (int count, long line, string? example) = _faults[i];
            if (count == 0)
            {
                continue;
            }

            told.Append(told.Length > 0 ? ", " : "").Append(Describe((XmlFault)i));
            if (example is not null)
            {
                told.Append(" '").Append(example).Append('\'');
            }

            told.Append(CultureInfo.InvariantCulture, $" (line {line}{(count > 1 ? $", {count} of them" : "")})");
        }

        Array.Clear(_faults);
        (Any, FirstLine) = (false, 0);
        return told.ToString();
    }

    private static string Describe(XmlFault fault) => fault switch
    {
        XmlFault.BareAmpersand => "an ampersand that isn't escaped",
        XmlFault.HtmlEntity => "an entity of HTML that XML doesn't know",
        XmlFault.EntityNotExpanded => "an entity that is never expanded",
        XmlFault.BadCharacterReference => "a reference to no character",
        XmlFault.ControlCharacter => "a control character",
        XmlFault.BareLessThan => "a '<' that isn't escaped",
        XmlFault.BrokenTag => "a broken tag",
        XmlFault.TagTooLong => "a tag that is too long",
        XmlFault.Unended => "a section that doesn't end",
        XmlFault.LateDeclaration => "something before the XML declaration",
        XmlFault.UndeclaredPrefix => "a prefix that isn't declared",
        XmlFault.UnclosedElement => "an element that isn't closed",
        XmlFault.StrayEndTag => "an end tag of no element",
        XmlFault.TooDeep => "elements nested too deep",
        _ => "text outside of all elements",
    };
}
