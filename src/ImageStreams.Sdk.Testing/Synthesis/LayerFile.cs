namespace ImageStreams.Testing.Synthesis;

/// <summary>The one file that a synthetic layer holds.</summary>
internal sealed record LayerFile(string Path, string Content);
