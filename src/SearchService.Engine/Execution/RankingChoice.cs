namespace SearchService.Engine.Execution;

/// <summary>When hits by score are ranked with pruning; the hits are the same in any case, to the bit.</summary>
internal enum RankingChoice
{
    /// <summary>Where the bounds rule out enough to pay for reading them.</summary>
    WherePays,

    /// <summary>Wherever the query's shape allows it: for tests.</summary>
    Always,

    /// <summary>Nowhere: everything found is scored, which is what pruning is tested against.</summary>
    Never,
}
