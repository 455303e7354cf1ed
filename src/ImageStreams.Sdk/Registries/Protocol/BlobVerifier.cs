using System.Buffers;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Verifies a blob while it is read: its digest, its size, and its rate.</summary>
internal sealed class BlobVerifier : IDisposable
{
    private const int MaxBlockedRead = 64 << 10;
    private readonly Digest _digest;
    private readonly ContentHash _hash;
    private readonly RequestLine _line;
    private bool _ended;
    private TimeSpan _waited;
    private long _arrived;

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

    /// <summary>The least number of bytes within <see cref="ReadTimeout"/>, of which only the time in reads counts.</summary>
    public long MinBytes { get; init; } = 1;

    public CancellationToken Closing { get; init; }

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
        Digest digest,
        RegistryResponse response,
        RegistryClientSettings settings,
        TimeProvider timeProvider,
        CancellationToken closing) =>
        new(digest, response.Line)
        {
            MaxBytes = settings.MaxStreamedBlobBytes,
            Announced = response.PlainLength,
            ReadTimeout = settings.AttemptTimeout,
            MinBytes = Math.Max(1, settings.MinBytesPerAttempt),
            Closing = closing,
            TimeProvider = timeProvider,
        };

    /// <summary>Reads within the time limit, and converts exceptions of the network.</summary>
    /// <exception cref="ObjectDisposedException">The client was disposed of.</exception>
    public async ValueTask<int> ReadAsync(Stream content, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(GetTimeLeft(), TimeProvider);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token, Closing);
        var started = TimeProvider.GetTimestamp();
        try
        {
            var read = await content.ReadAsync(buffer, all.Token).ConfigureAwait(false);
            Count(read, TimeProvider.GetElapsedTime(started));
            return read;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw CreateEnd(exception);
        }
        catch (Exception exception) when (NetworkErrors.IsNetwork(exception))
        {
            throw NetworkErrors.InBody(_line, exception);
        }
    }

    /// <summary>Reads within the time limit, and blocks meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">The client was disposed of.</exception>
    public int Read(Stream content, Span<byte> buffer)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length, MaxBlockedRead));
        try
        {
            var memory = rented.AsMemory(0, Math.Min(buffer.Length, rented.Length));
            var read = ReadAsync(content, memory, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            memory.Span[..read].CopyTo(buffer);
            return read;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
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

    /// <summary>Returns the time in which the missing part of <see cref="MinBytes"/> must arrive.</summary>
    private TimeSpan GetTimeLeft()
    {
        if (ReadTimeout == Timeout.InfiniteTimeSpan)
        {
            return ReadTimeout;
        }

        return ReadTimeout > _waited ? ReadTimeout - _waited : TimeSpan.Zero;
    }

    /// <summary>Counts what arrived. The time starts anew when it was enough.</summary>
    private void Count(int read, TimeSpan waited)
    {
        _arrived += read;
        _waited += waited;
        if (_arrived >= MinBytes)
        {
            (_arrived, _waited) = (0, TimeSpan.Zero);
        }
    }

    private Exception CreateEnd(OperationCanceledException exception)
    {
        if (Closing.IsCancellationRequested)
        {
            return new ObjectDisposedException(nameof(HttpRegistryClient));
        }

        return _arrived == 0
            ? RegistryClientErrors.Timeout(_line, ReadTimeout, exception)
            : RegistryClientErrors.TooSlow(_line, _arrived, ReadTimeout, exception);
    }

    private void RequireWhole()
    {
        if (Announced is { } announced && announced != Received)
        {
            throw RegistryClientErrors.BodyTooShort(_line, announced, Received);
        }

        _ended = _hash.Matches(out var actual) ? true : throw RegistryClientErrors.DigestMismatch(_line, _digest, actual);
    }
}
