using System.Buffers;

namespace ImageStreams.Registries;

/// <summary>Reads bodies into memory, up to a size limit.</summary>
internal static class BodyReader
{
    private const int UnannouncedCapacity = 16 << 10;

    /// <summary>Reads a whole body and checks it against its announced length.</summary>
    /// <exception cref="RegistryException">The body exceeds the cap or ended early.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        RegistryResponse response, int cap, CancellationToken cancellationToken)
    {
        RequirePlain(response);
        if (response.Length > cap)
        {
            throw RegistryClientErrors.TooLarge(response.Line, cap);
        }

        var body = await ReadUpToAsync(response, cap + 1L, cancellationToken).ConfigureAwait(false);
        if (body.Length > cap)
        {
            throw RegistryClientErrors.TooLarge(response.Line, cap);
        }

        return response.Length is { } announced && announced != body.Length
            ? throw RegistryClientErrors.BodyTooShort(response.Line, announced, body.Length)
            : body;
    }

    /// <summary>Reads the start of a body; a body that breaks off is treated as one that ends.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadStartAsync(
        RegistryResponse response, int limit, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadUpToAsync(response, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException)
        {
            return default;   // the body only explains a failure that is reported anyway
        }
    }

    /// <summary>Keeps the start of a body in memory and frees the connection.</summary>
    public static async Task BufferAsync(RegistryResponse response, int limit, CancellationToken cancellationToken)
    {
        var body = response.Message.Content;
        var start = await ReadStartAsync(response, limit, cancellationToken).ConfigureAwait(false);
        response.Message.Content = new ReadOnlyMemoryContent(start);
        body.Dispose();
    }

    /// <summary>Rejects a compressed body: no encoding was requested, and digests are computed from the plain
    /// bytes.</summary>
    public static void RequirePlain(RegistryResponse response)
    {
        if (IsEncoded(response))
        {
            throw RegistryClientErrors.Encoded(response.Line);
        }
    }

    public static bool IsEncoded(RegistryResponse response) =>
        response.Message.Content.Headers.ContentEncoding.Any(encoding => encoding != "identity");

    private static async Task<ReadOnlyMemory<byte>> ReadUpToAsync(
        RegistryResponse response, long limit, CancellationToken cancellationToken)
    {
        var capacity = (int)Math.Min(limit, response.Length + 1 ?? UnannouncedCapacity);
        var writer = new ArrayBufferWriter<byte>(Math.Max(capacity, 1));
        try
        {
            var stream = await response.Message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (writer.WrittenCount < limit)
            {
                var room = (int)Math.Min(limit - writer.WrittenCount, writer.GetMemory(1).Length);
                var read = await stream.ReadAsync(writer.GetMemory(1)[..room], cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                writer.Advance(read);
            }

            return writer.WrittenMemory;
        }
        catch (Exception exception) when (NetworkErrors.IsNetwork(exception))
        {
            throw NetworkErrors.InBody(response.Line, exception);
        }
    }
}
