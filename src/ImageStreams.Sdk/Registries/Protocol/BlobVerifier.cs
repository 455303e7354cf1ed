using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Verifies a blob while it is read: its digest, its size, and the time of each read.</summary>
internal sealed class BlobVerifier : IDisposable
{
    private readonly Digest _digest;
    private readonly ContentHash _hash;
    private readonly RequestLine _line;
    private bool _ended;

    private BlobVerifier(Digest digest, RequestLine line)
    {
        _digest = digest;
        _line = line;
        _hash = new ContentHash(digest);
    }

    public long Received { get; private set; }

    public long MaxBytes { get; init; } = RegistryClientOptions.DefaultMaxStreamedBlobBytes;

    public long? Announced { get; init; }

    public TimeSpan ReadTimeout { get; init; } = Timeout.InfiniteTimeSpan;

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Creates a verifier for content that does not come from a registry over HTTP.</summary>
    public static BlobVerifier Create(Digest digest, ServingRegistry source)
    {
        var repository = new RegistryRepository { Registry = source.Registry, Name = source.Repository };
        var call = RegistryCall.ForBlob(repository, digest.ToString());
        var address = RegistryEndpoint.FromRegistry(source.Registry, source.Transport).ToUri(call.Path);
        return new BlobVerifier(digest, new RequestLine(call, call.Method, address));
    }

    public static BlobVerifier Create(
        Digest digest, RegistryResponse response, RegistryClientSettings settings, TimeProvider timeProvider) =>
        new(digest, response.Line)
        {
            MaxBytes = settings.MaxStreamedBlobBytes,
            Announced = response.Length,
            ReadTimeout = settings.AttemptTimeout,
            TimeProvider = timeProvider,
        };

    /// <summary>Reads within the time limit, and converts exceptions of the network.</summary>
    public async ValueTask<int> ReadAsync(Stream content, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(ReadTimeout, TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await content.ReadAsync(buffer, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw RegistryClientErrors.Timeout(_line, ReadTimeout, exception);
        }
        catch (Exception exception) when (NetworkErrors.IsNetwork(exception))
        {
            throw NetworkErrors.InBody(_line, exception);
        }
    }

    /// <summary>Reads without a time limit, and converts exceptions of the network.</summary>
    public int Read(Stream content, Span<byte> buffer)
    {
        try
        {
            return content.Read(buffer);
        }
        catch (Exception exception) when (NetworkErrors.IsNetwork(exception))
        {
            throw NetworkErrors.InBody(_line, exception);
        }
    }

    /// <summary>Adds what was read; an empty read is the end.</summary>
    /// <exception cref="RegistryException">The content is too large, too short, or does not have the expected digest.</exception>
    public void Append(ReadOnlySpan<byte> read)
    {
        Received += read.Length;
        if (Received > MaxBytes)
        {
            throw RegistryClientErrors.TooLarge(_line, MaxBytes);
        }

        _hash.Append(read);
        if (read.IsEmpty && !_ended)
        {
            RequireWhole();
        }
    }

    public void Dispose() => _hash.Dispose();

    private void RequireWhole()
    {
        if (Announced is { } announced && announced != Received)
        {
            throw RegistryClientErrors.BodyTooShort(_line, announced, Received);
        }

        _ended = _hash.Matches(out var actual) ? true : throw RegistryClientErrors.DigestMismatch(_line, _digest, actual);
    }
}
