namespace SearchService.Ingestion.Articles;

/// <summary>Web addresses as articles carry them.</summary>
internal static class WebAddress
{
    private static readonly string[] Tracking = ["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ito", "ref_src"];

    /// <summary>Reads an address of the web; one without a scheme is taken to be <c>https</c>.</summary>
    /// <param name="given">As the record has it.</param>
    /// <param name="url">As it was given, with a scheme.</param>
    /// <param name="parsed">Its parts.</param>
    public static bool TryRead(string given, out string url, out Uri? parsed)
    {
        url = given.StartsWith("//", StringComparison.Ordinal) ? "https:" + given : given;
        if (!url.Contains("://", StringComparison.Ordinal) && LooksLikeHost(url))
        {
            url = "https://" + url;
        }

        return Uri.TryCreate(url, UriKind.Absolute, out parsed)
            && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps)
            && parsed.Host.Length > 0;
    }

    /// <summary>
    /// What the addresses of one article have in common: no scheme, no <c>www.</c> or <c>m.</c>, no fragment, no marks of campaigns,
    /// no slash at the end; the host in lower case.
    /// </summary>
    public static string Canonical(Uri url)
    {
        string query = string.Join('&', url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(static part => !IsTracking(part)));
        string port = url.IsDefaultPort ? "" : $":{url.Port}";
        string path = url.AbsolutePath.TrimEnd('/');
        return $"{BareHost(url.Host)}{port}{path}{(query.Length > 0 ? "?" : "")}{query}";
    }

    /// <summary>A host in lower case, without <c>www.</c>, <c>m.</c>, <c>mobile.</c> or <c>amp.</c> before it.</summary>
    public static string BareHost(string host)
    {
        string bare = host.Trim().TrimEnd('.').ToLowerInvariant();
        foreach (string prefix in (ReadOnlySpan<string>)["www.", "m.", "mobile.", "amp."])
        {
            // "m.de" is a host of its own: what is left has to have a dot.
            if (bare.StartsWith(prefix, StringComparison.Ordinal) && bare.AsSpan(prefix.Length).Contains('.'))
            {
                return bare[prefix.Length..];
            }
        }

        return bare;
    }

    /// <summary>The host of an address, or of what is one without scheme and path; bare.</summary>
    /// <param name="given">Such as <c>http://www.example.org/x</c> or <c>example.org</c>.</param>
    /// <param name="host">Such as <c>example.org</c>.</param>
    public static bool TryHost(string given, out string host)
    {
        bool read = TryRead(given.Trim(), out _, out Uri? parsed);
        host = read ? BareHost(parsed!.Host) : "";
        return read;
    }

    private static bool LooksLikeHost(string url)
    {
        int end = url.AsSpan().IndexOfAny('/', ':', '?');
        ReadOnlySpan<char> host = end < 0 ? url : url.AsSpan(0, end);
        return host.Contains('.') && host.IndexOfAny(' ', '@', '\n') < 0 && Uri.CheckHostName(host.ToString()) == UriHostNameType.Dns;
    }

    private static bool IsTracking(string part)
    {
        int end = part.IndexOf('=', StringComparison.Ordinal);
        string name = end < 0 ? part : part[..end];
        return Array.Exists(Tracking, tracking => tracking.EndsWith('_')
            ? name.StartsWith(tracking, StringComparison.OrdinalIgnoreCase)
            : name.Equals(tracking, StringComparison.OrdinalIgnoreCase));
    }
}
