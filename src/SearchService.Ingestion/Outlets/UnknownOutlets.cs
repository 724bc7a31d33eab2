using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Outlets;

/// <summary>Counts the articles of outlets that the registry doesn't know.</summary>
/// <remarks>
/// By name, compared as the registry does, else by host. Articles that name no outlet are of the one whose host theirs is. Memory is
/// bounded: past <see cref="MostOutlets"/> articles are only counted. Used from one thread.
/// </remarks>
public sealed class UnknownOutlets
{
    /// <summary>Names and hosts that are told apart.</summary>
    public const int MostOutlets = 100_000;

    private const int MostHosts = 32;
    private const int MostSpellings = 8;
    private const int ShortestName = 3;

    // A host with fewer of an outlet's articles than one in this many is where one of them strayed to.
    private const int Stray = 20;

    private readonly Dictionary<string, Group> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _byHost = new(StringComparer.Ordinal);

    /// <summary>All articles that were added.</summary>
    public long Articles { get; private set; }

    /// <summary>Those of them that are in no outlet of <see cref="List"/>: there were too many outlets, or they name nothing.</summary>
    public long Unlisted { get; private set; }

    /// <summary>Counts an article.</summary>
    /// <param name="source">The outlet as the article has it, or null.</param>
    /// <param name="address">Of the article, or the host of it; or null.</param>
    public void Add(string? source, string? address)
    {
        Articles++;
        string? host = address is not null && WebAddress.TryHost(address, out string bare) ? bare : null;
        string key = source is null ? "" : NameKey.Of(source);
        bool full = _byName.Count + _byHost.Count >= MostOutlets;
        if (key.Length > 0 && (_byName.TryGetValue(key, out Group? group) || !full))
        {
            if (group is null)
            {
                _byName.Add(key, group = new Group(key));
            }

            group.Add(source!, host);
        }
        else if (key.Length == 0 && host is not null && (!full || _byHost.ContainsKey(host)))
        {
            _byHost[host] = _byHost.GetValueOrDefault(host) + 1;
        }
        else
        {
            Unlisted++;
        }
    }

    /// <summary>The outlets, those of most articles first.</summary>
    /// <returns>No two of them claim a name or a host: all of their lines together can be put into one registry.</returns>
    public IReadOnlyList<UnknownOutlet> List()
    {
        Dictionary<string, Entry> byHost = new(StringComparer.Ordinal);
        Dictionary<string, Entry> byKey = new(StringComparer.Ordinal);
        Dictionary<string, Group> holders = Holders();
        List<Entry> entries = [];
        foreach (Group group in _byName.Values.OrderByDescending(static group => group.Count).ThenBy(static group => group.Key, StringComparer.Ordinal))
        {
            string name = Most(group.Names);
            Entry? entry = group.Hosts.Keys.Select(host => Find(byHost, host)).FirstOrDefault(other => other is not null && IsSameName(other.Key, group.Key));
            if (entry is not null && UnknownOutlet.CanBeListed(name))
            {
                entry.Aliases.Add(name);
            }
            else
            {
                entries.Add(entry = new Entry(group.Key, name));
            }

            byKey[group.Key] = entry;

            entry.Articles += group.Count;
            foreach ((string host, long count) in group.Hosts.OrderByDescending(static host => host.Value).ThenBy(static host => host.Key, StringComparer.Ordinal))
            {
                if (holders[host] == group && Stray * count >= group.Count)
                {
                    Claim(byHost, entry, host);
                }
            }
        }

        foreach ((string host, long count) in _byHost.OrderByDescending(static host => host.Value).ThenBy(static host => host.Key, StringComparer.Ordinal))
        {
            Entry? entry = Find(byHost, host);
            if (entry is null)
            {
                // A host is its outlet's name until someone gives it a better one; one that another has as its name is that one's.
                if (!byKey.TryGetValue(NameKey.Of(host), out entry))
                {
                    entries.Add(entry = new Entry(NameKey.Of(host), host));
                }

                Claim(byHost, entry, host);
            }

            entry.Articles += count;
        }

        return [.. entries.OrderByDescending(static entry => entry.Articles).ThenBy(static entry => entry.Name, StringComparer.Ordinal)
            .Select(static entry => new UnknownOutlet(entry.Name, entry.Aliases, [.. entry.Domains.Where(domain => !entry.Domains.Exists(other => IsUnder(domain, other)))], entry.Articles))];
    }

    // The outlet that has most articles on each host.
    private Dictionary<string, Group> Holders()
    {
        Dictionary<string, Group> holders = new(StringComparer.Ordinal);
        foreach (Group group in _byName.Values)
        {
            foreach ((string host, long count) in group.Hosts)
            {
                if (!holders.TryGetValue(host, out Group? holder) || count > holder.Hosts[host])
                {
                    holders[host] = group;
                }
            }
        }

        return holders;
    }

    private static void Claim(Dictionary<string, Entry> byHost, Entry entry, string host)
    {
        if (byHost.TryAdd(host, entry))
        {
            entry.Domains.Add(host);
        }
    }

    // The outlet of a host, or of the domain it is under.
    private static Entry? Find(Dictionary<string, Entry> byHost, string host)
    {
        for (int from = 0; from >= 0; from = host.IndexOf('.', from) + 1 is var next && next > 0 ? next : -1)
        {
            if (byHost.TryGetValue(host[from..], out Entry? entry))
            {
                return entry;
            }
        }

        return null;
    }

    // "Hill Post" and "Hill Post Online".
    private static bool IsSameName(string one, string other) =>
        Math.Min(one.Length, other.Length) >= ShortestName && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal));

    private static bool IsUnder(string host, string domain) =>
        host.Length > domain.Length && host.EndsWith(domain, StringComparison.Ordinal) && host[host.Length - domain.Length - 1] == '.';

    private static string Most(Dictionary<string, long> counts) => counts.MaxBy(static count => count.Value).Key;

    /// <summary>Articles of one name.</summary>
    private sealed class Group(string key)
    {
        public string Key { get; } = key;

        public long Count { get; private set; }

        public Dictionary<string, long> Names { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, long> Hosts { get; } = new(StringComparer.Ordinal);

        public void Add(string name, string? host)
        {
            Count++;
            Add(Names, name, MostSpellings);
            if (host is not null)
            {
                Add(Hosts, host, MostHosts);
            }
        }

        private static void Add(Dictionary<string, long> counts, string value, int most)
        {
            if (counts.Count < most || counts.ContainsKey(value))
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }
    }

    /// <summary>A line on its way.</summary>
    private sealed class Entry(string key, string name)
    {
        public string Key { get; } = key;

        public string Name { get; } = name;

        public List<string> Aliases { get; } = [];

        public List<string> Domains { get; } = [];

        public long Articles { get; set; }
    }
}
