using ImageStreams.References;

namespace ImageStreams.Testing.Protocol;

/// <summary>A manifest as it was pushed.</summary>
internal sealed record StoredManifest(Digest Digest, string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>The summary of the manifest.</summary>
    public ManifestSummary Summary => field ??= ManifestSummary.Read(Content);
}
