using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Importing;

/// <summary>Several tags at once, and whole repositories.</summary>
public sealed class StreamImportTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SyntheticImage First = SyntheticImage.Create("first");
    private static readonly SyntheticImage Second = SyntheticImage.Create("second");
    private static readonly ImageStream Empty = AnImageStream().Build();
    private static readonly RepositoryImportSpec Web = new() { From = ObjectReference.DockerImage("quay.io/app/web") };
    private readonly InMemoryRegistry _registry = new();
    private readonly FakeTimeProvider _time = new(Now);
    private readonly ImageImporter _importer;

    public StreamImportTests()
    {
        _registry.Push("app/web:1", First);
        _registry.Push("app/web:2", Second);
        _importer = new ImageImporter(_registry, _time);
    }

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task ImportTags_AllOfAStream_AreOneChange()
    {
        var stream = AnImageStream().AtGeneration(3)
            .Tag("a").FollowsImage("quay.io/app/web:1")
            .Tag("b").FollowsImage("quay.io/app/web:2")
            .Tag("c").Follows("a").Build();

        var result = await _importer.ImportTagsAsync(stream);

        Assert.Equal(4, result.Stream.Metadata.Generation);
        Assert.Equal(["a", "b"], result.Tags.Select(tag => tag.Tag));
        Assert.Equal([4, 4], result.Stream.Spec.Tags.Take(2).Select(specTag => specTag.Generation));
        Assert.Equal(First.Digest.ToString(), result.Stream.Status.Tags.Find("c")!.Items[0].Image);
    }

    [Fact]
    public async Task ImportTags_EqualDigests_AreFetchedOnce()
    {
        var stream = AnImageStream()
            .Tag("a").FollowsImage("quay.io/app/web:1")
            .Tag("b").FollowsImage("quay.io/app/web:1").Build();

        await _importer.ImportTagsAsync(stream);

        Assert.Equal(["HEAD", "GET", "GET", "HEAD"], _registry.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task ImportTags_OneFails_OthersSucceed()
    {
        var stream = AnImageStream()
            .Tag("a").FollowsImage("quay.io/app/web:none")
            .Tag("b").FollowsImage("quay.io/app/web:2").Build();

        var result = await _importer.ImportTagsAsync(stream);

        Assert.Equal("NotFound", Assert.IsType<TagImportResult.Failed>(result.Tags[0]).Reason);
        Assert.IsType<TagImportResult.Imported>(result.Tags[1]);
        Assert.Equal("NotFound", result.Stream.Status.Tags.Find("a")!.Conditions[0].Reason);
    }

    [Fact]
    public async Task ImportTags_None_ReturnsTheSameStream()
    {
        var result = await _importer.ImportTagsAsync(Empty);

        Assert.Same(Empty, result.Stream);
        Assert.Empty(result.Tags);
    }

    [Fact]
    public async Task ImportRepository_FirstTime_AddsASpecTagForEachTag()
    {
        var result = await _importer.ImportRepositoryAsync(Empty, Web);

        Assert.Equal(
            [("1", "quay.io/app/web:1", 2), ("2", "quay.io/app/web:2", 2)],
            result.Stream.Spec.Tags.Select(specTag => (specTag.Name, specTag.From!.Name!, specTag.Generation!.Value)));
        Assert.Equal(2, result.Stream.Metadata.Generation);
        Assert.Equal(First.Digest.ToString(), result.Stream.Status.Tags.Find("1")!.Items[0].Image);
    }

    [Fact]
    public async Task ImportRepository_Again_CostsOneHeadForEachTag()
    {
        var stream = (await _importer.ImportRepositoryAsync(Empty, Web)).Stream;
        _registry.ClearRequests();

        var again = await _importer.ImportRepositoryAsync(stream, Web);

        Assert.Equal(["GET", "HEAD", "HEAD"], _registry.Requests.Select(request => request.Method));
        Assert.All(again.Tags, tag => Assert.IsType<TagImportResult.Unchanged>(tag));
        Assert.Equal(stream, again.Stream);
    }

    [Fact]
    public async Task ImportRepository_TagThatMoved_IsTheOnlyOneThatChanges()
    {
        var stream = (await _importer.ImportRepositoryAsync(Empty, Web)).Stream;
        _registry.Push("app/web:1", Second);

        var moved = (await _importer.ImportRepositoryAsync(stream, Web)).Stream;

        Assert.Equal([3L, 2], moved.Spec.Tags.Select(specTag => specTag.Generation!.Value));
        Assert.Equal(2, moved.Status.Tags.Find("1")!.Items.Count);
    }

    [Fact]
    public async Task ImportRepository_BrokenTag_GetsAConditionAndNoSpecTag()
    {
        _registry.PushManifest("app/web:bad", "application/vnd.oci.image.manifest.v1+json", "{}"u8.ToArray());

        var result = await _importer.ImportRepositoryAsync(Empty, Web);

        Assert.False(result.Stream.Spec.Tags.Contains("bad"));
        Assert.Equal("InternalError", result.Stream.Status.Tags.Find("bad")!.Conditions[0].Reason);
    }

    [Fact]
    public async Task ImportRepository_MissingRepository_ExplainsWhy()
    {
        var result = await _importer.ImportRepositoryAsync(
            Empty, new() { From = ObjectReference.DockerImage("quay.io/app/none") });

        Assert.Equal(("NotFound", RegistryFailure.RepositoryNotFound), (result.Error!.Reason, result.Error.Failure));
        Assert.Same(Empty, result.Stream);
    }

    [Fact]
    public async Task ImportRepository_LongerThanALimit_IsTooLarge()
    {
        var importer = new ImageImporter(
            _registry, _time, new ImageImporterOptions { RepositoryTags = new RepositoryTagSelection { MaxListed = 1 } });

        Assert.Equal(RegistryFailure.TooLarge, (await importer.ImportRepositoryAsync(Empty, Web)).Error!.Failure);
    }

    [Fact]
    public async Task ImportRepository_Limited_NamesTheRest()
    {
        var importer = new ImageImporter(
            _registry, _time, new ImageImporterOptions { RepositoryTags = new RepositoryTagSelection { Limit = 1 } });

        var result = await importer.ImportRepositoryAsync(Empty, Web);

        Assert.Equal(["1"], result.Tags.Select(tag => tag.Tag));
        Assert.Equal(["2"], result.AdditionalTags);
    }

    [Theory]
    [InlineData("quay.io/App/Web")]
    [InlineData("quay.io/app/web:1")]
    [InlineData("")]
    public async Task ImportRepository_InvalidRepositoryName_IsAnArgumentError(string name) => await Assert.ThrowsAsync<ArgumentException>(
        () => _importer.ImportRepositoryAsync(Empty, new() { From = ObjectReference.DockerImage(name) }));

    [Fact]
    public async Task ImportTags_PreferredPlatform_IsImported()
    {
        var arm = SyntheticImage.Create("arm").WithPlatform("linux", "arm64");
        _registry.Push("app/web:multi", SyntheticIndex.Create(First, arm));
        var options = new ImageImporterOptions { PreferredPlatform = "linux/arm64" };

        var result = await new ImageImporter(_registry, _time, options).ImportTagsAsync(
            AnImageStream().Tag("a").FollowsImage("quay.io/app/web:multi").Build());

        Assert.Equal(arm.Digest.ToString(), result.Stream.Status.Tags[0].Items[0].Image);
    }

    [Fact]
    public async Task ImportTags_Many_LimitsConcurrentRequests()
    {
        var counting = new CountingRegistry(_registry);
        var stream = Enumerable.Range(0, 20).Aggregate(
            AnImageStream(), (next, i) => next.Tag($"t{i}").FollowsImage("quay.io/app/web:1")).Build();

        var all = new ImageImporter(counting, _time, new ImageImporterOptions { MaxConcurrency = 3 }).ImportTagsAsync(stream);
        counting.Open();

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"t{i}"), (await all).Tags.Select(tag => tag.Tag));
        Assert.Equal(3, counting.Most);
    }

    [Fact]
    public async Task ImportTags_Canceled_ReportsIt()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _importer.ImportTagsAsync(
            AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").Build(), cancellationToken: cancel.Token));
    }
}
