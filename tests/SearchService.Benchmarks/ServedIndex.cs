using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SearchService.Benchmarks;

/// <summary>The service over an index, in a process of its own.</summary>
internal sealed class ServedIndex : IAsyncDisposable
{
    private readonly Process _service;

    private ServedIndex(Process service, Uri home) => (_service, Home) = (service, home);

    /// <summary>The address of the page.</summary>
    internal Uri Home { get; }

    internal int ProcessId => _service.Id;

    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended.</exception>
    internal static async Task<ServedIndex> StartAsync(string index)
    {
        Uri home = new($"http://127.0.0.1:{FreePort()}");
        Process service = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "SearchService.Web.dll"), "--index", index, "--urls", home.OriginalString])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        service.BeginErrorReadLine();
        service.BeginOutputReadLine();
        ServedIndex served = new(service, home);
        try
        {
            await served.UntilReadyAsync();
            return served;
        }
        catch
        {
            await served.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _service.Kill();
        await _service.WaitForExitAsync();
        _service.Dispose();
    }

    private async Task UntilReadyAsync()
    {
        using HttpClient client = new() { BaseAddress = Home };
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync())
        {
            if (_service.HasExited)
            {
                throw new InvalidOperationException($"The service ended with {_service.ExitCode}.");
            }

            try
            {
                using HttpResponseMessage response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It doesn't listen yet.
            }
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
