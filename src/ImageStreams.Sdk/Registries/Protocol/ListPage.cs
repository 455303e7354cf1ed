namespace ImageStreams.Registries;

/// <summary>One page of a list and where the next one is; <see langword="null"/> at the end.</summary>
internal sealed record ListPage<T>(List<T> Items, string? Next);
