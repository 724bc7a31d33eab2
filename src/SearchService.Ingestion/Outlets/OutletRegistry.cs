using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Outlets;

/// <summary>The outlets that are known, found by name, alias or host.</summary>
/// <remarks>
/// Names are compared without case, diacritics, spaces and punctuation; hosts without <c>www.</c> and the like, a domain standing for
/// its subdomains too. Where two outlets claim a name or domain, the one listed first has it. Immutable once read, thread-safe.
/// </remarks>
public sealed class OutletRegistry
{
    private readonly Dictionary<string, Outlet> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Outlet> _byDomain = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Outlet>.Builder _outlets = ImmutableArray.CreateBuilder<Outlet>();

    internal OutletRegistry()
    {
    }

    /// <summary>A registry that knows no outlet.</summary>
    public static OutletRegistry Empty { get; } = new();

    /// <summary>All outlets, in the order listed.</summary>
    public ImmutableArray<Outlet> Outlets => _outlets.ToImmutable();

    /// <summary>How many outlets are known.</summary>
    public int Count => _outlets.Count;

    /// <summary>Finds the outlet of an article: by the name of its source, else by the host of its address.</summary>
    /// <param name="source">As the record has it, or null.</param>
    /// <param name="host">A host or address, or null.</param>
    public Outlet? Find(string? source, string? host) => ByName(source) ?? ByHost(host);

    /// <summary>Finds an outlet by its name or an alias.</summary>
    /// <param name="name">The whole name, or null.</param>
    public Outlet? ByName(string? name) => string.IsNullOrEmpty(name) ? null : _byName.GetValueOrDefault(NameKey.Of(name));

    /// <summary>Finds an outlet by a host of its own or a subdomain of one.</summary>
    /// <param name="host">A host or address, or null.</param>
    public Outlet? ByHost(string? host)
    {
        if (_byDomain.Count == 0 || string.IsNullOrEmpty(host) || !WebAddress.TryHost(host, out string bare))
        {
            return null;
        }

        while (true)
        {
            if (_byDomain.TryGetValue(bare, out Outlet? outlet))
            {
                return outlet;
            }

            int dot = bare.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                return null;
            }

            bare = bare[(dot + 1)..];
        }
    }

    /// <summary>Takes an outlet in; called while reading, before the registry is handed out.</summary>
    /// <param name="outlet">With its domains bare.</param>
    /// <returns>Its names and domains that another outlet has already.</returns>
    internal List<(string Value, Outlet Holder)> Add(Outlet outlet)
    {
        List<(string, Outlet)> taken = [];
        _outlets.Add(outlet);
        foreach (string name in outlet.Aliases.Prepend(outlet.Name))
        {
            string key = NameKey.Of(name);
            if (key.Length > 0 && !_byName.TryAdd(key, outlet) && _byName[key] != outlet)
            {
                taken.Add((name, _byName[key]));
            }
        }

        foreach (string domain in outlet.Domains)
        {
            if (!_byDomain.TryAdd(domain, outlet) && _byDomain[domain] != outlet)
            {
                taken.Add((domain, _byDomain[domain]));
            }
        }

        return taken;
    }
}
