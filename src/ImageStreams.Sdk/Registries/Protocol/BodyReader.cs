using System.Buffers;

namespace ImageStreams.Registries;

/// <summary>Reads bodies into memory, up to a size limit; compressed ones are decompressed.</summary>
internal static class BodyReader
{
    private const int UnannouncedCapacity = 16 << 10;

    /// <summary>Reads a whole body and checks it against its announced length.</summary>
    /// <exception cref="RegistryException">The body exceeds the cap or ended early.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        RegistryResponse response, int cap, CancellationToken cancellationToken)
    {
        if (response.Length > cap)
        {
            throw RegistryClientErrors.TooLarge(response.Line, cap);
        }

        var body = await ReadUpToAsync(response, cap + 1L, cancellationToken).ConfigureAwait(false);
        if (body.Length > cap)
        {
            throw RegistryClientErrors.TooLarge(response.Line, cap);
        }

        if (response.Length is { } announced && announced != body.Length)
        {
            throw RegistryClientErrors.BodyTooShort(response.Line, announced, body.Length);
        }

        return await DecodeAsync(response, body, cap, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the start of a body; a body that breaks off is treated as one that ends.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadStartAsync(
        RegistryResponse response, int limit, CancellationToken cancellationToken)
    {
        try
        {
            var start = await ReadUpToAsync(response, limit, cancellationToken).ConfigureAwait(false);
            return await DecodeAsync(response, start, limit, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Decompresses a body up to a limit, which the plain bytes must not exceed either.</summary>
    private static async Task<ReadOnlyMemory<byte>> DecodeAsync(
        RegistryResponse response, ReadOnlyMemory<byte> body, int cap, CancellationToken cancellationToken)
    {
        if (!ContentCoding.IsEncoded(response))
        {
            return body;
        }

        var coded = new MemoryStream(body.ToArray(), writable: false);
        var stream = await ContentCoding.DecodeAsync(response, coded, cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        var plain = await ReadUpToAsync(stream, cap + 1L, UnannouncedCapacity, response.Line, cancellationToken).ConfigureAwait(false);
        return plain.Length > cap ? throw RegistryClientErrors.TooLarge(response.Line, cap) : plain;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadUpToAsync(
        RegistryResponse response, long limit, CancellationToken cancellationToken)
    {
        var capacity = (int)Math.Min(limit, response.Length + 1 ?? UnannouncedCapacity);
        try
        {
            var stream = await response.Message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return await ReadUpToAsync(stream, limit, capacity, response.Line, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (NetworkErrors.IsNetwork(exception))
        {
            throw NetworkErrors.InBody(response.Line, exception);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadUpToAsync(
        Stream stream, long limit, int capacity, RequestLine line, CancellationToken cancellationToken)
    {
        var writer = new ArrayBufferWriter<byte>(Math.Max(capacity, 1));
        try
        {
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
            throw NetworkErrors.InBody(line, exception);
        }
    }
}
