using System.Net;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

public sealed class CircuitBreakerTests : IDisposable
{
    private static readonly RegistryRepository Sick = new() { Registry = "sick.example", Name = "app" };
    private static readonly RegistryRepository Well = new() { Registry = "well.example", Name = "app" };
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedHandler _handler;
    private HttpStatusCode _answer = HttpStatusCode.ServiceUnavailable;

    public CircuitBreakerTests() => _handler = new ScriptedHandler(request =>
        request.RequestUri!.Host == "sick.example" && _answer != HttpStatusCode.OK ? Reply.Status(_answer) : Reply.Manifest());

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task GetManifest_RegistryKeepsFailing_IsNotContacted()
    {
        using var client = Client(new RegistryLimits { BreakerMinimumThroughput = 3, BreakerBreakDuration = TimeSpan.FromSeconds(20) });
        await FailAsync(client, times: 3);

        var fault = await FailsAsync(client);

        Assert.Equal((RegistryFailure.CircuitOpen, true), (fault.Reason, fault.IsTransient));
        Assert.InRange(fault.RetryAfter!.Value, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(20));
        Assert.Contains("sick.example was not contacted", fault.Message, StringComparison.Ordinal);
        Assert.Equal(3, _handler.Sent.Count);
    }

    [Fact]
    public async Task GetManifest_OtherRegistry_IsNotAffected()
    {
        using var client = Client(new RegistryLimits { BreakerMinimumThroughput = 3 });
        await FailAsync(client, times: 4);

        await client.GetManifestAsync(Well, "1");
    }

    [Fact]
    public async Task GetManifest_AfterTheBreak_OneProbeClosesTheCircuit()
    {
        using var client = Client(new RegistryLimits { BreakerMinimumThroughput = 3, BreakerBreakDuration = TimeSpan.FromSeconds(20) });
        await FailAsync(client, times: 3);
        _answer = HttpStatusCode.OK;

        _time.Advance(TimeSpan.FromSeconds(20));

        await client.GetManifestAsync(Sick, "1");
        await client.GetManifestAsync(Sick, "1");
    }

    [Fact]
    public async Task GetManifest_ProbeFails_CircuitStaysOpen()
    {
        using var client = Client(new RegistryLimits { BreakerMinimumThroughput = 3, BreakerBreakDuration = TimeSpan.FromSeconds(20) });
        await FailAsync(client, times: 3);

        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(RegistryFailure.ServerError, (await FailsAsync(client)).Reason);
        Assert.Equal(RegistryFailure.CircuitOpen, (await FailsAsync(client)).Reason);
    }

    [Fact]
    public async Task GetManifest_ProbeIsCanceled_CircuitStaysOpen()
    {
        using var cancellation = new CancellationTokenSource();
        var failed = 0;
        using var handler = new ScriptedHandler(async (_, token) =>
        {
            if (failed++ < 3)
            {
                return Reply.Status(HttpStatusCode.ServiceUnavailable);
            }

            await cancellation.CancelAsync();
            return await Task.FromCanceled<HttpResponseMessage>(token);
        });
        using var client = Client(new RegistryLimits { BreakerMinimumThroughput = 3, BreakerBreakDuration = TimeSpan.FromSeconds(20) }, handler: handler);
        await FailAsync(client, times: 3);
        _time.Advance(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetManifestAsync(Sick, "1", cancellation.Token));

        Assert.Equal(RegistryFailure.CircuitOpen, (await FailsAsync(client)).Reason);
    }

    [Fact]
    public async Task GetManifest_ProbeGetsNoSecureConnection_CircuitStaysOpen()
    {
        var failed = 0;
        using var handler = new ScriptedHandler(_ => failed++ < 3
            ? Reply.Status(HttpStatusCode.ServiceUnavailable)
            : throw new HttpRequestException("x", new System.Security.Authentication.AuthenticationException("no")));
        using var client = Client(new RegistryLimits { BreakerMinimumThroughput = 3, BreakerBreakDuration = TimeSpan.FromSeconds(20) }, handler: handler);
        await FailAsync(client, times: 3);
        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(RegistryFailure.Tls, (await FailsAsync(client)).Reason);

        Assert.Equal(RegistryFailure.CircuitOpen, (await FailsAsync(client)).Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetBlob_StorageBehindARedirectFails_DoesNotOpenTheCircuit(bool answers)
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Host == "sick.example"
            ? Reply.Redirect("https://storage.example/blob")
            : answers ? Reply.Status(HttpStatusCode.BadGateway) : throw new HttpRequestException("x", new IOException()));
        using var client = Client(new RegistryLimits { BreakerMinimumThroughput = 3 }, handler: handler);

        for (var i = 0; i < 5; i++)
        {
            var fault = await Assert.ThrowsAsync<RegistryException>(() => client.GetBlobAsync(Sick, SyntheticImage.Create().Digest));
            Assert.Equal(answers ? RegistryFailure.ServerError : RegistryFailure.Unreachable, fault.Reason);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task GetManifest_AnswersOfAHealthyRegistry_DoNotOpenTheCircuit(HttpStatusCode status)
    {
        _answer = status;
        using var client = Client(new RegistryLimits { BreakerMinimumThroughput = 3 });

        await FailAsync(client, times: 6);

        Assert.Equal(6, _handler.Sent.Count);
    }

    [Fact]
    public async Task GetManifest_NoBreaker_IsAlwaysContacted()
    {
        using var client = Client(new RegistryLimits { BreakerMinimumThroughput = 0 });

        await FailAsync(client, times: 30);

        Assert.Equal(30, _handler.Sent.Count);
    }

    [Fact]
    public async Task GetManifest_CircuitOpensDuringRetries_EndsThem()
    {
        using var client = Client(new RegistryLimits { BreakerMinimumThroughput = 3 }, attempts: 10);

        var fault = await FailsAsync(client);

        Assert.Equal(RegistryFailure.CircuitOpen, fault.Reason);
        Assert.Equal(3, _handler.Sent.Count);
    }

    private HttpRegistryClient Client(RegistryLimits limits, int attempts = 1, ScriptedHandler? handler = null) => new(
        new RegistryClientOptions { MaxAttempts = attempts, RetryDelay = TimeSpan.Zero, Limits = limits },
        handlers: RegistryHandlers.From(handler ?? _handler),
        timeProvider: _time);

    private static async Task FailAsync(HttpRegistryClient client, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await FailsAsync(client);
        }
    }

    private static Task<RegistryException> FailsAsync(HttpRegistryClient client) =>
        Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Sick, "1"));
}
