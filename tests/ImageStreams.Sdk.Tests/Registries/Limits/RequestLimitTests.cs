using System.Net;
using System.Threading.RateLimiting;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;
using Polly;

namespace ImageStreams.Tests.Registries;

/// <summary>The effect of limits on the calls of a client.</summary>
public sealed class RequestLimitTests
{
    private static readonly RegistryRepository Repository = new() { Registry = "a.example", Name = "app" };
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task GetManifest_ManyAtOnce_NoMoreThanAllowedAreInProgress()
    {
        var (now, most) = (0, 0);
        using var handler = new ScriptedHandler(async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
            return Reply.Manifest();
        });
        using var client = Client(handler, new RegistryLimits { MaxConcurrentRequests = 3 });

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => client.GetManifestAsync(Repository, "1"))));

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task GetManifest_FailedAttempts_GiveTheirSlotBack()
    {
        using var handler = new ScriptedHandler(_ => Reply.Status(HttpStatusCode.NotFound));
        using var client = Client(handler, new RegistryLimits { MaxConcurrentRequests = 1 });

        for (var i = 0; i < 5; i++)
        {
            await FailsAsync(client);
        }

        Assert.Equal(5, handler.Sent.Count);
    }

    [Fact]
    public async Task GetManifest_BudgetUsedUp_IsRateLimitedWithoutARequest()
    {
        using var handler = new ScriptedHandler(_ => Reply.Manifest());
        using var client = Client(handler, new RegistryLimits { Budget = new RequestBudget { Requests = 1, Per = TimeSpan.FromHours(1) } });
        await client.GetManifestAsync(Repository, "1");

        var fault = await FailsAsync(client);

        Assert.Equal((RegistryFailure.RateLimited, TimeSpan.FromHours(1), null), (fault.Reason, fault.RetryAfter, fault.StatusCode));
        Assert.Contains("a.example was not contacted, its next request has to wait 3600 s", fault.Message, StringComparison.Ordinal);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task GetManifest_QueueFull_IsTyped()
    {
        using var handler = new ScriptedHandler(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Reply.Manifest();
        });
        using var client = Client(handler, new RegistryLimits { MaxConcurrentRequests = 1, MaxQueued = 0 });
        using var cancellation = new CancellationTokenSource();
        var first = client.GetManifestAsync(Repository, "1", cancellation.Token);

        var fault = await FailsAsync(client);

        Assert.Equal((RegistryFailure.QueueFull, true), (fault.Reason, fault.IsTransient));
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task GetManifest_HostWithLimitsOfItsOwn_HasThose()
    {
        using var handler = new ScriptedHandler(_ => Reply.Manifest());
        var budget = new RegistryLimits { Budget = new RequestBudget { Requests = 1, Per = TimeSpan.FromHours(1) } };
        using var client = new HttpRegistryClient(
            new RegistryClientOptions { HostLimits = { new() { Registry = "docker.io", Limits = budget } } }, handlers: RegistryHandlers.From(handler), timeProvider: _time);
        var hub = Repository with { Registry = "registry-1.docker.io" };
        await client.GetManifestAsync(hub, "1");
        await client.GetManifestAsync(Repository, "1");
        await client.GetManifestAsync(Repository, "1");

        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(hub, "1"));
    }

    [Fact]
    public async Task GetManifest_RegistryRequestedAPause_OthersWaitToo()
    {
        var answers = new Queue<HttpResponseMessage>([Busy("20"), Reply.Manifest()]);
        using var handler = new ScriptedHandler(_ => answers.Dequeue());
        using var client = Client(handler, new RegistryLimits());
        await FailsAsync(client);

        var waiting = client.GetManifestAsync(Repository, "1");
        Assert.Single(handler.Sent);
        _time.Advance(TimeSpan.FromSeconds(20));

        await waiting;
    }

    [Fact]
    public async Task GetManifest_PauseRequestedWhileOthersQueue_HoldsForThemToo()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        using var handler = new ScriptedHandler((_, _) => answer.Task);
        using var client = Client(handler, new RegistryLimits { MaxConcurrentRequests = 1 });
        var calls = Enumerable.Range(0, 20).Select(_ => client.GetManifestAsync(Repository, "1")).ToList();

        answer.SetResult(Busy("3600"));

        foreach (var call in calls)
        {
            Assert.Equal(TimeSpan.FromHours(1), (await Assert.ThrowsAsync<RegistryException>(() => call)).RetryAfter);
        }

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task GetManifest_ShortPauseRequestedWhileAnotherQueues_IsWaitedForBeforeItIsSent()
    {
        var time = new ImpatientTimeProvider(TimeSpan.FromMinutes(10));
        var first = new TaskCompletionSource<HttpResponseMessage>();
        var answers = new Queue<Task<HttpResponseMessage>>([first.Task, Task.FromResult(Reply.Manifest())]);
        using var handler = new ScriptedHandler((_, _) => answers.Dequeue());
        using var client = new HttpRegistryClient(
            new RegistryClientOptions { MaxAttempts = 1, AttemptTimeout = TimeSpan.FromMinutes(10), Limits = new() { MaxConcurrentRequests = 1 } },
            handlers: RegistryHandlers.From(handler),
            timeProvider: time);
        var calls = new[] { client.GetManifestAsync(Repository, "1"), client.GetManifestAsync(Repository, "1") };

        first.SetResult(Busy("25"));
        await Assert.ThrowsAsync<RegistryException>(() => calls[0]);
        await calls[1];

        Assert.Equal([TimeSpan.FromSeconds(25)], time.Waits);
    }

    [Fact]
    public async Task GetManifest_PauseRequestedBeforeARetry_HoldsForItToo()
    {
        var time = new ImpatientTimeProvider(TimeSpan.FromMinutes(10));
        var first = new TaskCompletionSource<HttpResponseMessage>();
        var answers = new Queue<Task<HttpResponseMessage>>([first.Task, Task.FromResult(Busy("3600"))]);
        using var handler = new ScriptedHandler((_, _) => answers.Dequeue());
        using var client = new HttpRegistryClient(
            new RegistryClientOptions { MaxAttempts = 2, AttemptTimeout = TimeSpan.FromMinutes(10) }, handlers: RegistryHandlers.From(handler), timeProvider: time);
        var retried = client.GetManifestAsync(Repository, "1");
        await FailsAsync(client);

        first.SetResult(Unwell());

        var fault = await Assert.ThrowsAsync<RegistryException>(() => retried);
        Assert.Equal((RegistryFailure.RateLimited, 2), (fault.Reason, handler.Sent.Count));
    }

    [Fact]
    public async Task GetManifest_ShorterPauseAfterALonger_DoesNotShortenIt()
    {
        var answers = new Queue<TaskCompletionSource<HttpResponseMessage>>([new(), new()]);
        var (first, second) = (answers.First(), answers.Last());
        using var handler = new ScriptedHandler((_, _) => answers.Dequeue().Task);
        using var client = Client(handler, new RegistryLimits());
        var calls = new[] { client.GetManifestAsync(Repository, "1"), client.GetManifestAsync(Repository, "1") };

        first.SetResult(Busy("3600"));
        await Assert.ThrowsAsync<RegistryException>(() => calls[0]);
        second.SetResult(Busy("1"));
        await Assert.ThrowsAsync<RegistryException>(() => calls[1]);

        Assert.Equal(TimeSpan.FromHours(1), (await FailsAsync(client)).RetryAfter);
    }

    [Theory]
    [InlineData("Retry-After", "2147483647", HttpStatusCode.TooManyRequests)]
    [InlineData("RateLimit-Reset", "999999999", HttpStatusCode.OK)]
    public async Task GetManifest_PauseOfYears_IsADay(string header, string value, HttpStatusCode status)
    {
        _time.SetUtcNow(DateTimeOffset.MaxValue.AddDays(-800));
        using var handler = new ScriptedHandler(_ => (status == HttpStatusCode.OK ? Reply.Manifest() : Reply.Status(status))
            .With(header, value).With("RateLimit-Remaining", "0"));
        using var client = Client(handler, new RegistryLimits());
        _ = await Record.ExceptionAsync(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(TimeSpan.FromDays(1), (await FailsAsync(client)).RetryAfter);
    }

    [Fact]
    public async Task GetBlob_StorageBehindARedirectIsBusy_RegistryIsStillContacted()
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Host == "storage.example" ? Busy("3600")
            : request.RequestUri.AbsolutePath.Contains("/blobs/", StringComparison.Ordinal) ? Reply.Redirect("https://storage.example/blob")
            : Reply.Manifest());
        using var client = Client(handler, new RegistryLimits());
        await Assert.ThrowsAsync<RegistryException>(() => client.GetBlobAsync(Repository, SyntheticImage.Create().Digest));

        await client.GetManifestAsync(Repository, "1");
    }

    [Fact]
    public async Task GetManifest_PauseTooLong_FailsWithoutARequest()
    {
        using var handler = new ScriptedHandler(_ => Busy("3600"));
        using var client = Client(handler, new RegistryLimits());
        await FailsAsync(client);
        _time.Advance(TimeSpan.FromMinutes(10));

        var fault = await FailsAsync(client);

        Assert.Equal((RegistryFailure.RateLimited, TimeSpan.FromMinutes(50)), (fault.Reason, fault.RetryAfter));
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task GetManifest_PauseOfAnotherScope_HasNoEffect()
    {
        var answers = new Queue<HttpResponseMessage>([Busy("3600"), Reply.Manifest()]);
        using var handler = new ScriptedHandler(_ => answers.Dequeue());
        using var client = Client(handler, new RegistryLimits());
        await FailsAsync(client);

        await client.GetManifestAsync(Repository with { CredentialScope = "other" }, "1");
    }

    [Fact]
    public async Task GetManifest_QuotaUsedUp_WaitsForItsReset()
    {
        using var handler = new ScriptedHandler(_ => Reply.Manifest().With("RateLimit-Remaining", "0").With("RateLimit-Reset", "20"));
        using var client = Client(handler, new RegistryLimits());
        await client.GetManifestAsync(Repository, "1");

        var waiting = client.GetManifestAsync(Repository, "1");
        Assert.Single(handler.Sent);
        _time.Advance(TimeSpan.FromSeconds(20));

        await waiting;
    }

    [Fact]
    public async Task GetManifest_CanceledInAPause_CarriesTheCallersToken()
    {
        using var handler = new ScriptedHandler(_ => Busy("20"));
        using var client = Client(handler, new RegistryLimits());
        using var cancellation = new CancellationTokenSource();
        await FailsAsync(client);

        var waiting = client.GetManifestAsync(Repository, "1", cancellation.Token);
        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting)).CancellationToken);
    }

    [Fact]
    public async Task GetManifest_LimiterOfTheFramework_IsUsed()
    {
        using var handler = new ScriptedHandler(_ => Reply.Manifest());
        using var limiter = PartitionedRateLimiter.Create<RegistryRequest, string>(request => RateLimitPartition.GetConcurrencyLimiter(
            request.Registry, _ => new ConcurrencyLimiterOptions { PermitLimit = 1 }));
        using var client = new HttpRegistryClient(
            new RegistryClientOptions { CreateLimiter = () => limiter }, handlers: RegistryHandlers.From(handler), timeProvider: _time);
        using var lease = await limiter.AcquireAsync(new RegistryRequest { Registry = "a.example", Repository = "x" });

        var fault = await FailsAsync(client);

        Assert.Equal(RegistryFailure.QueueFull, fault.Reason);
    }

    [Fact]
    public async Task GetManifest_StrategyOfTheUser_KnowsTheRequest()
    {
        RegistryRequest? seen = null;
        using var handler = new ScriptedHandler(_ => Reply.Manifest());
        using var client = new HttpRegistryClient(
            new RegistryClientOptions { CreatePipeline = () => new ResiliencePipelineBuilder().AddStrategy(_ => new Spy(request => seen = request)).Build() },
            handlers: RegistryHandlers.From(handler));

        await client.GetManifestAsync(Repository with { CredentialScope = "shop" }, "1");

        Assert.Equal(
            new RegistryRequest { Registry = "a.example", Repository = "app", CredentialScope = "shop", Method = "GET", Target = "manifest 1" },
            seen);
    }

    [Fact]
    public async Task Execute_PipelineUsedForOtherThings_RunsThem()
    {
        var pipeline = RegistryResilience.CreatePipeline(new RegistryClientOptions(), _time);

        Assert.Equal(7, await pipeline.ExecuteAsync(_ => ValueTask.FromResult(7)));
    }

    private HttpRegistryClient Client(ScriptedHandler handler, RegistryLimits limits) => new(
        new RegistryClientOptions { MaxAttempts = 1, Limits = limits }, handlers: RegistryHandlers.From(handler), timeProvider: _time);

    private static HttpResponseMessage Busy(string retryAfter) =>
        Reply.Status(HttpStatusCode.TooManyRequests).With("Retry-After", retryAfter);

    private static HttpResponseMessage Unwell() => Reply.Status(HttpStatusCode.ServiceUnavailable);

    private static Task<RegistryException> FailsAsync(HttpRegistryClient client) =>
        Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

    private sealed class Spy(Action<RegistryRequest> see) : ResilienceStrategy
    {
        protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        {
            see(context.Properties.GetValue(RegistryRequest.Key, null!));
            return callback(context, state);
        }
    }
}
