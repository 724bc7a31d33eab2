using System.Globalization;
using SearchService.Core.Searching;

namespace SearchService.Web.Http;

/// <summary>Reads the parameters that an endpoint knows, and refuses those it doesn't.</summary>
internal sealed class QueryReader
{
    private readonly IQueryCollection _query;

    /// <exception cref="InvalidRequestException">The address has a parameter that is not among <paramref name="known"/>.</exception>
    internal QueryReader(HttpRequest request, IReadOnlyList<QueryParameter> known)
    {
        _query = request.Query;
        foreach (string name in _query.Keys)
        {
            if (!known.Any(parameter => parameter.Name == name))
            {
                throw new InvalidRequestException(
                    "unknown_parameter", name, $"There is no parameter '{name}'. There are: {string.Join(", ", known.Select(parameter => parameter.Name))}.");
            }
        }
    }

    internal string Text(string name) => Single(name) ?? "";

    internal string? TextOrNull(string name) => Single(name) is { Length: > 0 } value ? value : null;

    internal IEnumerable<string> All(string name) => _query[name].OfType<string>().Where(value => value.Length > 0);

    internal int Integer(string name, int otherwise)
    {
        if (TextOrNull(name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw new InvalidRequestException("invalid_parameter", name, $"'{name}' is '{text}'; it takes a whole number.");
    }

    internal bool Flag(string name) => TextOrNull(name) switch
    {
        null or "false" => false,
        "true" => true,
        { } text => throw new InvalidRequestException("invalid_parameter", name, $"'{name}' is '{text}'; it takes true or false."),
    };

    internal T? Choice<T>(string name)
        where T : struct, Enum
    {
        return TextOrNull(name) is { } text ? Names.Parse<T>(text, name) : null;
    }

    private string? Single(string name)
    {
        if (_query[name].Count > 1)
        {
            throw new InvalidRequestException("repeated_parameter", name, $"'{name}' is given {_query[name].Count} times; it takes one value.");
        }

        return _query[name];
    }
}
