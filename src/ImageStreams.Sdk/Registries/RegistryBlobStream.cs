using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>A blob that is read once, from start to end, and verified at its end.</summary>
/// <remarks>The read that would report the end throws <see cref="RegistryException"/> instead
/// (<see cref="RegistryFailure.DigestMismatch"/>, <see cref="RegistryFailure.Truncated"/>) when the content does not have
/// the expected digest; do not trust the content before the end is reported. Not safe for concurrent reads.</remarks>
public sealed class RegistryBlobStream : Stream
{
    private readonly Stream _content;
    private readonly BlobVerifier _verifier;

    /// <summary>Creates a stream over content, for clients other than <see cref="HttpRegistryClient"/>.</summary>
    /// <param name="content">The content; disposed of together with this stream.</param>
    /// <param name="digest">The expected digest.</param>
    /// <param name="source">The registry or mirror that sent the content.</param>
    public RegistryBlobStream(Stream content, Digest digest, ServingRegistry source)
#pragma warning disable CA2000 // This stream disposes of it.
        : this(content, digest, source, BlobVerifier.Create(digest, source))
#pragma warning restore CA2000 // end of the hand-over
    {
    }

    internal RegistryBlobStream(Stream content, Digest digest, ServingRegistry source, BlobVerifier verifier)
    {
        _content = content;
        _verifier = verifier;
        Digest = digest;
        Source = source;
    }

    /// <summary>The digest that the content is verified against.</summary>
    public Digest Digest { get; }

    /// <summary>The registry or mirror that answered.</summary>
    public ServingRegistry Source { get; internal set; }

    /// <summary>The announced size in bytes; <see langword="null"/> when the registry announced none.</summary>
    public long? AnnouncedLength { get; internal init; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _verifier.Received;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="RegistryException">The content broke off, is too large, or does not have the expected digest.</exception>
#pragma warning disable RS0027 // The overloads and their optional parameters are those of Stream.
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
#pragma warning restore RS0027 // end of the override
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        var read = await _verifier.ReadAsync(_content, buffer, cancellationToken).ConfigureAwait(false);
        _verifier.Append(buffer.Span[..read]);
        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    /// <exception cref="RegistryException">The content broke off, is too large, or does not have the expected digest.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        var read = _verifier.Read(_content, buffer);
        _verifier.Append(buffer[..read]);
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
            _verifier.Dispose();
        }

        base.Dispose(disposing);
    }
}
