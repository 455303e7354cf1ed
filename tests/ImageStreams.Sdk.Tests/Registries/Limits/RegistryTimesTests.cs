using ImageStreams.References;
using ImageStreams.Registries;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

/// <summary>Slow bodies, waits outside of every time limit, and clients that are disposed of while they work.</summary>
public sealed class RegistryTimesTests
{
    private static readonly RegistryRepository Repository = new() { Registry = "registry.example", Name = "o/r" };
    private static readonly Digest AnyDigest = Digest.Sha256("x"u8);
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(1, 29)]
    [InlineData(1000, 29)]
    [InlineData(100, 3)]
    public async Task BodyTricklesIn_IsTooSlow(int bytes, int seconds)
    {
        using var body = new TricklingStream(_time, bytes, TimeSpan.FromSeconds(seconds));
        await using var stream = await OpenAsync(body);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Equal(RegistryFailure.Timeout, exception.Reason);
        Assert.Contains("bytes of the body came within 30 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BodyArrivesAtTheRate_IsReadToItsEnd()
    {
        using var body = new TricklingStream(_time, 31_000, TimeSpan.FromSeconds(29)) { Length = 310_000 };
        await using var stream = await OpenAsync(body);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Equal(RegistryFailure.DigestMismatch, exception.Reason);   // at the end
    }

    /// <summary>What the caller does between two reads is not the fault of the registry.</summary>
    [Fact]
    public async Task ReaderIsSlow_IsNoFault()
    {
        using var body = new TricklingStream(_time, 1, TimeSpan.Zero) { Length = 100 };
        await using var stream = await OpenAsync(body);

        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(1, await stream.ReadAsync(new byte[10]));
            _time.Advance(TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public async Task NoLeastRate_OneByteIsEnough()
    {
        using var body = new TricklingStream(_time, 1, TimeSpan.FromSeconds(29)) { Length = 20 };
        await using var stream = await OpenAsync(body, new() { MinStreamedBytesPerSecond = 0 });

        var exception = await Assert.ThrowsAsync<RegistryException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Equal(RegistryFailure.DigestMismatch, exception.Reason);
    }

    [Fact]
    public async Task SynchronousReadOfASilentBody_EndsByTheTimeLimit()
    {
        using var body = new SilentStream();
        await using var stream = await OpenAsync(body);
        var reading = Task.Run(() => stream.Read(new byte[10]));
        await body.Started;

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(RegistryFailure.Timeout, (await Assert.ThrowsAsync<RegistryException>(() => reading)).Reason);
    }

    [Fact]
    public async Task WaitForATurn_IsPartOfTheTimeOfACall()
    {
        using var handler = Hanging();
        using var client = CreateClient(handler, new()
        {
            AttemptTimeout = TimeSpan.FromHours(1),
            CallTimeout = TimeSpan.FromSeconds(10),
            Limits = new() { MaxConcurrentRequests = 1 },
        });
        var first = client.GetManifestAsync(Repository, "1");
        var second = client.GetManifestAsync(Repository, "2");

        _time.Advance(TimeSpan.FromSeconds(10));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => second);
        Assert.Equal((RegistryFailure.Timeout, true), (exception.Reason, exception.IsTransient));
        Assert.Contains("manifest 2", exception.Message, StringComparison.Ordinal);
        Assert.Contains("CallTimeout", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RegistryException>(() => first);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task WaitBetweenAttempts_IsPartOfTheTimeOfACall()
    {
        using var handler = new ScriptedHandler(_ => Reply.Status(System.Net.HttpStatusCode.ServiceUnavailable));
        using var client = CreateClient(handler, new()
        {
            RetryDelay = TimeSpan.FromMinutes(1), MaxRetryDelay = TimeSpan.FromMinutes(1), CallTimeout = TimeSpan.FromSeconds(10),
        });
        var call = client.GetManifestAsync(Repository, "1");

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(RegistryFailure.Timeout, (await Assert.ThrowsAsync<RegistryException>(() => call)).Reason);
    }

    [Fact]
    public async Task CallerCancelsTheWait_GetsItsOwnCancellation()
    {
        using var handler = Hanging();
        using var client = CreateClient(handler, new() { Limits = new() { MaxConcurrentRequests = 1 } });
        using var cancellation = new CancellationTokenSource();
        _ = client.GetManifestAsync(Repository, "1");
        var second = client.GetManifestAsync(Repository, "2", cancellation.Token);

        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task DisposedWhileItWaitsForAnAnswer_EndsAtOnce()
    {
        using var handler = Hanging();
        var client = CreateClient(handler, new());
        var call = client.GetManifestAsync(Repository, "1");

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }

    [Fact]
    public async Task DisposedWhileItWaitsForItsTurn_EndsAtOnce()
    {
        using var handler = Hanging();
        var client = CreateClient(handler, new() { Limits = new() { MaxConcurrentRequests = 1 } });
        var calls = new Task[] { client.GetManifestAsync(Repository, "1"), client.ResolveAsync(Repository, "2") };

        client.Dispose();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => calls[0]);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => calls[1]);
    }

    [Fact]
    public async Task DisposedWhileAStreamIsRead_EndsAtOnce()
    {
        using var body = new SilentStream();
        using var handler = new ScriptedHandler(_ => Reply.Stream(body, "application/octet-stream"));
        var client = CreateClient(handler, new());
        await using var stream = await client.OpenBlobAsync(Repository, AnyDigest);
        var reading = stream.ReadAsync(new byte[10]).AsTask();

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => reading);
    }

    [Fact]
    public async Task UsedAfterwards_Throws()
    {
        using var handler = Hanging();
        var client = CreateClient(handler, new());
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.ResolveAsync(Repository, "1"));
        Assert.Empty(handler.Sent);
    }

    private static ScriptedHandler Hanging() => new(async (_, token) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        return Reply.Manifest();
    });

    private HttpRegistryClient CreateClient(ScriptedHandler handler, RegistryClientOptions options) =>
        new(options, null, RegistryHandlers.From(handler), _time);

    private async Task<RegistryBlobStream> OpenAsync(Stream body, RegistryClientOptions? options = null)
    {
#pragma warning disable CA2000 // the stream outlives the call, and needs both until the test ends
        var handler = new ScriptedHandler(_ => Reply.Stream(body, "application/octet-stream"));
        return await CreateClient(handler, options ?? new()).OpenBlobAsync(Repository, AnyDigest);
#pragma warning restore CA2000
    }
}
