using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SearchService.TestSupport;

namespace SearchService.Web.Tests;

/// <summary>The service over an index of the samples.</summary>
public class ServiceUnderTest : WebApplicationFactory<Program>
{
    private readonly string _backend;

    /// <summary>On the backend that is used when nothing else is said.</summary>
    public ServiceUnderTest()
        : this(ServedBackend.Choice.Default)
    {
    }

    internal ServiceUnderTest(string backend)
    {
        _backend = backend;
        Samples = new SampleIndex(IndexerProgram.Run, backend);
    }

    internal SampleIndex Samples { get; }

    internal async Task<JsonNode> GetJsonAsync(string address, int status = 200)
    {
        using HttpClient client = CreateClient();
        using HttpResponseMessage response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return await ReadAsync(response, status);
    }

    internal async Task<JsonNode> PostJsonAsync(string address, JsonNode body, int status = 200)
    {
        using HttpClient client = CreateClient();
        using HttpResponseMessage response = await client.PostAsJsonAsync(address, body, TestContext.Current.CancellationToken);
        return await ReadAsync(response, status);
    }

    /// <summary>What <c>/api/index</c> says once its examples are made: from then on answers that have them, or say so, stay the same.</summary>
    internal async Task<JsonNode> GetIndexWithExamplesAsync()
    {
        while (true)
        {
            JsonNode index = await GetJsonAsync("/api/index"); // the time limit of the run ends this, if nothing else
            if (index["examples"] is not null)
            {
                return index;
            }
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting("Service:Backend", _backend);
        builder.UseSetting("Service:Index", Samples.Path);
        builder.UseSetting("Service:RefreshInterval", "00:00:00.1");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Samples.Dispose();
        }
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status < 400 ? "application/json" : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }
}
