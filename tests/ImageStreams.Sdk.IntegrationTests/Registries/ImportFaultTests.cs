using System.Net;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;
using ImageStreams.Tests.Registries;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>Imports from a real registry behind a proxy that misbehaves.</summary>
public sealed class ImportFaultTests(DockerRegistryFixture registry) : IClassFixture<DockerRegistryFixture>, IAsyncLifetime
{
    private static readonly SyntheticImage Image = SyntheticImage.Create("faults");
    private static readonly ImportStep[] Steps = [ImportStep.Tag, ImportStep.Manifest, ImportStep.Blob];
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Drop = TimeSpan.FromMilliseconds(20);
    private readonly ProxyScript _script = new();
    private FaultyProxy _proxy = null!;

    private string PullSpec => $"{_proxy.Host}/faults/app:1";

    public async Task InitializeAsync()
    {
        _proxy = await FaultyProxy.StartAsync(registry.Address, _script.Next);
        if (ExternalTool.DockerRegistry.SkipReason is null)
        {
            await registry.PushAsync("faults/app:1", Image);
        }
    }

    public async Task DisposeAsync() => await _proxy.DisposeAsync();

    public static TheoryData<ProxyFault, ImportStep, int> Passing => Cases(
        (new ProxyFault.Delayed(TimeSpan.FromMilliseconds(50)), 0),
        (new ProxyFault.HangsUp(), 1),
        (new ProxyFault.Hangs(), 1),
        (new ProxyFault.Answers(HttpStatusCode.ServiceUnavailable), 3),
        (new ProxyFault.Answers(HttpStatusCode.TooManyRequests, "Retry-After", "0"), 1),
        (new ProxyFault.ResetsInBody(), 1),
        (new ProxyFault.EndsEarly(), 1),
        (new ProxyFault.HangsInBody(), 1),
        (new ProxyFault.Drips(Drop), 1));

    public static TheoryData<ProxyFault, ImportStep, RegistryFailure> Lasting => Cases(
        (new ProxyFault.HangsUp(), RegistryFailure.Unreachable),
        (new ProxyFault.Hangs(), RegistryFailure.Timeout),
        (new ProxyFault.Answers(HttpStatusCode.ServiceUnavailable), RegistryFailure.ServerError),
        (new ProxyFault.Answers(HttpStatusCode.TooManyRequests, "Retry-After", "3600"), RegistryFailure.RateLimited),
        (new ProxyFault.EndsEarly(), RegistryFailure.Truncated),
        (new ProxyFault.HangsInBody(), RegistryFailure.Timeout),
        (new ProxyFault.Drips(Drop), RegistryFailure.Timeout),
        (new ProxyFault.Truncates(), RegistryFailure.DigestMismatch),
        (new ProxyFault.Corrupts(), RegistryFailure.DigestMismatch));

    [RegistryTheory]
    [MemberData(nameof(Passing))]
    public async Task Import_TransientFault_IsRetried(ProxyFault fault, ImportStep step, int retries)
    {
        _script.Plan(fault, step, Math.Max(retries, 1));
        using var rig = Rig(attempts: 4, fault.IsEndless ? Short : Long);

        var imported = Assert.IsType<TagImportResult.Imported>(await rig.ImportTagAsync(PullSpec));

        Assert.Equal(Image.Digest.ToString(), imported.Image.Metadata.Name);
        Assert.InRange(_script.Seen.Count(request => request.Step == step), 1 + (IsAnsweredByGet(fault, step) ? 0 : retries), 4);
    }

    [RegistryTheory]
    [MemberData(nameof(Lasting))]
    public async Task Import_PermanentFault_IsAFailureOfItsClass(ProxyFault fault, ImportStep step, RegistryFailure failure)
    {
        step = IsAnsweredByGet(fault, step) ? ImportStep.Manifest : step;
        _script.Plan(fault, step, ProxyScript.Always);
        using var rig = Rig(attempts: 2, fault.IsEndless ? Short : Long);

        var failed = Assert.IsType<TagImportResult.Failed>(await rig.ImportTagAsync(PullSpec));

        Assert.Equal((failure, failure != RegistryFailure.DigestMismatch), (failed.Failure, failed.IsTransient));
        var tag = failed.Stream.Status.Tags.Find("1")!;
        Assert.Empty(tag.Items);
        Assert.Equal(failed.Message, Assert.Single(tag.Conditions).Message);
    }

    [RegistryFact]
    public async Task Import_HeadAlwaysFails_GetServes()
    {
        _script.Plan(new ProxyFault.Answers(HttpStatusCode.ServiceUnavailable), ImportStep.Tag, ProxyScript.Always);
        using var rig = Rig(attempts: 2, Long);

        Assert.IsType<TagImportResult.Imported>(await rig.ImportTagAsync(PullSpec));

        Assert.Single(_script.Seen, request => request.Step == ImportStep.Tag);
    }

    [RegistryTheory]
    [InlineData(ImportStep.Manifest)]
    [InlineData(ImportStep.Blob)]
    public async Task Import_ResetInBody_IsANetworkFailure(ImportStep step)
    {
        _script.Plan(new ProxyFault.ResetsInBody(), step, ProxyScript.Always);
        using var rig = Rig(attempts: 2, Long);

        var failed = Assert.IsType<TagImportResult.Failed>(await rig.ImportTagAsync(PullSpec));

        // A reset may outrun the headers that were sent before it.
        Assert.True(failed is { Failure: RegistryFailure.Truncated or RegistryFailure.Unreachable, IsTransient: true });
        Assert.Equal(2, _script.Seen.Count(request => request.Step == step));
    }

    [RegistryFact]
    public async Task Import_RetryAfter_IsWaitedFor()
    {
        var time = new ImpatientTimeProvider(TimeSpan.FromMinutes(10));
        _script.Plan(new ProxyFault.Answers(HttpStatusCode.TooManyRequests, "Retry-After", "7"), ImportStep.Manifest);
        using var rig = new ImportRig(
            new HttpRegistryClient(new() { AttemptTimeout = TimeSpan.FromHours(1) }, timeProvider: time));

        Assert.IsType<TagImportResult.Imported>(await rig.ImportTagAsync(PullSpec));

        Assert.Contains(TimeSpan.FromSeconds(7), time.Waits);
    }

    [RegistryFact]
    public async Task Import_EachImageWithAFaultOfItsOwn_OnlyTheGoodOnesAreKept()
    {
        string[] tags = ["good", "corrupted", "truncated", "limited", "failing", "hanging"];
        var images = tags.ToDictionary(tag => tag, tag => Image.WithLabel("tag", tag));
        foreach (var (tag, image) in images)
        {
            await registry.PushAsync($"mixed/app:{tag}", image);
        }

        PlanFor(images["corrupted"].Digest, new ProxyFault.Corrupts());
        PlanFor(images["truncated"].Configuration.Digest, new ProxyFault.Truncates());
        PlanFor("limited", new ProxyFault.Answers(HttpStatusCode.TooManyRequests, "Retry-After", "0"));
        PlanFor("failing", new ProxyFault.Answers(HttpStatusCode.BadGateway));
        PlanFor("hanging", new ProxyFault.Hangs());
        using var rig = Rig(attempts: 3, Short);
        var pullSpecs = tags.Select(tag => $"{_proxy.Host}/mixed/app:{tag}").ToList();

        var first = await rig.ImportAsync("mixed", pullSpecs);
        var kept = await rig.Store.Images.ListAsync(ListQuery.All);
        _script.Heal();
        var second = await rig.ImportAsync("mixed", pullSpecs);

        Assert.Equal(
            ["", "InternalError", "InternalError", "TooManyRequests", "InternalError", "InternalError"],
            first.Status.Images.Select(image => image.Status.Reason ?? ""));
        Assert.Equal(images["good"].Digest.ToString(), Assert.Single(kept.Items).Metadata.Name);
        Assert.All(tags.Zip(second.Status.Images), pair =>
            Assert.Equal(images[pair.First].Digest.ToString(), pair.Second.Image?.Metadata.Name));
    }

    public static TheoryData<ProxyFault, RegistryFailure> InStreams => new()
    {
        { new ProxyFault.EndsEarly(), RegistryFailure.Truncated },
        { new ProxyFault.HangsInBody(), RegistryFailure.Timeout },
        { new ProxyFault.Truncates(), RegistryFailure.DigestMismatch },
        { new ProxyFault.Corrupts(), RegistryFailure.DigestMismatch },
    };

    [RegistryTheory]
    [MemberData(nameof(InStreams))]
    public async Task OpenBlob_FaultInTheBody_SurfacesFromTheStream(ProxyFault fault, RegistryFailure failure)
    {
        _script.Plan(fault, ImportStep.Blob);
        using var client = Client(attempts: 1, fault.IsEndless ? Short : Long);
        var repository = new RegistryRepository { Registry = _proxy.Host, Name = "faults/app", Insecure = true };

        await using var stream = await client.OpenBlobAsync(repository, Image.Blobs[1].Digest);
        var exception = await Assert.ThrowsAsync<RegistryException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Equal(failure, exception.Reason);
    }

    /// <summary>Each fault at each step where it makes sense: the answer about a tag has no body.</summary>
    private static TheoryData<ProxyFault, ImportStep, T> Cases<T>(params (ProxyFault Fault, T Expected)[] faults)
    {
        var cases = new TheoryData<ProxyFault, ImportStep, T>();
        foreach (var (fault, expected) in faults)
        {
            foreach (var step in Steps.Where(step => step != ImportStep.Tag || !fault.IsInBody))
            {
                cases.Add(fault, step, expected);
            }
        }

        return cases;
    }

    private void PlanFor(object tagOrDigest, ProxyFault fault) => _script.Plan(
        fault, request => request.Path.EndsWith($"/{tagOrDigest}", StringComparison.Ordinal), ProxyScript.Always);

    private static ImportRig Rig(int attempts, TimeSpan timeout) => new(Client(attempts, timeout));

    private static HttpRegistryClient Client(int attempts, TimeSpan timeout) => new(new()
    {
        MaxAttempts = attempts,
        AttemptTimeout = timeout,
        RetryDelay = TimeSpan.FromMilliseconds(1),
    });

    /// <summary>A server error at <c>HEAD</c> is not repeated: <c>GET</c> follows at once, and the fault of <c>HEAD</c> alone passes.</summary>
    private static bool IsAnsweredByGet(ProxyFault fault, ImportStep step) =>
        step == ImportStep.Tag && fault is ProxyFault.Answers { Status: HttpStatusCode.ServiceUnavailable };
}
