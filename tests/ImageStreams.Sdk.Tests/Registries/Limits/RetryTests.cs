using System.Net;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;
using Polly;

namespace ImageStreams.Tests.Registries;

public sealed class RetryTests : IDisposable
{
    private static readonly RegistryRepository Repository = new() { Registry = "registry.example", Name = "library/app" };
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private readonly ImpatientTimeProvider _time = new(Limit);
    private readonly InMemoryRegistry _registry;

    public RetryTests()
    {
        _registry = new InMemoryRegistry(_time);
        _registry.Push("library/app:1", SyntheticImage.Create());
    }

    public void Dispose() => _registry.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task GetManifest_TransientStatus_IsRetried(HttpStatusCode status)
    {
        _registry.FailNext(new RegistryFault.Status { Code = status }, times: 3);

        await GetAsync(new RegistryClientOptions());

        Assert.Equal(4, _registry.Requests.Count);
    }

    [Fact]
    public async Task GetManifest_BrokenConnections_AreRetried()
    {
        _registry.FailNext(new RegistryFault.NetworkFailure());
        _registry.FailNext(new RegistryFault.TruncatedBody());

        await GetAsync(new RegistryClientOptions());

        Assert.Equal(3, _registry.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.NotImplemented)]
    public async Task GetManifest_OtherStatus_IsNotRetried(HttpStatusCode status)
    {
        _registry.FailNext(new RegistryFault.Status { Code = status });

        var exception = await Assert.ThrowsAsync<RegistryException>(() => GetAsync(new RegistryClientOptions()));

        Assert.False(exception.IsTransient);
        Assert.Single(_registry.Requests);
    }

    [Fact]
    public async Task GetManifest_WrongContent_IsNotRetried()
    {
        _registry.FailNext(new RegistryFault.WrongContent());

        await Assert.ThrowsAsync<RegistryException>(() => GetAsync(new RegistryClientOptions()));

        Assert.Single(_registry.Requests);
    }

    [Fact]
    public async Task GetManifest_NeverRecovers_ReportsAfterAllAttempts()
    {
        _registry.FailNext(new RegistryFault.NetworkFailure(), times: 100);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => GetAsync(new RegistryClientOptions { MaxAttempts = 5 }));

        Assert.Equal(RegistryFailure.Unreachable, exception.Reason);
        Assert.Equal(5, _registry.Requests.Count);
        Assert.Equal(4, _time.Waits.Count);
    }

    [Fact]
    public async Task GetManifest_RetryAfterSeconds_WaitsThatLong()
    {
        _registry.FailNext(Busy("7"));

        await GetAsync(new RegistryClientOptions());

        Assert.Equal([TimeSpan.FromSeconds(7)], _time.Waits);
    }

    [Fact]
    public async Task GetManifest_RetryAfterDate_WaitsUntilThen()
    {
        _registry.FailNext(Busy(_time.GetUtcNow().AddSeconds(9).ToString("R")));

        await GetAsync(new RegistryClientOptions());

        Assert.Equal([TimeSpan.FromSeconds(9)], _time.Waits);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    public async Task GetManifest_RetryAfterZero_StillBacksOff(string retryAfter)
    {
        _registry.FailNext(Busy(retryAfter));

        await GetAsync(new RegistryClientOptions());

        Assert.Single(_time.Waits, wait => wait > TimeSpan.Zero);
    }

    [Fact]
    public async Task GetManifest_QuotaOfAnEarlierAttempt_DelaysNothing()
    {
        var requested = 0;
        using var handler = new ScriptedHandler(_ => requested++ == 0
            ? Reply.Status(HttpStatusCode.ServiceUnavailable).With("RateLimit-Remaining", "0").With("RateLimit-Reset", "20")
            : Reply.Manifest());
        RegistryQuota? seen = null;
        var options = new RegistryClientOptions { AttemptTimeout = Limit };
        options.CreatePipeline = () => new ResiliencePipelineBuilder { TimeProvider = _time }
            .AddStrategy(_ => new QuotaSpy(quota => seen = quota))
            .AddRetry(RegistryResilience.CreateRetryStrategy(options))
            .Build();
        using var client = new HttpRegistryClient(options, null, RegistryHandlers.From(handler), _time);

        await client.GetManifestAsync(Repository, "1");

        Assert.Equal((2, null), (requested, seen));
    }

    [Fact]
    public async Task GetManifest_RetryAfterTooLong_IsReportedAtOnce()
    {
        _registry.FailNext(Busy("86400"));

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => GetAsync(new RegistryClientOptions { MaxRetryDelay = TimeSpan.FromSeconds(11) }));

        Assert.Equal((TimeSpan.FromDays(1), true), (exception.RetryAfter, exception.IsTransient));
        Assert.Single(_registry.Requests);
    }

    [Fact]
    public async Task GetManifest_QuotaResetInsteadOfRetryAfter_WaitsThatLong()
    {
        var requested = 0;
        using var handler = new ScriptedHandler(_ => requested++ == 0
            ? Reply.Status(HttpStatusCode.TooManyRequests).With("RateLimit-Reset", "6")
            : Reply.Manifest());
        using var client = new HttpRegistryClient(new RegistryClientOptions { AttemptTimeout = Limit }, null, RegistryHandlers.From(handler), _time);

        await client.GetManifestAsync(Repository, "1");

        Assert.Equal([TimeSpan.FromSeconds(6)], _time.Waits);
    }

    [Fact]
    public async Task GetManifest_TokenServerFails_IsContactedOnceForEachAttempt()
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Host == "auth.registry.example"
            ? Reply.Status(HttpStatusCode.ServiceUnavailable)
            : Reply.Challenge("Bearer realm=\"https://auth.registry.example/token\""));
        using var client = new HttpRegistryClient(new RegistryClientOptions { AttemptTimeout = Limit }, null, RegistryHandlers.From(handler), _time);

        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(RegistryClientOptions.DefaultMaxAttempts, handler.Sent.Count(sent => sent.Uri.Host == "auth.registry.example"));
    }

    [Fact]
    public async Task GetBlob_StorageBehindARedirectFails_IsContactedOnceForEachAttempt()
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Host == "storage.example"
            ? Reply.Status(HttpStatusCode.BadGateway)
            : Reply.Redirect("https://storage.example/blob"));
        using var client = new HttpRegistryClient(new RegistryClientOptions { AttemptTimeout = Limit }, null, RegistryHandlers.From(handler), _time);

        await Assert.ThrowsAsync<RegistryException>(() => client.GetBlobAsync(Repository, SyntheticImage.Create().Digest));

        Assert.Equal(RegistryClientOptions.DefaultMaxAttempts, handler.Sent.Count(sent => sent.Uri.Host == "storage.example"));
    }

    [Fact]
    public async Task GetManifest_PipelineOfTheUser_ReplacesRetries()
    {
        _registry.FailNext(new RegistryFault.NetworkFailure());

        await Assert.ThrowsAsync<RegistryException>(
            () => GetAsync(new RegistryClientOptions { CreatePipeline = () => ResiliencePipeline.Empty }));

        Assert.Single(_registry.Requests);
    }

    [Fact]
    public async Task GetManifest_SilentRegistry_TimesOut()
    {
        var time = new FakeTimeProvider();
        var requested = new TaskCompletionSource();
        using var handler = new ScriptedHandler(async (_, token) =>
        {
            requested.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
            return Reply.Manifest();
        });
        using var client = new HttpRegistryClient(
            new RegistryClientOptions { MaxAttempts = 1, AttemptTimeout = TimeSpan.FromSeconds(3) }, null, RegistryHandlers.From(handler), time);

        var call = client.GetManifestAsync(Repository, "1");
        await requested.Task;
        time.Advance(TimeSpan.FromSeconds(3));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => call);
        Assert.Equal(RegistryFailure.Timeout, exception.Reason);
        Assert.True(exception.IsTransient);
        Assert.Contains("no complete answer within 3 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenBlob_SilentInTheBody_TimesOut()
    {
        var time = new FakeTimeProvider();
        var body = new System.IO.Pipelines.Pipe();
        using var handler = new ScriptedHandler(_ => Reply.Stream(body.Reader.AsStream(), "application/octet-stream"));
        using var client = new HttpRegistryClient(
            new RegistryClientOptions { AttemptTimeout = TimeSpan.FromSeconds(3) }, null, RegistryHandlers.From(handler), time);

        await using var stream = await client.OpenBlobAsync(Repository, SyntheticImage.Create().Digest);
        var read = stream.ReadAsync(new byte[1]);
        time.Advance(TimeSpan.FromSeconds(3));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => read.AsTask());
        Assert.Equal(RegistryFailure.Timeout, exception.Reason);
    }

    [Fact]
    public async Task GetManifest_StrategyInAPipelineOfTheUser_Retries()
    {
        var options = new RegistryClientOptions();
        options.CreatePipeline = () => new ResiliencePipelineBuilder { TimeProvider = _time }
            .AddRetry(RegistryResilience.CreateRetryStrategy(options))
            .Build();
        _registry.FailNext(new RegistryFault.NetworkFailure());

        await GetAsync(options);

        Assert.Equal(2, _registry.Requests.Count);
    }

    [Fact]
    public async Task GetManifest_CanceledWhileWaiting_CarriesTheCallersToken()
    {
        using var cancellation = new CancellationTokenSource();
        using var handler = new ScriptedHandler(async (_, token) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return Reply.Manifest();
        });
        using var client = new HttpRegistryClient(null, null, RegistryHandlers.From(handler), _time);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.GetManifestAsync(Repository, "1", cancellation.Token));

        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void Client_OptionsOutOfRange_AreRefused(int attempts, int seconds, int pages) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HttpRegistryClient(new RegistryClientOptions
        {
            MaxAttempts = attempts,
            AttemptTimeout = TimeSpan.FromSeconds(seconds),
            MaxPages = pages,
        }));

    private static RegistryFault.Status Busy(string retryAfter) =>
        new() { Code = HttpStatusCode.TooManyRequests, RetryAfter = retryAfter };

    private async Task GetAsync(RegistryClientOptions options)
    {
        options.AttemptTimeout = Limit;
        using var client = _registry.CreateClient(options);
        await client.GetManifestAsync(Repository, "1");
    }

    private sealed class QuotaSpy(Action<RegistryQuota?> see) : ResilienceStrategy
    {
        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        {
            var outcome = await callback(context, state);
            see(context.Properties.GetValue(RegistryQuota.Key, null!));
            return outcome;
        }
    }
}
