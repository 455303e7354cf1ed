namespace ImageStreams.Testing.Synthesis;

/// <summary>The only file of a synthetic layer.</summary>
internal sealed record LayerFile(string Path, string Content);
