namespace SearchService.Engine.Segments.Store;

/// <summary>Where the index of a store is in its file.</summary>
/// <param name="Index">Its first byte.</param>
/// <param name="BlockCount">How many blocks it has.</param>
internal readonly record struct StoreExtent(long Index, int BlockCount);
