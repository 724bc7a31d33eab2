using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Texts of the shared data whose language somebody has said.</summary>
internal static partial class LanguageTexts
{
    /// <summary>Texts of saved pages as people marked them, with the language that the page says it is in.</summary>
    /// <param name="set">The folder under <c>html</c>.</param>
    /// <param name="gold">Its file of texts.</param>
    internal static IEnumerable<LabelledText> OfPages(string set, string gold)
    {
        foreach (string line in File.ReadLines(SharedData.PathOf($"html/{set}/{gold}")))
        {
            using JsonDocument record = JsonDocument.Parse(line);
            JsonElement root = record.RootElement;
            string text = root.TryGetProperty("text", out JsonElement whole)
                ? whole.GetString()!
                : string.Join('\n', root.GetProperty("with").EnumerateArray().Select(segment => segment.GetString()));
            string file = root.GetProperty("file").GetString()!;
            if (LanguageOf(Head(SharedData.PathOf($"html/{set}/{file}"))) is { } language)
            {
                yield return new LabelledText($"{set}/{root.GetProperty("id").GetString()}", language, text);
            }
        }
    }

    /// <summary>Items of well-formed feeds, title and description, with the language that the feed says it is in.</summary>
    internal static IEnumerable<LabelledText> OfFeeds()
    {
        foreach (string path in Directory.EnumerateFiles(SharedData.PathOf("feeds")).Order(StringComparer.Ordinal))
        {
            if (!TryLoad(path, out XDocument? feed))
            {
                continue;
            }

            XElement root = feed.Root!;
            string? said = root.Descendants().FirstOrDefault(element => element.Name.LocalName == "language" && element.Parent?.Name.LocalName is "channel" or "feed")?.Value
                ?? root.Attribute(XNamespace.Xml + "lang")?.Value;
            if (said is null || Primary(said) is not { Length: 2 } language)
            {
                continue;
            }

            foreach ((int number, XElement item) in root.Descendants().Where(element => element.Name.LocalName is "item" or "entry").Index())
            {
                IEnumerable<string> parts = item.Elements().Where(element => element.Name.LocalName is "title" or "description" or "summary").Select(element => Plain(element.Value));
                yield return new LabelledText($"{Path.GetFileName(path)}#{number + 1}", language, string.Join('\n', parts));
            }
        }
    }

    /// <summary>The five articles of the pasted set, which are English.</summary>
    internal static IEnumerable<LabelledText> OfPasted() =>
        Directory.EnumerateFiles(SharedData.PathOf("articles/csto"), "*.txt").Order(StringComparer.Ordinal)
            .Select(path => new LabelledText(Path.GetFileName(path), "en", File.ReadAllText(path)));

    private static bool TryLoad(string path, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out XDocument? document)
    {
        document = null;
        try
        {
            using XmlReader reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            document = XDocument.Load(reader);
            return document.Root is not null;
        }
        catch (XmlException)
        {
            return false; // what isn't XML says its language to nobody
        }
    }

    private static string Plain(string html) => new HtmlParser().ParseDocument(html).Body?.TextContent ?? "";

    private static string Head(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader reader = new(content);
        char[] head = new char[1 << 16];
        return new string(head, 0, reader.ReadBlock(head));
    }

    private static string? LanguageOf(string html) => LangAttribute().Match(html) is { Success: true } match ? Primary(match.Groups["tag"].Value) : null;

    private static string Primary(string tag) => tag.Trim().Split('-', '_')[0].ToLowerInvariant();

    [GeneratedRegex("""<html\b[^>]*?\blang\s*=\s*["']?(?<tag>[A-Za-z_-]{2,})""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LangAttribute();
}

/// <summary>A text and the language it is said to be in.</summary>
/// <param name="Name">To find it by.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Text">Plain text.</param>
internal sealed record LabelledText(string Name, string Language, string Text);
