using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Reads a verified manifest from the response to a manifest request.</summary>
internal static class ManifestReader
{
    /// <summary>Reads and verifies a manifest that was requested by tag (<paramref name="requested"/> is
    /// <see langword="null"/>) or by digest.</summary>
    public static async Task<RegistryManifest> ReadAsync(
        RegistryResponse response, Digest? requested, int cap, CancellationToken cancellationToken)
    {
        var announced = ContentCheck.FindAnnounced(response);
        var content = await BodyReader.ReadAsync(response, cap, cancellationToken).ConfigureAwait(false);
        var mediaType = ManifestSniffer.GetMediaType(response, content.Span);
        var payload = MediaTypes.IsSchema1(mediaType)
            ? SignedManifest.Payload(content, response.Line)
            : content;
        Verify(response, requested, payload.Span);
        Verify(response, announced, payload.Span);
        return new RegistryManifest
        {
            Content = content,
            MediaType = mediaType,
            Digest = requested ?? announced ?? Digest.Sha256(payload.Span),
            Source = response.Source,
        };
    }

    /// <summary>Reads the response to <c>HEAD</c>; <see langword="null"/> when it is incomplete.</summary>
    public static ResolvedManifest? ReadHead(RegistryResponse response, Digest? requested)
    {
        var announced = ContentCheck.FindAnnounced(response);
        var isManifest = MediaTypes.GetKind(response.MediaType) != ManifestKinds.None;
        if (!isManifest || (requested ?? announced) is not { } digest || response.PlainLength is not ({ } size and > 0))
        {
            return null;
        }

        return announced is null || digest.Algorithm != announced.Algorithm || IsSame(digest, announced)
            ? Resolved(response, digest, size)
            : throw RegistryClientErrors.DigestMismatch(response.Line, digest, announced.ToString());
    }

    private static void Verify(RegistryResponse response, Digest? expected, ReadOnlySpan<byte> payload)
    {
        if (expected is not null)
        {
            ContentCheck.Require(expected, payload, response.Line);
        }
    }

    private static bool IsSame(Digest left, Digest right) =>
        left.Hex.Equals(right.Hex, StringComparison.OrdinalIgnoreCase);

    private static ResolvedManifest Resolved(RegistryResponse response, Digest digest, long size) => new()
    {
        Descriptor = new RegistryDescriptor
        {
            Digest = digest,
            MediaType = response.MediaType.ToLowerInvariant(),
            Size = size,
        },
        Source = response.Source,
    };
}
