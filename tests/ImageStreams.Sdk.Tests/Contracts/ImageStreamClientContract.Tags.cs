using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.Tests.Contracts;

/// <summary>Tags, images, pushes and imports.</summary>
public abstract partial class ImageStreamClientContract
{
    [ContractFact]
    public async Task Push_ToATag_IsReadEverywhere()
    {
        await PushAsync("app", "1", '1');

        var tag = await Client.Tags.GetAsync(Ns, "app:1");
        var image = await Client.StreamImages.GetAsync(Ns, $"app@{Digest('1')}");
        var imageTag = await Client.ImageTags.GetAsync(Ns, "app:1");
        var layers = await Streams.GetLayersAsync(Ns, "app");

        Assert.Equal((Digest('1'), Digest('1')), (tag.Image.Name, image.Image.Name));
        Assert.Equal(Digest('1'), imageTag.Status!.Items[0].Image);
        Assert.Contains(Digest('1'), layers.Images.Keys);
    }

    [ContractFact]
    public async Task Tags_List_ShowsThoseWithImages()
    {
        await PushAsync("app", "1", '1');

        Assert.Equal("app:1", Assert.Single((await Client.Tags.ListAsync(Ns)).Items).Name);
        Assert.Equal("app:1", Assert.Single((await Client.ImageTags.ListAsync(Ns)).Items).Name);
    }

    [ContractFact]
    public async Task Tag_OfAnother_FollowsIt()
    {
        await PushAsync("app", "1", '1');

        await Client.Tags.UpdateAsync(new ImageStreamTag
        {
            Metadata = new ObjectMeta { Name = "app:stable", Namespace = Ns },
            Tag = Following("stable", "app:1", ReferenceKinds.ImageStreamTag),
        });

        Assert.Equal(Digest('1'), (await Client.Tags.GetAsync(Ns, "app:stable")).Image.Name);
    }

    [ContractFact]
    public async Task Tag_CreatePatchDelete_GoesThroughTheStream()
    {
        await Streams.CreateAsync(AStream("app"));
        await Client.Tags.CreateAsync(new ImageStreamTag
        {
            Metadata = new ObjectMeta { Name = "app:1", Namespace = Ns },
            Tag = Following("1", "registry.test/shop/app:1"),
        });

        await Client.Tags.PatchAsync(Ns, "app:1", ObjectPatch.Merge("""{"metadata":{"annotations":{"a":"1"}}}"""));
        var tags = (await Streams.GetAsync(Ns, "app")).Spec.Tags;
        await Client.Tags.DeleteAsync(Ns, "app:1");

        Assert.Equal("1", Assert.Single(tags).Annotations["a"]);
        Assert.Empty((await Streams.GetAsync(Ns, "app")).Spec.Tags);
    }

    [ContractFact]
    public async Task ImageTag_CreateDelete_GoesThroughTheStream()
    {
        await Streams.CreateAsync(AStream("app"));
        await Client.ImageTags.CreateAsync(new ImageTag
        {
            Metadata = new ObjectMeta { Name = "app:1", Namespace = Ns },
            Spec = Following("1", "registry.test/shop/app:1"),
        });

        var created = await Client.ImageTags.GetAsync(Ns, "app:1");
        await Client.ImageTags.DeleteAsync(Ns, "app:1");

        Assert.Equal("registry.test/shop/app:1", created.Spec!.From!.Name);
        Assert.Empty((await Streams.GetAsync(Ns, "app")).Spec.Tags);
    }

    [ContractFact]
    public async Task Images_CreateUpdatePatchDelete_AreKept()
    {
        var created = await Client.Images.CreateAsync(AnImage('5'));
        var labeled = await Client.Images.PatchAsync(created.Name, ObjectPatch.Merge("""{"metadata":{"labels":{"a":"1"}}}"""));
        await Client.Images.UpdateAsync(labeled.Object with { DockerImageMetadataVersion = "1.0" });

        var read = await Client.Images.GetAsync(created.Name);
        var listed = (await Client.Images.ListAsync()).Items;
        await Client.Images.DeleteAsync(created.Name);

        Assert.Equal("1", read.Metadata.Labels["a"]);
        Assert.Equal(created.Name, Assert.Single(listed).Name);
        await AssertRefusedAsync(ApiFailure.NotFound, () => Client.Images.GetAsync(created.Name));
    }

    [ContractFact]
    public async Task Import_OfAnImageThatIsNotThere_AnswersItsStatus()
    {
        var import = await Client.Imports.CreateAsync(new ImageStreamImport
        {
            Metadata = new ObjectMeta { Name = "app", Namespace = Ns },
            Spec = new ImageStreamImportSpec
            {
                Import = true,
                Images = [new ImageImportSpec { From = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = "127.0.0.1:1/shop/app:1" } }],
            },
        });

        Assert.Equal("Failure", Assert.Single(import.Status.Images).Status.Status);
        Assert.Equal("app", (await Streams.GetAsync(Ns, "app")).Name);
    }
}
