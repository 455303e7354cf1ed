using ImageStreams.Clients;
using ImageStreams.Lifecycle;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

/// <summary>What the embedded engine asks of the cluster around it: users, access, namespaces and limits.</summary>
public sealed class EnginePortsTests
{
    private static readonly ApiUser Alice = new() { Name = "alice", Groups = ["developers"] };

    [Fact]
    public async Task Random17_ReferenceAcrossNamespaces_IsReviewedForTheUserWhoAsks()
    {
        var cluster = new FakeCluster { User = Alice };
        using var engine = CreateEngine(cluster);
        await engine.Client.Streams.CreateAsync(AStream("app"));

        await AssertRejectedAsync(ApiFailure.Invalid, () => engine.Client.Streams.CreateAsync(AStream("other", FromElsewhere())));

        var asked = Assert.Single(cluster.Requests);
        Assert.Equal(
            (Alice, "get", "imagestreams/layers", "elsewhere", "app"),
            (asked.User, asked.Verb, asked.Resource, asked.Namespace, asked.Name));
    }

    [Fact]
    public async Task Random17_DeniedReference_IsACauseOfTheStream()
    {
        using var engine = CreateEngine(new FakeCluster { Decision = AccessDecision.Deny("not yours") });

        var rejected = await AssertRejectedAsync(
            ApiFailure.Invalid, () => engine.Client.Streams.CreateAsync(AStream("app", FromElsewhere())));

        Assert.Contains("elsewhere/app: \"not yours\"", Assert.Single(rejected.Causes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random17_DeniedImport_IsForbidden()
    {
        using var engine = CreateEngine(new FakeCluster { User = Alice, Decision = AccessDecision.Deny("") });

        var rejected = await AssertRejectedAsync(ApiFailure.Forbidden, () => engine.Client.Imports.CreateAsync(AnImport()));

        Assert.Equal(
            "imagestreamimports.image.openshift.io is forbidden: User \"alice\" cannot create resource \"imagestreamimports\" "
            + "in API group \"image.openshift.io\" in the namespace \"shop\"",
            rejected.Message);
        Assert.Equal((403, "imagestreamimports"), (rejected.Status.Code, rejected.Status.Details!.Kind));
    }

    [Fact]
    public async Task Random17_TerminatingNamespace_RefusesCreationsOnly()
    {
        var cluster = new FakeCluster();
        using var engine = CreateEngine(cluster);
        var stream = await engine.PushAsync("app", "1", 'a');
        cluster.State = NamespaceState.Terminating;
        Func<Task>[] creations =
        [
            () => engine.Client.Streams.CreateAsync(AStream("other")),
            () => engine.Client.Tags.CreateAsync(ATag("app:2", FromRegistry("2", "quay.io/app/web:1"))),
            () => engine.Client.Tags.UpdateAsync(ATag("new:2", FromRegistry("2", "quay.io/app/web:1"))),
            () => engine.Client.Imports.CreateAsync(AnImport()),
            () => engine.PushAsync("app", "3", 'b'),
        ];

        foreach (var creation in creations)
        {
            var rejected = await AssertRejectedAsync(ApiFailure.Forbidden, creation);
            Assert.EndsWith(
                "is forbidden: unable to create new content in namespace shop because it is being terminated",
                rejected.Message,
                StringComparison.Ordinal);
            Assert.Equal("NamespaceTerminating", Assert.Single(rejected.Causes).Reason);
        }

        await engine.Client.Streams.UpdateAsync(stream);
        await engine.Client.Streams.DeleteAsync(Namespace, "app");
    }

    [Fact]
    public async Task Random17_MissingNamespace_IsNotFound()
    {
        using var engine = CreateEngine(new FakeCluster { State = NamespaceState.NotFound });

        var rejected = await AssertRejectedAsync(ApiFailure.NotFound, () => engine.Client.Streams.CreateAsync(AStream("app")));

        Assert.Equal("namespaces \"shop\" not found", rejected.Message);
        Assert.Equal(("shop", "namespaces"), (rejected.Status.Details!.Name, rejected.Status.Details.Kind));
    }

    [Fact]
    public async Task Random17_LimitThatIsExceeded_IsForbidden()
    {
        var cluster = new FakeCluster
        {
            User = Alice,
            Check = write => write.Stream.Spec.Tags.Count > 1
                ? LimitDecision.ExceedsLimit("openshift.io/image-tags", "openshift.io/ImageStream", "2", "1")
                : LimitDecision.Permit,
        };
        using var engine = CreateEngine(cluster);
        await engine.Client.Tags.CreateAsync(ATag("app:1", FromRegistry("1", "quay.io/app/web:1")));

        var rejected = await AssertRejectedAsync(
            ApiFailure.Forbidden, () => engine.Client.Tags.CreateAsync(ATag("app:2", FromRegistry("2", "quay.io/app/web:2"))));

        Assert.Equal(
            "imagestreams.image.openshift.io \"app\" is forbidden: requested usage of openshift.io/image-tags exceeds the maximum "
            + "limit per openshift.io/ImageStream (2 > 1)",
            rejected.Message);
        Assert.Equal([false, true], cluster.Writes.Select(write => write.Old is not null));
        Assert.All(cluster.Writes, write => Assert.Equal(Alice, write.User));
        Assert.Single((await engine.Client.Streams.GetAsync(Namespace, "app")).Spec.Tags);
    }

    [Fact]
    public async Task Random17_QuotaForImages_SeesWhatIsPushed()
    {
        var cluster = new FakeCluster
        {
            Check = write => write.Image is null
                ? LimitDecision.Permit
                : LimitDecision.ExceedsQuota("small", "openshift.io/images", "1", "5", "5"),
        };
        using var engine = CreateEngine(cluster);

        var rejected = await AssertRejectedAsync(ApiFailure.Forbidden, () => engine.PushAsync("app", "1", 'a'));

        Assert.Contains(
            "exceeded quota: small, requested: openshift.io/images=1, used: openshift.io/images=5, limited: openshift.io/images=5",
            rejected.Message,
            StringComparison.Ordinal);
        Assert.Empty((await engine.Client.Images.ListAsync()).Items);
    }

    [Fact]
    public async Task Random17_WithoutPorts_EverythingIsAllowed()
    {
        using var engine = new EmbeddedEngine();

        var stream = await engine.PushAsync("app", "1", 'a');

        Assert.Single(stream.Status.Tags);
    }

    private static EmbeddedEngine CreateEngine(FakeCluster cluster) => new(options =>
    {
        options.GetUsers = () => cluster;
        options.GetAccessReviewer = () => cluster;
        options.GetNamespaces = () => cluster;
        options.GetLimits = () => cluster;
    });

    private static TagReference FromElsewhere() => new()
    {
        Name = "1",
        From = new ObjectReference { Kind = ReferenceKinds.ImageStreamTag, Name = "app:1", Namespace = "elsewhere" },
    };

    private static ImageStreamImport AnImport() => new()
    {
        Metadata = new ObjectMeta { Name = "app", Namespace = Namespace },
        Spec = new ImageStreamImportSpec
        {
            Import = true,
            Images = [new ImageImportSpec { From = ObjectReference.DockerImage("quay.io/app/web:1") }],
        },
    };

    /// <summary>A cluster that answers as it is told, and remembers what it was asked.</summary>
    private sealed class FakeCluster : IRequestUsers, IAccessReviewer, INamespaces, IStreamLimits
    {
        public ApiUser User { get; init; } = ApiUser.Admin;

        public AccessDecision Decision { get; init; } = AccessDecision.Allow;

        public NamespaceState State { get; set; } = NamespaceState.Active;

        public Func<LimitedWrite, LimitDecision> Check { get; init; } = static _ => LimitDecision.Permit;

        public List<AccessRequest> Requests { get; } = [];

        public List<LimitedWrite> Writes { get; } = [];

        public ApiUser GetUser() => User;

        public ValueTask<AccessDecision> ReviewAsync(AccessRequest request, CancellationToken cancellationToken = default)
        {
            Requests.Add(request);
            return ValueTask.FromResult(Decision);
        }

        public ValueTask<NamespaceState> GetStateAsync(string name, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(State);

        public ValueTask<LimitDecision> CheckAsync(LimitedWrite write, CancellationToken cancellationToken = default)
        {
            Writes.Add(write);
            return ValueTask.FromResult(Check(write));
        }
    }
}
