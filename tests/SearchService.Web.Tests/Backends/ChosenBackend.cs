using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SearchService.TestSupport;

namespace SearchService.Web.Tests.Backends;

/// <summary>Which backend the service runs on, and what it does with an index that another one made.</summary>
public sealed class ChosenBackend(ServicesUnderTest services) : IClassFixture<ServicesUnderTest>
{
    [Theory, EveryBackend]
    public async Task The_index_says_which_backend_keeps_it_and_what_that_can_do(string backend)
    {
        JsonNode index = await services.On(backend).GetJsonAsync("/api/index");
        Assert.Equal(backend, (string)index["backend"]!);
        foreach (string name in (string[])["wildcards", "fuzzy", "regularExpressions", "near", "quotations", "stories", "similarity", "suggestions"])
        {
            Assert.True((bool)index["capabilities"]![name]!, name);
        }

        Assert.Equal(backend == "lucene" ? ["lucene"] : [], index["capabilities"]!["syntaxes"]!.AsArray().Select(syntax => (string)syntax!));
    }

    [Fact]
    public async Task A_backend_that_was_not_built_in_keeps_the_service_from_starting_with_one_line_that_lists_those_that_were()
    {
        (int code, string output, string error) = await StartedService.RunAsync("--backend", "papyrus", "--urls", "http://127.0.0.1:0");
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("error: There is no backend 'papyrus' here; there is embedded", error, StringComparison.Ordinal);
        Assert.Contains("lucene", error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory, EveryBackend]
    public async Task An_index_of_another_backend_is_not_served_and_the_answer_has_both_names(string backend)
    {
        using TemporaryFolder folder = new();
        folder.Write("archive/backend", "papyrus\n");
        await using WebApplicationFactory<Program> other = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0").UseSetting("Service:Backend", backend).UseSetting("Service:Index", folder["archive"]));
        using HttpClient client = other.CreateClient();
        foreach (string address in (string[])["/api/search?q=harbour", "/api/index"])
        {
            using HttpResponseMessage response = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            JsonNode problem = (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
            Assert.Equal("index_format", (string)problem["code"]!);
            Assert.Contains("'papyrus'", (string)problem["detail"]!, StringComparison.Ordinal);
            Assert.Contains($"'{backend}'", (string)problem["detail"]!, StringComparison.Ordinal);
        }
    }
}
