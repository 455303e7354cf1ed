namespace ImageStreams.Manifests;

/// <summary>One step of a path: a key, or an index when the key is null.</summary>
internal readonly record struct TextPathStep(string? Key, int Index);
