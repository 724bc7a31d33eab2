using System.Text.Json;
using SearchService.Core.Searching;

namespace SearchService.Web.Http;

/// <summary>Enumerations as the endpoint writes them: camelCase.</summary>
internal static class Names
{
    internal static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    internal static string[] All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    /// <exception cref="InvalidRequestException">It is none of the names.</exception>
    internal static T Parse<T>(string text, string parameter)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (Of(value) == text)
            {
                return value;
            }
        }

        throw new InvalidRequestException("invalid_parameter", parameter, $"'{parameter}' is '{text}'; it takes one of: {string.Join(", ", All<T>())}.");
    }
}
