using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SearchService.Ingestion.Extraction.Html.Selection;

/// <summary>What the page itself says the text of its article is: in JSON-LD, in its description, in its title.</summary>
/// <remarks>Texts are compared by runs of <see cref="Run"/> letters and digits, so that punctuation, spaces and case don't matter.</remarks>
internal sealed class PageEvidence
{
    private const int Run = 12;
    private const uint Factor = 0x9E3779B1;
    private const int DeepestJson = 64;
    private const int ShortestBody = 200;

    private static readonly uint Leaving = Power(Factor, Run);

    private readonly HashSet<uint> _body = [];
    private readonly HashSet<uint> _description = [];
    private readonly HashSet<uint> _title = [];
    private readonly List<char> _units = [];

    /// <summary>Whether the page gives its text as data.</summary>
    public bool HasBody => _body.Count > 0;

    /// <summary>The text that the page gives as data, or null.</summary>
    public string? Body { get; private set; }

    /// <summary>Gathers what a page says.</summary>
    public static PageEvidence Of(IHtmlDocument document, string title)
    {
        PageEvidence evidence = new();
        evidence.Add(evidence._title, title);
        if (document.Head is { } head)
        {
            foreach (IElement element in head.Children)
            {
                if (element is IHtmlMetaElement meta
                    && (meta.GetAttribute("property") ?? meta.Name) is "og:description" or "description" or "twitter:description"
                    && meta.Content is { } content)
                {
                    evidence.Add(evidence._description, content);
                }
            }
        }

        foreach (IHtmlScriptElement script in document.Scripts)
        {
            if (script.Type is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)
                && script.Text is { } text && text.Contains("\"articleBody\"", StringComparison.Ordinal))
            {
                evidence.Read(text);
            }
        }

        return evidence;
    }

    /// <summary>The share of a text that stands in the body, from 0 to 1; -1 where there is none to compare.</summary>
    public float InBody(string text) => HasBody ? Share(_body, text) : -1;

    /// <summary>The share of a text that stands in the description.</summary>
    public float InDescription(string text) => Share(_description, text);

    /// <summary>The share of a text that stands in the title.</summary>
    public float InTitle(string text) => Share(_title, text);

    private void Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestJson });
            Stack<JsonElement> open = new([document.RootElement]);
            while (open.TryPop(out JsonElement element))
            {
                if (element.ValueKind == JsonValueKind.Array)
                {
                    foreach (JsonElement entry in element.EnumerateArray())
                    {
                        open.Push(entry);
                    }
                }
                else if (element.ValueKind == JsonValueKind.Object)
                {
                    foreach (JsonProperty property in element.EnumerateObject())
                    {
                        if (property.NameEquals("articleBody") && property.Value.ValueKind == JsonValueKind.String)
                        {
                            Take(property.Value.GetString()!);
                        }
                        else if (property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                        {
                            open.Push(property.Value);
                        }
                    }
                }
            }
        }
        catch (JsonException)
        {
            // A page whose data is broken is read by its looks alone.
        }
    }

    private void Take(string body)
    {
        if (body.Length >= ShortestBody && body.Length > (Body?.Length ?? 0))
        {
            Body = body;
            _body.Clear();
            Add(_body, body);
        }
    }

    private void Add(HashSet<uint> runs, string text)
    {
        foreach (uint run in Runs(text))
        {
            runs.Add(run);
        }
    }

    private float Share(HashSet<uint> runs, string text)
    {
        if (runs.Count == 0)
        {
            return 0;
        }

        int found = 0;
        int all = 0;
        foreach (uint run in Runs(text))
        {
            all++;
            found += runs.Contains(run) ? 1 : 0;
        }

        return all == 0 ? 0 : (float)found / all;
    }

    private List<uint> Runs(string text)
    {
        _units.Clear();
        foreach (char unit in text)
        {
            if (char.IsLetterOrDigit(unit))
            {
                _units.Add(char.ToLowerInvariant(unit));
            }
        }

        // A rolling hash: each run costs one unit more and one less.
        List<uint> runs = [];
        uint hash = 0;
        for (int i = 0; i < _units.Count; i++)
        {
            hash = unchecked((hash * Factor) + _units[i]);
            if (i >= Run)
            {
                hash = unchecked(hash - (Leaving * _units[i - Run]));
            }

            if (i >= Run - 1)
            {
                runs.Add(hash);
            }
        }

        // What is shorter than a run is one.
        if (runs.Count == 0 && _units.Count > 0)
        {
            runs.Add(hash);
        }

        return runs;
    }

    private static uint Power(uint factor, int exponent)
    {
        uint power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power = unchecked(power * factor);
        }

        return power;
    }
}
