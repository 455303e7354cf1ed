using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A manifest as it was served, and what it says, read once.</summary>
internal sealed record FetchedManifest(RegistryManifest Served, Manifest Manifest)
{
    public Digest Digest => Served.Digest;

    public ReadOnlySpan<byte> Content => Served.Content.Span;

    public static FetchedManifest Read(RegistryManifest served) =>
        new(served, Manifest.Parse(served.Content.Span, served.MediaType));
}
