using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace SearchService.Web.Tests;

/// <summary>Requests that can't be answered as they are: the answer says in the words of who asked what is wrong, and what to do.</summary>
public sealed class RefusedRequests(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"size\": \"many\"}", "size", "a whole number")]
    [InlineData("{\"q\": 5}", "q", "a string")]
    [InlineData("{\"q\": null}", "q", "a string")]
    [InlineData("{\"strict\": \"yes\"}", "strict", "true or false")]
    [InlineData("{\"stance\": \"critical\"}", "stance", "an array of strings")]
    [InlineData("{\"stance\": [1]}", "stance", "an array of strings")]
    [InlineData("{\"size\": 1, \"size\": 2}", "size", "at most once")]
    [InlineData("{\"sizee\": 1}", "sizee", "facetSize")]
    [InlineData("[]", "body", "object")]
    [InlineData("{\"q\": ", "q", "no JSON")]
    public async Task A_body_is_refused_by_what_stands_in_it_and_never_by_types_of_the_program(string body, string parameter, string says)
    {
        JsonNode problem = await PostAsync("/api/search", body, 400);
        Assert.Equal(("invalid_body", parameter), ((string)problem["code"]!, (string)problem["parameter"]!));
        string detail = (string)problem["detail"]!;
        Assert.Contains(says, detail, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("SearchService", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/search", "{}")]
    [InlineData("/api/verify", "{\"text\": \"harbour\"}")]
    public async Task Parameters_in_the_address_of_a_body_are_refused_not_ignored(string address, string body)
    {
        JsonNode problem = await PostAsync($"{address}?stance=critical", body, 400);
        Assert.Equal(("unknown_parameter", "stance"), ((string)problem["code"]!, (string)problem["parameter"]!));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_body_that_is_not_called_JSON_is_told_how_to_be_sent(string? mediaType)
    {
        JsonNode problem = await PostAsync("/api/search", "{}", 415, mediaType);
        Assert.Equal("unsupported_media_type", (string)problem["code"]!);
        Assert.Contains("application/json", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_or_a_method_that_there_is_not_is_told_what_there_is()
    {
        JsonNode nowhere = await service.GetJsonAsync("/api/serach", 404);
        Assert.Equal("not_found", (string)nowhere["code"]!);
        Assert.Contains("/api/serach", (string)nowhere["detail"]!, StringComparison.Ordinal);

        using HttpClient client = service.CreateClient();
        using HttpResponseMessage response = await client.PutAsync("/api/search", null, Cancelled);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        JsonNode refused = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!;
        Assert.Equal("method_not_allowed", (string)refused["code"]!);
        Assert.Contains("GET, POST", (string)refused["detail"]!, StringComparison.Ordinal);
    }

    private async Task<JsonNode> PostAsync(string address, string body, int status, string? mediaType = "application/json")
    {
        using HttpClient client = service.CreateClient();
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = mediaType is null ? null : new(mediaType);
        using HttpResponseMessage response = await client.PostAsync(address, content, Cancelled);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!;
    }
}
