namespace SearchService.Web;

/// <summary>The command line of the service: what can be said there, and what becomes of what can't.</summary>
/// <remarks>Without it every option that isn't known would be a setting nobody reads: <c>--port 5081</c> would listen where it always does.</remarks>
internal static class ServiceCommandLine
{
    private const string Help = """
        Serves an index of news articles: the search page, and the endpoint.

        Usage:
          SearchService.Web [options]

        Options:
          --index DIR     The folder of the index, as "indexer build" made it [default: index/main]
          --backend NAME  What keeps and searches the index: the one it was built with [default: embedded]
          --urls URL      Where to listen [default: http://127.0.0.1:5080]
          --help          This help

        Every setting of config/service.json can be given too, such as --Service:SearchTimeout 00:00:05.
        """;

    // Ours, and those of the host below; whatever begins with a capital is a section of the settings.
    private static readonly string[] Known =
    [
        "index", "backend", "urls", "environment", "applicationName", "contentRoot", "webroot", "http_ports", "https_ports", "detailedErrors", "captureStartupErrors",
        "suppressStatusMessages", "shutdownTimeoutSeconds", "preferHostingUrls", "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "startupAssembly",
        "staticWebAssets", "forwardedHeaders_enabled",
    ];

    /// <summary>Answers a command line that asks for help, or that can't be used.</summary>
    /// <returns>The exit code: 0 for help, 2 for wrong usage; null when the service is to start.</returns>
    internal static int? Answer(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        if (args.Any(static arg => arg is "--help" or "-h" or "-?"))
        {
            output.WriteLine(Help);
            return 0;
        }

        if (FaultIn(args) is { } fault)
        {
            error.WriteLine($"error: {fault} See: SearchService.Web --help");
            return 2;
        }

        return null;
    }

    private static string? FaultIn(IReadOnlyList<string> args)
    {
        for (int at = 0; at < args.Count; at++)
        {
            string arg = args[at];
            if (!arg.StartsWith("--", StringComparison.Ordinal))
            {
                return $"'{arg}' is no option.";
            }

            string name = arg[2..].Split('=')[0];
            if (!IsKnown(name))
            {
                return $"There is no option --{name}.{(name is "port" ? " A port is part of --urls, as in --urls http://127.0.0.1:5081." : "")}";
            }

            if (!arg.Contains('=', StringComparison.Ordinal) && (++at == args.Count || args[at].StartsWith("--", StringComparison.Ordinal)))
            {
                return $"--{name} needs a value behind it.";
            }
        }

        return null;
    }

    private static bool IsKnown(string name) =>
        name.Contains(':', StringComparison.Ordinal) || (name.Length > 0 && char.IsAsciiLetterUpper(name[0])) || Known.Contains(name, StringComparer.OrdinalIgnoreCase);
}
