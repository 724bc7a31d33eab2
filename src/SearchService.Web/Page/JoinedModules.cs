using System.Text;
using System.Text.RegularExpressions;

namespace SearchService.Web.Page;

/// <summary>Joins the page's modules into one script, each in a scope of its own, in the order in which they need each other.</summary>
/// <remarks>
/// A browser would else ask for each by itself, five dozen small files that compress badly: docs/adr/0030. It takes the forms of
/// <c>import</c> and <c>export</c> that the page is written in, and refuses every other; so nothing is joined wrongly. Comments and indentation stay behind.
/// </remarks>
internal sealed partial class JoinedModules
{
    private readonly Func<string, string> _read;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _entered = new(StringComparer.Ordinal);
    private readonly StringBuilder _script = new();

    private JoinedModules(Func<string, string> read) => _read = read;

    /// <summary>Joins a module and all it needs.</summary>
    /// <param name="path">Of the module that begins.</param>
    /// <param name="read">Gives the text of a module; its path has slashes and no dots.</param>
    /// <exception cref="FormatException">A module imports or exports in a form that isn't known here, or modules need each other in a circle.</exception>
    internal static string Join(string path, Func<string, string> read)
    {
        JoinedModules joined = new(read);
        joined._entered.Add(path);
        joined._script.Append(joined.BodyOf(path, out _));
        return Indentation().Replace(joined._script.ToString(), "");
    }

    private int NumberOf(string path)
    {
        if (_numbers.TryGetValue(path, out int number))
        {
            return number;
        }

        if (!_entered.Add(path))
        {
            throw new FormatException($"{path} needs itself, by way of others.");
        }

        string body = BodyOf(path, out List<string> exports);
        number = _numbers.Count;
        _numbers.Add(path, number);
        _script.Append($"const $module{number} = (() => {{\n").Append(body).Append($"return {{ {string.Join(", ", exports)} }};\n}})();\n");
        return number;
    }

    private string BodyOf(string path, out List<string> exports)
    {
        List<string> names = [];
        string folder = path[..(path.LastIndexOf('/') + 1)];
        string body = Imports().Replace(WithoutComments(_read(path)), import =>
            $"const {{{import.Groups["names"].Value.Replace(" as ", ": ", StringComparison.Ordinal)}}} = $module{NumberOf(Resolve(folder, import.Groups["path"].Value))};");
        body = Exports().Replace(body, export =>
        {
            names.Add(export.Groups["name"].Value);
            return export.Groups["declaration"].Value;
        });
        if (body.Split('\n').FirstOrDefault(static line => Others().IsMatch(line) || line.Count('`') % 2 == 1) is { } other)
        {
            throw new FormatException($"{path} has a form of import or export that isn't joined, or a template of several lines: {other.Trim()}");
        }

        exports = names;
        return body;
    }

    private static string Resolve(string folder, string path)
    {
        List<string> parts = [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string part in path.Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    // Lines that hold nothing but comment: a third of what would be sent, and they speak of types as if they imported them.
    private static string WithoutComments(string module)
    {
        StringBuilder code = new(module.Length);
        bool isInside = false;
        foreach (string line in module.Split('\n'))
        {
            ReadOnlySpan<char> text = line.AsSpan().Trim();
            if (isInside || text is ['/', '*', ..])
            {
                int end = text.IndexOf("*/", StringComparison.Ordinal);
                isInside = end < 0;
                if (isInside || end == text.Length - 2)
                {
                    continue;
                }
            }

            if (text is not ['/', '/', ..])
            {
                code.Append(line).Append('\n');
            }
        }

        code.Length--;
        return code.ToString();
    }

    // And the empty lines between.
    [GeneratedRegex(@"^[ \t]+|^\n", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Indentation();

    [GeneratedRegex(@"^import \{(?<names>[^}]*)\} from '(?<path>\.[\w./-]+)';", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Imports();

    // Functions, classes and constants; what could change after it was handed over isn't.
    [GeneratedRegex(@"^export (?<declaration>(?:async )?(?:function\*? |class |const )(?<name>\w+))", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Exports();

    [GeneratedRegex(@"^(?:import|export)\b|\bimport[(.]", RegexOptions.NonBacktracking)]
    private static partial Regex Others();
}
