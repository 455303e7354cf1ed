using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Checks content in memory against its digest.</summary>
internal static class ContentCheck
{
    /// <exception cref="RegistryException">The content has another digest.</exception>
    public static void Require(Digest expected, ReadOnlySpan<byte> content, RequestLine line)
    {
        using var hash = new ContentHash(expected);
        hash.Append(content);
        if (!hash.Matches(out var actual))
        {
            throw RegistryClientErrors.DigestMismatch(line, expected, actual);
        }
    }

    /// <summary>Finds the digest that the response announces; <see langword="null"/> when it announces none.</summary>
    /// <exception cref="RegistryException">The header is not a digest.</exception>
    public static Digest? FindAnnounced(RegistryResponse response)
    {
        var header = response.GetHeader("Docker-Content-Digest").FirstOrDefault();
        if (string.IsNullOrWhiteSpace(header))
        {
            return null;
        }

        return Digest.TryParse(header.Trim(), out var digest)
            ? digest
            : throw RegistryClientErrors.BadDigestHeader(response.Line, header);
    }
}
