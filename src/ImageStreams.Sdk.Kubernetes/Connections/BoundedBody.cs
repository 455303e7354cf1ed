namespace ImageStreams.Kubernetes;

/// <summary>Reads bodies that may not be larger than a limit.</summary>
internal static class BoundedBody
{
    private const int FirstSize = 16 * 1024;

    /// <exception cref="Clients.ApiException">The body is larger.</exception>
    public static async Task<byte[]> ReadAsync(
        Stream stream, long? length, long limit, string what, CancellationToken cancellationToken)
    {
        if (length > limit)
        {
            throw ReplyErrors.TooLarge(what, limit);
        }

        // One byte more than announced: the end is found without another buffer.
        var buffer = new byte[length is { } known ? checked((int)known + 1) : FirstSize];
        var count = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false)) > 0)
        {
            count += read;
            if (count > limit)
            {
                throw ReplyErrors.TooLarge(what, limit);
            }

            if (count == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, Math.Min(2L * count, limit + 1)));
            }
        }

        return count == buffer.Length ? buffer : buffer[..count];
    }
}
