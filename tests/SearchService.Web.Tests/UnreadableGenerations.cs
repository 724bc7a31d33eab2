using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using SearchService.TestSupport;

namespace SearchService.Web.Tests;

/// <summary>The service over folders that hold nothing that can be read, when it starts and while it runs: what it serves it serves on, and says what is wrong.</summary>
public sealed class UnreadableGenerations : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _folder = new();
    private readonly LoggedLines _log = new();

    public void Dispose() => _folder.Dispose();

    [Theory, EveryBackend]
    public async Task The_generation_before_is_served_until_the_new_one_is_whole(string backend)
    {
        string live = _folder["live"], next = _folder["next"];
        Build(backend, live, "A harbour.");
        await using WebApplicationFactory<Program> service = ServiceOver(backend, live);
        using HttpClient client = service.CreateClient();
        Assert.Equal((1, 1), await SearchAsync(client));

        Place(live, next, static _ => true);
        Build(backend, next, "A harbour, and nothing else.");
        string[] made = [.. Directory.GetFiles(next).Select(static path => Path.GetFileName(path)!).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal) && !File.Exists(Path.Combine(live, name)))];
        string damaged = made.Where(static name => !IsCommit(name)).MaxBy(name => new FileInfo(Path.Combine(next, name)).Length)!;
        byte[] whole = File.ReadAllBytes(Path.Combine(next, damaged));
        File.WriteAllBytes(Path.Combine(next, damaged), whole[..(whole.Length / 2)]);
        Place(next, live, name => made.Contains(name) && !IsCommit(name));
        Place(next, live, IsCommit);

        string said = await _log.FirstWithAsync("the one before is served on").WaitAsync(Patience, Cancelled);
        Assert.Contains(live, said, StringComparison.Ordinal);
        Assert.Contains(damaged, said, StringComparison.Ordinal);
        Assert.Contains("rebuild", said, StringComparison.Ordinal);
        Assert.Equal((1, 1), await SearchAsync(client));
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Cancelled));

        File.WriteAllBytes(Path.Combine(next, damaged), whole);
        Place(next, live, name => name == damaged);
        await _log.FirstWithAsync("generation 2").WaitAsync(Patience, Cancelled);
        Assert.Equal((2, 1), await SearchAsync(client));
        AssertNoTraces();
    }

    [Theory]
    [EveryBackend("empty", "index_not_found")]
    [EveryBackend("mark", "index_corrupt")]
    [EveryBackend("cut", "index_corrupt")]
    public async Task A_service_without_one_answers_503_with_the_folder_and_what_to_do(string backend, string what, string code)
    {
        string folder = _folder["archive"];
        Directory.CreateDirectory(folder);
        if (what != "empty")
        {
            Build(backend, folder, "A harbour.");
            foreach (string path in Directory.GetFiles(folder).Where(path => what == "cut" ? IsCommit(Path.GetFileName(path)) : Path.GetFileName(path) == "backend"))
            {
                File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
            }
        }

        await using WebApplicationFactory<Program> service = ServiceOver(backend, folder);
        using HttpClient client = service.CreateClient();
        foreach (string address in (string[])["/api/search?q=harbour", "/api/index", "/api/suggest?q=h"])
        {
            using HttpResponseMessage response = await client.GetAsync(address, Cancelled);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            JsonNode problem = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!;
            Assert.Equal(code, (string)problem["code"]!);
            Assert.Contains(folder, (string)problem["detail"]!, StringComparison.Ordinal);
            Assert.Contains("uild", (string)problem["detail"]!, StringComparison.Ordinal);
        }

        using HttpResponseMessage page = await client.GetAsync("/search?q=harbour", Cancelled), ready = await client.GetAsync("/health/ready", Cancelled), live = await client.GetAsync("/health/live", Cancelled);
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (page.StatusCode, ready.StatusCode, live.StatusCode));
        Assert.Contains(folder, await _log.FirstWithAsync("No index is served yet").WaitAsync(Patience, Cancelled), StringComparison.Ordinal);
        AssertNoTraces();
    }

    private static bool IsCommit(string name) => name is "manifest" || name.StartsWith("segments_", StringComparison.Ordinal);

    private static async Task<(int Generation, int Total)> SearchAsync(HttpClient client)
    {
        JsonNode answer = (await client.GetFromJsonAsync<JsonNode>("/api/search?q=harbour", Cancelled))!;
        return ((int)answer["index"]!["generation"]!, (int)answer["total"]!);
    }

    private void AssertNoTraces() => Assert.DoesNotContain(_log.Lines, static line => line.Contains("   at ", StringComparison.Ordinal));

    private void Build(string backend, string folder, string text)
    {
        string articles = _folder.Write("articles.jsonl", $$"""{"id": "1", "title": "One", "text": "{{text}}"}""");
        Assert.Equal(0, IndexerProgram.Run(["build", "--backend", backend, "--articles", articles, "--index", folder]));
    }

    /// <summary>Copies files, each of which appears whole under its name.</summary>
    private void Place(string from, string to, Func<string, bool> which)
    {
        Directory.CreateDirectory(to);
        foreach (string name in Directory.GetFiles(from).Select(static path => Path.GetFileName(path)!).Where(which))
        {
            File.Copy(Path.Combine(from, name), _folder["copy"]);
            File.Move(_folder["copy"], Path.Combine(to, name), overwrite: true);
        }
    }

    private WebApplicationFactory<Program> ServiceOver(string backend, string folder) => new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0")
            .UseSetting("Service:Backend", backend)
            .UseSetting("Service:Index", folder)
            .UseSetting("Service:RefreshInterval", "00:00:00.1")
            .ConfigureLogging(logging => logging.AddProvider(_log)));
}
