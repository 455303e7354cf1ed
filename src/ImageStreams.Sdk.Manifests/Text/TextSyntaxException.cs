namespace ImageStreams.Manifests;

/// <summary>Ends the reading of one document; never leaves this folder.</summary>
#pragma warning disable CA1064 // thrown and caught within this folder
internal sealed class TextSyntaxException(ManifestProblemKind kind, int offset, string message) : Exception(message)
{
    public ManifestProblemKind Kind { get; } = kind;

    public int Offset { get; } = offset;
}
#pragma warning restore CA1064
