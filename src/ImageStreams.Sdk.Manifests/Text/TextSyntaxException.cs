namespace ImageStreams.Manifests;

/// <summary>Ends the reading of one document; never leaves this folder.</summary>
internal sealed class TextSyntaxException(ManifestProblemKind kind, int offset, string message) : Exception(message)
{
    public ManifestProblemKind Kind { get; } = kind;

    public int Offset { get; } = offset;
}
