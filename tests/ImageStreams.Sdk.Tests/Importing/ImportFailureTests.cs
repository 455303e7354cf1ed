using System.Net;
using System.Text;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Importing;

public sealed class ImportFailureTests : IDisposable
{
    private const string WebPullSpec = "quay.io/app/web:1";
    private static readonly SyntheticImage Image1 = SyntheticImage.Create();
    private readonly InMemoryRegistry _registry = new();
    private readonly ImageImporter _importer;

    public ImportFailureTests()
    {
        _registry.Push("app/web:1", Image1);
        _importer = new ImageImporter(_registry, new FakeTimeProvider());
    }

    public void Dispose() => _registry.Dispose();

    /// <summary>The failures of a registry, and the conditions that record them.</summary>
    public static TheoryData<int, string, RegistryFailure, bool> Answers => new()
    {
        { 404, "NotFound", RegistryFailure.ManifestNotFound, false },
        { 401, "Unauthorized", RegistryFailure.Unauthorized, false },
        { 403, "Unauthorized", RegistryFailure.Denied, false },
        { 429, "TooManyRequests", RegistryFailure.RateLimited, true },
        { 500, "InternalError", RegistryFailure.ServerError, true },
        { 507, "InternalError", RegistryFailure.ServerError, false },
        { 418, "InternalError", RegistryFailure.Rejected, false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task ImportTag_RegistryRefuses_ExplainsWhyAndKeepsTheImage(
        int status, string reason, RegistryFailure failure, bool isTransient)
    {
        var stream = AnImageStream().Tag("a").FollowsImage(WebPullSpec).PointsTo('1').Build();
        FailNext(status);
        FailNext(status);   // a rejected HEAD alone may only mean that the registry does not support HEAD

        var failed = await FailAsync(stream);

        Assert.Equal((reason, failure, isTransient), (failed.Reason, failed.Failure, failed.IsTransient));
        var history = failed.Stream.Status.Tags.Find("a")!;
        Assert.Equal([AnEvent('1')], history.Items);
        var condition = Assert.Single(history.Conditions);
        Assert.Equal((reason, failed.Message, 2L), (condition.Reason, condition.Message, condition.Generation));
    }

    [Fact]
    public async Task ImportTag_SameFailureTwice_ChangesNothing()
    {
        FailNext(500, times: 4);   // HEAD and GET, which decides, of each import
        var failed = await FailAsync(AnImageStream().Tag("a").FollowsImage(WebPullSpec).Build());

        Assert.Same(failed.Stream, (await FailAsync(failed.Stream)).Stream);
    }

    [Fact]
    public async Task ImportTag_SucceedsAgain_RemovesTheCondition()
    {
        FailNext(500, times: 2);
        var failed = await FailAsync(AnImageStream().Tag("a").FollowsImage(WebPullSpec).Build());

        var imported = Assert.IsType<TagImportResult.Imported>(await _importer.ImportTagAsync(failed.Stream, "a"));

        Assert.True(imported.Stream.Status.Tags[0].Conditions.IsEmpty);
        Assert.Equal(3, imported.Stream.Metadata.Generation);
    }

    [Fact]
    public async Task ImportTag_NetworkFails_IsTransient()
    {
        _registry.FailNext(new RegistryFault.NetworkFailure());

        var failed = await FailAsync(AnImageStream().Tag("a").FollowsImage(WebPullSpec).Build());

        Assert.Equal(
            ("InternalError", RegistryFailure.Unreachable, true), (failed.Reason, failed.Failure, failed.IsTransient));
    }

    [Theory]
    [InlineData(RegistryResource.Manifest)]
    [InlineData(RegistryResource.Blob)]
    public async Task ImportTag_WrongContent_IsRejected(RegistryResource resource)
    {
        _registry.FailNext(
            new RegistryFault.WrongContent(), new RegistryRequestFilter { Method = "GET", Resource = resource });

        var failed = await FailAsync(AnImageStream().Tag("a").FollowsImage(WebPullSpec).Build());

        Assert.Equal(("InternalError", RegistryFailure.DigestMismatch), (failed.Reason, failed.Failure));
    }

    [Theory]
    [InlineData("{\"schemaVersion\":2}")]
    [InlineData("{\"schemaVersion\":2,\"config\":{\"digest\":\"../../etc\"}}")]
    [InlineData("{\"schemaVersion\":\"two\"}")]
    [InlineData("{")]
    public async Task ImportTag_InvalidManifest_IsNotARegistryFailure(string manifest)
    {
        _registry.PushManifest("app/web:1", MediaTypes.DockerSchema2, Encoding.UTF8.GetBytes(manifest));

        var failed = await FailAsync(AnImageStream().Tag("a").FollowsImage(WebPullSpec).Build());

        Assert.Equal(("InternalError", null, false), (failed.Reason, failed.Failure, failed.IsTransient));
        Assert.NotEmpty(failed.Message);
    }

    /// <summary>A spec tag, and the reason why there is nothing to import for it.</summary>
    public static TheoryData<string, string, bool, NotImportableReason> Obstacles => new()
    {
        { ReferenceKinds.ImageStreamTag, "ruby:b", false, NotImportableReason.FollowsNoRegistry },
        { ReferenceKinds.ImageStreamImage, "ruby@sha256:abc", false, NotImportableReason.FollowsNoRegistry },
        { "", WebPullSpec, false, NotImportableReason.FollowsNoRegistry },
        { ReferenceKinds.DockerImage, WebPullSpec, true, NotImportableReason.ReferenceOnly },
        { ReferenceKinds.DockerImage, "", false, NotImportableReason.MalformedReference },
        { ReferenceKinds.DockerImage, "not a name", false, NotImportableReason.MalformedReference },
        { ReferenceKinds.DockerImage, "quay.io", false, NotImportableReason.MalformedReference },
        { ReferenceKinds.DockerImage, "quay.io/App/web", false, NotImportableReason.MalformedReference },
        { ReferenceKinds.DockerImage, "HOST/web", false, NotImportableReason.MalformedReference },
        { ReferenceKinds.DockerImage, "quay.io:99999/app/web", false, NotImportableReason.MalformedReference },
        { ReferenceKinds.DockerImage, new string('a', 250), false, NotImportableReason.MalformedReference },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public async Task ImportTag_NothingToImport_ExplainsWhyAndContactsNoRegistry(
        string kind, string name, bool isReference, NotImportableReason obstacle)
    {
        var stream = AnImageStream().Tag("a").From(new ObjectReference { Kind = kind, Name = name })
            .ChangeSpecTag(specTag => specTag with { Reference = isReference }).Build();

        var result = Assert.IsType<TagImportResult.NotImportable>(await _importer.ImportTagAsync(stream, "a"));

        Assert.Equal(obstacle, result.Reason);
        Assert.Same(stream, result.Stream);
        Assert.Empty(_registry.Requests);
    }

    [Fact]
    public async Task ImportTag_NoSpecTag_ReportsIt()
    {
        var stream = AnImageStream().PushedTag("a").PointsTo('1').Build();
        var result = Assert.IsType<TagImportResult.NotImportable>(await _importer.ImportTagAsync(stream, "a"));
        Assert.Equal(NotImportableReason.NoSpecTag, result.Reason);
    }

    private void FailNext(int status, int times = 1) =>
        _registry.FailNext(new RegistryFault.Status { Code = (HttpStatusCode)status }, times: times);

    private async Task<TagImportResult.Failed> FailAsync(ImageStream stream) =>
        Assert.IsType<TagImportResult.Failed>(await _importer.ImportTagAsync(stream, "a"));
}
