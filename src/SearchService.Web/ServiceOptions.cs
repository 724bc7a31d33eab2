using System.ComponentModel.DataAnnotations;

namespace SearchService.Web;

/// <summary>Settings of the service: section <c>Service</c> of the configuration, or the command line.</summary>
internal sealed class ServiceOptions
{
    /// <summary>The index folder, as <c>indexer build</c> made it.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Index { get; set; } = "index/main";

    /// <summary>What keeps and searches the index, the one it was built with; null for the service's default.</summary>
    public string? Backend { get; set; }

    /// <summary>How often to look for a newer generation.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A search that takes longer is ended, with code <c>search_timeout</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan SearchTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Searches at once, for each processor; a page fault blocks its thread, so more than one.</summary>
    [Range(1, 64)]
    public int SearchesPerProcessor { get; set; } = 4;

    /// <summary>Searches that may wait for their turn; beyond, the answer is 503 with <c>Retry-After</c>.</summary>
    [Range(0, 100_000)]
    public int WaitingSearches { get; set; } = 1_000;
}
