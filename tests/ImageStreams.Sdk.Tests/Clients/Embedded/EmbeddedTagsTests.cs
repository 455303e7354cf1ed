using ImageStreams.Clients;
using ImageStreams.Storage;
using ImageStreams.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

public sealed class EmbeddedTagsTests : IDisposable
{
    private const string Here = "image-registry.openshift-image-registry.svc:5000/shop/app";

    private readonly EmbeddedEngine _engine = new();

    private IImageStreamTagsResource Tags => _engine.Client.Tags;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Create_NoStream_CreatesItAtOnce()
    {
        var created = await Tags.CreateAsync(ATag("app:1", FromRegistry("1", "quay.io/app/web:1")));

        var stream = await _engine.Client.Streams.GetAsync(Namespace, "app");
        Assert.Equal(("app:1", stream.Metadata.Uid, stream.Metadata.ResourceVersion),
            (created.Metadata.Name, created.Metadata.Uid, created.Metadata.ResourceVersion));
        Assert.Equal((0L, (long?)1), (created.Generation, created.Tag!.Generation));
        Assert.Equal((null, "1.0"), (created.Image.Metadata.Name, created.Image.DockerImageMetadataVersion));
        Assert.Equal(stream.Spec.Tags.Find("1"), created.Tag);
    }

    [Fact]
    public async Task Create_Existing_IsRejected()
    {
        await Tags.CreateAsync(ATag("app:1", FromRegistry("1", "quay.io/app/web:1")));

        var rejected = await AssertRejectedAsync(
            ApiFailure.AlreadyExists, () => Tags.CreateAsync(ATag("app:1", FromRegistry("1", "quay.io/app/web:2"))));

        Assert.Equal("imagestreamtag.image.openshift.io \"app:1\" already exists", rejected.Message);
    }

    [Fact]
    public async Task Create_WithoutSpecTag_ChangesNothing()
    {
        var stream = await _engine.PushAsync("app", "latest", 'a');

        var created = await Tags.CreateAsync(ATag("app:3", null));

        Assert.Null(created.Tag);
        Assert.Equal(stream, await _engine.Client.Streams.GetAsync(Namespace, "app"));
    }

    [Fact]
    public async Task Create_OtherNameInTheSpecTag_TakesThatOfTheObject()
    {
        var created = await Tags.CreateAsync(ATag("app:3", FromRegistry("other", "quay.io/app/web:1")));

        Assert.Equal("3", created.Tag!.Name);
    }

    [Fact]
    public async Task Create_AnnotationsOfTheSpecTagOnly_IsInvalid()
    {
        var specTag = FromRegistry("1", "quay.io/app/web:1") with { Annotations = [KeyValuePair.Create("b", "tag")] };

        var rejected = await AssertRejectedAsync(ApiFailure.Invalid, () => Tags.CreateAsync(ATag("app:1", specTag)));

        Assert.Equal("ImageStreamTag", rejected.Status.Details!.Kind);
        Assert.Equal("tag.annotations", Assert.Single(rejected.Causes).Field);
    }

    [Fact]
    public async Task Create_NoColon_IsRejectedWith500() =>
        await AssertRejectedAsync(ApiFailure.InternalError, () => Tags.CreateAsync(ATag("app", FromRegistry("1", "a/b"))));

    [Theory]
    [InlineData("app")]
    [InlineData("a:b:c")]
    [InlineData("app:")]
    [InlineData("app@sha256:1")]
    public async Task Get_NoTagName_IsABadRequest(string name)
    {
        var rejected = await AssertRejectedAsync(ApiFailure.BadRequest, () => Tags.GetAsync(Namespace, name));

        Assert.Equal("ImageStreamTags must be retrieved with <name>:<tag>", rejected.Message);
    }

    [Fact]
    public async Task Get_NoStream_NamesTheStream()
    {
        var rejected = await AssertRejectedAsync(ApiFailure.NotFound, () => Tags.GetAsync(Namespace, "app:1"));

        Assert.Equal("imagestreamtags.image.openshift.io \"app\" not found", rejected.Message);
    }

    [Fact]
    public async Task Get_PendingTag_IsNotFound()
    {
        await Tags.CreateAsync(ATag("app:1", FromRegistry("1", "quay.io/app/web:1")));

        var rejected = await AssertRejectedAsync(ApiFailure.NotFound, () => Tags.GetAsync(Namespace, "app:1"));

        Assert.Equal("imagestreamtags.image.openshift.io \"app:1\" not found", rejected.Message);
    }

    [Fact]
    public async Task Get_ImageGone_NamesTheImage()
    {
        await _engine.PushAsync("app", "latest", 'a');
        await _engine.Client.Images.DeleteAsync(Image('a'));

        var rejected = await AssertRejectedAsync(ApiFailure.NotFound, () => Tags.GetAsync(Namespace, "app:latest"));

        Assert.Equal($"imagestreamtags.image.openshift.io \"{Image('a')}\" not found", rejected.Message);
        Assert.Single((await Tags.ListAsync(Namespace)).Items);
    }

    [Fact]
    public async Task Get_Imported_CarriesTheImageWithTheTagsAnnotations()
    {
        var image = SyntheticImage.Create("first");
        _engine.Registry.Push("app/web:1", image);
        await Tags.UpdateAsync(ATag("app:1", FromRegistry("1", "quay.io/app/web:1")) with
        {
            Metadata = new ObjectMeta { Name = "app:1", Namespace = Namespace, Annotations = [KeyValuePair.Create("a", "1")] },
        });
        await _engine.Client.ImportDueAsync(App);

        var tag = await Tags.GetAsync(Namespace, "app:1");

        Assert.Equal((image.Digest.ToString(), 2L), (tag.Image.Metadata.Name, tag.Generation));
        Assert.Equal($"quay.io/app/web@{image.Digest}", tag.Image.DockerImageReference);
        Assert.Equal("1", tag.Metadata.Annotations["a"]);
        Assert.Equal("1", tag.Image.Metadata.Annotations["a"]);
        Assert.Null(tag.Image.DockerImageManifest);
    }

    [Fact]
    public async Task Get_LocalPolicy_PullsFromTheOwnRegistry()
    {
        var image = SyntheticImage.Create("first");
        _engine.Registry.Push("app/web:1", image);
        await Tags.CreateAsync(ATag("app:1", FromRegistry("1", "quay.io/app/web:1") with
        {
            ReferencePolicy = new TagReferencePolicy { Type = ReferencePolicyType.Local },
        }));
        await _engine.Client.ImportDueAsync(App);

        Assert.Equal($"{Here}@{image.Digest}", (await Tags.GetAsync(Namespace, "app:1")).Image.DockerImageReference);
        Assert.Equal($"{Here}@{image.Digest}", (await Tags.ListAsync(Namespace)).Items[0].Image.DockerImageReference);
    }

    [Fact]
    public async Task List_NamesImagesOnly()
    {
        await _engine.PushAsync("app", "latest", 'a');
        await Tags.CreateAsync(ATag("app:1", FromRegistry("1", "quay.io/app/web:1")));

        var list = await Tags.ListAsync(Namespace, new ListOptions { Limit = 1 });

        var tag = Assert.Single(list.Items);
        Assert.Equal(("app:latest", Image('a')), (tag.Metadata.Name, tag.Image.Metadata.Name));
        Assert.Equal((null, null, null), (tag.Kind, tag.Tag, list.Metadata.ResourceVersion));
    }

    [Theory]
    [InlineData("metadata.namespace=shop", 2)]
    [InlineData("metadata.name=app", 0)]
    [InlineData("metadata.name=app:1", 0)]
    [InlineData("metadata.name!=app:1", 1)]
    [InlineData("metadata.name!=app", 0)]
    public async Task List_FieldSelector_SelectsStreamsAndThenTags(string selector, int count)
    {
        await _engine.PushAsync("app", "1", 'a');
        await _engine.PushAsync("app", "2", 'b');

        Assert.Equal(count, (await Tags.ListAsync(null, new ListOptions { FieldSelector = selector })).Items.Count);
    }

    [Fact]
    public async Task Update_OldVersion_IsAConflict()
    {
        var stream = await _engine.PushAsync("app", "1", 'a');
        await _engine.PushAsync("app", "1", 'b');
        var tag = ATag("app:1", FromRegistry("1", "quay.io/app/web:1"));

        var rejected = await AssertRejectedAsync(ApiFailure.Conflict, () => Tags.UpdateAsync(tag with
        {
            Metadata = tag.Metadata with { ResourceVersion = stream.Metadata.ResourceVersion },
        }));

        Assert.Contains("another caller has updated the resource version to", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_NoStreamOfThatVersion_IsNotFound()
    {
        var tag = ATag("app:1", FromRegistry("1", "quay.io/app/web:1"));

        await AssertRejectedAsync(ApiFailure.NotFound, () => Tags.UpdateAsync(tag with
        {
            Metadata = tag.Metadata with { ResourceVersion = "5" },
        }));
    }

    [Fact]
    public async Task Update_Labels_IsInvalid()
    {
        await _engine.PushAsync("app", "1", 'a');
        var tag = await Tags.GetAsync(Namespace, "app:1");

        var rejected = await AssertRejectedAsync(ApiFailure.Invalid, () => Tags.UpdateAsync(tag with
        {
            Metadata = tag.Metadata with { Labels = [KeyValuePair.Create("a", "b")] },
        }));

        Assert.Equal("metadata", Assert.Single(rejected.Causes).Field);
    }

    [Fact]
    public async Task Update_OfPushedTagWithoutSpecTag_IsABadRequest()
    {
        await _engine.PushAsync("app", "1", 'a');

        await AssertRejectedAsync(ApiFailure.BadRequest, () => Tags.UpdateAsync(ATag("app:1", null)));
    }

    [Fact]
    public async Task Update_FollowedTag_MovesTheFollowersInTheSameWrite()
    {
        await _engine.PushAsync("app", "a", 'a');
        await _engine.PushAsync("app", "b", 'b');
        await Tags.CreateAsync(ATag("app:source", Following("source", "a")));
        await Tags.CreateAsync(ATag("app:follower", Following("follower", "source")));

        await Tags.UpdateAsync(ATag("app:source", Following("source", "b")));

        Assert.Equal("ba", await _engine.HistoryAsync("app", "follower"));
    }

    [Fact]
    public async Task Delete_Tag_RemovesSpecTagAndHistory()
    {
        await _engine.PushAsync("app", "1", 'a');
        await Tags.UpdateAsync(ATag("app:1", FromRegistry("1", "quay.io/app/web:1")));

        await Tags.DeleteAsync(Namespace, "app:1");

        var stream = await _engine.Client.Streams.GetAsync(Namespace, "app");
        Assert.Empty(stream.Spec.Tags);
        Assert.Empty(stream.Status.Tags);
        await AssertRejectedAsync(ApiFailure.NotFound, () => Tags.DeleteAsync(Namespace, "app:1"));
    }

    [Fact]
    public async Task Delete_DryRun_KeepsTheTag()
    {
        await _engine.PushAsync("app", "1", 'a');

        await Tags.DeleteAsync(Namespace, "app:1", new DeleteOptions { DryRun = true });

        Assert.NotNull(await Tags.GetAsync(Namespace, "app:1"));
    }

    [Theory]
    [InlineData("app:9", "app:9")]
    [InlineData("none:1", "none")]
    public async Task Delete_Missing_IsNotFound(string name, string missing)
    {
        await _engine.PushAsync("app", "1", 'a');

        var rejected = await AssertRejectedAsync(ApiFailure.NotFound, () => Tags.DeleteAsync(Namespace, name));

        Assert.Equal(missing, rejected.Status.Details!.Name);
    }

    [Fact]
    public async Task Create_ManyAtOnceIntoOneStream_AllAreStored()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            Tags.CreateAsync(ATag($"app:t{i}", FromRegistry($"t{i}", $"quay.io/app/web:{i}"))))));

        var stream = await _engine.Client.Streams.GetAsync(Namespace, "app");
        Assert.Equal((12, 12L), (stream.Spec.Tags.Count, stream.Metadata.Generation));
        Assert.Single((await _engine.Store.Streams.ListAsync(ListQuery.All)).Items);
    }
}
