using System.Net;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Registries.PullSources;

namespace ImageStreams.Tests.Registries;

public sealed class MirroredRegistryClientTests : IDisposable
{
    private static readonly SyntheticImage Image = SyntheticImage.Create("mirrored");
    private static readonly RegistryRepository Source = Repository("quay.io/team/app");
    private readonly InMemoryRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task GetManifest_MirrorHasIt_ReportsTheMirror()
    {
        _registry.Push("m.example/app:1", Image);

        var manifest = await Client(Rule("quay.io/team", "m.example")).GetManifestAsync(Source, "1");

        Assert.Equal(Image.Digest, manifest.Digest);
        Assert.Equal(("m.example", "app", true), (manifest.Source.Registry, manifest.Source.Repository, manifest.Source.IsMirror));
        Assert.Equal(["m.example"], Hosts);
    }

    [Fact]
    public async Task GetManifest_MirrorLacksIt_SourceServes()
    {
        _registry.Push("quay.io/team/app:1", Image);

        var manifest = await Client(Rule("quay.io/team", "m.example")).GetManifestAsync(Source, "1");

        Assert.False(manifest.Source.IsMirror);
        Assert.Equal(["m.example", "quay.io"], Hosts);
    }

    public static TheoryData<RegistryFault> Faults => new()
    {
        new RegistryFault.Status { Code = HttpStatusCode.Unauthorized }, new RegistryFault.Status { Code = HttpStatusCode.Forbidden },
        new RegistryFault.Status { Code = HttpStatusCode.InternalServerError }, new RegistryFault.Status { Code = HttpStatusCode.TooManyRequests },
        new RegistryFault.NetworkFailure(), new RegistryFault.WrongContent(), new RegistryFault.TruncatedBody(),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task GetManifest_MirrorFailsInAnyWay_NextPullSourceIsContacted(RegistryFault fault)
    {
        _registry.Push("m.example/app:1", SyntheticImage.Create("other"));
        _registry.Push("quay.io/team/app:1", Image);
        _registry.FailNext(fault, new RegistryRequestFilter { Repository = "app" });

        var manifest = await Client(Rule("quay.io/team", "m.example")).GetManifestAsync(Source, "1");

        Assert.Equal((Image.Digest, "quay.io"), (manifest.Digest, manifest.Source.Registry));
    }

    [Fact]
    public async Task GetManifest_MirrorHasOtherContentUnderTheDigest_IsRejected()
    {
        _registry.PushManifest("m.example/app", MediaTypes.DockerSchema2, "{\"schemaVersion\":2}"u8.ToArray(), Image.Digest);
        _registry.Push("quay.io/team/app:1", Image);

        var manifest = await Client(Rule("quay.io/team", "m.example")).GetManifestAsync(Source, Image.Digest);

        Assert.Equal((Image.Digest, "quay.io"), (manifest.Digest, manifest.Source.Registry));
    }

    [Fact]
    public async Task GetManifest_NoPullSourceHasIt_SourceDecidesAndAllAreNamed()
    {
        _registry.Push("quay.io/team/app:2", Image);
        _registry.FailNext(new RegistryFault.NetworkFailure(), new RegistryRequestFilter { Repository = "app" });

        var fault = await FailsAsync(Client(Rule("quay.io/team", "m.example")).GetManifestAsync(Source, "1"));

        Assert.Equal(RegistryFailure.ManifestNotFound, fault.Reason);
        Assert.Equal([RegistryFailure.Unreachable, RegistryFailure.ManifestNotFound], fault.Attempts.Select(attempt => attempt.Reason));
        Assert.Contains("Cannot read manifest 1 of quay.io/team/app from any of 2 pull sources: [m.example/app] ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("[quay.io/team/app] ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetManifest_NeverContactSource_TransientMirrorDecides()
    {
        _registry.FailNext(new RegistryFault.NetworkFailure(), new RegistryRequestFilter { Repository = "app" });
        var client = Client(Rule("quay.io/team", "a.example", "b.example/x") with { NeverContactSource = true });

        var fault = await FailsAsync(client.GetManifestAsync(Source, "1"));

        Assert.Equal((RegistryFailure.Unreachable, true), (fault.Reason, fault.IsTransient));
        Assert.DoesNotContain("quay.io", Hosts);
    }

    [Fact]
    public async Task GetManifest_NoMirrorInTheRules_ExceptionIsTheSourcesOwn()
    {
        var fault = await FailsAsync(Client().GetManifestAsync(Source, "1"));

        Assert.Empty(fault.Attempts);
        Assert.Equal(HttpStatusCode.NotFound, fault.StatusCode);
    }

    [Fact]
    public async Task AnyCall_BlockedRegistry_SendsNothing()
    {
        var client = new MirroredRegistryClient(_registry, new RegistryPolicy(new RegistryRules { Blocked = [RegistryScope.Parse("quay.io")] }));

        var faults = await Task.WhenAll(
            FailsAsync(client.ResolveAsync(Source, "1")), FailsAsync(client.GetManifestAsync(Source, "1")),
            FailsAsync(client.GetBlobAsync(Source, Image.Digest)), FailsAsync(client.OpenBlobAsync(Source, Image.Digest)),
            FailsAsync(ReadAsync(client.ListTagsAsync(Source))), FailsAsync(ReadAsync(client.ListReferrersAsync(Source, Image.Digest))));

        Assert.All(faults, fault => Assert.Equal((RegistryFailure.Blocked, false), (fault.Reason, fault.IsTransient)));
        Assert.Contains("no pull source may be contacted (quay.io/team/app: quay.io is blocked)", faults[0].Message, StringComparison.Ordinal);
        Assert.Empty(_registry.Requests);
    }

    [Fact]
    public async Task OtherCalls_MirrorHasIt_ReportTheMirror()
    {
        _registry.Push("m.example/app:1", Image);
        _registry.Push("m.example/app", SyntheticImage.Create("signature").WithSubject(Image, "application/vnd.example.signature"));
        var client = Client(Rule("quay.io/team", "m.example"));
        var blob = Image.Blobs[0].Digest;

        await using var stream = await client.OpenBlobAsync(Source, blob);

        Assert.True(stream.Source.IsMirror);
        Assert.True((await client.GetBlobAsync(Source, blob)).Source.IsMirror);
        Assert.True((await client.ResolveAsync(Source, "1")).Source.IsMirror);
        Assert.True(Assert.Single(await ReadAsync(client.ListReferrersAsync(Source, Image.Digest))).Source.IsMirror);
    }

    [Fact]
    public async Task ListTags_Mirrors_AreNotContacted()
    {
        _registry.Push("m.example/app:mirrored", Image);
        _registry.Push("quay.io/team/app:1", Image);

        var tags = await ReadAsync(Client(Rule("quay.io/team", "m.example")).ListTagsAsync(Source));

        Assert.Equal(["1"], tags.Select(tag => tag.Name));
    }

    [Fact]
    public async Task GetManifest_MirrorRequiresCredentials_GetsItsOwnOnly()
    {
        _registry.Push("m.example/app:1", Image);
        _registry.RequireBasic("user", "pass");
        var requested = new List<string>();
        using var inner = _registry.CreateClient(credentials: RegistryCredentials.From((query, _) =>
        {
            requested.Add($"{query.Registry}/{query.Repository}");
            return ValueTask.FromResult<RegistryCredential?>(new RegistryCredential.Login { UserName = "user", Password = "pass" });
        }));

        await new MirroredRegistryClient(inner, Policy(Rule("quay.io/team", "m.example"))).GetManifestAsync(Source, "1");

        Assert.Equal(["m.example/app"], requested.Distinct());
    }

    [Fact]
    public async Task GetManifest_PolicyChanges_NextCallFollows()
    {
        _registry.Push("m.example/app:1", Image);
        _registry.Push("quay.io/team/app:1", Image);
        var policy = Policy();
        var client = new MirroredRegistryClient(_registry, () => policy);

        var before = await client.ResolveAsync(Source, "1");
        policy = Policy(Rule("quay.io/team", "m.example"));
        var after = await client.ResolveAsync(Source, "1");

        Assert.Equal((false, true), (before.Source.IsMirror, after.Source.IsMirror));
    }

    [Fact]
    public async Task ImportTag_TagMirrorAlone_ImportsTheImageUnderTheNameOfItsSource()
    {
        _registry.Push("m.example/app:1", Image);
        var client = Client(Rule("gone.example/team", "m.example") with { Use = MirrorUse.Tags, NeverContactSource = true });
        var stream = AnImageStream().Tag("a").FollowsImage("gone.example/team/app:1").Build();

        var result = await new ImageImporter(client).ImportTagAsync(stream, "a");

        var imported = Assert.IsType<TagImportResult.Imported>(result);
        Assert.Equal($"gone.example/team/app@{Image.Digest}", imported.Image.DockerImageReference);
        Assert.True(imported.Source.IsMirror);
        Assert.Equal(["m.example"], Hosts);
    }

    [Fact]
    public async Task ImportTag_BlockedRegistry_IsForbidden()
    {
        var client = new MirroredRegistryClient(_registry, new RegistryPolicy(new RegistryRules { Blocked = [RegistryScope.Parse("quay.io")] }));
        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/team/app:1").Build();

        var failed = Assert.IsType<TagImportResult.Failed>(await new ImageImporter(client).ImportTagAsync(stream, "a"));

        Assert.Equal(("Forbidden", RegistryFailure.Blocked), (failed.Reason, failed.Failure));
    }

    private IEnumerable<string> Hosts => _registry.Requests.Select(request => request.Host).Distinct();

    private MirroredRegistryClient Client(params MirrorRule[] rules) => new(_registry, Policy(rules));

    private static Task<RegistryException> FailsAsync(Task call) => Assert.ThrowsAsync<RegistryException>(() => call);

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> list)
    {
        var read = new List<T>();
        await foreach (var item in list)
        {
            read.Add(item);
        }

        return read;
    }
}
