namespace ImageStreams.Manifests;

/// <summary>A reference <c>${X}</c> in a text.</summary>
internal readonly record struct ParameterReference(string Name, int Start, int End);
