using System.IO.Compression;

namespace ImageStreams.Registries;

/// <summary>Decompresses bodies (RFC 9110, section 8.4): digests are computed from the plain bytes.</summary>
/// <remarks>No coding is requested, but some registries compress regardless. OpenShift decompresses, too.</remarks>
internal static class ContentCoding
{
    private const int MaxCodings = 2;
    private const int ZlibHeaderLength = 2;

    public static bool IsEncoded(RegistryResponse response) => FindCodings(response).Any();

    /// <summary>Returns a stream of the plain bytes, which disposes of the body.</summary>
    /// <exception cref="RegistryException">The coding is unknown, or there are too many.</exception>
    public static async ValueTask<Stream> DecodeAsync(
        RegistryResponse response, Stream body, CancellationToken cancellationToken)
    {
        var codings = FindCodings(response).Reverse().ToList();
        if (codings.Count > MaxCodings)
        {
            throw RegistryClientErrors.Encoded(response.Line, ReadHeader(response));
        }

        foreach (var coding in codings)
        {
            body = await DecodeAsync(coding, response, body, cancellationToken).ConfigureAwait(false);
        }

        return body;
    }

#pragma warning disable CA2000 // the caller disposes of the stream, which disposes of the body
    private static async ValueTask<Stream> DecodeAsync(
        string coding, RegistryResponse response, Stream body, CancellationToken cancellationToken) => coding == "deflate"
            ? await InflateAsync(response, body, cancellationToken).ConfigureAwait(false)
            : Decompress(coding, body) ?? throw RegistryClientErrors.Encoded(response.Line, ReadHeader(response));
#pragma warning restore CA2000

    /// <summary>Reads the header as it was sent, in which a secret is whole.</summary>
    private static string ReadHeader(RegistryResponse response) =>
        string.Join(", ", response.Message.Content.Headers.NonValidated["Content-Encoding"]);

    private static Stream? Decompress(string coding, Stream body) => coding switch
    {
        "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        _ => null,
    };

    /// <summary>Finds the codings in the order in which they were applied, in lower case.</summary>
    private static IEnumerable<string> FindCodings(RegistryResponse response) =>
        response.Message.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values)
            ? values
                .SelectMany(static value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Select(static coding => coding.ToLowerInvariant())
                .Where(static coding => coding != "identity")
            : [];

    /// <summary>Decompresses <c>deflate</c>, which is zlib by the specification and bare DEFLATE from some servers.</summary>
    private static async ValueTask<Stream> InflateAsync(
        RegistryResponse response, Stream body, CancellationToken cancellationToken)
    {
        var start = new byte[ZlibHeaderLength];
        try
        {
            var length = await body.ReadAtLeastAsync(start, ZlibHeaderLength, throwOnEndOfStream: false, cancellationToken)
                .ConfigureAwait(false);
            var whole = new PrefixedStream(start.AsMemory(0, length), body);
            return IsZlib(start)
                ? new ZLibStream(whole, CompressionMode.Decompress)
                : new DeflateStream(whole, CompressionMode.Decompress);
        }
        catch (Exception exception) when (NetworkErrors.IsNetwork(exception))
        {
            throw NetworkErrors.InBody(response.Line, exception);
        }
    }

    /// <summary>Checks the header of RFC 1950: method 8, and a multiple of 31.</summary>
    private static bool IsZlib(byte[] start) => (start[0] & 0x0F) == 8 && ((start[0] << 8) | start[1]) % 31 == 0;
}
