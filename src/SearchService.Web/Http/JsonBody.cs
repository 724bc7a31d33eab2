using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SearchService.Core.Searching;

namespace SearchService.Web.Http;

/// <summary>Reads what is asked for as JSON, and says of one that can't be read what is wrong in the words of who sent it.</summary>
internal static class JsonBody
{
    internal const string UnsupportedMediaType = "unsupported_media_type";
    internal const string WantedMediaType = "Send the body as JSON, with Content-Type: application/json.";
    private const string InvalidBody = "invalid_body";

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="InvalidRequestException">It is no JSON, or not of this form, or the address has parameters too; the message names the place.</exception>
    internal static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> form, CancellationToken cancellationToken)
        where T : class
    {
        if (request.Query.Keys.FirstOrDefault() is { } name)
        {
            throw new InvalidRequestException("unknown_parameter", name, $"'{name}' stands in the address, which isn't read of a POST. Send it in the body.");
        }

        if (!request.HasJsonContentType())
        {
            throw new InvalidRequestException(UnsupportedMediaType, "body", WantedMediaType);
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, form, cancellationToken)
                ?? throw new InvalidRequestException(InvalidBody, "body", "The body is null; send a JSON object.");
        }
        catch (JsonException exception) when (exception.InnerException is JsonException)
        {
            throw new InvalidRequestException(InvalidBody, PropertyOf(exception) ?? "body", $"The body is no JSON: {exception.Message}");
        }
        catch (JsonException exception)
        {
            throw WrongForm(PropertyOf(exception), form);
        }
    }

    // The serializer's own messages name types of the program.
    private static InvalidRequestException WrongForm(string? name, JsonTypeInfo form)
    {
        if (name is null)
        {
            return new InvalidRequestException(InvalidBody, "body", "The body is JSON, but no object; send an object.");
        }

        return form.Properties.FirstOrDefault(property => property.Name == name) is { } known
            ? new InvalidRequestException(InvalidBody, name, $"'{name}' takes {FormOf(known.PropertyType)}, and is given at most once.")
            : new InvalidRequestException(InvalidBody, name, $"There is no property '{name}'. There are: {string.Join(", ", form.Properties.Select(static property => property.Name))}.");
    }

    private static string FormOf(Type type) =>
        type == typeof(string[]) ? "an array of strings"
        : type == typeof(bool) ? "true or false"
        : type == typeof(int?) ? "a whole number"
        : "a string";

    // The path of an element of an array goes on behind the name.
    private static string? PropertyOf(JsonException exception) =>
        exception.Path?.TrimStart('$', '.').Split('[')[0] is { Length: > 0 } name ? name : null;
}
